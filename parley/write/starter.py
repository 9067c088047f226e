"""What a new brief and a new site begin with: it builds as it stands, and shows by example what to write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from parley.model.forms import RESERVED
from parley.model.keys import Noun
from parley.model.slugs import slug_of
from parley.model.typed import as_typed
from parley.write.editor_files import editor_files, modeline
from parley.write.first_brief import ACTORS, BLANK, EXAMPLE
from parley.write.new_actor import NewActor, entry
from parley.write.site_help import site_help

SOON = dt.timedelta(days=14)


class Party(Noun, frozen=True, kw_only=True):
    """Someone who takes part in a new brief; ``new`` where the brief is to define them."""

    id: str
    part: str = ""  # the part they play
    new: NewActor | None = None


class Told(Noun, frozen=True, kw_only=True):
    """What a writer has told of a new brief beforehand; what is empty is left to be written."""

    summary: str = ""
    parties: tuple[Party, ...] = ()
    proposal: str = ""  # its title
    kind: str = ""
    by: str = ""
    to: str = ""


def free_id(wanted: str, taken: Collection[str]) -> str:
    """``wanted``, or with a number where it is taken or reserved: "reed", "reed-2"."""
    number, found = 1, wanted
    while found in taken or RESERVED.fullmatch(found):
        number += 1
        found = f"{wanted}-{number}"
    return found


def starter_brief(title: str, slug: str, day: dt.date, told: Told | None = None) -> str:
    """A brief of that title, marked as a draft: with what was ``told`` of it, and TODO where more must be written.

    The actors that stand for those not told of carry the slug in their ids, so that two new briefs don't define the
    same one.
    """
    told = told or Told()
    parties = told.parties or tuple(_unnamed(f"{slug}-{at}") for at in ("first", "second"))
    first, second = parties[0].id, parties[1 if len(parties) > 1 else 0].id
    by = told.by or first
    to = told.to or ("" if told.proposal else next((party.id for party in parties if party.id != by), ""))
    new = "".join(entry(party.new, "  ") for party in parties if party.new)
    text = BLANK.format(
        title=as_typed(" ".join(title.split())),
        day=day.isoformat(),
        later=(day + SOON).isoformat(),
        summary=as_typed(told.summary) if told.summary else "TODO one or two plain sentences, for a hurried reader",
        first=first,
        who="".join(f"  {party.id}: {_part(party)}\n" for party in parties),
        actors=ACTORS + new if new else "",
        id=free_id(slug_of(told.proposal) or "first-proposal", ["first-step", "first-source"]),
        proposal=as_typed(told.proposal) if told.proposal else "TODO it in a few words, such as Keep the bridge open",
        kind=f"    kind: {told.kind}\n" if told.kind not in ("", "proposal") else "",
        by=by,
        to=f"    to: {to}\n" if to else "",
        answers=to or second,
    )
    return modeline("briefs/brief.yaml") + text


def _part(party: Party) -> str:
    return as_typed(party.part) if party.part else "TODO the part that they play here"


def _unnamed(id_: str) -> Party:
    """Someone of whom nothing is known yet."""
    return Party(id=id_, new=NewActor(id=id_, name="TODO the name, such as Alder Town Council", kind="organisation"))


def starter_site(day: dt.date) -> Mapping[str, str]:
    """The files of a new site, by path."""
    example = EXAMPLE.format(day=day.isoformat(), later=(day + SOON).isoformat())
    return {
        "site.yaml": modeline("site.yaml") + SITE,
        "briefs/actors.yaml": modeline("briefs/actors.yaml") + SHARED,
        "briefs/first-brief.yaml": modeline("briefs/first-brief.yaml") + example,
    }


def starter_help(wheel: str = "") -> Mapping[str, str]:
    """Files that help whoever works in a new site, by path; none of its content, and none is needed. ``wheel`` is the
    name of Parley's wheel in `vendor/`."""
    return {**editor_files(), **site_help(wheel)}


SITE = """\
# The site's own settings. Every key is optional.
name: My desk
tagline: Who proposed what, who said no, and what comes next
language: en
time_zone: UTC
# address: https://example.org/
"""

SHARED = """\
# Actors that several briefs share; one that appears in one brief may stand there. `parley new actor` adds one here.
"""
