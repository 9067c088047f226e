"""What came of the files of a site before, and the reading of those that are new, by as many workers as there are.

An outcome is known by all that it depends on: the bytes of the file, its path, the zone of its times, and Parley. What
is to be remembered goes to the disk as it comes, since all outcomes of a large site are as large as the site's text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import SpooledTemporaryFile
from weakref import finalize

import msgspec

from parley.memo.store import FOLDER, keep_all, recalled
from parley.read.brief import file_read
from parley.read.files import SourceFile
from parley.read.outcome import Read
from parley.read.packed import packed, reading_key, unpacked
from parley.site.inputs import code_mark
from parley.site.processors import forks, processors

NAME = "reads"
WORTH_FORKING = 150  # files, below which workers cost more time than they save
IN_SHARE = 40  # files
MOST_HELD = 32_000_000  # bytes of new outcomes, past which they are put into a file that goes with the process


ARRAY_OF_TWO, MAP = b"\x92", b"\xdf"  # as MessagePack begins them; a map is followed by its size in four bytes


class _Kept(msgspec.Struct, array_like=True):
    code: bytes
    outcomes: dict[bytes, bytes]


class Reads:
    """Reads files, or recalls what came of them. ``jobs``: workers; 0: as many as there are processors."""

    def __init__(self, root: Path, jobs: int = 0) -> None:
        self._file = root / FOLDER / NAME
        self._jobs = jobs
        self._known = _recalled(self._file)
        self._used: dict[bytes, tuple[int, int] | None] = {}  # key -> where among the new ones, and of what size
        self._fresh = SpooledTemporaryFile(MOST_HELD)  # noqa: SIM115 (it is closed by the next line)
        finalize(self, self._fresh.close)

    def __call__(self, sources: Sequence[SourceFile], time_zone: str) -> list[Read]:
        """What came of each of ``sources``, in their order."""
        keys = [reading_key(source, time_zone) for source in sources]
        new = [source for source, key in zip(sources, keys, strict=True) if key not in self._known]
        fresh, found = self._read(new, time_zone), []
        for key in keys:
            if key in self._known:
                self._used[key] = None
                found.append(unpacked(self._known[key]))
            else:
                read, data = next(fresh)
                found.append(read)
                self._used[key] = self._fresh.tell(), len(data)
                self._fresh.write(data)
        return found

    def keep(self) -> None:
        """Remember what was read for the next time, and nothing else."""
        if self._used.keys() != self._known.keys():
            keep_all(self._file, self._pieces())

    def _pieces(self) -> Iterator[bytes]:
        """What is to be kept, as the MessagePack of a :class:`_Kept` in pieces."""
        encoded = msgspec.msgpack.encode
        yield ARRAY_OF_TWO + encoded(code_mark()) + MAP + len(self._used).to_bytes(4, "big")
        for key, place in self._used.items():
            yield encoded(key) + encoded(self._outcome(*place) if place else self._known[key])

    def _outcome(self, begin: int, size: int) -> bytes:
        self._fresh.seek(begin)
        return self._fresh.read(size)

    def _read(self, sources: list[SourceFile], time_zone: str) -> Iterator[tuple[Read, bytes]]:
        """What came of each, and the same as bytes."""
        jobs = min(self._jobs or processors(), len(sources) // WORTH_FORKING + 1)
        if jobs == 1 or not forks():
            for source in sources:
                yield (read := file_read(source, time_zone)), packed(read, time_zone)
            return
        from parley.site.pool import pool, result

        shares = [sources[at : at + IN_SHARE] for at in range(0, len(sources), IN_SHARE)]
        with pool(jobs, "fork") as hired:
            waiting = deque(hired.executor.submit(_share, share, time_zone) for share in shares)
            while waiting:
                yield from ((unpacked(data), data) for data in result(waiting.popleft(), hired.there))


def _share(sources: list[SourceFile], time_zone: str) -> list[bytes]:
    return [packed(file_read(source, time_zone), time_zone) for source in sources]


def _recalled(file: Path) -> dict[bytes, bytes]:
    data = recalled(file)
    try:
        kept = msgspec.msgpack.decode(data, type=_Kept) if data else None
    except msgspec.MsgspecError:
        return {}
    return kept.outcomes if kept and kept.code == code_mark() else {}
