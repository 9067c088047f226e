"""What must hold of any story: the order of files changes nothing, and a day is the same as deleting by hand.

Stories are drawn as plain records with dates as text, and deleting by hand is done on the records, so that it shares
nothing with the code that is tested.
"""

from __future__ import annotations

import random
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from parley.derive import doubts, insights, library_as_of
from parley.model.library import Library
from tests.derive import builders
from tests.derive.builders import actor, on
from tests.derive.stories import plan, strike

DAYS = [f"2025-05-0{number}" for number in range(1, 7)]
DATES = [
    *DAYS,
    "2025-05-03T09:00",
    "2025-05-03T18:00+02:00",
    "2025-05",
    "2025-06",
    "2025-05-02/2025-05-05",
    "2025-05-04/..",
]
PEOPLE = ("a", "b", "c", "envoy", "aide", "club")
SLUGS = ("one", "two")
QUICK = settings(derandomize=True, max_examples=50, deadline=None)

Record = dict[str, Any]
Story = dict[str, list[Record]]  # slug -> records; the first is the brief itself


def several(values: Any, most: int = 2) -> Any:
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


@st.composite
def stories(draw: Any) -> Story:
    """Two briefs that refer to each other's proposals and steps."""
    plans = [f"{slug}/p{number}" for slug in SLUGS for number in range(draw(st.integers(1, 3)))]
    steps = [f"{slug}/s{number}" for slug in SLUGS for number in range(draw(st.integers(0, 2)))]
    found: Story = {slug: [{"kind": "brief", "date": draw(st.sampled_from(DATES))}] for slug in SLUGS}
    date, person = st.sampled_from(DATES), st.sampled_from(PEOPLE)
    for slug in SLUGS:
        sources = [f"{slug}/w{number}" for number in range(draw(st.integers(0, 2)))]
        known = several(sources) if sources else st.just([])
        found[slug] += [{"kind": "source", "id": it, "date": draw(date)} for it in sources]
        found[slug] += [
            {
                "kind": "proposal",
                "id": it,
                "date": draw(date),
                "by": draw(person),
                "to": draw(several(PEOPLE)),
                "withdrawn": draw(st.none() | date),
                "answer_by": draw(st.none() | date),
                "replaces": draw(several(plans, 1)),
                "about": draw(several(plans)),
                "source": draw(known),
            }
            for it in plans
            if it.startswith(slug)
        ]
        found[slug] += [
            {
                "kind": "step",
                "id": it,
                "date": draw(date),
                "about": draw(several(plans)),
                "conditions": draw(several([*plans, *steps, "a phrase"])),
                "source": draw(known),
                "ended": draw(st.none() | st.just("") | date),
            }
            for it in steps
            if it.startswith(slug)
        ]
        found[slug] += [
            {
                "kind": draw(st.sampled_from(["rejection", "acceptance", "reaction"])),
                "of": draw(st.sampled_from(plans)),
                "by": draw(person),
                "date": draw(date),
                "conditions": draw(several([*plans, *steps, "a phrase"])),
                "instead": draw(several(plans, 1)),
                "stance": draw(st.sampled_from(["supports", "defers", "silent"])),
                "source": draw(known),
            }
            for _ in range(draw(st.integers(0, 6)))
        ]
        found[slug] += [
            {"kind": "event", "date": draw(date), "source": draw(known)} for _ in range(draw(st.integers(0, 2)))
        ]
        found[slug] += [
            {"kind": "update", "date": draw(date), "changed": draw(several([*plans, *steps, *sources]))}
            for _ in range(draw(st.integers(0, 2)))
        ]
        for line, record in enumerate(found[slug], start=1):
            record["line"] = line
    return found


def built(story: Story) -> Library:
    """The library of a story."""
    cast = (
        *(actor(id_) for id_ in "abc"),
        actor("envoy", "person", speaks_for="a"),
        actor("aide", "person", speaks_for="envoy"),
        actor("club", "group", members=("a", "b")),
    )
    return builders.library(*cast, *(_brief(slug, records) for slug, records in story.items()))


