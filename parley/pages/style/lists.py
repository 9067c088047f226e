"""What lists are made of: actors, briefs, facts, terms, sources, changes and corrections; and the box at the top."""

from __future__ import annotations

from msgspec.structs import replace

from parley.pages.parts import Row, Stand
from parley.pages.story_parts import ActorLine, BriefLine, Change, Mend, SourceEntry, Term, WhoCard
from parley.pages.style.example import Example
from parley.pages.style.marks import count
from parley.pages.style.sample import (
    ARABIC,
    BRIEF,
    COMPANY,
    COUNCIL,
    ENDLESS,
    FERRIES,
    FOREIGN,
    FREE,
    HEARING,
    HERE,
    ISLANDERS,
    LONG,
    MAYOR,
    TOLL,
    link,
    prose,
    when,
)
from parley.pages.style.views import Specimen
from parley.pages.text_views import BriefMend
from parley.words import labels

COUNTS = (count("open", 2, HERE), count("rejected", 1, HERE))
ADDRESS = "https://ferry.example/"
SUMMARY = "The company wants a toll, the council wants none before the boats are repaired."

LINE = BriefLine(link=BRIEF, sentence=prose(SUMMARY), counts=COUNTS, updated=when("2024-03-20"))
CHANGE = Change(date=when("2024-03-20"), what=prose("The council has *answered*."))
MEND = Mend(date=when("2024-03-15"), was=prose("The toll was three crowns."), now=prose("It was *two*."))
SOURCES = tuple(
    SourceEntry(
        anchor=f"example-{kind}",
        number=at,
        title="Minutes of the meeting of 12 March",
        url=f"{ADDRESS}minutes",
        lang="",
        credit="Marrow County Council",
        date=when("2024-03-12"),
        kind=label,
        accessed=None,
        archived="",
    )
    for at, (kind, label) in enumerate(labels.SOURCE.items(), 1)
)
FACTS = (
    Row(term="Who", words=((COUNCIL, ", ", COMPANY),)),
    Row(term="Proposed", words=((TOLL, " (", COMPANY, ", 1 March 2024)"), (FREE, " (", ISLANDERS, ", 2024)"))),
    Row(term="Next", words=((HEARING, ", 20 April 2024"),)),
    Row(term="Not known", prose=(prose("What the repairs cost."), prose("Who pays for them."))),
)
ENDLESS_ROW = Row(term=LONG, words=((ENDLESS, " ", LONG),), prose=(prose(ARABIC, lang="ar"),))

