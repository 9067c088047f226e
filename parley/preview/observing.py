"""The observers of watchdog, native and polling, set up to hear of writes and of nothing else.

Left alone they report that files were opened and closed, so that a build would set off the next one by reading its
sources. The polling one compares what `lstat` says, with the time of the change of the inode besides that of the
content, so that a file written again with its old time and size is seen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator

from watchdog import events
from watchdog.events import FileSystemEvent
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

from parley.preview.plan import entries

HEARD: list[type[FileSystemEvent]] = [
    events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileDeletedEvent,
    events.FileClosedEvent, events.DirCreatedEvent, events.DirMovedEvent, events.DirDeletedEvent,
]  # fmt: skip
INTERVAL = 0.25  # seconds between two looks of the polling observer
TELLS_OF_CLOSING = sys.platform == "linux"  # only there is the native observer told that a writer has finished


def native_observer(exhausted: Callable[[], None]) -> BaseObserver:
    """A started observer that is told by the system; OSError when the system has none to give. `exhausted` is called,
    from any thread, when it can watch no further folder."""
    observer: BaseObserver
    if sys.platform == "linux":
        from parley.preview.inotify import TellingObserver

        observer = TellingObserver(exhausted)
    else:
        observer = Observer()
    observer.start()
    return observer


def polling_observer(ignored: Iterable[str]) -> BaseObserver:
    """A started observer that looks for itself four times a second, also where the system tells nothing (network
    folders)."""
    skipped = frozenset(ignored)

    def entries_to_look_at(folder: str | None) -> Iterator[os.DirEntry[str]]:
        return (entry for entry in entries(folder) if entry.path not in skipped)

    observer = PollingObserverVFS(_stamp, entries_to_look_at, polling_interval=INTERVAL)
    observer.start()
    return observer


def _stamp(path: str) -> os.stat_result:
    found = os.lstat(path)
    return os.stat_result((*found[:8], found.st_mtime + found.st_ctime, found.st_ctime))
