"""What came of the files of a site before, and the reading of those that are new, by as many workers as there are.

An outcome is known by all that it depends on: the bytes of the file, its path, the zone of its times, and Parley.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from pathlib import Path

import msgspec

from parley.memo.store import FOLDER, keep, recalled
from parley.read.brief import file_read
from parley.read.files import SourceFile
from parley.read.outcome import Read
from parley.read.packed import packed, reading_key, unpacked
from parley.site.inputs import code_mark
from parley.site.pool import pool, result
from parley.site.processors import processors

NAME = "reads"
WORTH_FORKING = 150  # files, below which workers cost more time than they save
IN_SHARE = 40  # files


class _Kept(msgspec.Struct, array_like=True):
    code: bytes
    outcomes: dict[bytes, bytes]


class Reads:
    """Reads files, or recalls what came of them. ``jobs``: workers; 0: as many as there are processors."""

    def __init__(self, root: Path, jobs: int = 0) -> None:
        self._file = root / FOLDER / NAME
        self._jobs = jobs
        self._known = _recalled(self._file)
        self._used: dict[bytes, bytes] = {}

    def __call__(self, sources: Sequence[SourceFile], time_zone: str) -> list[Read]:
        """What came of each of ``sources``, in their order."""
        keys = [reading_key(source, time_zone) for source in sources]
        new = [at for at, key in enumerate(keys) if key not in self._known]
        fresh = dict(zip(new, self._read([sources[at] for at in new], time_zone), strict=True))
        found = []
        for at, key in enumerate(keys):
            if at in fresh:
                read, self._used[key] = fresh[at]
            else:
                self._used[key] = self._known[key]
                read = unpacked(self._known[key])
            found.append(read)
        return found

    def keep(self) -> None:
        """Remember what was read for the next time, and nothing else."""
        if self._used.keys() != self._known.keys():
            keep(self._file, msgspec.msgpack.encode(_Kept(code_mark(), self._used)))

    def _read(self, sources: list[SourceFile], time_zone: str) -> list[tuple[Read, bytes]]:
        """What came of each, and the same as bytes."""
        jobs = min(self._jobs or processors(), len(sources) // WORTH_FORKING + 1)
        if jobs == 1 or "fork" not in multiprocessing.get_all_start_methods():
            return [(read := file_read(source, time_zone), packed(read, time_zone)) for source in sources]
        shares = [sources[at : at + IN_SHARE] for at in range(0, len(sources), IN_SHARE)]
        with pool(jobs, "fork") as hired:
            waiting = [hired.executor.submit(_share, share, time_zone) for share in shares]
            found = [one for future in waiting for one in result(future, hired.there)]
        return [(unpacked(data), data) for data in found]


def _share(sources: list[SourceFile], time_zone: str) -> list[bytes]:
    return [packed(file_read(source, time_zone), time_zone) for source in sources]


def _recalled(file: Path) -> dict[bytes, bytes]:
    data = recalled(file)
    try:
        kept = msgspec.msgpack.decode(data, type=_Kept) if data else None
    except msgspec.MsgspecError:
        return {}
    return kept.outcomes if kept and kept.code == code_mark() else {}
