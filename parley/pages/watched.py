"""What the pages of a unit were made of: a desk that notes every entry that is looked up.

A page maker sees nothing but its desk, so what it looked up there is all that its pages can depend on. Entries are
known by table and key ("library.briefs", "talks"). To ask whether there is an entry notes it as well, and to walk a
table notes the whole of it, or the order of its keys where only they were walked. While nothing that a unit noted has
changed, its pages can't have changed, whatever else did.

Values are plain data and never lead back to the desk: what is inside an entry belongs to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from types import FunctionType, MethodType
from typing import Any

from parley.pages.desk import Desk
from parley.pages.shelves import Shelves

Read = tuple[str, str]  # table, key
Looks = defaultdict[str, set[str]]  # table -> keys; a table that was only asked for has none
WHOLE, KEYS, ANY = "\0whole", "\0keys", "\0any"  # no ids: what is read of a table by those who walk it

# The tables that a desk works out itself, each when it is first asked for: mappings, sequences and sets.
TABLES = tuple(
    name
    for noun in (Shelves, Desk)
    for name, value in vars(noun).items()
    if isinstance(value, cached_property) and not name.startswith("_")
)


class WatchedDesk(Desk):
    """``desk``, as it is for one unit: ``looks`` are the keys of the entries that were looked up since, by table."""

    def __init__(self, desk: Desk) -> None:
        self.looks: Looks = defaultdict(set)
        self.dressing = desk.dressing  # the same for all units of a build
        self.library = _Watched(desk.library, "library", self.looks)  # type: ignore[assignment]
        self.found = _Watched(desk.found, "found", self.looks)  # type: ignore[assignment]
        self._unwatched = desk
        self._heres = {}  # none of the desk's own: what they keep was looked up for others
        self._reasons = {}

    @property
    def reads(self) -> frozenset[Read]:
        """The entries that were looked up; made anew each time."""
        return frozenset((table, key) for table, keys in self.looks.items() for key in keys)


def _table(name: str) -> Any:
    found = cached_property(lambda desk: watched(getattr(desk._unwatched, name), f"desk.{name}", desk.looks))
    found.__set_name__(WatchedDesk, name)
    return found


for _name in TABLES:
    setattr(WatchedDesk, _name, _table(_name))


def tables(desk: Desk) -> dict[str, Any]:
    """Every table of ``desk`` by its name, as it is: what can be read, and nothing more."""
    found: dict[str, Any] = {f"desk.{name}": getattr(desk, name) for name in TABLES}
    for begin, noun in (("library", desk.library), ("found", desk.found)):
        found |= {f"{begin}.{field}": getattr(noun, field) for field in noun.__struct_fields__}
    return found


def table(desk: Desk, name: str) -> Any:
    """The table of ``desk`` of that name, alone: others may be yet to be worked out. ``None``: there is none."""
    of, _, field = name.partition(".")
    return getattr({"desk": desk, "library": desk.library, "found": desk.found}[of], field, None)


def entry(table: Any, key: str) -> Any:
    """What stands in ``table`` under ``key``, as a value that changes whenever what was read does; ``None``: nothing.

    Tables are mappings by id, sequences and sets (of which an entry is whether it is in), and single values.
    """
    if key == WHOLE:
        if isinstance(table, Mapping):
            return [[name, value] for name, value in table.items()]
        return sorted(table) if isinstance(table, AbstractSet) else table
    if key == KEYS:
        return list(table)
    if key == ANY:
        return bool(table)
    return table.get(key) if isinstance(table, Mapping) else key in table


def watched(value: Any, table: str, looks: Looks) -> Any:
    """``value`` so that what is looked up in it is noted in ``looks``; a single value is noted at once."""
    if isinstance(value, Mapping):
        return _Map(value, looks[table])
    if isinstance(value, tuple):
        return _Row(value, looks[table])
    if isinstance(value, AbstractSet):
        return _Group(value, looks[table])
    looks[table].add(WHOLE)
    return value


class _Watched:
    """A noun whose fields are tables."""

    def __init__(self, noun: Any, name: str, looks: Looks) -> None:
        self._noun, self._name, self._looks = noun, name, looks

    def __getattr__(self, field: str) -> Any:
        method = getattr(type(self._noun), field, None)
        if isinstance(method, FunctionType):
            return MethodType(method, self)
        found = watched(getattr(self._noun, field), f"{self._name}.{field}", self._looks)
        self.__dict__[field] = found
        return found


class _Map(Mapping[str, Any]):
    def __init__(self, entries: Mapping[str, Any], keys: set[str]) -> None:
        self._entries, self._note = entries, keys.add

    def __getitem__(self, key: str) -> Any:
        self._note(key)
        return self._entries[key]

    def get(self, key: str, default: Any = None) -> Any:
        self._note(key)
        return self._entries.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(str(key))
        return key in self._entries

    def __iter__(self) -> Iterator[str]:
        self._note(KEYS)
        return iter(self._entries)

    def __len__(self) -> int:
        self._note(KEYS)
        return len(self._entries)

    def __bool__(self) -> bool:
        self._note(ANY)
        return bool(self._entries)

    def keys(self) -> Any:
        self._note(KEYS)
        return self._entries.keys()

    def values(self) -> Any:
        self._note(WHOLE)
        return self._entries.values()

    def items(self) -> Any:
        self._note(WHOLE)
        return self._entries.items()


class _Row(Sequence[Any]):
    def __init__(self, entries: tuple[Any, ...], keys: set[str]) -> None:
        self._entries, self._note = entries, keys.add

    def __getitem__(self, at: Any) -> Any:
        self._note(WHOLE)
        return self._entries[at]

    def __iter__(self) -> Iterator[Any]:
        self._note(WHOLE)
        return iter(self._entries)

    def __len__(self) -> int:
        self._note(WHOLE)
        return len(self._entries)

    def __contains__(self, entry: object) -> bool:
        self._note(entry if isinstance(entry, str) else WHOLE)
        return entry in self._entries

    def __bool__(self) -> bool:
        self._note(ANY)
        return bool(self._entries)


class _Group(AbstractSet[Any]):
    def __init__(self, entries: AbstractSet[Any], keys: set[str]) -> None:
        self._entries, self._note = entries, keys.add

    def __contains__(self, entry: object) -> bool:
        self._note(str(entry))
        return entry in self._entries

    def __iter__(self) -> Iterator[Any]:
        self._note(WHOLE)
        return iter(self._entries)

    def __len__(self) -> int:
        self._note(WHOLE)
        return len(self._entries)

    @classmethod
    def _from_iterable(cls, found: Iterable[Any]) -> frozenset[Any]:
        return frozenset(found)
