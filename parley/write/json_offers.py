"""The ids of a site as choices: what an editor offers where an id stands, with what each one means.

An id that is not among them is fine, too, if it has the form of one: it may be defined in the very file that is being
written, and the build tells what leads nowhere. So nothing here can bring a false error.

Each choice has its name as title, which servers show on hovering, and with what it is as description, which they show
while completing. There are at most :data:`MOST` in a list: servers look at each for every id in a brief.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from parley.model.brief import Brief
from parley.model.keys import Kind
from parley.model.names import Named, Names
from parley.model.schema import shape
from parley.write.json_values import Schema, alternatives, identifiers

MOST = 1_000
SEVERAL = 3  # up to so many briefs that use one id, each is told
ODD = {"true": "boolean", "false": "boolean", "null": "null"}  # ids that YAML takes for no text

Offers = Mapping[str, Named]


def references(names: Names) -> dict[Kind, Schema]:
    """For each kind of reference, what may stand there: any id of that form, and those of the site as choices."""
    proposals, steps, sources = _local(names.proposals), _local(names.steps), _local(names.sources)
    items = {**steps, **proposals}
    everywhere = {**names.steps, **names.proposals}
    keys = {key: Named("", field.doc) for key, field in shape(Brief).fields.items()}
    offers: dict[Kind, tuple[Offers, ...]] = {
        Kind.ACTOR: (names.actors,),
        Kind.PROPOSAL: (proposals, names.proposals),
        Kind.SOURCE: (sources,),
        Kind.CONDITION: (items, everywhere),
        Kind.ITEM: (keys, items, sources, everywhere),
    }
    return {kind: _reference(kind, found) for kind, found in offers.items()}


def offered(found: Offers) -> Offers:
    """As many of those as are offered."""
    return dict(islice(found.items(), MOST))


def described(named: Named) -> str:
    """What is told of an id in one line."""
    return f"{named.name} ({named.what})" if named.name and named.what else named.name or named.what


def _reference(kind: Kind, offers: Iterable[Offers]) -> Schema:
    odd = frozenset(ODD[id_] for found in offers for id_ in ODD if id_ in found)
    choices = {id_: named for found in offers for id_, named in found.items()}
    return {"anyOf": alternatives([*identifiers(kind, odd), *_choices(offered(choices))])}


def _choices(offers: Offers) -> Iterator[Schema]:
    for id_, named in offers.items():
        choice: Schema = {"const": id_}
        if named.name:
            choice["title"] = named.name
        if told := described(named):
            choice["description"] = told
        yield choice


def _local(named: Offers) -> dict[str, Named]:
    """Those of all briefs as they are typed in their own, with the briefs that have them. An id that several use is
    named for all of them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for full, thing in named.items():
        slug, _, id_ = full.partition("/")
        found.setdefault(id_, []).append((thing.name, slug))
    return {id_: _together(uses) for id_, uses in found.items()}


def _together(uses: list[tuple[str, str]]) -> Named:
    if len(uses) > SEVERAL:
        return Named("", f"in {len(uses)} briefs")
    if len(uses) == 1:
        return Named(uses[0][0], f"in {uses[0][1]}")
    titles = dict.fromkeys(name for name, _ in uses if name)
    return Named(" / ".join(titles), f"in {' and '.join(slug for _, slug in uses)}")
