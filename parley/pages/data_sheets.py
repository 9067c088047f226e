"""The tables of the data page: what each holds, and what every column means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from parley.pages import data_rows as rows
from parley.pages.desk import Desk


class Sheet(msgspec.Struct, frozen=True):
    """One table: its name, what it holds, its columns with their meaning, and what makes its rows of some briefs."""

    name: str
    title: str
    doc: str
    columns: dict[str, str]
    rows: Callable[[Desk, Sequence[str]], rows.Rows]
    by_id: bool = False  # the order of its rows; else that of briefs


URL = "address of the page"


SOURCES = "ids of the sources"


DATE = "date as typed (EDTF)"


CONDITIONS = "what it hangs on: full ids, or phrases"


SHEETS = (
    Sheet(
        "briefs",
        "Briefs",
        "One row per story.",
        {
            "slug": "id of the brief",
            "title": "headline",
            "summary": "one or two sentences",
            "what": "what happened, in Markdown",
            "why_it_matters": "Markdown",
            "background": "Markdown",
            "unknown": "what is not known",
            "topics": "subjects",
            "authors": "who wrote it",
            "lang": "language",
            "who": "ids of the actors presented in it",
            "parts": "their part in it: “id: line”",
            "glossary": "terms explained: “term: meaning”",
            "published": DATE,
            "updated": "how far its knowledge goes",
            "review_by": DATE,
            "expires": DATE,
            "proposals": "full ids of its proposals",
            "url": URL,
        },
        rows.briefs,
    ),
    Sheet(
        "actors",
        "Actors",
        "One row per person, state, organisation or group.",
        {
            "id": "id of the actor",
            "name": "name",
            "kind": "person, state, organisation or group",
            "role": "office or function",
            "speaks_for": "id of the side its words count as",
            "side": "the same, followed to the end",
            "members": "of a group",
            "part_of": "larger bodies",
            "country": "ISO 3166-1 alpha-2",
            "aka": "other names",
            "wikidata": "Wikidata id",
            "homepage": "its own page",
            "summary": "Markdown",
            "briefs": "slugs of the briefs it appears in",
            "made": "full ids of proposals it made, or its speakers",
            "received": "the same, put to it",
            "url": URL,
        },
        rows.actors,
        by_id=True,
    ),
    Sheet(
        "proposals",
        "Proposals",
        "One row per proposal, with its derived status and the reason.",
        {
            "id": "brief/id",
            "brief": "slug",
            "title": "what it is called",
            "kind": "proposal, invitation, demand, warning or decision",
            "by": "who put it",
            "to": "who was asked",
            "date": DATE,
            "status": "open, accepted, conditional, rejected, superseded, lapsed, withdrawn or announced",
            "reason": "why it has that status",
            "waiting_for": "sides that have given neither yes nor no",
            "accepted_by": "sides asked that said yes",
            "rejected_by": "sides asked that said no",
            "terms": "point by point",
            "says": "paraphrase",
            "quote": "exact words",
            "answer_by": DATE,
            "about": "proposals it bears on",
            "unless": "of a warning: what would call it off",
            "replaces": "proposals",
            "replaced_by": "proposals",
            "answers_to": "proposals against which it was put",
            "withdrawn": DATE,
            "basis": "said, implied or reported",
            "source": SOURCES,
            "note": "editor's remark",
            "way": "what would have to happen for it to be accepted, in order",
            "chain": "proposals and counter-proposals it is part of, oldest first",
            "url": URL,
        },
        rows.proposals,
    ),
    Sheet(
        "positions",
        "Positions",
        "One row for each side that was asked or has answered, with its latest answer.",
        {
            "proposal": "brief/id",
            "side": "id of the side",
            "by": "who spoke for it",
            "answer": "accepts, accepts-if, rejects, rejects-unless, supports, opposes, defers, silent or no-answer",
            "date": DATE,
            "basis": "said, implied or reported",
            "source": SOURCES,
            "url": "where the answer stands",
            "addressed": "whether the side was asked",
            "mixed": "whether it gave different answers on its latest day",
            "changes": "how often its answer changed",
            "met_unanswered": "all it asked for has come; its answer has not changed",
        },
        rows.positions,
    ),
    Sheet(
        "answers",
        "Answers",
        "One row per answer, earlier ones too.",
        {
            "id": "brief/id",
            "brief": "slug",
            "of": "the proposal answered",
            "by": "who spoke",
            "sides": "the sides it counts for",
            "answer": "as in positions",
            "date": DATE,
            "basis": "said, implied or reported",
            "why": "reason given",
            "quote": "exact words",
            "conditions": CONDITIONS,
            "instead": "counter-proposals",
            "source": SOURCES,
            "note": "editor's remark",
            "current": "whether it is the one that counts",
            "url": URL,
        },
        rows.answers,
        by_id=True,
    ),
    Sheet(
        "next-steps",
        "Next steps",
        "One row per step, those that are over too.",
        {
            "id": "brief/id",
            "brief": "slug",
            "title": "what is to happen",
            "date": DATE,
            "certainty": "proposed, expected, confirmed or deadline",
            "state": "coming, overdue, done, partly, not-done, postponed or cancelled",
            "who": "who takes part",
            "where": "place",
            "about": "proposals",
            "needs": CONDITIONS,
            "outcome_date": DATE,
            "outcome": "what happened",
            "source": SOURCES,
            "url": URL,
        },
        rows.steps,
    ),
    Sheet(
        "events",
        "Events",
        "One row per event that is no proposal, answer or step.",
        {
            "id": "brief/id",
            "brief": "slug",
            "date": DATE,
            "what": "what happened",
            "who": "who took part",
            "where": "place",
            "source": SOURCES,
            "url": URL,
        },
        rows.events,
        by_id=True,
    ),
    Sheet(
        "changes",
        "Changes",
        "One row per update or a correction of a brief.",
        {
            "brief": "slug",
            "kind": "update or correction",
            "date": DATE,
            "what": "what is new, or what is right",
            "was": "of a correction: what was wrong",
            "items": "what it is about",
            "minor": "too small for the feeds",
            "url": URL,
        },
        rows.changes,
    ),
    Sheet(
        "deadlocks",
        "Deadlocks",
        "One row per circle of conditions; the lists run side by side.",
        {
            "sides": "who waits",
            "proposals": "what it will not move on",
            "waits_for": "before this has come about",
            "sentence": "the same in words",
        },
        rows.deadlocks,
    ),
    Sheet(
        "sources",
        "Sources",
        "One row per source of a brief.",
        {
            "id": "brief/id",
            "brief": "slug",
            "title": "title",
            "publisher": "publisher",
            "author": "authors",
            "date": DATE,
            "address": "its address",
            "kind": "news, official, statement, document, interview or social",
            "lang": "language",
            "accessed": DATE,
            "archived": "address of a kept copy",
            "url": "where it is listed",
        },
        rows.sources,
    ),
)
