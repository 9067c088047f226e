"""The observers of watchdog, native and polling, set up to hear of writes and of nothing else.

Left alone they report that files were opened and closed, so that a build would set off the next one by reading its
sources. The native one keeps back the news of a file that was moved away, and all news behind it, for half a second,
in case the file appears elsewhere; here it is a twentieth. The polling one compares what `lstat` says, with the time
of the change of the inode besides that of the content, so that a file written again with its old time and size is seen.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterable, Iterator

from watchdog import events
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

from parley.preview.plan import entries

HEARD: list[type[FileSystemEvent]] = [
    events.FileCreatedEvent, events.FileModifiedEvent, events.FileMovedEvent, events.FileDeletedEvent,
    events.FileClosedEvent, events.DirCreatedEvent, events.DirMovedEvent, events.DirDeletedEvent,
]  # fmt: skip
INTERVAL = 0.25  # seconds between two looks of the polling observer
_MOVE_WAIT = 0.05  # seconds; the two halves of a move come together, or one of them never comes

TELLS_OF_CLOSING = sys.platform == "linux"  # only there is the native observer told that a writer has finished


def native_observer() -> BaseObserver:
    """A started observer that is told by the system; OSError when the system has none to give."""
    if sys.platform == "linux":
        from watchdog.observers.inotify_move_event_grouper import InotifyMoveEventGrouper

        InotifyMoveEventGrouper.delay = _MOVE_WAIT
        # Given when folders are made one in another faster than they are told of; harmless, and not for the terminal.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
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


def check_limit(observer: BaseObserver, free: str) -> None:
    """Raise OSError when the system gives no more watches. A folder deep inside that got none is passed over in
    silence by watchdog, so one more is asked for, for the folder `free`, which must not be watched yet."""
    if sys.platform == "linux":
        observer.unschedule(observer.schedule(FileSystemEventHandler(), free, event_filter=HEARD))


def _stamp(path: str) -> os.stat_result:
    found = os.lstat(path)
    return os.stat_result((*found[:8], found.st_mtime + found.st_ctime, found.st_ctime))
