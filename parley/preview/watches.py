"""The watches on folders, over an observer of watchdog: a native one, or a polling one where the system tells nothing.

Whether the system is able to is seen only by trying, and it may come to its limits later, when folders are added; then
polling takes over, with one line.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable

from watchdog.events import FileSystemEventHandler
from watchdog.observers.api import BaseObserver, ObservedWatch

from parley.preview import observing
from parley.preview.plan import Plan


class Watches:
    """The folders that are watched now. `handler` hears of what happens in them; `ignored` folders need not be looked
    at; `alarm` is called, from any thread, when the system has come to its limits."""

    def __init__(
        self,
        handler: FileSystemEventHandler,
        ignored: Iterable[str],
        say: Callable[[str], None],
        alarm: Callable[[], None],
        *,
        polling: bool,
    ) -> None:
        self.polling = polling
        self.exhausted = False  # the system has come to its limits, and the folders have to be armed again
        self._handler = handler
        self._ignored = ignored
        self._say = say
        self._alarm = alarm
        self._watches: dict[str, ObservedWatch] = {}
        self._observer: BaseObserver | None = None

    @property
    def folders(self) -> set[str]:
        """The folders with a watch that is alive; it ends when its folder is deleted."""
        if self._observer is None:
            return set()
        alive = {emitter.watch for emitter in self._observer.emitters.copy() if emitter.is_alive()}
        return {folder for folder, watch in self._watches.items() if watch in alive}

    def arm(self, plan: Plan, stale: Iterable[str] = ()) -> None:
        """Watch the folders of the plan and no others; those that are `stale` anew. Raises OSError when even polling
        cannot."""
        drop = (self._watches.keys() - self.folders) | (self._watches.keys() - plan.folders.keys()) | set(stale)
        if not self.polling:
            try:
                self._schedule(plan, drop)
                if self.exhausted:
                    raise OSError(errno.ENOSPC, "inotify watch limit reached")
                return
            except OSError as reason:
                self.poll(reason.strerror or str(reason))
        self._schedule(plan, drop)

    def poll(self, why: str) -> None:
        """Look for changes from now on; the folders have to be armed again."""
        self._say(f"cannot be told of changes ({why}); looking for them every {observing.INTERVAL} s")
        self.close()
        self.polling, self.exhausted = True, False

    def close(self) -> None:
        """End all watches and their threads."""
        self._watches.clear()
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None

    def _schedule(self, plan: Plan, drop: Iterable[str]) -> None:
        observer = self._observer
        if observer is None:
            if self.polling:
                observer = observing.polling_observer(self._ignored)
            else:
                observer = observing.native_observer(self._exhaust)
            self._observer = observer
        for folder in drop:
            if folder in self._watches:
                observer.unschedule(self._watches.pop(folder))
        for folder in plan.folders.keys() - self._watches.keys():
            below, _ = plan.folders[folder]
            try:
                watch = observer.schedule(self._handler, folder, recursive=below, event_filter=observing.HEARD)
            except (FileNotFoundError, NotADirectoryError):
                continue  # gone since the plan was made: it will be missing, and asked for again
            self._watches[folder] = watch

    def _exhaust(self) -> None:
        self.exhausted = True
        self._alarm()