def _brief(slug: str, records: list[Record]) -> Any:
    head, *rest = records
    counts: dict[str, int] = {}
    places = {"title": (head["line"], 1)}
    for record in rest:
        key = {"proposal": "proposals", "step": "next_steps", "source": "sources"}.get(record["kind"])
        if key:
            places[f"{key}.{record['id'].partition('/')[2]}"] = (record["line"], 3)
        else:
            at = counts[record["kind"]] = counts.get(record["kind"], -1) + 1
            places[f"{record['kind']}s.{at}"] = (record["line"], 5)
    return builders.brief(*(_item(slug, it) for it in rest), slug=slug, published=head["date"], places=places)


def _item(slug: str, record: Record) -> Any:
    match record["kind"]:
        case "source":
            return builders.source(record["id"], record["date"])
        case "proposal":
            keys = ("by", "to", "date", "withdrawn", "answer_by", "replaces", "about", "source")
            return builders.proposal(record["id"], **{key: record[key] for key in keys})
        case "step":
            ended = record["ended"]
            return builders.step(
                record["id"],
                record["date"],
                about=record["about"],
                needs=record["conditions"],
                source=record["source"],
                outcome=None if ended is None else builders.outcome("done", ended),
            )
        case "event":
            what = f"Event {record['line']}."
            return builders.event(record["date"], what, source=record["source"], brief=slug)
        case "update":
            return builders.update(record["date"], record["changed"])
    base = {"of": record["of"], "by": record["by"], "date": record["date"], "brief": slug, "source": record["source"]}
    match record["kind"]:
        case "rejection":
            return builders.rejection(**base, unless=record["conditions"], instead=record["instead"])
        case "acceptance":
            return builders.acceptance(**base, if_=record["conditions"])
        case _:
            return builders.reaction(**base, stance=record["stance"])


def deleted_by_hand(story: Story, day: str) -> Story:
    """The records without those that are dated later, and without mentions of them."""

    def later(text: str | None) -> bool:
        first = (text or "0001").partition("/")[0][:10]
        return f"{first}-01-01"[:10] > day if len(first) == 4 else f"{first}-01"[:10] > day

    out = {slug for slug, records in story.items() if later(records[0]["date"])}
    everything = [(slug, it) for slug, records in story.items() for it in records[1:]]
    dated = {
        it["id"]
        for slug, it in everything
        if "id" in it and it["kind"] != "step" and (slug in out or later(it["date"]))
    }
    for slug, it in everything:
        unproposed = it["kind"] == "step" and it["about"] and set(it["about"]) <= dated
        unseen = it["kind"] == "step" and it["source"] and set(it["source"]) <= dated
        if it["kind"] == "step" and (slug in out or unproposed or unseen):
            dated.add(it["id"])
    return {
        slug: [records[0], *(_stripped(it, dated, later) for it in records[1:] if not _is_gone(it, dated, later))]
        for slug, records in story.items()
        if slug not in out
    }


def _is_gone(record: Record, dated: set[str], later: Any) -> bool:
    if record["kind"] == "step":
        return record["id"] in dated
    return later(record["date"]) or record.get("id") in dated or record.get("of") in dated


def _stripped(record: Record, dated: set[str], later: Any) -> Record:
    new = dict(record)
    for key in ("about", "replaces", "instead", "source", "changed"):
        if key in new:
            new[key] = [it for it in new[key] if it not in dated]
    if "conditions" in new:
        new["conditions"] = [builders.Phrase(it.partition("/")[2]) if it in dated else it for it in new["conditions"]]
    if later(new.get("withdrawn")):
        new["withdrawn"] = None
    if new.get("ended") is not None:
        over = {"2025-05": "2025-05-31", "2025-06": "2025-06-30", "2025-05-02/2025-05-05": "2025-05-05"}
        known_from = new["ended"] or over.get(new["date"], new["date"])
        if later(known_from):
            new["ended"] = None
    return new


@QUICK
@given(story=stories(), day=st.sampled_from(DAYS))
def test_a_day_is_the_same_as_deleting_what_is_later_by_hand(story: Story, day: str) -> None:
    assert library_as_of(built(story), on(day)) == built(deleted_by_hand(story, day))


