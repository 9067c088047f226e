"""What is put on the table, and what is said to it: proposals, and the three sorts of answer.

The annotated fields are the keys of the format. References are kept as full ids (``brief/id``).
"""

from typing import Annotated, Literal

import msgspec

from parley.model.dates import Date
from parley.model.keys import ActorId, Key, Kind, Line, Noun, ProposalId, Prose, Slug, SourceId, Text

ProposalKind = Literal["proposal", "invitation", "demand", "warning", "decision"]
Stance = Literal["supports", "opposes", "defers", "silent"]
Basis = Literal["said", "implied", "reported"]
StatusWord = Literal["open", "accepted", "conditional", "rejected", "superseded", "lapsed", "withdrawn", "announced"]
AnswerWord = Literal[
    "accepts", "accepts-if", "rejects", "rejects-unless", "supports", "opposes", "defers", "silent", "no-answer"
]


class Condition(msgspec.Struct, frozen=True, gc=False):
    """What an answer hangs on: ``ref``, the full id of a proposal or next step, or else ``text``, a phrase. ``lang`` is
    the language of one that a translation lacks."""

    ref: str = ""
    text: str = ""
    lang: str = ""


Conditions = tuple[Annotated[Condition, Kind.CONDITION], ...]
When = Annotated[Date, Kind.DATE]


class Proposal(Noun, frozen=True, kw_only=True):
    """Anything put on the table."""

    id: str

    title: Annotated[Text, Key("What it is called, in a few words.", "title: A 30-day ceasefire")]
    kind: Annotated[
        ProposalKind,
        Key("What sort of move it is; a warning or decision expects no answer.", "kind: invitation"),
    ] = "proposal"
    by: Annotated[tuple[ActorId, ...], Key("Who put it on the table.", "by: [macron, merz]")]
    to: Annotated[tuple[ActorId, ...], Key("Who is asked for an answer.", "to: russia")] = ()
    date: Annotated[When, Key("When it was put on the table.", "date: 2025-05-10")]
    terms: Annotated[tuple[Line, ...], Key("What it says, point by point.", "terms: [For at least 30 days]")] = ()
    says: Annotated[
        Prose, Key("What it says, in the brief's own words.", "says: Fighting stops everywhere at once.")
    ] = ""
    quote: Annotated[Text, Key("The exact words.", 'quote: "We are ready to meet."')] = ""
    answer_by: Annotated[When | None, Key("The day by which an answer is asked for.", "answer_by: 2025-05-12")] = None
    about: Annotated[tuple[ProposalId, ...], Key("Proposals that this one bears on.", "about: ceasefire")] = ()
    unless: Annotated[Conditions, Key("Of a warning: what would call it off.", "unless: ceasefire")] = ()
    replaces: Annotated[
        tuple[ProposalId, ...], Key("Proposals that this one takes the place of.", "replaces: first-draft")
    ] = ()
    withdrawn: Annotated[When | None, Key("The day on which it was taken back.", "withdrawn: 2025-06-01")] = None
    status: Annotated[
        StatusWord | None, Key("A status that overrides the derived one; needs status_note.", "status: lapsed")
    ] = None
    status_note: Annotated[Text, Key("Why the status is overridden.", "status_note: The court struck it down.")] = ""
    source: Annotated[tuple[SourceId, ...], Key("Where this is known from.", "source: upi-10may")] = ()
    note: Annotated[Line, Key("An editor's remark.", "note: Reports differ on the hour.")] = ""
    basis: Annotated[Basis, Key("Said, inferred by the source, or reported by others.", "basis: reported")] = "said"
    aliases: Annotated[
        tuple[Slug, ...], Key("Earlier ids; the addresses that they made lead here.", "aliases: [truce]")
    ] = ()

    @property
    def brief(self) -> str:
        """The slug of the brief it stands in."""
        return self.id.partition("/")[0]

    @property
    def expects_answer(self) -> bool:
        """Whether anyone is asked to accept or reject it."""
        return self.kind not in ("warning", "decision")


class Answer(Noun, frozen=True, kw_only=True):
    """What someone said to a proposal; one of the three below. ``id`` is unique in the site and survives a rewrite."""

    id: str
    at: int = 0  # place in its list, from 0

    of: Annotated[ProposalId, Key("The proposal answered.", "of: ceasefire")]
    by: Annotated[tuple[ActorId, ...], Key("Who answered.", "by: peskov")]
    date: Annotated[When, Key("When they answered.", "date: 2025-05-12")]
    why: Annotated[Line, Key("The reason given, in the brief's words.", "why: It calls the deadline an ultimatum.")] = (
        ""
    )
    quote: Annotated[Text, Key("The exact words.", 'quote: "This language is unacceptable."')] = ""
    for_: Annotated[
        ActorId, Key("The side spoken for, where it is not the speaker's own.", "for: russia", name="for")
    ] = ""
    basis: Annotated[Basis, Key("Said, inferred by the source, or reported by others.", "basis: implied")] = "said"
    source: Annotated[tuple[SourceId, ...], Key("Where this is known from.", "source: [upi-10may, article]")] = ()
    note: Annotated[Line, Key("An editor's remark.", "note: Peskov spoke before the offer was published.")] = ""

    @property
    def brief(self) -> str:
        """The slug of the brief it stands in."""
        return self.id.partition("/")[0]

    @property
    def word(self) -> AnswerWord:
        """What the answer comes to."""
        raise TypeError("an answer is a Rejection, an Acceptance or a Reaction")

    @property
    def conditions(self) -> Conditions:
        """What the answer hangs on."""
        return ()


class Rejection(Answer, frozen=True, kw_only=True):
    """A no, with what is offered instead and what would change it."""

    instead: Annotated[tuple[ProposalId, ...], Key("The counter-proposals made with it.", "instead: direct-talks")] = ()
    unless: Annotated[Conditions, Key('"No, unless ...": what would change the answer.', "unless: talks-first")] = ()

    @property
    def word(self) -> AnswerWord:
        return "rejects-unless" if self.unless else "rejects"

    @property
    def conditions(self) -> Conditions:
        return self.unless


class Acceptance(Answer, frozen=True, kw_only=True):
    """A yes, with what it hangs on."""

    if_: Annotated[Conditions, Key('"Yes, if ...": what the answer hangs on.', "if: direct-talks", name="if")] = ()

    @property
    def word(self) -> AnswerWord:
        return "accepts-if" if self.if_ else "accepts"

    @property
    def conditions(self) -> Conditions:
        return self.if_


class Reaction(Answer, frozen=True, kw_only=True):
    """Neither yes nor no: a third party's view, no decision yet, or a silence that a source reports."""

    stance: Annotated[Stance, Key("What the reaction comes to.", "stance: supports")]

    @property
    def word(self) -> AnswerWord:
        return self.stance
