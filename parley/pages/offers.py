"""What a page offers to take along: its other forms, a calendar to subscribe to, a card to embed.

Plain values that one component template each turns into HTML, as those of :mod:`parley.pages.parts`.
"""

from parley.model.keys import Noun
from parley.model.page import Prose


class Alternate(Noun, frozen=True, kw_only=True):
    """Another form of the page, for programs that look into its head."""

    type: str  # the media type
    title: str
    href: str


class InLanguage(Noun, frozen=True, kw_only=True):
    """The page in a language, for search engines."""

    lang: str  # a tag, or "x-default" for readers of all others
    address: str  # absolute


class OtherLanguage(Noun, frozen=True, kw_only=True):
    """The same page in another edition of the site."""

    lang: str
    name: str  # of the language, in itself
    href: str  # as seen from the page


class TranslationNotice(Noun, frozen=True, kw_only=True):
    """What a reader must know about the translation of a page, with the way to its original (empty: none)."""

    text: str
    href: str = ""
    lang: str = ""


class CalendarOffer(Noun, frozen=True, kw_only=True):
    """A calendar of the page's next steps."""

    download: str  # as seen from the page
    subscribe: str  # host and path, without a scheme; empty where the site's address is not known
    left_out: str  # how many steps are not in it and why; empty for none


class EmbedOffer(Noun, frozen=True, kw_only=True):
    """A card of the proposal for other pages."""

    page: str  # the card alone, as seen from here
    code: str  # HTML to paste, as text


class CodeSample(Noun, frozen=True, kw_only=True):
    """Lines as they are typed; they keep their indentation and scroll on their own where they are long."""

    label: str  # the file they stand in, or what they are
    text: str


class DataGrid(Noun, frozen=True, kw_only=True):
    """A table of the site's own pages."""

    head: tuple[Prose, ...]
    rows: tuple["GridRow", ...]


class GridRow(Noun, frozen=True, kw_only=True):
    """One line of a table, a cell for each column."""

    cells: tuple[Prose, ...]