@QUICK
@given(story=stories(), days=st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)))
def test_an_earlier_day_can_be_reached_by_way_of_a_later_one(story: Story, days: tuple[str, str]) -> None:
    library, (early, late) = built(story), sorted(days)

    assert library_as_of(library_as_of(library, on(late)), on(early)) == library_as_of(library, on(early))


@QUICK
@given(story=stories(), day=st.sampled_from(DAYS), seed=st.integers(0, 99))
def test_the_order_of_briefs_lists_and_maps_changes_nothing(story: Story, day: str, seed: int) -> None:
    assert told(built(shuffled(story, seed)), day) == told(built(story), day)


def shuffled(story: Story, seed: int) -> Story:
    """The records in another order, but for answers of one day, among which the order of a list counts."""
    dice = random.Random(seed)
    ranks: dict[tuple[str, str], float] = {}

    def rank(record: Record) -> float:
        return ranks.setdefault((record["kind"], record["date"][:10]), dice.random())

    slugs = dice.sample(list(story), len(story))
    return {slug: [story[slug][0], *sorted(story[slug][1:], key=rank)] for slug in slugs}


def told(library: Library, day: str) -> Any:
    """All that is derived, without what only says where something stands."""
    found = insights(library_as_of(library, on(day)), on(day))
    problems = [(it.code, it.found, it.expected, it.severity) for it in doubts(library, found)]
    return _without_places(msgspec.to_builtins(found)), sorted(problems)


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(it) for key, it in value.items() if key != "at"}
    return [_without_places(it) for it in value] if isinstance(value, list | tuple) else value


@QUICK
@given(story=stories(), day=st.sampled_from(DAYS))
def test_every_proposal_has_one_standing_whose_parts_agree(story: Story, day: str) -> None:
    library = library_as_of(built(story), on(day))
    found = insights(library, on(day))

    assert found.standings.keys() == library.proposals.keys()
    for standing in found.standings.values():
        asked = {position.side for position in standing.positions if position.addressed}
        split = [*standing.waiting_for, *standing.accepted_by, *standing.rejected_by]
        assert len(split) == len(set(split))
        assert set(split) == asked
        assert not asked & set(builders.ids(library.proposals[standing.proposal].by))
        assert bool(standing.way) == (standing.status in ("open", "rejected", "conditional", "lapsed"))
        assert (standing.status == "rejected") <= bool(standing.rejected_by)
        assert (standing.status == "accepted") <= (not standing.waiting_for and bool(standing.accepted_by))
    for deadlock in found.deadlocks:
        assert all(
            not stand.met
            for knot in deadlock.knots
            for stand in _stands(found, knot)
            if stand.condition.ref == knot.waits_for
        )
    assert all(len(chain) > 1 and key in chain for key, chain in found.chains.items())
    assert [it.date.first for it in found.timeline] == sorted(it.date.first for it in found.timeline)
    assert not set(found.overdue) & set(found.coming)


def _stands(found: Any, knot: Any) -> Any:
    rows = found.standings[knot.proposal].positions
    return next(position.conditions for position in rows if position.side == knot.side)


def test_the_literal_stories_are_the_same_upside_down() -> None:
    for story in (strike(), plan()):
        upside_down = [_upside_down(brief) for brief in reversed(story.briefs.values())]
        shared = [it for it in reversed(story.actors.values()) if not it.brief]

        for day in ("2025-03-13", "2025-04-05"):
            assert told(builders.library(*shared, *upside_down), day) == told(story, day)


def _upside_down(brief: Any) -> Any:
    """A brief whose maps run backwards; the lists are told apart by their dates, which the stories never repeat."""
    maps = {
        key: dict(reversed(getattr(brief, key).items())) for key in ("proposals", "next_steps", "sources", "actors")
    }
    lists = {
        key: tuple(replace(it, at=at) for at, it in enumerate(reversed(getattr(brief, key))))
        for key in ("rejections", "acceptances", "reactions")
    }
    return replace(brief, **maps, **lists, places={})
