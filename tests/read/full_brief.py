"""A brief that uses every key of the format, and the site that it stands in."""

from tests.read.town import spoilt

FULL = """\
title: Everything
published: 2025-05-12T09:00+03:00
summary: All keys of a brief.
what: |
  First paragraph.[^minutes]

  Second paragraph, with [[reed]].
who:
  council: Decides with [[reed]].
  guest:
why_it_matters: It holds every key.
background: Nothing came before.
unknown:
  - What is missing.
topics: [Town planning, Roads]
authors: Jane Doe
lang: en-GB
aliases: [old-name, older-name]
as_of: 2025-05
review_by: 2025-06-01
expires: 2025
draft: false
actors:
  guest:
    name: A Guest
    kind: person
    role: Visitor
    speaks_for: council
    members: [reed, council]
    part_of: council
    country: TR
    aka: [Guest, The Guest]
    aliases: [visitor, first-guest]
    wikidata: Q42
    url: https://example.org/guest
    summary: Comes from [[council|the council]].
proposals:
  bridge:
    title: Keep it open
    by: traders
    to: [council, reed]
    date: 2025-05-01
  plan:
    title: The plan
    kind: demand
    by: [traders, guest]
    to: council
    date: 2025-05-08/2025-05-10
    terms: [First., "Second: more."]
    says: It says so.
    quote: "We say so."
    answer_by: 2025-05-20
    about: bridge
    unless: [bridge, the rain stops]
    replaces: bridge
    withdrawn: 2025-06-01
    status: lapsed
    status_note: The court said so.
    source: [minutes, paper]
    note: A remark.
    basis: reported
    aliases: first-plan
rejections:
  - of: plan
    by: [reed, guest]
    date: 2025-05-11T10:00
    why: Too much.
    quote: Never.
    for: council
    basis: implied
    source: minutes
    note: Said in passing.
    instead: [bridge, town/plan]
    unless: report
acceptances:
  - of: everything/bridge
    by: council
    date: 2025-05-12
    if: [report, the money comes]
reactions:
  - of: bridge
    by: guest
    date: 2025-05~
    stance: opposes
next_steps:
  report:
    title: The report
    date: 2025-07
    who: [council, guest]
    where: Alder
    about: [bridge, plan]
    needs: [bridge, a dry week]
    certainty: deadline
    source: paper
    outcome:
      result: not-done
      date: 2025-07-02
      what: Nobody came.
      source: [minutes]
events:
  - date: 2025-05-09
    what: The bridge shook.
    who: reed
    where: At the bridge
    source: paper
sources:
  minutes:
    title: Minutes
  paper:
    title: The paper
    publisher: Alder News
    author: [Jane Doe, John Roe]
    date: 2025-05-10
    url: https://example.org/paper?a=b
    kind: document
    lang: de
    accessed: 2025-05-12
    archived: https://archive.example.org/paper
glossary:
  Span: The part between two piers.
updates:
  - date: 2025-05-13
    what: The report is due.
    changed: [report, paper, who]
    minor: true
corrections:
  - date: 2025-05-14
    was: It was May.
    now: It was June.
    where: plan
"""
TWO = {"briefs/town.yaml": spoilt("  bridge:\n", "  plan: {title: P, by: reed, date: 2025-05-01}\n  bridge:\n"),
       "briefs/everything.yaml": FULL}  # fmt: skip
