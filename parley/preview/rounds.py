"""Looks whether the system tells of all changes: from time to time at the files themselves, while it is relied on.

What was written without a word about it shows that the folder does not tell, whatever its file system is called: a
share that a container sees, say. The looks cost little: the more files, the less often.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from parley.preview.plan import Plan, entries

EVERY = 1.0  # seconds between two looks, at least
_SHARE = 50  # a look may take this part of the time at most
_PATIENCE = 0.5  # seconds that the news of a change may take

Look = dict[str, tuple[int, int, int]]


class Rounds:
    """Compares looks at the files with what was heard. `matters` says which files count."""

    def __init__(self, matters: Callable[[str], bool]) -> None:
        self._matters = matters
        self._seen: Look | None = None
        self._heard = 0
        self._at_last_look = 0
        self._next = 0.0
        self._suspected: float | None = None

    def hear(self) -> None:
        """Something was told."""
        self._heard += 1

    def missed(self, plan: Plan) -> bool:
        """Whether something has changed of which nothing was heard. Call it often; it looks only when it is time."""
        now = time.monotonic()
        if now < self._next:
            return False
        if self._suspected is not None:
            quiet, self._suspected = self._heard == self._at_last_look, None
            self._next = now + EVERY
            return quiet
        seen = self._look(plan)
        taken = time.monotonic() - now
        self._next = now + max(EVERY, taken * _SHARE)
        before, self._seen = self._seen, seen
        quiet, self._at_last_look = self._heard == self._at_last_look, self._heard
        if before is not None and quiet and seen != before:
            self._suspected = now
            self._next = now + _PATIENCE  # its news may be on its way
        return False

    def begin_anew(self) -> None:
        """What is watched has changed: nothing that was seen before counts."""
        self._seen = None

    def _look(self, plan: Plan) -> Look:
        return {
            path: stamp for folder, (below, _) in plan.folders.items() for path, stamp in self._files(folder, below)
        }

    def _files(self, folder: str, below: bool) -> Iterable[tuple[str, tuple[int, int, int]]]:
        for entry in entries(folder):
            try:
                if entry.is_dir(follow_symlinks=False):
                    if below:
                        yield from self._files(entry.path, below)
                elif self._matters(entry.path):
                    found = entry.stat()
                    yield entry.path, (found.st_mtime_ns, found.st_size, found.st_ino)
            except OSError:
                continue
