"""What the templates of pages about the site itself may see: how we work, data, its own pages, nothing found."""

from parley.model.keys import Noun
from parley.model.page import Link, Prose
from parley.pages.offers import CodeSample, DataGrid
from parley.pages.parts import Badge, Frame, More, Row
from parley.pages.story_parts import Mend


class MissingView(Noun, frozen=True, kw_only=True):
    """pages/404.html"""

    frame: Frame
    briefs: tuple[Link, ...]
    search: str  # as on the home page


class RuleLine(Noun, frozen=True, kw_only=True):
    """What one status, or one answer, means."""

    badge: Badge
    meaning: str


class AboutView(Noun, frozen=True, kw_only=True):
    """pages/about.html"""

    frame: Frame
    about: Prose
    rules: tuple[RuleLine, ...]
    sources: Prose
    corrections: Prose
    mends: tuple["BriefMend", ...]
    more: More
    privacy: Prose
    contact: Prose
    style: Link  # for those who change the look


class BriefMend(Noun, frozen=True, kw_only=True):
    """A correction, with the brief it was made in."""

    brief: Link
    mend: Mend


class DataView(Noun, frozen=True, kw_only=True):
    """pages/data.html"""

    frame: Frame
    sheets: tuple["SheetEntry", ...]
    each: int  # the most briefs in a part; 0 where each table is in one piece


class SheetEntry(Noun, frozen=True, kw_only=True):
    """One data file, with its columns and what they mean."""

    anchor: str
    title: str
    doc: str
    size: str  # how many rows it has, or how many parts
    json: str
    csv: str
    columns: tuple[Row, ...]


class ChapterView(Noun, frozen=True, kw_only=True):
    """pages/chapter.html: a page of the site's own"""

    frame: Frame
    lang: str = ""  # of the text, where that is not the page's
    contents: tuple[Link, ...]
    parts: tuple["ChapterPart", ...]
    before: Link | None = None
    after: Link | None = None


class ChapterPart(Noun, frozen=True, kw_only=True):
    """What stands under one heading; what comes before the first has none."""

    level: int = 0
    anchor: str = ""
    title: Prose = Prose()
    name: str = ""  # the title without its signs
    blocks: tuple["ChapterBlock", ...]


class ChapterBlock(Noun, frozen=True, kw_only=True):
    """Prose, code or a table."""

    prose: Prose = Prose()
    code: CodeSample | None = None
    grid: DataGrid | None = None
