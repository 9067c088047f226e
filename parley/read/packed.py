"""What came of one file -> bytes and back, so that a file that did not change need not be read again.

The bytes are data and nothing else: msgpack with numbers, texts and lists, from which the nouns are made by their own
shapes. Ids, dates and lists of ids are kept once and named by number, and so are one object afterwards, too: that keeps
the bytes small and the nouns small. Nothing in the bytes says of which version of the schema they are, or that they are
whole: whoever keeps them keeps that beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any

import msgspec

from parley.model.brief import Brief, Reference
from parley.model.dates import Date, parsed_date
from parley.model.kept_places import KeptPlaces
from parley.model.keys import Kind, Noun
from parley.model.overlay import Overlay
from parley.model.problem import Problem
from parley.model.proposal import Condition
from parley.read.files import SourceFile
from parley.read.outcome import Read
from parley.read.packed_forms import Way, form, letter, parts

KINDS = tuple(Kind)
KIND = {kind: at for at, kind in enumerate(KINDS)}
Row = list[Any]
Tables = tuple[list[str], list[Date], list[tuple[str, ...]]]  # as :data:`parley.read.packed_forms.TABLES` counts them


class _Packed(msgspec.Struct, array_like=True):
    """All of a :class:`Read`. ``dates`` are numbers of ``words``, ``groups`` lists of such; ``references`` has four
    numbers for each, and ``abroad`` names some of them by their number."""

    file: str
    slug: str
    time_zone: str
    words: list[str]
    dates: list[int]
    groups: list[list[int]]
    brief: Row | None
    settings: Row | None
    overlay: Overlay | None
    actors: list[Row]  # of a file that is no brief
    whole: bool
    mended: bool
    references: list[int]
    abroad: list[int]
    places: bytes
    problems: tuple[Problem, ...]
    for_later: frozenset[Problem]
    suspected: frozenset[str]
    unread: frozenset[str]
    keys: frozenset[str]
    lines: tuple[str, ...]


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(_Packed)


def reading_key(source: SourceFile, time_zone: str) -> bytes:
    """What the outcome of reading ``source`` depends on, in 20 bytes: its path, its bytes and the zone of times without
    one. The version of Parley is left to whoever keeps outcomes for longer than a run."""
    return blake2b(b"\0".join((time_zone.encode(), source.path.encode(), source.data)), digest_size=20).digest()


def packed(read: Read, time_zone: str) -> bytes:
    """``read`` as bytes; ``time_zone`` is that of its times without one."""
    packing = _Packing()
    brief = packing.row(read.brief) if read.brief else None
    settings = packing.row(read.settings) if read.settings else None
    actors = [] if read.brief else packing.records(read.actors)
    at = {id(reference): number for number, reference in enumerate(read.references)}
    references = [
        number for one in read.references for number in (KIND[one.kind], packing.word(one.to), one.line, one.column)
    ]
    return _ENCODER.encode(
        _Packed(
            file=read.file,
            slug=read.slug,
            time_zone=time_zone,
            words=list(packing.words),
            dates=list(packing.dates.values()),
            groups=[[packing.words[word] for word in group] for group in packing.groups],
            brief=brief,
            settings=settings,
            overlay=read.overlay,
            actors=actors,
            whole=read.whole,
            mended=read.mended,
            references=references,
            abroad=[at[id(reference)] for reference in read.abroad],
            places=read.places.data,
            problems=read.problems,
            for_later=read.for_later,
            suspected=read.suspected,
            unread=read.unread,
            keys=read.keys,
            lines=read.lines,
        )
    )


class _Packing:
    """The tables of one outcome, while they are filled."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.dates: dict[str, int] = {}  # what was typed -> its number among the words
        self.numbers: dict[str, int] = {}  # what was typed -> its number among the dates
        self.groups: dict[tuple[str, ...], int] = {}

    def row(self, noun: Noun) -> Row:
        """``noun``: its form, and the values that are not as they are when nothing is typed."""
        word = letter(type(noun))
        row: Row = [word]
        for part in parts(type(noun)):
            value = getattr(noun, part.name)
            if value is not part.absent and value != part.absent:
                word += part.letter
                row.append(value if part.way == "plain" else PACKED[part.way](self, value))
        row[0] = word
        return row

    def word(self, text: str) -> int:
        return self.words.setdefault(text, len(self.words))

    def date(self, date: Date) -> int:
        self.dates.setdefault(date.text, self.word(date.text))
        return self.numbers.setdefault(date.text, len(self.numbers))

    def group(self, group: tuple[str, ...]) -> int:
        for text in group:
            self.word(text)
        return self.groups.setdefault(group, len(self.groups))

    def conditions(self, conditions: Sequence[Condition]) -> list[int | str]:
        """Numbers of words for ids, texts for phrases."""
        return [self.word(one.ref) if one.ref else one.text for one in conditions]

    def map(self, texts: dict[str, str]) -> list[list[Any]]:
        return [[self.word(key) for key in texts], list(texts.values())]

    def records(self, nouns: Sequence[Noun]) -> list[Row]:
        return [self.row(noun) for noun in nouns]

    def record_map(self, nouns: dict[str, Noun]) -> list[list[Any]]:
        return [[self.word(key) for key in nouns], [self.row(noun) for noun in nouns.values()]]


