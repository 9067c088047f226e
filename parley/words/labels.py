"""The words for what the format names: one table a choice."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from parley.model.actor import ActorKind
from parley.model.brief import Certainty, Result, SourceKind
from parley.model.insight import Met
from parley.model.proposal import AnswerWord, Basis, ProposalKind, StatusWord
from parley.words.tongue import Labels, message

STATUS = Labels[StatusWord](
    {
        "open": "Open",
        "accepted": "Accepted",
        "conditional": "Accepted with conditions",
        "rejected": "Rejected",
        "superseded": "Superseded",
        "lapsed": "Lapsed",
        "withdrawn": "Withdrawn",
        "announced": "Announced",
    }
)
STATUS_ORDER: tuple[StatusWord, ...] = tuple(STATUS)
ANSWER = Labels[AnswerWord](
    {
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
)
PROPOSAL = Labels[ProposalKind](
    {
        "proposal": "Proposal",
        "invitation": "Invitation",
        "demand": "Demand",
        "warning": "Warning",
        "decision": "Decision",
    }
)
ACTOR = Labels[ActorKind]({"person": "Person", "state": "State", "organisation": "Organisation", "group": "Group"})
ACTORS = Labels[ActorKind](
    {
        "person": "People",
        "state": "States",
        "organisation": "Organisations",
        "group": "Groups",
    }
)
BASIS = Labels[Basis](
    {
        "said": "",
        "implied": "implied, not said in so many words",
        "reported": "reported by others",
    }
)
MARK = Labels[Basis]({"said": "", "implied": "implied", "reported": "reported"})
CERTAINTY = Labels[Certainty](
    {
        "proposed": "Proposed",
        "expected": "Expected",
        "confirmed": "Confirmed",
        "deadline": "Deadline",
    }
)
MET = Labels[Met]({"yes": "Met", "no": "Not met", "unrecorded": "Not recorded"})
POSITIONS = message(
    "Each cell is a side’s latest answer. “No answer” means that none is known; it is never taken for a no."
)
OVERDUE = message("Overdue")
RESULT = Labels[Result](
    {
        "done": "Happened",
        "partly": "Happened in part",
        "not-done": "Did not happen",
        "postponed": "Postponed",
        "cancelled": "Cancelled",
    }
)
SOURCE = Labels[SourceKind](
    {
        "news": "News report",
        "official": "Official page",
        "statement": "Statement",
        "document": "Document",
        "interview": "Interview",
        "social": "Social media",
    }
)
# Right to left scripts, by the language's first subtag (CLDR, script metadata).
RTL = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "nqo", "ps", "sd", "ug", "ur", "yi"])


def direction(lang: str) -> str:
    """``rtl`` or ``ltr`` for a language tag."""
    parts = lang.split("-")
    if "Latn" in parts:
        return "ltr"
    return "rtl" if parts[0].lower() in RTL or "Arab" in parts or "Hebr" in parts else "ltr"


@lru_cache(maxsize=64)
def language_name(lang: str) -> str:
    """What a language (a tag) is called by those who speak it: "Українська"; the tag where that is not known."""
    from parley.words.translated import own_name

    name = own_name(lang)
    return name[:1].upper() + name[1:] if name else lang


def locale(lang: str) -> str:
    """A language tag as Open Graph writes it (ogp.me): "en_GB"; empty where the tag names no territory.

    What follows a part of one letter is an extension or private (BCP 47, 2.2.6), and names none.
    """
    language, *parts = lang.split("-")
    own = takewhile(lambda part: len(part) > 1, parts)
    territory = next((part.upper() for part in own if len(part) == 2 and part.isalpha()), "")
    return f"{language.lower()}_{territory}" if territory else ""
