"""The finished site: a mapping from path to bytes that need not all be held in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import SpooledTemporaryFile

MOST_HELD = 32_000_000  # bytes, past which they are put into a file that has no name and goes with the process


class Shelf(Mapping[str, bytes]):
    """Bytes by path, in the order in which they were put there; a path that is put twice holds the later ones."""

    def __init__(self, folder: Path | None = None) -> None:
        """``folder``: where there is room for what memory shall not hold; the system's own place without one."""
        self._file = SpooledTemporaryFile(MOST_HELD, dir=folder and str(folder))  # noqa: SIM115 (lives as long as the site does)
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def put(self, path: str, body: bytes) -> None:
        """Let ``path`` hold ``body``."""
        self._file.seek(self._end)
        self._file.write(body)
        self._places[path] = (self._end, len(body))
        self._end += len(body)

    def put_all(self, files: Mapping[str, bytes]) -> None:
        """The same for each of ``files``."""
        for path, body in files.items():
            self.put(path, body)

    def __getitem__(self, path: str) -> bytes:
        begin, size = self._places[path]
        self._file.seek(begin)
        return self._file.read(size)

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
