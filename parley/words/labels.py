"""The words for what the format names: one table a choice."""

from __future__ import annotations

from itertools import takewhile

from parley.model.actor import ActorKind
from parley.model.brief import Certainty, Result, SourceKind
from parley.model.insight import Met
from parley.model.proposal import AnswerWord, Basis, ProposalKind, StatusWord

STATUS: dict[StatusWord, str] = {
    "open": "Open",
    "accepted": "Accepted",
    "conditional": "Accepted with conditions",
    "rejected": "Rejected",
    "superseded": "Superseded",
    "lapsed": "Lapsed",
    "withdrawn": "Withdrawn",
    "announced": "Announced",
}
STATUS_ORDER: tuple[StatusWord, ...] = tuple(STATUS)
ANSWER: dict[AnswerWord, str] = {
    "accepts": "Accepts",
    "accepts-if": "Accepts, if",
    "rejects": "Rejects",
    "rejects-unless": "Rejects, unless",
    "supports": "Supports",
    "opposes": "Opposes",
    "defers": "No decision yet",
    "silent": "Did not address it",
    "no-answer": "No answer",
}
PROPOSAL: dict[ProposalKind, str] = {
    "proposal": "Proposal",
    "invitation": "Invitation",
    "demand": "Demand",
    "warning": "Warning",
    "decision": "Decision",
}
ACTOR: dict[ActorKind, str] = {"person": "Person", "state": "State", "organisation": "Organisation", "group": "Group"}
ACTORS: dict[ActorKind, str] = {
    "person": "People",
    "state": "States",
    "organisation": "Organisations",
    "group": "Groups",
}
BASIS: dict[Basis, str] = {
    "said": "",
    "implied": "implied, not said in so many words",
    "reported": "reported by others",
}
MARK: dict[Basis, str] = {"said": "", "implied": "implied", "reported": "reported"}
CERTAINTY: dict[Certainty, str] = {
    "proposed": "Proposed",
    "expected": "Expected",
    "confirmed": "Confirmed",
    "deadline": "Deadline",
}
MET: dict[Met, str] = {"yes": "Met", "no": "Not met", "unrecorded": "Not recorded"}
POSITIONS = "Each cell is a side’s latest answer. “No answer” means that none is known; it is never taken for a no."
OVERDUE = "Overdue"
RESULT: dict[Result, str] = {
    "done": "Happened",
    "partly": "Happened in part",
    "not-done": "Did not happen",
    "postponed": "Postponed",
    "cancelled": "Cancelled",
}
SOURCE: dict[SourceKind, str] = {
    "news": "News report",
    "official": "Official page",
    "statement": "Statement",
    "document": "Document",
    "interview": "Interview",
    "social": "Social media",
}
# Right to left scripts, by the language's first subtag (CLDR, script metadata).
RTL = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "nqo", "ps", "sd", "ug", "ur", "yi"])


def direction(lang: str) -> str:
    """``rtl`` or ``ltr`` for a language tag."""
    parts = lang.split("-")
    if "Latn" in parts:
        return "ltr"
    return "rtl" if parts[0].lower() in RTL or "Arab" in parts or "Hebr" in parts else "ltr"


def locale(lang: str) -> str:
    """A language tag as Open Graph writes it (ogp.me): "en_GB"; empty where the tag names no territory.

    What follows a part of one letter is an extension or private (BCP 47, 2.2.6), and names none.
    """
    language, *parts = lang.split("-")
    own = takewhile(lambda part: len(part) > 1, parts)
    territory = next((part.upper() for part in own if len(part) == 2 and part.isalpha()), "")
    return f"{language.lower()}_{territory}" if territory else ""


def counted(number: int, one: str, many: str) -> str:
    """ "1 brief", "2 briefs", "no briefs"."""
    return f"{number or 'no'} {one if number == 1 else many}"
