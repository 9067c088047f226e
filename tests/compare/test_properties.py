"""Whatever is edited by the schema, some move tells of it; and what is equal does not move."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from parley.compare.fields import same
from parley.model.dates import day
from parley.model.keys import Kind, Noun
from parley.model.library import Library
from parley.model.library import library as library_of
from parley.model.page import plain
from parley.model.proposal import Condition
from parley.model.schema import Field, shape
from parley.read.content import content
from parley.words.moves import told
from parley.words.named import Named
from tests.compare.versions import moved
from tests.read.full_brief import TWO
from tests.read.town import ACTORS
from tests.sites import written

QUICK = settings(
    derandomize=True, max_examples=250, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
POOLS: dict[Kind, list[Any]] = {
    Kind.ACTOR: ["council", "reed", "traders", "guest"],
    Kind.PROPOSAL: ["everything/bridge", "everything/plan", "town/plan", "town/bridge"],
    Kind.SOURCE: ["everything/minutes", "everything/paper"],
    Kind.ITEM: ["everything/report", "everything/plan", "everything/what"],
    Kind.CONDITION: [Condition(ref="everything/report"), Condition(text="the rain stops"), Condition(text="it snows")],
    Kind.DATE: [day("2025-05-03"), day("2025-04"), day("2025-05-01/2025-05-02"), day("2025-05-09")],
    Kind.BOOL: [True, False],
}
TEXTS = ["Another text.", "One. Two. Three.", "said", ""]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = written(tmp_path_factory.mktemp("town"), {"briefs/actors.yaml": ACTORS, **TWO})
    found = content(root)
    assert found.briefs, found.problems
    return library_of(found.settings, found.actors, found.briefs)


def values(field: Field) -> list[Any]:
    """Values that may stand under ``field``, as far as it has no records."""
    pool = list(field.choices) or POOLS.get(field.kind, TEXTS)
    if field.form == "many":
        return [(), (pool[0],), (pool[-1], pool[0]), tuple(pool[:2])]
    if field.form == "map":
        keys = POOLS[Kind.ACTOR] if field.key_kind is Kind.ACTOR else ["Span", "Pier"]
        return [{keys[0]: "Another text."}, {keys[1]: "", keys[0]: "One."}, {}]
    empty = [None] if field.default is None and not field.required else []
    return pool + empty


def spots(noun: Noun, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """All places in ``noun`` where a value may be another one, or a record be taken out."""
    for key, field in shape(type(noun)).fields.items():
        here, value = (*path, key), getattr(noun, field.attribute)
        if field.form == "records":
            for at, item in enumerate(value):
                yield (*here, at, "-")
                yield from spots(item, (*here, at))
        elif field.form == "record-map":
            for name, item in value.items():
                if key == "next_steps":
                    yield (*here, name, "-")
                yield from spots(item, (*here, name))
        elif field.form == "record":
            if value is not None:
                yield (*here, "-")
                yield from spots(value, here)
        elif key not in ("draft", "published", "aliases"):  # these say which briefs there are
            yield here


def edited(noun: Any, path: tuple[Any, ...], pick: int) -> Any:
    """``noun`` with another value at ``path``."""
    key, *rest = path
    field = shape(type(noun)).fields[key]
    value = getattr(noun, field.attribute)
    if not rest:
        pool = values(field)
        return replace(noun, **{field.attribute: pool[pick % len(pool)]})
    if rest == ["-"]:
        return replace(noun, **{field.attribute: None})
    if field.form == "record":
        return replace(noun, **{field.attribute: edited(value, tuple(rest), pick)})
    at, *more = rest
    if field.form == "records":
        if at >= len(value):
            return noun  # taken out by an edit before
        changed = [] if more == ["-"] else [edited(value[at], tuple(more), pick)]
        now = (*value[:at], *changed, *value[at + 1 :])
        return replace(noun, **{field.attribute: now})
    if at not in value:
        return noun
    kept = dict(value)
    if more == ["-"]:
        del kept[at]
    else:
        kept[at] = edited(value[at], tuple(more), pick)
    return replace(noun, **{field.attribute: kept})


def with_brief(whole: Library, brief: Any) -> Library:
    shared = [actor for actor in whole.actors.values() if not actor.brief]
    return library_of(whole.settings, shared, [brief, *(it for it in whole.briefs.values() if it.slug != brief.slug)])


@QUICK
@given(picks=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 50)), min_size=1, max_size=4))
def test_every_edit_of_a_brief_is_told_with_the_item_and_the_key(whole: Library, picks: Any) -> None:
    before = whole.briefs["everything"]
    places = list(spots(before))
    after = before
    for where, what in picks:
        path = places[where % len(places)]
        try:
            after = edited(after, path, what)
        except AttributeError:  # within an outcome that an edit before took out
            continue
    new = with_brief(whole, after)
    found = moved(whole, new)
    names = Named(new, whole)
    assert all(plain(told(move, names)) for move in found)
    assert all(move.weight for move in found)
    heard = {(move.thing, move.item, move.key.partition(".")[0]) for move in found}
    for thing, maps in (("proposal", "proposals"), ("step", "next_steps"), ("source", "sources"), ("actor", "actors")):
        old_items, new_items = getattr(before, maps), getattr(after, maps)
        for name, item in old_items.items():
            id_ = name if thing == "actor" else f"everything/{name}"
            if name not in new_items:
                assert (thing, id_, "") in heard
                continue
            for key, field in shape(type(item)).fields.items():
                if not same(getattr(item, field.attribute), getattr(new_items[name], field.attribute)):
                    assert (thing, id_, key) in heard
    for thing, lists in (
        ("answer", "answers"),
        ("event", "events"),
        ("update", "updates"),
        ("correction", "corrections"),
    ):
        if [saying(it) for it in getattr(before, lists)] != [saying(it) for it in getattr(after, lists)]:
            assert thing in {move.thing for move in found}
    for key in ("title", "summary", "what", "who", "unknown", "topics", "authors", "lang", "as_of", "glossary"):
        if getattr(before, key) != getattr(after, key):
            assert ("brief", "", key) in heard


def saying(noun: Noun) -> Any:
    """All that ``noun`` says, ids and places apart."""
    return type(noun), [getattr(noun, field.attribute) for field in shape(type(noun)).fields.values()]


@QUICK
@given(where=st.integers(0, 10_000), what=st.integers(0, 50))
def test_what_is_equal_does_not_move(whole: Library, where: int, what: int) -> None:
    places = list(spots(whole.briefs["everything"]))
    new = with_brief(whole, edited(whole.briefs["everything"], places[where % len(places)], what))
    again = msgspec.structs.replace(new)
    assert moved(new, again) == ()


@QUICK
@given(where=st.integers(0, 10_000), what=st.integers(0, 50))
def test_an_edit_and_the_way_back_tell_of_the_same_things(whole: Library, where: int, what: int) -> None:
    places = list(spots(whole.briefs["everything"]))
    new = with_brief(whole, edited(whole.briefs["everything"], places[where % len(places)], what))
    there, back = moved(whole, new), moved(new, whole)
    assert bool(there) == bool(back)
    written = {"answer", "step", "proposal", "source", "event", "update", "correction", "actor", "brief"}
    assert {move.thing for move in there} & written == {move.thing for move in back} & written
