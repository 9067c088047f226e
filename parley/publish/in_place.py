"""Publishing where no swap is possible: whole-file replaces, deletions last.

Used for an output that is a mount, below a folder that is closed to us, or on a system without an exchange of
names. What may fail for want of space is done first, in a folder of its own inside the output: all new
bytes are written there and a second name is kept for every file that will be replaced. Then files are only
renamed: new ones, then changed ones, and what the site does not own moves out last. A fault on the way is
undone step by step.

What this way cannot give: readers see new and old pages side by side for a moment, and a build that is killed
in that moment leaves them so until the next build.
"""

# Plain bytes paths: a Path object for each file would cost more than the file.
# ruff: noqa: PTH102, PTH104, PTH105

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from functools import partial

from parley.publish.difference import Difference
from parley.publish.faults import cannot_publish
from parley.publish.files import remove_tree, token, write_new
from parley.publish.marker import MARKER_NAME
from parley.publish.tree import Tree

MIXED = "old and new pages may stand side by side here until a build succeeds"
REMAINDER = "the new site is in place, but this remainder of the old one could not be removed"


def replace_in_place(target: bytes, tree: Tree, parts: Difference) -> None:
    """Makes the existing folder `target` equal to the tree, from which it differs in `parts`.

    Raises OSError with the folder as it was, or CannotPublish where it could not be left so.
    """
    work = _Replacement(target, tree, parts)
    try:
        work.stage()
        work.commit()
    except BaseException as fault:
        whole = work.undone()
        with contextlib.suppress(OSError):
            remove_tree(work.staging)
        if isinstance(fault, OSError) and not whole:
            raise cannot_publish(fault, target, MIXED) from fault
        raise
    try:
        remove_tree(work.staging)
    except OSError as error:
        raise cannot_publish(error, target, REMAINDER) from error
    except BaseException:  # told to stop; little is left to do, and readers could reach what remains
        with contextlib.suppress(OSError):
            remove_tree(work.staging)
        raise


class _Replacement:
    """One run: the staging folder, the plan, and how to take back what was done so far."""

    def __init__(self, target: bytes, tree: Tree, parts: Difference) -> None:
        self.staging = target + b"/" + MARKER_NAME + b"-" + token().encode()
        self._target, self._tree, self._parts = target, tree, parts
        paths = (*parts.missing, *parts.edited, *parts.aside)
        self._edited = frozenset(parts.edited)
        self._numbers = {path: str(number).encode() for number, path in enumerate(paths)}
        self._undoings: list[Callable[[], None]] = []

    def stage(self) -> None:
        """All that takes space: the new bytes, and a second name for each file that will be replaced."""
        os.mkdir(self.staging)
        for path in (*self._parts.missing, *self._parts.edited):
            write_new(self._new(path), self._tree.content(path), durable=path == MARKER_NAME)
        for path in self._parts.edited:
            try:
                os.link(self._place(path), self._old(path), follow_symlinks=False)
            except OSError:
                shutil.copy2(self._place(path), self._old(path), follow_symlinks=False)

    def commit(self) -> None:
        """Renames only. Each undoing is noted before its act, because a signal may come between the two."""
        parts, tree = self._parts, self._tree
        changed = (*parts.missing, *parts.edited)
        if MARKER_NAME in changed:  # the marker leads, so that a folder with pages is never without it
            self._put(MARKER_NAME)
        obstacles = [path for path in parts.aside if path in tree or path in tree.folders]
        for path in obstacles:
            self._move_aside(path)
        for folder in parts.unmade:
            self._undoings.append(partial(os.rmdir, self._place(folder)))
            os.mkdir(self._place(folder))
        for path in changed:
            if path != MARKER_NAME:
                self._put(path)
        for path in set(parts.aside).difference(obstacles):
            self._move_aside(path)

    def undone(self) -> bool:
        """Takes all back, the last act first; whether that worked."""
        whole = True
        for undo in reversed(self._undoings):
            try:
                undo()
            except FileNotFoundError:
                continue  # this act never came to pass
            except OSError:
                whole = False
        return whole

    def _put(self, path: bytes) -> None:
        place = self._place(path)
        if path in self._edited:
            self._undoings.append(partial(os.replace, self._old(path), place))
        else:
            self._undoings.append(partial(os.unlink, place))
        os.replace(self._new(path), place)

    def _move_aside(self, path: bytes) -> None:
        self._undoings.append(partial(os.rename, self._old(path), self._place(path)))
        os.rename(self._place(path), self._old(path))

    def _place(self, path: bytes) -> bytes:
        return self._target + b"/" + path

    def _new(self, path: bytes) -> bytes:
        return self.staging + b"/new-" + self._numbers[path]

    def _old(self, path: bytes) -> bytes:
        return self.staging + b"/old-" + self._numbers[path]