PACKED: dict[Way, Callable[[_Packing, Any], Any]] = {
    "word": _Packing.word,
    "date": _Packing.date,
    "group": _Packing.group,
    "texts": lambda _, texts: texts,
    "conditions": _Packing.conditions,
    "map": _Packing.map,
    "record": _Packing.row,
    "records": _Packing.records,
    "record-map": _Packing.record_map,
}


def unpacked(data: bytes) -> Read:
    """The :class:`Read` that was packed into ``data``. What is no such bytes raises ``msgspec.MsgspecError``,
    ``LookupError``, ``TypeError`` or ``ValueError``, or gives some other outcome."""
    found = _DECODER.decode(data)
    words = found.words
    dates = [parsed_date(words[at], found.time_zone) for at in found.dates]
    groups = [tuple([words[at] for at in group]) for group in found.groups]
    tables = (words, dates, groups)
    numbers = iter(found.references)
    mentions = zip(numbers, numbers, numbers, numbers, strict=True)
    references = tuple([Reference(KINDS[kind], words[to], line, column) for kind, to, line, column in mentions])
    places = KeptPlaces(found.places)
    brief: Brief | None = None
    if found.brief:
        brief = _noun(found.brief, tables, {"places": places, "references": references})
    return Read(
        file=found.file,
        slug=found.slug,
        brief=brief,
        actors=tuple(brief.actors.values()) if brief else _records(found.actors, tables),
        settings=_noun(found.settings, tables) if found.settings else None,
        overlay=found.overlay,
        whole=found.whole,
        mended=found.mended,
        problems=found.problems,
        for_later=found.for_later,
        references=references,
        abroad=tuple([references[at] for at in found.abroad]),
        places=places,
        suspected=found.suspected,
        unread=found.unread,
        keys=found.keys,
        lines=found.lines,
    )


def _noun(row: Row, tables: Tables, given: dict[str, Any] | None = None) -> Any:
    """The noun of ``row``, with the values of ``given`` fields that are not in it."""
    made = form(row.pop(0))
    for at, table in made.in_tables:
        row[at] = tables[table][row[at]]
    for at, way in made.others:
        row[at] = UNPACKED[way](row[at], tables)
    fields = dict(zip(made.names, row, strict=True))
    if given or made.absent:
        fields |= {**made.absent, **(given or {})}
    return made.noun(**fields)


def _conditions(items: list[int | str], tables: Tables) -> tuple[Condition, ...]:
    return tuple([Condition(text=item) if isinstance(item, str) else Condition(tables[0][item]) for item in items])


def _map(pair: list[list[Any]], tables: Tables) -> dict[str, str]:
    return {tables[0][key]: text for key, text in zip(*pair, strict=True)}


def _records(rows: list[Row], tables: Tables) -> tuple[Any, ...]:
    return tuple([_noun(row, tables) for row in rows])


def _record_map(pair: list[list[Any]], tables: Tables) -> dict[str, Any]:
    return {tables[0][key]: _noun(row, tables) for key, row in zip(*pair, strict=True)}


UNPACKED: dict[Way, Callable[[Any, Tables], Any]] = {
    "texts": lambda texts, _: tuple(texts),
    "conditions": _conditions,
    "map": _map,
    "record": _noun,
    "records": _records,
    "record-map": _record_map,
}
