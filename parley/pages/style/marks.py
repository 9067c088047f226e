"""The smallest parts: a status, how many of each, a date, words, sources, conditions, headings."""

from __future__ import annotations

from msgspec.structs import replace

from parley.model.proposal import StatusWord
from parley.pages.parts import Condition, Count, Quote
from parley.pages.style.example import Example
from parley.pages.style.sample import (
    ARABIC_QUOTE,
    FOUND,
    FREE,
    GAZETTE,
    GERMAN,
    HEARING,
    HERE,
    LONG,
    MINUTES,
    QUOTE,
    badge,
    cites,
    when,
)
from parley.pages.style.views import Joined, Specimen, Titled
from parley.words import labels


def count(status: StatusWord, number: int, href: str = "") -> Count:
    """How many proposals have a status."""
    return Count(badge=badge(status), number=number, href=href)


MET = Condition(words=("“", FREE, "”"), met="yes", label=labels.MET["yes"])
UNMET = Condition(words=("“", FREE, "”"), met="no", label=labels.MET["no"])
UNRECORDED = Condition(words=("“", HEARING, "”"), met="unrecorded", label=labels.MET["unrecorded"])
PHRASE = Condition(words=("the boats are repaired first",))

EXAMPLES = (
    Example(
        "badge",
        "The status of a proposal: icon, word and edge.",
        {label: Specimen(badge=badge(status)) for status, label in labels.STATUS.items()},
    ),
    Example(
        "counts",
        "How many proposals have which status, each leading to its evidence.",
        {
            "one, without a link": Specimen(counts=(count("open", 1),)),
            "several, leading to their evidence": Specimen(
                counts=(count("open", 2, HERE), count("accepted", 1, HERE), count("rejected", 12, HERE))
            ),
            "every status": Specimen(counts=tuple(count(status, at) for at, status in enumerate(labels.STATUS, 1))),
        },
    ),
    Example(
        "when",
        "A date, for readers and for machines.",
        {
            "a day": Specimen(when=when("2024-03-12")),
            "with its time": Specimen(when=when("2024-03-12T18:30+02:00")),
            "a month": Specimen(when=when("2024-03")),
            "about a day": Specimen(when=when("2024-03-12~")),
            "a span": Specimen(when=when("2024-03-08/2024-04-10")),
            "from a day on": Specimen(when=when("2024-03-12/..")),
        },
    ),
    Example(
        "quote",
        "Exact words, in the language in which they were said or printed, and the way to them in a source.",
        {
            "in the page’s language": Specimen(quote=QUOTE),
            "in another language": Specimen(quote=GERMAN),
            "from right to left": Specimen(quote=ARABIC_QUOTE),
            "in a source": Specimen(quote=FOUND),
            "in a source, and in a kept copy": Specimen(quote=replace(FOUND, kept=HERE)),
            "in a kept copy alone": Specimen(quote=replace(FOUND, where="", kept=HERE)),
            "a word without a break": Specimen(quote=Quote(text=LONG, lang="de", publisher=LONG, where=HERE)),
        },
    ),
    Example(
        "cites",
        "The sources of a claim, beside it: publisher and date, leading to the list of sources.",
        {
            "one": Specimen(cites=cites(MINUTES)),
            "several": Specimen(cites=cites(MINUTES, GAZETTE, "Lowmere Ferries")),
            "a name without a break": Specimen(cites=cites(LONG, MINUTES)),
        },
    ),
    Example(
        "conditions",
        "What something hangs on, and whether it has come about.",
        {
            "met": Specimen(conditions=Joined(join="if", conditions=(MET,))),
            "not met": Specimen(conditions=Joined(join="unless", conditions=(UNMET,))),
            "not recorded": Specimen(conditions=Joined(join="if", conditions=(UNRECORDED,))),
            "a phrase, which nobody can check": Specimen(conditions=Joined(join="if", conditions=(PHRASE,))),
            "several": Specimen(conditions=Joined(join="unless", conditions=(MET, UNMET, UNRECORDED, PHRASE))),
            "a word without a break": Specimen(
                conditions=Joined(join="if", conditions=(replace(UNMET, words=(LONG,)),))
            ),
        },
    ),
    Example(
        "heading",
        "The heading of a section, which the section is labelled by.",
        {
            "of a section": Specimen(level=2, heading=Titled(id="example-heading", text="What happened")),
            "of a part of it": Specimen(level=3, heading=Titled(id="example-subheading", text="On the island")),
            "a word without a break": Specimen(level=2, heading=Titled(id="example-long-heading", text=LONG)),
        },
    ),
    Example(
        "anchor",
        "The small # by which a part of the page can be linked to.",
        {"shown under the pointer and in focus": Specimen(anchor=Titled(id="anchor", text="this section"))},
    ),
)
