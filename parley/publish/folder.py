"""The site becomes a folder: afterwards it holds the bytes of the mapping, a marker and nothing else.

Nothing is written where nothing changed, and where the last publish left word of how it left the folder, nothing is
read: then publishing costs what changed, not what is there. What did change appears at one instant where the system can
exchange two folders, and otherwise file by file, which the result says. A fault leaves the site that was
published before.

After a swap the path leads to another folder. A server that is given the path sees the new site at once; one
that was started inside the folder, or keeps it open, is left with the old one, which goes.

Not done here: turning SIGTERM into an exception. Whoever starts the build does that (KeyboardInterrupt comes
by itself); then even a build that is told to stop leaves no litter. After SIGKILL the next build clears up.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import Literal

import msgspec

from parley.publish.difference import Difference, between, difference, holds
from parley.publish.faults import CannotPublish, Refused, cannot_publish
from parley.publish.generation import Spare, swap_in, sweep
from parley.publish.in_place import replace_in_place
from parley.publish.leaving import left_alone, left_by_swap, left_in_place
from parley.publish.left import Left
from parley.publish.lock import sole_builder
from parley.publish.marker import MARKER_NAME
from parley.publish.ownership import check_output, location
from parley.publish.standing import Standing, spare_standing, standing
from parley.publish.swap import SwapImpossible
from parley.publish.tree import Tree, tree_of

__all__ = ["CannotPublish", "Left", "Published", "Refused", "check_output", "publish"]

How = Literal["swap", "in place", "nothing to do"]
INTACT = "the site published before is untouched"


class Published(msgspec.Struct, frozen=True):
    """What publishing did, in files of the site; the marker is not counted."""

    written: int
    deleted: int
    unchanged: int
    how: How
    left: Left | None = None  # how the output stands now, for the next publish; None where nobody can say
    fresh: tuple[str, ...] = ()  # the paths of those that were written, new files before changed ones
    gone: tuple[str, ...] = ()  # the paths of those that were deleted


def publish(
    site: Mapping[str, bytes],
    output: Path,
    sources: Sequence[Path],
    spare: Path | None = None,
    *,
    kept: Set[str] = frozenset(),
    left: Left | None = None,
) -> Published:
    """Makes the folder `output` equal to `site`, a mapping from relative POSIX path to bytes.

    `sources` are what the site is made from, its root first; see `check_output`. Waits while another build
    publishes to the same output. `spare` is a place outside the output, on the same disk, where the generation
    that was replaced is kept to make the next build faster; without it, that is deleted.

    `left` is what an earlier publish into this output returned, and `kept` are the paths of which the output, as it
    was left then, holds the content already. While it still stands so, these files are not opened, nor is their
    content asked for; where it does not, everything is compared, and `site` is asked for all contents.

    Raises ValueError for a mapping that is no tree of files (a fault of the program), Refused for an output
    that is not ours to fill, CannotPublish where the system fails; the folder is then as it was, unless the
    text of the error says otherwise. Whatever `site` raises is passed on, the folder as it was.
    """
    tree = tree_of(site)
    check_output(output, sources)
    place = location(output)
    target = os.fsencode(place)
    beside = os.fsencode(spare.absolute()) if spare else None
    if beside and (beside + b"/").startswith(target + b"/"):
        raise ValueError(f"{spare} lies in the output, so it can't be the place of its spare")
    try:
        if not place.parent.is_dir():
            place.parent.mkdir(parents=True, exist_ok=True)
        with sole_builder(target) as above_is_held:
            check_output(output, sources)  # again: the folder may be another one than before we waited
            if above_is_held:
                sweep(target)
            return _Publishing(tree, target, beside, kept, left).made_equal(swapping=above_is_held)
    except OSError as error:
        raise cannot_publish(error, target, INTACT) from error


class _Publishing:
    """One publish, under the lock."""

    def __init__(self, tree: Tree, target: bytes, spare: bytes | None, kept: Set[str], left: Left | None) -> None:
        self._tree, self._target, self._spare, self._kept, self._left = tree, target, spare, kept, left
        self._began = time.time_ns()
        self._stands = standing(left, target, tree, self._began) if left else None

    def made_equal(self, *, swapping: bool) -> Published:
        tree, target, stands, began = self._tree, self._target, self._stands, self._began
        parts = between(tree, stands, self._sure(stands), self._holds) if stands else difference(tree, target)
        if not parts:
            return _published(parts, "nothing to do", left_alone(self._left, tree, target, stands, began), tree.keys)
        try:
            if not swapping:
                raise SwapImpossible
            return _published(parts, "swap", self._swapped(parts), tree.keys)
        except SwapImpossible:
            replace_in_place(target, tree, parts)
            return _published(parts, "in place", left_in_place(tree, target, stands, parts, began), tree.keys)

    def _swapped(self, parts: Difference) -> Left | None:
        tree, target, left, stands, began = self._tree, self._target, self._left, self._stands, self._began
        spare = None
        if self._spare:
            known = spare_standing(left, self._spare, target, stands, began) if left and stands else None
            spare = Spare(self._spare, known)
        swapped = swap_in(target, tree, parts, spare)
        return left_by_swap(left, tree, target, stands, parts, swapped, began)

    def _sure(self, stands: Standing) -> frozenset[bytes]:
        """The files that need not be opened."""
        kept = self._kept
        return frozenset(path for path, key in self._tree.keys.items() if key in kept) - stands.doubtful

    def _holds(self, path: bytes) -> bool:
        return holds(self._target + b"/" + path, self._tree.content(path))


def _published(parts: Difference, how: How, left: Left | None, keys: Mapping[bytes, str]) -> Published:
    fresh = [path for path in (*parts.missing, *parts.edited) if path != MARKER_NAME]
    return Published(
        written=len(fresh),
        deleted=len(parts.gone),
        unchanged=len(parts.unchanged) - (MARKER_NAME in parts.unchanged),
        how=how,
        left=left,
        fresh=tuple(keys[path] for path in fresh),
        gone=tuple(sorted(map(os.fsdecode, parts.gone))),
    )
