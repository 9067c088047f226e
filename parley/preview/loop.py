"""The dirty flags and the thread that builds.

A change raises the flag; the thread waits until the writing is over, lowers the flag, and only then builds. So a save
during a build raises it again and is built next: none is lost, and a thousand saves in a row are one more build. The
thread never touches the event loop but through what it is given to deliver to.

What a build goes on with after it is shown is done in steps, while nothing is due: the next save does not wait for it.

There may be more than one edition of the site. They are built one after the other by the one thread, those that someone
looks at first, and those that nobody looks at not at all: they are marked as out of date, and built when asked for.
"""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from parley.preview.built import Built, Shown

QUIET = 0.015  # seconds without a change that count as the end of a save
SETTLED = 0.003  # the same after the system has told that all that was being written is written
APART = 0.25  # seconds since the last build, after which a save may be one of its own; else there are many
PATIENCE = 0.2  # seconds after which a build begins though changes go on
HALF = 0.9  # the same while a file is being written: half of it would be shown as if it were the whole
BREATH = 0.15  # seconds that those who look get to fetch what they were told of, before the rest of a build goes on


class Edition(Protocol):
    """One edition of the site, as the loop sees it."""

    def build(self) -> Built:
        """Build it."""

    def deliver(self, built: Built) -> None:
        """Take what was built."""

    def wanted(self) -> int:
        """Whether to build it now (0: not before it is asked for); the most wanted is built first."""


class Always:
    """The edition that is built whether or not someone looks at it."""

    def __init__(self, build: Callable[[], Built], deliver: Callable[[Built], None]) -> None:
        self._build = build
        self._deliver = deliver

    def build(self) -> Built:
        return self._build()

    def deliver(self, built: Built) -> None:
        self._deliver(built)

    def wanted(self) -> int:
        return 1


class BuildLoop:
    """Builds once at the start and after every change, one build at a time, and hands each result to `deliver`; after
    or before it `others`, as far as they are wanted."""

    def __init__(self, build: Callable[[], Built], deliver: Callable[[Built], None], *others: Edition) -> None:
        self._editions: Sequence[Edition] = (Always(build, deliver), *others)
        self._state = threading.Condition()
        self._dirty = True
        self._first = self._last = time.monotonic() - PATIENCE  # the first build waits for nothing
        self._being_written: set[str] = set()
        self._over = False  # whether the last change was the end of all writing
        self._begun = self._last  # when a build for changes began last
        self._asked: list[Edition] = []
        self._rests: dict[Edition, Iterator[Built | None]] = {}  # what builds go on with
        self._resting_until = 0.0
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="parley-build", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, patience: float) -> None:
        """Begin no build any more and wait this long for the one that runs; a longer one ends with the process,
        unheard."""
        with self._state:
            self._stopping = True
            self._state.notify()
        if self._thread.is_alive():
            self._thread.join(patience)

    def change(self, path: str = "", *, being_written: bool = False) -> None:
        """Something changed. `being_written` says that the end of the writing of this path will be told too; until
        then a build waits, though not for ever, so as not to read half a file. Without a path something may have been
        missed, such an end too. Callable from any thread."""
        with self._state:
            self._last = time.monotonic()
            if not self._dirty:
                self._dirty = True
                self._first = self._last
            self._over = not being_written and self._being_written == {path}
            if being_written:
                self._being_written.add(path)
            elif path:
                self._being_written.discard(path)
            else:
                self._being_written.clear()
            self._state.notify()

    def ask(self, edition: Edition) -> None:
        """Build this edition as soon as may be, and no other for its sake. Callable from any thread."""
        with self._state:
            if edition not in self._asked:
                self._asked.append(edition)
            self._state.notify()

    def take(self, others: Sequence[Edition]) -> None:
        """Have these editions, and no others, beside the first; called while none of them is built."""
        with self._state:
            self._editions = (self._editions[0], *others)
            self._asked = [edition for edition in self._asked if edition in self._editions]
            self._rests = {edition: rest for edition, rest in self._rests.items() if edition in self._editions}

    def _run(self) -> None:
        while (due := self._due()) is not None:
            if not due:
                self._go_on()
            for edition, _ in sorted(((one, one.wanted()) for one in due), key=lambda one: -one[1]):
                self._rests.pop(edition, None)
                if edition not in self._editions or not edition.wanted() or self._stopping:
                    continue
                with self._state:
                    if edition in self._asked:
                        self._asked.remove(edition)
                try:
                    self._finish(edition, edition.build())
                except (Exception, SystemExit) as fault:  # the preview goes on, also when a builder tries to leave
                    self._finish(edition, built_of_fault(fault))

    def _go_on(self) -> None:
        """One step of what an edition that was shown goes on with."""
        edition, rest = next(iter(self._rests.items()))
        try:
            built = next(rest, self)
            if built is self:
                del self._rests[edition]
            elif isinstance(built, Built):
                self._finish(edition, built)
        except (Exception, SystemExit) as fault:
            del self._rests[edition]
            self._finish(edition, built_of_fault(fault))

    def _due(self) -> Sequence[Edition] | None:
        """Wait until a build is due and lower the flag: which editions; none where there is time for what builds go on
        with; None when it is time to stop."""
        with self._state:
            while not self._stopping:
                if self._dirty:
                    latest = self._first + (HALF if self._being_written else PATIENCE)
                    quiet = SETTLED if self._over and self._first > self._begun + APART else QUIET
                    wait = (latest if self._being_written else min(self._last + quiet, latest)) - time.monotonic()
                    if wait <= 0:
                        self._dirty, self._begun = False, time.monotonic()
                        self._being_written.clear()
                        return self._editions
                elif self._asked:
                    asked, self._asked = self._asked, []
                    return asked
                elif self._rests:
                    wait = self._resting_until - time.monotonic()
                    if wait <= 0:
                        return ()
                else:
                    wait = None
                self._state.wait(wait)
        return None

    def _finish(self, edition: Edition, built: Built) -> None:
        if self._stopping:
            return
        edition.deliver(built)
        if built.rest is not None:
            self._rests[edition] = built.rest
        self._resting_until = time.monotonic() + BREATH


def built_of_fault(fault: BaseException) -> Built:
    """A build without a site whose one problem is an unexpected exception: what it is, and where it was raised."""
    what = " ".join(f"{type(fault).__name__}: {fault}".split()).removesuffix(":").strip()
    message = f"the build stopped unexpectedly: {what}"
    frames = traceback.extract_tb(fault.__traceback__)[-3:]
    lines = [f"{Path(frame.filename).name}:{frame.lineno}: {frame.line or frame.name}" for frame in frames]
    return Built(None, (Shown("", 0, 0, "error", message, "\n".join(lines)),), message)
