"""The views of the style page. ``Specimen`` has one field per component, named as its macro: what the macro is called
with, so that a component without an example, or an example that its macro does not take, is found by the tests.
"""

from typing import Literal

from parley.model.keys import Noun
from parley.model.page import Link, Words
from parley.pages.card_parts import AnswerCard, AnswerLine, PositionCard, ProposalCard, StepCard
from parley.pages.list_views import Named
from parley.pages.offers import CalendarOffer, CodeSample, DataGrid, EmbedOffer
from parley.pages.parts import (
    Badge,
    Cite,
    Condition,
    Count,
    Entry,
    Frame,
    PositionsTable,
    Quote,
    Row,
    Stand,
    StepLine,
    When,
)
from parley.pages.pictures.parts import Lanes, Progress, Stage, TimeAxis
from parley.pages.story_parts import (
    ActorLine,
    BriefLine,
    ChainLink,
    Change,
    Citing,
    Mend,
    ProposalLine,
    SourceEntry,
    Term,
    WhoCard,
)
from parley.pages.text_views import BriefMend


class Titled(Noun, frozen=True, kw_only=True):
    """What a heading and its anchor are made of."""

    id: str
    text: str


class Joined(Noun, frozen=True, kw_only=True):
    """Conditions, and the word before them."""

    join: str
    conditions: tuple[Condition, ...]


class Specimen(Noun, frozen=True, kw_only=True):
    """One component in one state: the field of the component's name is filled, the other components' are not."""

    level: int = 3  # of headings, for the macros that take one
    under: bool = False  # whether an answer stands under its proposal
    dir: Literal["", "ltr", "rtl"] = ""  # which way a picture is drawn for
    actor_line: ActorLine | None = None
    alphabet: tuple[Link, ...] = ()
    anchor: Titled | None = None
    answer_card: AnswerCard | None = None
    answer_line: AnswerLine | None = None
    badge: Badge | None = None
    brief_line: BriefLine | None = None
    brief_mend: BriefMend | None = None
    calendar_offer: CalendarOffer | None = None
    chain: tuple[ChainLink, ...] = ()
    change: Change | None = None
    cites: tuple[Cite, ...] = ()
    citing: Citing | None = None
    code_sample: CodeSample | None = None
    conditions: Joined | None = None
    counts: tuple[Count, ...] = ()
    data_grid: DataGrid | None = None
    embed_offer: EmbedOffer | None = None
    entry: Entry | None = None
    heading: Titled | None = None
    icon: str = ""
    lanes: Lanes | None = None
    mend: Mend | None = None
    more: Words = ()
    names: tuple[Named, ...] = ()
    position_card: PositionCard | None = None
    positions_table: PositionsTable | None = None
    progress: Progress | None = None
    proposal_card: ProposalCard | None = None
    proposal_line: ProposalLine | None = None
    quote: Quote | None = None
    row: Row | None = None
    search_box: bool = False
    source_entry: SourceEntry | None = None
    stage: Stage | None = None
    stand: Stand | None = None
    step_card: StepCard | None = None
    step_line: StepLine | None = None
    term: Term | None = None
    time_axis: TimeAxis | None = None
    when: When | None = None
    who_card: WhoCard | None = None


class State(Noun, frozen=True, kw_only=True):
    """A state of a component, by which a picture of it can be found."""

    id: str
    caption: str
    shown: Specimen


class Section(Noun, frozen=True, kw_only=True):
    """One component in all its states."""

    anchor: str
    name: str
    doc: str
    wide: bool  # whether a state takes the whole width
    states: tuple[State, ...]


class Token(Noun, frozen=True, kw_only=True):
    """A custom property of the theme's style."""

    name: str
    value: str


class Size(Noun, frozen=True, kw_only=True):
    """A size of type, and the family that is set in it: ``serif`` or ``sans``."""

    name: str
    value: str
    family: str


class Swatch(Noun, frozen=True, kw_only=True):
    """A colour by light and by dark, on the ground that it stands on; ``contrast`` is empty where it is a ground."""

    name: str
    light: "Shade"
    dark: "Shade"


class Shade(Noun, frozen=True, kw_only=True):
    """A colour and its ground as hexadecimal numbers."""

    colour: str
    ground: str
    contrast: str


class GroupLine(Noun, frozen=True, kw_only=True):
    """One page of components in the list of them."""

    link: Link
    names: str


class StyleView(Noun, frozen=True, kw_only=True):
    """pages/style.html: the first of the pages has the tokens and the list of the others, which have the components."""

    frame: Frame
    groups: tuple[GroupLine, ...] = ()
    colours: tuple[Swatch, ...] = ()
    sizes: tuple[Size, ...] = ()
    spaces: tuple[Token, ...] = ()
    measures: tuple[Token, ...] = ()
    sections: tuple[Section, ...] = ()