EXAMPLES = (
    Example(
        "stand",
        'The box "Where things stand": the whole story in the first view.',
        {
            "in full": Specimen(
                stand=Stand(
                    title="Where things stand",
                    anchor="example-stand",
                    counts=COUNTS,
                    rows=FACTS,
                    foot=("Updated 20 March 2024 · ", link("9 sources")),
                )
            ),
            "empty": Specimen(
                stand=Stand(title="Where Ines Holt stands", anchor="example-stand-empty", counts=(), rows=())
            ),
            "names without a break": Specimen(
                stand=Stand(
                    title=LONG, anchor="example-stand-long", counts=COUNTS, rows=(ENDLESS_ROW, *FACTS[1:]), foot=(LONG,)
                )
            ),
        },
        wide=True,
    ),
    Example(
        "row",
        "One line of a list of facts (dl).",
        {
            "a sentence": Specimen(row=FACTS[0]),
            "several sentences": Specimen(row=FACTS[1]),
            "prose": Specimen(row=FACTS[3]),
            "words without a break, and from right to left": Specimen(row=ENDLESS_ROW),
        },
    ),
    Example(
        "actor-line",
        "An actor in a list.",
        {
            "a person": Specimen(
                actor_line=ActorLine(link=MAYOR, role=("Mayor of Marrow",), counts="2 briefs · 3 proposals")
            ),
            "without a role": Specimen(actor_line=ActorLine(link=COMPANY, role=(), counts="1 brief")),
            "a name alone, from right to left": Specimen(actor_line=ActorLine(link=FOREIGN, role=(), counts="")),
            "a name without a break": Specimen(actor_line=ActorLine(link=ENDLESS, role=(LONG,), counts="1 brief")),
        },
    ),
    Example(
        "who-card",
        "Someone's part in a brief, as an item of a list.",
        {
            "with role and part": Specimen(
                who_card=WhoCard(link=MAYOR, role=("Mayor; speaks for ", COUNCIL), line=prose("Says *no* to the toll."))
            ),
            "a name alone": Specimen(who_card=WhoCard(link=ISLANDERS, role=(), line=prose(""))),
            "a name without a break": Specimen(
                who_card=WhoCard(link=ENDLESS, role=("speaks for ", FOREIGN), line=prose(ARABIC, lang="ar"))
            ),
        },
        wide=True,
    ),
    Example(
        "brief-line",
        "A brief in a list.",
        {
            "with everything": Specimen(
                brief_line=replace(LINE, next=(HEARING, ", 20 April 2024"), topics=(FERRIES, link("Prices", "topic")))
            ),
            "with a title alone": Specimen(brief_line=replace(LINE, sentence=prose(""), counts=())),
            "a title without a break": Specimen(
                brief_line=replace(LINE, link=link(LONG, "brief"), sentence=prose(ARABIC, lang="ar"))
            ),
        },
    ),
    Example(
        "change",
        "An update of the brief.",
        {
            "plain": Specimen(change=CHANGE),
            "minor": Specimen(change=replace(CHANGE, minor=True)),
            "with what changed": Specimen(change=replace(CHANGE, items=(TOLL, HEARING))),
            "a word without a break": Specimen(change=replace(CHANGE, what=prose(LONG), date=when("2024-03~"))),
        },
        wide=True,
    ),
    Example(
        "mend",
        "A correction of the brief: what it said, and what it says now.",
        {
            "plain": Specimen(mend=MEND),
            "with where it was": Specimen(mend=replace(MEND, where=TOLL)),
            "a word without a break": Specimen(mend=replace(MEND, was=prose(LONG), now=prose(ARABIC, lang="ar"))),
        },
        wide=True,
    ),
    Example(
        "brief-mend",
        "A correction, with the brief it was made in.",
        {
            "plain": Specimen(brief_mend=BriefMend(brief=BRIEF, mend=MEND)),
            "a title without a break": Specimen(brief_mend=BriefMend(brief=link(LONG, "brief"), mend=MEND)),
        },
        wide=True,
    ),
    Example(
        "more",
        "How much of a list is shown, with the way to the rest; nothing where all of it is.",
        {"a list that is cut": Specimen(more=("The newest 20 of 48. ", link("All answers"), "."))},
    ),
    Example(
        "term",
        "A term of the glossary (dl).",
        {
            "plain": Specimen(
                term=Term(anchor="example-term", term=("Crown",), meaning=prose("The money of *Marrow*."))
            ),
            "a word without a break": Specimen(
                term=Term(anchor="example-long-term", term=(LONG,), meaning=prose(ARABIC, lang="ar"))
            ),
        },
    ),
    Example(
        "source-entry",
        "A source in a brief's list.",
        {
            **{source.kind: Specimen(source_entry=source) for source in SOURCES},
            "with a kept copy": Specimen(
                source_entry=replace(
                    SOURCES[0],
                    anchor="example-kept",
                    number=7,
                    accessed=when("2024-03-20"),
                    archived=f"{ADDRESS}kept/minutes",
                )
            ),
            "without address, author and date": Specimen(
                source_entry=replace(SOURCES[0], anchor="example-bare", number=8, url="", credit="", date=None)
            ),
            "in another language, a name without a break": Specimen(
                source_entry=replace(
                    SOURCES[0], anchor="example-foreign", number=99, title=ARABIC, lang="ar", credit=LONG
                )
            ),
        },
        wide=True,
    ),
)
