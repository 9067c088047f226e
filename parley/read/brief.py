"""One file -> one brief, the shared actors, or the settings; with what only the file itself can tell."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, TypeVar

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief, Event
from parley.model.keys import Noun
from parley.model.problem import Place, Problem, quoted
from parley.model.proposal import Answer
from parley.model.settings import Settings
from parley.read.files import SourceFile
from parley.read.nodes import Mapping, Node
from parley.read.own_id import own_id
from parley.read.reading import Reading
from parley.read.record import record
from parley.read.tree import UNFINISHED, Tree, tree

N = TypeVar("N", bound=Noun)
WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Read(msgspec.Struct):
    """What came of one file. ``whole`` is false where its text could not be read to the end."""

    reading: Reading
    brief: Brief | None = None
    actors: tuple[Actor, ...] = ()
    settings: Settings | None = None
    whole: bool = True
    mended: bool = False  # read with lines that were mended in memory: what it names may change


def settings_read(source: SourceFile | None) -> Read:
    """``site.yaml``; every key has a default, so a missing or empty file is fine."""
    if source is None:
        return Read(Reading("site.yaml", []), settings=Settings())
    reading, root, found = _reading(source, "UTC", Settings)
    settings = record(reading, Settings, root, "", "site.yaml", {}) if root else Settings()
    _finished(reading, found)
    return Read(
        reading,
        settings=Settings() if found.mended or not found.whole else settings,
        whole=found.whole,
        mended=found.mended,
    )


def actors_read(source: SourceFile | None, time_zone: str) -> Read:
    """``briefs/actors.yaml``: a map of actors by id."""
    if source is None:
        return Read(Reading("briefs/actors.yaml", []))
    reading, root, found = _reading(source, time_zone, Actor)
    if root is None:
        return Read(reading, whole=found.whole, mended=found.mended)
    if not isinstance(root, Mapping):
        reading.tell(root, "not-a-map", "a file that is not a map", "write an actor's id, a colon, and its keys below")
        reading.unread.add("actors")
        _finished(reading, found)
        return Read(reading, whole=False)
    actors = []
    for key, (key_node, value) in root.entries.items():
        id_ = own_id(reading, key_node, root.entries)
        reading.places[f"actors.{id_}"] = (key_node.line, key_node.column)
        actors.append(record(reading, Actor, value, f"actors.{id_}", quoted(key), {"id": id_}))
    _finished(reading, found)
    return Read(reading, actors=tuple(actors), whole=found.whole, mended=found.mended)


def brief_read(source: SourceFile, time_zone: str) -> Read:
    """A brief. Its problems are in the reading; with errors there, the brief is only good for finding more."""
    reading, root, found = _reading(source, time_zone, Brief)
    if root is None:
        if found.whole:
            expected = "write at least title, published, what and who"
            reading.problems.append(Problem(Place(source.path), "empty-file", "an empty file", expected))
        return Read(reading, whole=found.whole, mended=found.mended)
    if not isinstance(root, Mapping):
        reading.tell(root, "not-a-map", "a brief that is not a map", 'begin with "title: ..." at the left edge')
        _finished(reading, found)
        return Read(reading, whole=False)
    given = {"slug": source.slug, "file": source.path, "places": reading.places}
    brief = record(reading, Brief, root, "", "the brief", given)
    _tell_shared_ids(reading, brief, root)
    _finished(reading, found)
    brief = msgspec.structs.replace(brief, references=tuple(reading.references), **_with_ids(brief))
    return Read(reading, brief=brief, actors=tuple(brief.actors.values()), whole=found.whole, mended=found.mended)


def _reading(source: SourceFile, time_zone: str, noun: type[Noun]) -> tuple[Reading, Node | None, Tree]:
    """What the file says, read as far as it can be; its problems so far are in the reading."""

    def judge(root: Node, lines: list[str]) -> list[Problem]:
        return _told_of(Reading(source.path, lines, source.slug, time_zone, problems=[]), noun, root)

    found = tree(source.data, source.path, judge)
    reading = Reading(source.path, found.lines, source.slug, time_zone, problems=list(found.problems))
    return reading, found.root, found


def _told_of(reading: Reading, noun: type[Noun], root: Node) -> list[Problem]:
    """The problems of ``root`` as a ``noun``, or as a map of those."""
    if noun is not Actor:
        record(reading, noun, root, "", "the file", {"slug": ""} if noun is Brief else {})
    elif isinstance(root, Mapping):
        for key, (_, value) in root.entries.items():
            record(reading, Actor, value, key, key, {"id": key})
    return reading.problems


def _finished(reading: Reading, found: Tree) -> None:
    """Take back what may only seem wrong because the rest of the file is not there, or stands at its fault."""
    told = set(found.problems)
    reading.problems[:] = [it for it in reading.problems if it in told or it.place.line not in found.doubtful]
    for line in found.guessed | found.doubtful:
        reading.suspected |= set(WORD.findall(found.lines[line - 1]))
    if not found.stuck:
        return
    edge = found.stuck - 1
    reading.problems[:] = [
        it for it in reading.problems if it in told or (it.code not in UNFINISHED and it.place.line < edge)
    ]
    reading.references[:] = [it for it in reading.references if it.line < edge]
    reading.suspected |= set(WORD.findall("\n".join(found.lines[edge - 1 :])))


def _tell_shared_ids(reading: Reading, brief: Brief, root: Mapping) -> None:
    """A proposal and a next step of one name could not be told apart by those who refer to them."""
    steps = root.entries.get("next_steps")
    for name in brief.next_steps:
        if name in brief.proposals and steps and isinstance(steps[1], Mapping):
            key = steps[1].entries[name][0]
            reading.tell(
                key, "same-id", f'"{name}", which is also the id of a proposal', "give the next step an id of its own"
            )


def _with_ids(brief: Brief) -> dict[str, Any]:
    """The lists of answers and events with an id for each, made from what it says and never from its position."""
    used: Counter[str] = Counter()

    def answer_id(answer: Answer) -> str:
        of = (answer.of or "").removeprefix(f"{brief.slug}/").replace("/", "--")
        return _unique(used, f"{of}.{'.'.join(answer.by or ())}.{_day(answer)}")

    def event_id(event: Event) -> str:
        return _unique(used, f"event.{_day(event)}")

    def named(items: tuple[Any, ...], name: Any) -> tuple[Any, ...]:
        return tuple(msgspec.structs.replace(item, id=f"{brief.slug}/{name(item)}") for item in items)

    return {
        "rejections": named(brief.rejections, answer_id),
        "acceptances": named(brief.acceptances, answer_id),
        "reactions": named(brief.reactions, answer_id),
        "events": named(brief.events, event_id),
    }


def _day(item: Answer | Event) -> str:
    return re.sub(r"[^0-9a-z]+", "-", item.date.text.lower()).strip("-") if item.date else "undated"


def _unique(used: Counter[str], name: str) -> str:
    used[name] += 1
    return name if used[name] == 1 else f"{name}.{used[name]}"
