"""Where the keys of a file stand, kept small: they are asked for only where something is told, and there are many."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

_DECODER = msgspec.msgpack.Decoder(dict[str, tuple[int, int]])
_FASTEST = 1  # zlib's levels from 2 on take longer and make it hardly smaller


class KeptPlaces(Mapping[str, tuple[int, int]]):
    """A map from path, such as ``proposals.ceasefire.title``, to (line, column), from 1. It equals any map with the
    same places. ``data`` is what it is kept as: some 600 bytes for 80 places, a tenth of a plain dictionary."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data

    @classmethod
    def of(cls, places: Mapping[str, tuple[int, int]]) -> KeptPlaces:
        """``places``, kept."""
        return cls(zlib.compress(msgspec.msgpack.encode(dict(places)), _FASTEST))

    def __getitem__(self, path: str) -> tuple[int, int]:
        return _places(self.data)[path]

    def __iter__(self) -> Iterator[str]:
        return iter(_places(self.data))

    def __len__(self) -> int:
        return len(_places(self.data))

    def __repr__(self) -> str:
        return f"KeptPlaces.of({_places(self.data)})"


@lru_cache(maxsize=64)
def _places(data: bytes) -> dict[str, tuple[int, int]]:
    """The places in ``data``: those of the last few files that were asked for stay at hand."""
    return _DECODER.decode(zlib.decompress(data))
