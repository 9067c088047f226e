"""Watches the sources and reports writes to them, keeping what is watched in step with what is on the disk.

A watch belongs to a folder, not to its name. A folder that is deleted and made again, exchanged by a checkout, or
reached through a link that was turned, would be watched no more; so a sentry compares four times a second what stands
at the paths with what is watched. After every such change something may have been missed, and a change is reported.
It refuses to miss silently: lost events count as a change.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from watchdog import events
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from parley.preview.observing import TELLS_OF_CLOSING
from parley.preview.plan import Plan, is_followed, links_in, plan_for, target_of, unlinked
from parley.preview.rounds import Rounds
from parley.preview.watches import Watches

_STEP = 0.25  # seconds between two looks of the sentry


class Changed(Protocol):
    """What a watcher calls. `being_written`: the end of the writing of this path will be told too."""

    def __call__(self, path: str, *, being_written: bool) -> None: ...


class Watcher(FileSystemEventHandler):
    """Calls `changed` (from its own threads) for each write under `watched` that is neither ignored nor litter. What is
    put into `watched` later is watched within a step of the sentry, and its coming is a change."""

    def __init__(
        self,
        watched: Sequence[Path],
        ignored: Sequence[Path],
        changed: Changed,
        say: Callable[[str], None],
        *,
        polling: bool,
    ) -> None:
        self._watched = watched
        self._beside: tuple[Sequence[Path], set[Path]] = (), set()  # what was watched last, and the folders around it
        self._ignored = tuple({str(form) for path in ignored for form in (unlinked(path), target_of(path))})
        self._changed = changed
        self._say = say
        self._links: set[Path] = set()
        self._plan = Plan({}, frozenset())
        self._alarm = threading.Event()
        self._watches = Watches(self, self._ignored, say, self._alarm.set, polling=polling)
        self._rounds = Rounds(lambda path: self._plan.matters(path, self._ignored))
        self._new: set[str] = set()  # folders and links that came into being
        self._stopped = False
        self._trouble = ""
        self._sentry = threading.Thread(target=self._guard, name="parley-sentry", daemon=True)
        self._log = _LostEvents(self.lost)

    def start(self) -> None:
        """Watch from now on: what is written after this returns is reported."""
        logging.getLogger("watchdog").addHandler(self._log)
        self._renewed()
        self._sentry.start()

    def stop(self) -> None:
        """Report nothing any more and end all threads."""
        self._stopped = True
        self._alarm.set()
        if self._sentry.is_alive():
            self._sentry.join()
        self._watches.close()
        logging.getLogger("watchdog").removeHandler(self._log)

    def dispatch(self, event: FileSystemEvent) -> None:
        """What watchdog calls, one event at a time: from where and to where (mostly empty)."""
        for path in (os.fsdecode(event.src_path), os.fsdecode(event.dest_path)):
            if path:
                self._hear(path, event)

    def lost(self) -> None:
        """Something may have been missed."""
        if not self._stopped:
            self._alarm.set()
            self._changed("", being_written=False)

    def _hear(self, path: str, event: FileSystemEvent) -> None:
        plan, kind = self._plan, event.event_type
        self._rounds.hear()
        relevant = plan.matters(path, self._ignored)
        arrived = kind in {events.EVENT_TYPE_CREATED, events.EVENT_TYPE_MOVED}
        if relevant and arrived and (event.is_directory or Path(path).is_symlink()):
            self._new.add(path)
            self._alarm.set()
        if kind != events.EVENT_TYPE_MODIFIED and plan.leads_to_a_place(path):
            self._alarm.set()
        if relevant:
            ends_later = TELLS_OF_CLOSING and not self._watches.polling
            self._changed(path, being_written=ends_later and kind == events.EVENT_TYPE_MODIFIED)

    def _guard(self) -> None:
        while not self._stopped:
            if self._alarm.wait(_STEP):
                self._alarm.clear()
            if not self._stopped and (self._renewed() or self._missed()):
                self._changed("", being_written=False)

    def _missed(self) -> bool:
        """Whether a change came without notice; then, from now on, changes are looked for."""
        if self._watches.polling or not self._rounds.missed(self._plan):
            return False
        self._watches.poll("a change came without notice")
        self._alarm.set()
        return True

    def _renewed(self) -> bool:
        """Bring plan and watches in step with the disk; whether anything had to be done."""
        try:
            homes = self._homes()
            while self._new:
                self._links.update(links_in(Path(self._new.pop()), homes))
            before, plan = self._plan, self._planned(homes)
            changed = {folder for folder, what in plan.folders.items() if before.folders.get(folder) != what}
            self._plan = plan
            armed = not changed and not self._watches.exhausted and plan.folders.keys() == self._watches.folders
            if not armed:
                self._rounds.begin_anew()
                self._watches.arm(plan, changed)
        except OSError as reason:  # a folder that may not be entered, or that goes just now: the sentry comes again
            if str(reason) != self._trouble:
                self._say(f"cannot watch for changes: {reason}")
            self._trouble = str(reason)
            return False
        return not (armed and before.places == plan.places)  # a place may be new in a folder that is watched already

    def _homes(self) -> set[Path]:
        """The folders around what is watched: links to what is in these are followed."""
        watched = tuple(self._watched)
        if self._beside[0] != watched:
            self._beside = watched, {form.parent for path in watched for form in (unlinked(path), target_of(path))}
        return self._beside[1]

    def _planned(self, homes: set[Path]) -> Plan:
        """The plan for the disk as it is now, with the links in the folders that are new to it followed."""
        scanned = set(self._plan.folders)
        while True:
            self._links = {link for link in self._links if is_followed(link, homes)}
            plan = plan_for(self._watched, self._links)
            fresh = [folder for folder, (below, _) in plan.folders.items() if below and folder not in scanned]
            if not fresh:
                return plan
            scanned.update(fresh)
            for folder in fresh:
                self._links.update(links_in(Path(folder), homes))


class _LostEvents(logging.Handler):
    """Watchdog only logs that the system dropped events; to the preview that is a change. It also keeps that log off
    the terminal."""

    def __init__(self, lost: Callable[[], None]) -> None:
        super().__init__(logging.WARNING)
        self._lost = lost

    def emit(self, _record: logging.LogRecord) -> None:
        self._lost()
