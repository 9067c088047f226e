"""The finished site: a mapping from path to bytes that need not all be held in memory.

Bytes are put there as they are made, and past some size into a file without a name. Those of pages that did not have to
be made again stand in the output, and are looked up there if anyone asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from struct import Struct
from tempfile import SpooledTemporaryFile
from weakref import finalize

from parley.site.memory import digest_of

MOST_HELD = 32_000_000  # bytes, past which they are put into a file that has no name and goes with the process


ROW = Struct("<qq16s")  # of a file: where its bytes begin, how many there are, and their digest
IN_OUTPUT = -1  # in place of where they begin


class NotAsRemembered(Exception):
    """A file of the output is not as it was left."""


class Shelf(Mapping[str, bytes]):
    """Bytes by path, in the order in which they were put there; a path that is put twice holds the later ones."""

    def __init__(self, output: Path | None = None) -> None:
        """``output``: where what is kept stands."""
        self._file = SpooledTemporaryFile(MOST_HELD)  # noqa: SIM115 (it is closed by the next line)
        finalize(self, self._file.close)
        self._end = 0
        self._rows: dict[str, bytes] = {}  # packed, since there may be millions
        self._output = output

    def put(self, path: str, body: bytes, digest: bytes | None = None) -> None:
        """Let ``path`` hold ``body``, whose ``digest`` may be known."""
        self._file.seek(self._end)
        self._file.write(body)
        self._rows[path] = ROW.pack(self._end, len(body), digest or digest_of(body))
        self._end += len(body)

    def put_all(self, files: Mapping[str, bytes]) -> None:
        """The same for each of ``files``."""
        for path, body in files.items():
            self.put(path, body)

    def keep(self, path: str, digest: bytes) -> None:
        """Let ``path`` hold what stands there in the output, which is known by its ``digest``."""
        self._rows[path] = ROW.pack(IN_OUTPUT, 0, digest)

    def put_below(self, folder: str, other: Shelf) -> None:
        """Take all of ``other``, the files of which stand in ``folder`` ("uk/") here."""
        kept = other.kept
        for path, digest in other.digests.items():
            if path in kept:
                self.keep(folder + path, digest)
            else:
                self.put(folder + path, other[path], digest)

    @property
    def digests(self) -> dict[str, bytes]:
        """Of all files, by path; made anew each time."""
        return {path: ROW.unpack(row)[2] for path, row in self._rows.items()}

    @property
    def kept(self) -> Set[str]:
        """The paths of those that stand in the output; made anew each time."""
        return {path for path, row in self._rows.items() if ROW.unpack(row)[0] == IN_OUTPUT}

    def keep_all(self, files: Mapping[str, bytes]) -> None:
        """The same for each path of ``files``, with its digest."""
        for path, digest in files.items():
            self.keep(path, digest)

    def __getitem__(self, path: str) -> bytes:
        """Raises :class:`NotAsRemembered` where that was kept and is not there any more."""
        begin, size, digest = ROW.unpack(self._rows[path])
        if begin == IN_OUTPUT:
            return self._standing(path, digest)
        self._file.seek(begin)
        return self._file.read(size)

    def __contains__(self, path: object) -> bool:
        return path in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _standing(self, path: str, digest: bytes) -> bytes:
        assert self._output
        try:
            body = (self._output / path).read_bytes()
        except OSError as fault:
            raise NotAsRemembered(path) from fault
        if digest_of(body) != digest:
            raise NotAsRemembered(path)
        return body
