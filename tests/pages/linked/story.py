"""A story in which everything occurs that linked data must tell rightly, or must not tell at all."""

# ruff: noqa: E501 - a record on one line reads better than on five

from __future__ import annotations

import datetime as dt
from pathlib import Path

from parley.derive import insights, library_as_of
from parley.model.library import library
from parley.pages.desk import Desk, Dressing
from parley.read.content import content
from tests.pages.conftest import ASSETS
from tests.sites import written

SITE = """\
name: The Desk
address: https://desk.example/news/
language: en
policies: {corrections: We mend what is wrong.}
"""
ACTORS = """\
alder: {name: Alder, kind: state, country: AL, aka: [The Republic of Alder], wikidata: Q1}
birch: {name: Birch, kind: state}
union: {name: Union of Trees, kind: organisation, members: [alder, birch]}
office: {name: Forest Office, kind: organisation, part_of: union, url: "https://office.example/", country: AL, role: Runs the forest}
walkers: {name: The walkers, kind: group, members: [reed]}
reed: {name: Ann Reed, kind: person, role: Mayor, speaks_for: alder, country: AL, summary: "Leads [[alder]] *now*."}
page: {name: Bo Page, kind: person, speaks_for: reed}
"""
BRIEF = """\
title: Who may cross the bridge?
published: 2025-05-01T09:30+03:00
summary: The states differ, says [[reed]].
what: It began with a bridge.[^minutes]
who: {reed: Decides., union: Watches.}
topics: [Bridges, Town planning]
authors: [Jane Doe]
lang: en-GB
proposals:
  open-it: {title: Open the bridge, by: [walkers, reed], to: [birch, union], date: 2025-05-02, source: minutes}
  close-it: {title: Close the bridge, kind: demand, by: birch, to: alder, date: 2025-05, basis: reported, about: open-it}
  guard-it: {title: Guard it, by: alder, to: birch, date: 2025-05-03/2025-05-05}
  paint-it: {title: Paint it, kind: decision, by: alder, date: 2025-05~}
rejections:
  - {of: open-it, by: birch, date: 2025-05-03, basis: implied, why: Too loud., source: minutes}
  - {of: close-it, by: reed, date: 2025-05-04T10:00+03:00, unless: [open-it, it pays], source: [minutes, letter]}
acceptances:
  - {of: open-it, by: union, date: 2025-05-04, source: letter}
  - {of: guard-it, by: birch, date: 2025-05-06, if: open-it}
reactions:
  - {of: guard-it, by: union, date: 2025-05/2025-06, stance: supports, basis: reported}
  - {of: guard-it, by: office, date: 2025-05~, stance: opposes}
  - {of: open-it, by: office, date: 2025-05-04, stance: defers}
  - {of: close-it, by: office, date: 2025-05-04, stance: silent}
next_steps:
  fair: {title: The fair, date: 2025-07-01/2025-07-03, where: Oak Square, who: [alder, reed], certainty: confirmed, about: open-it}
  vote: {title: The vote, date: 2025-07-02, where: Town hall, certainty: proposed}
  debate: {title: The debate, date: 2025-07-02, where: Town hall, certainty: expected}
  reply: {title: The last day to reply, date: 2025-07-02, where: Town hall, certainty: deadline}
  season: {title: The season opens, date: 2025-08, where: Oak Square, certainty: confirmed}
  call: {title: The call, date: 2025-07-02, certainty: confirmed}
  missed: {title: The forgotten meeting, date: 2025-05-20, where: Oak Square, certainty: confirmed}
  held: {title: The talks, date: 2025-05-08, where: Oak Square, outcome: {result: done, date: 2025-05-08}}
  late: {title: The late talks, date: 2025-05-08, where: Oak Square, outcome: {result: partly, date: 2025-05-09T11:00+02:00}}
  vague: {title: The vague talks, date: 2025-05-08, where: Oak Square, outcome: {result: done, date: 2025-06}}
  off: {title: The dinner, date: 2025-05-08, where: Oak Square, outcome: {result: cancelled, date: 2025-05-07}}
  later: {title: The dance, date: 2025-05-08, where: Oak Square, outcome: {result: postponed}}
  none: {title: The concert, date: 2025-05-08, where: Oak Square, outcome: {result: not-done}}
events:
  - {date: 2025-05-01, what: A tree fell., who: page}
sources:
  minutes: {title: "Minutes <b>&</b>", publisher: Alder Council, author: [Al Ash, Bea Elm], date: 2025-05-01, url: "https://example.org/minutes?a=1&b=2", lang: de, archived: "https://archive.example/minutes"}
  letter: {title: A letter, date: 2025-05}
glossary: {span: What a bridge is made of.}
updates:
  - {date: 2025-05-10, what: The mayor answered.}
corrections:
  - {date: 2025-05-11, was: It was on *2 May*., now: It was on 3 May., where: open-it}
"""
FILES = {"site.yaml": SITE, "briefs/actors.yaml": ACTORS, "briefs/bridge.yaml": BRIEF}
DAY = dt.date(2025, 6, 15)
ADDRESS = "https://desk.example/news/"


def desk_of(folder: Path, **files: str) -> Desk:
    """The desk of the story on 15 June 2025; ``files`` ("briefs/x.yaml") take the place of the story's."""
    found = content(written(folder, {**FILES, **files}))
    assert [str(problem) for problem in found.problems if problem.severity == "error"] == []
    now = library_as_of(library(found.settings, found.actors, found.briefs), DAY)
    return Desk(now, insights(now, DAY), Dressing(ASSETS))


def longer() -> str:
    """The same brief with more proposals, answers and sources than one page bears."""
    proposals = [f"  more-{at}: {{title: More {at}, by: alder, to: birch, date: 2025-05-01}}" for at in range(14)]
    said = [
        f"  - {{of: more-{at}, by: birch, date: 2025-05-{day:02}, source: s{at}}}" for at in range(14) for day in (2, 3)
    ]
    sources = [f"  s{at}: {{title: Report {at}}}" for at in range(65)]
    text = BRIEF
    for key, lines in (("rejections", proposals), ("acceptances", said), ("glossary", sources)):
        text = text.replace(f"\n{key}:", "\n" + "\n".join(lines) + f"\n{key}:")
    return text
