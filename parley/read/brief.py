"""One file -> one brief, the shared actors, or the settings; with what only the file itself can tell."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, TypeVar

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief, Event
from parley.model.kept_places import KeptPlaces
from parley.model.keys import Noun
from parley.model.overlay import Overlay, noun_in
from parley.model.places import SHARED_ACTORS
from parley.model.problem import Place, Problem, quoted
from parley.model.proposal import Answer
from parley.model.settings import Settings
from parley.read.files import SourceFile
from parley.read.nodes import Mapping, Node
from parley.read.outcome import Read, abroad, empty
from parley.read.overlay import overlay
from parley.read.own_id import own_id
from parley.read.reading import Reading
from parley.read.record import record
from parley.read.tree import UNFINISHED, Tree, tree

ACCENTS = ("accent", "accent_dark")  # colours of the settings that are judged where they stand

N = TypeVar("N", bound=Noun)
KEY = re.compile(r"^ *(?:- )?([a-z0-9]+(?:-[a-z0-9]+)*):", re.MULTILINE)
WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def settings_read(source: SourceFile | None) -> Read:
    """``site.yaml``; every key has a default, so a missing or empty file is fine."""
    if source is None:
        return empty("site.yaml", Settings())
    reading, root, found = _reading(source, "UTC", Settings)
    settings = record(reading, Settings, root, "", "site.yaml", {}) if root else Settings()
    if settings.identity.accent or settings.identity.accent_dark:
        at = {key: at for key in ACCENTS if (at := reading.places.get(f"identity.{key}"))}
        identity = msgspec.structs.replace(settings.identity, at=at)
        settings = msgspec.structs.replace(settings, identity=identity)
    _finished(reading, found)
    return _outcome(reading, found, settings=Settings() if found.mended or not found.whole else settings)


def file_read(source: SourceFile, time_zone: str) -> Read:
    """The shared actors, a brief or a translation, by the path of ``source``."""
    if source.lang:
        return translation_read(source, time_zone)
    return actors_read(source, time_zone) if source.path == SHARED_ACTORS else brief_read(source, time_zone)


def actors_read(source: SourceFile | None, time_zone: str) -> Read:
    """``briefs/actors.yaml``: a map of actors by id."""
    if source is None:
        return empty(SHARED_ACTORS)
    reading, root, found = _reading(source, time_zone, Actor)
    if root is None:
        return _outcome(reading, found)
    if not isinstance(root, Mapping):
        reading.tell(root, "not-a-map", "a file that is not a map", "write an actor's id, a colon, and its keys below")
        reading.unread.add("actors")
        _finished(reading, found)
        return _outcome(reading, found, whole=False)
    actors = []
    for key, (key_node, value) in root.entries.items():
        id_ = own_id(reading, key_node, root.entries)
        reading.places[f"actors.{id_}"] = (key_node.line, key_node.column)
        actors.append(record(reading, Actor, value, f"actors.{id_}", quoted(key), {"id": id_}))
    _finished(reading, found)
    return _outcome(reading, found, actors=tuple(actors))


def brief_read(source: SourceFile, time_zone: str) -> Read:
    """A brief. Its problems are in the reading; with errors there, the brief is only good for finding more."""
    reading, root, found = _reading(source, time_zone, Brief)
    if root is None:
        if found.whole:
            expected = "write at least title, published, what and who"
            reading.problems.append(Problem(Place(source.path), "empty-file", "an empty file", expected))
        return _outcome(reading, found)
    if not isinstance(root, Mapping):
        reading.tell(root, "not-a-map", "a brief that is not a map", 'begin with "title: ..." at the left edge')
        _finished(reading, found)
        return _outcome(reading, found, whole=False)
    given = {"slug": source.slug, "file": source.path}
    brief = record(reading, Brief, root, "", "the brief", given)
    _tell_shared_ids(reading, brief, root)
    _finished(reading, found)
    places = KeptPlaces.of(reading.places)
    brief = msgspec.structs.replace(brief, references=tuple(reading.references), places=places, **_with_ids(brief))
    return _outcome(reading, found, brief=brief, actors=tuple(brief.actors.values()), places=places)


def translation_read(source: SourceFile, time_zone: str) -> Read:
    """A translation of a brief, of the shared actors or of the settings."""
    noun = noun_in(source.path)
    if noun is not Brief:
        source = msgspec.structs.replace(source, slug="")  # what it mentions by id is in no brief
    reading, root, found = _reading(source, time_zone, noun)
    if root is None:
        return _outcome(reading, found, overlay=Overlay(source.lang, {}))
    words = overlay(reading, root, source.lang, noun)
    _finished(reading, found)
    return _outcome(reading, found, overlay=words)


def _outcome(
    reading: Reading,
    found: Tree,
    *,
    brief: Brief | None = None,
    actors: tuple[Actor, ...] = (),
    settings: Settings | None = None,
    overlay: Overlay | None = None,
    places: KeptPlaces | None = None,
    whole: bool = True,
) -> Read:
    """What came of the file whose notes are ``reading`` and whose text is ``found``."""
    whole = whole and found.whole
    references = brief.references if brief else tuple(reading.references)
    return Read(
        file=reading.file,
        slug=reading.slug,
        brief=brief,
        actors=actors,
        settings=settings,
        overlay=overlay,
        whole=whole,
        mended=found.mended,
        problems=tuple(reading.problems),
        for_later=frozenset(reading.for_later),
        references=references,
        abroad=abroad(references, reading.slug, actors, brief),
        places=KeptPlaces.of(reading.places) if places is None else places,
        suspected=frozenset(reading.suspected),
        unread=frozenset(reading.unread),
        keys=frozenset() if whole else frozenset(KEY.findall("\n".join(reading.lines))),
        lines=tuple(found.lines) if found.mended else (),
    )


def _reading(source: SourceFile, time_zone: str, noun: type[Noun]) -> tuple[Reading, Node | None, Tree]:
    """What the file says, read as far as it can be; its problems so far are in the reading."""

    def judge(root: Node, lines: list[str]) -> list[Problem]:
        reading = Reading(source.path, lines, source.slug, time_zone, problems=[])
        if not source.lang:
            return _told_of(reading, noun, root)
        overlay(reading, root, source.lang, noun)
        return reading.problems

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
