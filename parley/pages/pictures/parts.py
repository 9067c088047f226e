"""The views of the pictures: plain numbers in user units, so that their templates only print.

Numbers are already mirrored where a page runs from right to left. ``x`` is where a text begins, or its middle, as its
template says; ``y`` is a base line for text and the middle for shapes.
"""

from parley.model.keys import Noun
from parley.model.page import Link, Words
from parley.model.proposal import AnswerWord
from parley.pages.parts import Badge, When


class LaneHead(Noun, frozen=True, kw_only=True):
    """A side, at the head of its lane; ``x`` is the middle of the lane."""

    link: Link
    lines: tuple[str, ...]
    x: int
    short: bool = False  # whether the lines leave something out


class Arrowhead(Noun, frozen=True, kw_only=True):
    """The tip of an arrow, and ``back``, how far from it its base stands: negative where it points to larger x."""

    x: int
    back: int


class Arrow(Noun, frozen=True, kw_only=True):
    """A level line, with a dot at every side that proposes and a tip at every side that is asked."""

    y: int
    start: int
    end: int
    dots: tuple[int, ...]
    heads: tuple[Arrowhead, ...]
    told: str  # "from Russia to Ukraine"


class LaneMark(Noun, frozen=True, kw_only=True):
    """What a side comes to say, below the tip of the arrow; ``x`` is where the words begin."""

    side: Link
    word: AnswerWord | str
    label: str
    lines: tuple[str, ...]
    x: int
    y: int
    icon: int  # where the icon begins
    href: str = ""


class LaneRow(Noun, frozen=True, kw_only=True):
    """One proposal: its day and title, its arrow, and the answers."""

    date: When
    day: str  # as short as it is known
    link: Link
    lines: tuple[str, ...]  # the title; the first line follows the day
    x: int
    y: int
    arrow: Arrow
    marks: tuple[LaneMark, ...]
    words: Words  # the same in a sentence
    short: bool = False


class Gap(Noun, frozen=True, kw_only=True):
    """Where the lanes are interrupted, so that a title stands on the page's own ground."""

    y: int
    height: int


class Lanes(Noun, frozen=True, kw_only=True):
    """Who proposed what to whom: sides are lanes, proposals are rows, oldest first."""

    width: int
    height: int
    bands: tuple[int, ...]  # where each lane begins
    band: int  # how wide a lane is
    gaps: tuple[Gap, ...]
    heads: tuple[LaneHead, ...]
    rows: tuple[LaneRow, ...]
    more: Link | None = None  # to the proposals that are left out


class Stage(Noun, frozen=True, kw_only=True):
    """One stage on a proposal's way."""

    state: str  # for its icon: an answer's word, "proposed", "deadline", "withdrawn" or "superseded"
    label: str
    who: Words = ()
    date: When | None = None
    href: str = ""


class Progress(Noun, frozen=True, kw_only=True):
    """A proposal's way from the day on which it was put forward to where it stands now."""

    stages: tuple[Stage, ...]
    now: Badge
    ahead: tuple[Stage, ...] = ()  # still to come


class AxisRow(Noun, frozen=True, kw_only=True):
    """The name of a row of marks."""

    label: str
    y: int


class AxisMark(Noun, frozen=True, kw_only=True):
    """What happened of one kind on one day, or in one stretch (``start`` to ``end``)."""

    kind: str  # proposal, answer, event or step: the shape
    href: str
    told: str  # "11 May 2025: 4 answers"
    x: int
    y: int
    start: int
    end: int
    number: str = ""  # where it is more than one
    ahead: bool = False


class AxisLabel(Noun, frozen=True, kw_only=True):
    """A month, or a day of one, below the axis."""

    text: str
    x: int


class AxisCut(Noun, frozen=True, kw_only=True):
    """A long stretch in which nothing happened, left out; ``x`` is its middle."""

    text: str  # how long it is
    x: int


class TimeAxis(Noun, frozen=True, kw_only=True):
    """The days of a timeline, each mark leading to its line in the list."""

    width: int
    height: int
    start: int
    end: int
    label_x: int  # where the names of the rows begin
    y: int  # of the axis
    rows: tuple[AxisRow, ...]
    marks: tuple[AxisMark, ...]
    ticks: tuple[int, ...]  # beginnings of months
    days: tuple[AxisLabel, ...]
    months: tuple[AxisLabel, ...]
    cuts: tuple[AxisCut, ...] = ()
    now: AxisLabel | None = None  # the day of the build, where something is still to come
    now_x: int = 0
