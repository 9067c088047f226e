"""The finished site: a mapping from path to bytes that need not all be held in memory.

Bytes are put there as they are made, and past some size into a file without a name. Those of pages that did not have to
be made again stand in the output, and are looked up there if anyone asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import SpooledTemporaryFile
from weakref import finalize

from parley.site.memory import digest_of

MOST_HELD = 32_000_000  # bytes, past which they are put into a file that has no name and goes with the process


class NotAsRemembered(Exception):
    """A file of the output is not as it was left."""


class Shelf(Mapping[str, bytes]):
    """Bytes by path, in the order in which they were put there; a path that is put twice holds the later ones."""

    def __init__(self, output: Path | None = None) -> None:
        """``output``: where what is kept stands."""
        self._file = SpooledTemporaryFile(MOST_HELD)  # noqa: SIM115 (it is closed by the next line)
        finalize(self, self._file.close)
        self._end = 0
        self._places: dict[str, tuple[int, int] | None] = {}
        self._output = output
        self.digests: dict[str, bytes] = {}  # of all files
        self.kept: set[str] = set()

    def put(self, path: str, body: bytes, digest: bytes | None = None) -> None:
        """Let ``path`` hold ``body``, whose ``digest`` may be known."""
        self._file.seek(self._end)
        self._file.write(body)
        self._places[path] = (self._end, len(body))
        self._end += len(body)
        self.digests[path] = digest or digest_of(body)
        self.kept.discard(path)

    def put_all(self, files: Mapping[str, bytes]) -> None:
        """The same for each of ``files``."""
        for path, body in files.items():
            self.put(path, body)

    def keep(self, path: str, digest: bytes) -> None:
        """Let ``path`` hold what stands there in the output, which is known by its ``digest``."""
        self._places[path] = None
        self.digests[path] = digest
        self.kept.add(path)

    def keep_all(self, files: Mapping[str, bytes]) -> None:
        """The same for each path of ``files``, with its digest."""
        self._places.update(dict.fromkeys(files))
        self.digests.update(files)
        self.kept.update(files)

    def __getitem__(self, path: str) -> bytes:
        """Raises :class:`NotAsRemembered` where that was kept and is not there any more."""
        place = self._places[path]
        if place is None:
            return self._standing(path)
        begin, size = place
        self._file.seek(begin)
        return self._file.read(size)

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _standing(self, path: str) -> bytes:
        assert self._output
        try:
            body = (self._output / path).read_bytes()
        except OSError as fault:
            raise NotAsRemembered(path) from fault
        if digest_of(body) != self.digests[path]:
            raise NotAsRemembered(path)
        return body
