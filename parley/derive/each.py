"""Tables and sets whose entries are worked out one by one while few are asked for, and all together when they are
walked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

V = TypeVar("V")


class Each(Mapping[str, V]):
    """The table that ``whole`` gives. ``one`` gives the entry for a key, the same as stands there; it raises
    ``KeyError`` where there is none, or gives ``None`` where one entry is no less work than all."""

    def __init__(self, one: Callable[[str], V | None], whole: Callable[[], Mapping[str, V]]) -> None:
        self._one = one
        self._whole = whole
        self._known: dict[str, V] = {}
        self._all: Mapping[str, V] | None = None

    def __getitem__(self, key: str) -> V:
        if self._all is not None:
            return self._all[key]
        if key not in self._known:
            found = self._one(key)
            if found is None:
                return self.all[key]
            self._known[key] = found
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def __bool__(self) -> bool:
        """True, even where it is empty: who asks only that should not have to wait for all of it."""
        return True

    @property
    def all(self) -> Mapping[str, V]:
        """The whole table."""
        if self._all is None:
            self._all = self._whole()
        return self._all


class Among(AbstractSet[str]):
    """The set that ``whole`` gives. ``one`` says whether something is in it."""

    def __init__(self, one: Callable[[str], bool], whole: Callable[[], AbstractSet[str]]) -> None:
        self._one = one
        self._whole = whole
        self._all: AbstractSet[str] | None = None

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._one(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    @classmethod
    def _from_iterable(cls, found: Iterable[str]) -> frozenset[str]:  # type: ignore[override]
        return frozenset(found)

    @property
    def all(self) -> AbstractSet[str]:
        """The whole set."""
        if self._all is None:
            self._all = self._whole()
        return self._all
