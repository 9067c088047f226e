"""The observer of watchdog for Linux, with two differences.

It says when a folder could not be watched. The system grants a user a number of watches, one for each folder. Watchdog
raises when a folder that was asked for gets none, but passes over in silence those deeper inside, now or when they come
into being; a save there would be missed. And it keeps no news back: left alone it holds the news of a file that was
moved away, and all news behind it, for half a second, in case the file appears elsewhere.
"""

from __future__ import annotations

import errno
import warnings
from collections.abc import Callable

from watchdog.observers.api import BaseObserver
from watchdog.observers.inotify import InotifyEmitter
from watchdog.observers.inotify_c import CallbackId, InotifyFD, Mask, WatchCallback, WatchDescriptor
from watchdog.observers.inotify_move_event_grouper import InotifyMoveEventGrouper

_MOVE_WAIT = 0.05  # seconds; the two halves of a move come together, or one of them never comes


class TellingObserver(BaseObserver):
    """As `watchdog.observers.inotify.InotifyObserver`; calls `exhausted` (from any thread) when a watch was refused.

    Raises OSError when the system gives no more instances of inotify.
    """

    def __init__(self, exhausted: Callable[[], None]) -> None:
        # Given when folders are made one in another faster than they are told of; harmless, and not for the terminal.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        InotifyMoveEventGrouper.delay = _MOVE_WAIT
        self._source = _TellingSource(exhausted)
        self._source.start()
        super().__init__(InotifyEmitter, inotify_fd=self._source)

    def on_thread_stop(self) -> None:
        """What watchdog calls at the end."""
        super().on_thread_stop()
        self._source.stop()
        self._source.join()


class _TellingSource(InotifyFD):
    def __init__(self, exhausted: Callable[[], None]) -> None:
        super().__init__()
        self._exhausted = exhausted

    def add_callback(self, path: bytes, mask: Mask, callback: WatchCallback, id_: CallbackId) -> WatchDescriptor:
        try:
            return super().add_callback(path, mask, callback, id_)
        except OSError as reason:
            if (
                reason.errno == errno.ENOSPC
            ):  # what inotify_add_watch(2) says at the limit; others are folders just gone
                self._exhausted()
            raise
