"""The text that a new brief, actor or site begins with: it builds as it stands, and shows by example what to write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from parley.model.slugs import slug_of as slug_of
from parley.write.editor_files import modeline


def quoted(text: str) -> str:
    """``text`` as one YAML scalar that no character in it can break."""
    line = " ".join(text.split())
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def starter_brief(title: str, slug: str, day: dt.date) -> str:
    """A brief of that title, marked as a draft, with an example of each part to write over.

    The example's actors carry the slug in their ids, so that two new briefs don't define the same one.
    """
    return modeline("briefs/brief.yaml") + BRIEF.replace("SLUG", slug).replace("TITLE", quoted(title)).replace(
        "DAY", day.isoformat()
    )


def starter_actor(name: str, slug: str, kind: str) -> str:
    """An entry for ``briefs/actors.yaml``."""
    return f"{slug}:\n  name: {quoted(name)}\n  kind: {kind}\n"


def starter_site(day: dt.date) -> Mapping[str, str]:
    """The files of a new site, by path."""
    return {
        "site.yaml": modeline("site.yaml") + SITE,
        "briefs/actors.yaml": modeline("briefs/actors.yaml")
        + "# Actors that several briefs share. One that appears in one brief may stand there.\n",
        "briefs/first-brief.yaml": starter_brief("The first brief", "first", day).replace("draft: true\n", ""),
    }


SITE = """\
# The site's own settings. Every key is optional.
name: My desk
tagline: Who proposed what, who said no, and what comes next
language: en
time_zone: UTC
# address: https://example.org/
"""

BRIEF = """\
# What a line like this says is for you; readers never see it. Write over the examples and delete what you don't need.
title: TITLE
published: DAY
draft: true
summary: One or two plain sentences that a hurried reader can stop after.

what: |
  What happened, for someone who comes new to it. An empty line begins a new paragraph.
  [[SLUG-council]] is a link to an actor, [^minutes] cites a source.

# Everyone who takes part: the actor's id, and one line on the part they play here.
who:
  SLUG-council: Decides whether the bridge is closed.
  SLUG-traders: Asked for the bridge to stay open.

unknown:
  - What nobody has said yet.

# Actors that appear in this brief alone; those of several briefs stand in actors.yaml.
# kind is person, state, organisation or group. A person may have "speaks_for: an-actor-id".
actors:
  SLUG-council:
    name: Alder Town Council
    kind: organisation
  SLUG-traders:
    name: Alder Traders
    kind: group

# What was put on the table, each under an id of its own. kind may be invitation, demand, warning or decision.
proposals:
  keep-bridge-open:
    title: Keep the bridge open until the works begin
    kind: demand
    by: SLUG-traders
    to: SLUG-council
    date: DAY
    source: minutes

# Who said no to what, and why. "unless" is what would change the answer; "instead" names a counter-proposal.
rejections:
  - of: keep-bridge-open
    by: SLUG-council
    date: DAY
    why: The bridge is not safe for lorries.
    unless: an engineer finds it safe
    source: minutes

# acceptances and reactions look the same; a reaction has a stance: supports, opposes, defers or silent.

next_steps:
  engineers-report:
    title: The engineer reports
    date: DAY
    certainty: expected
    about: keep-bridge-open

sources:
  minutes:
    title: Minutes of the council
    publisher: Alder Town Council
    date: DAY
    kind: official
    url: https://example.org/minutes
"""
