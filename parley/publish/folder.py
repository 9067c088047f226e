"""The site becomes a folder: afterwards it holds the bytes of the mapping, a marker and nothing else.

Nothing is written where nothing changed. What did change appears at one instant where the system can
exchange two folders, and otherwise file by file, which the result says. A fault leaves the site that was
published before.

After a swap the path leads to another folder. A server that is given the path sees the new site at once; one
that was started inside the folder, or keeps it open, is left with the old one, which goes.

Not done here: turning SIGTERM into an exception. Whoever starts the build does that (KeyboardInterrupt comes
by itself); then even a build that is told to stop leaves no litter. After SIGKILL the next build clears up.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from parley.publish.difference import Difference, difference
from parley.publish.faults import CannotPublish, Refused, cannot_publish
from parley.publish.generation import swap_in, sweep
from parley.publish.in_place import replace_in_place
from parley.publish.lock import sole_builder
from parley.publish.marker import MARKER_NAME
from parley.publish.ownership import check_output, location
from parley.publish.swap import SwapImpossible
from parley.publish.tree import Tree, tree_of

__all__ = ["CannotPublish", "Published", "Refused", "check_output", "publish"]

How = Literal["swap", "in place", "nothing to do"]
INTACT = "the site published before is untouched"


class Published(msgspec.Struct, frozen=True):
    """What publishing did, in files of the site; the marker is not counted."""

    written: int
    deleted: int
    unchanged: int
    how: How
    fresh: tuple[str, ...] = ()  # the paths of those that were written, new files before changed ones
    gone: tuple[str, ...] = ()  # the paths of those that were deleted


def publish(site: Mapping[str, bytes], output: Path, sources: Sequence[Path], spare: Path | None = None) -> Published:
    """Makes the folder `output` equal to `site`, a mapping from relative POSIX path to bytes.

    `sources` are what the site is made from, its root first; see `check_output`. Waits while another build
    publishes to the same output. `spare` is a place outside the output, on the same disk, where the generation
    that was replaced is kept to make the next build faster; without it, that is deleted.

    Raises ValueError for a mapping that is no tree of files (a fault of the program), Refused for an output
    that is not ours to fill, CannotPublish where the system fails; the folder is then as it was, unless the
    text of the error says otherwise.
    """
    tree = tree_of(site)
    check_output(output, sources)
    place = location(output)
    target = os.fsencode(place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with sole_builder(target) as above_is_held:
            check_output(output, sources)  # again: the folder may be another one than before we waited
            return _made_equal(tree, target, above_is_held, os.fsencode(spare.absolute()) if spare else None)
    except OSError as error:
        raise cannot_publish(error, target, INTACT) from error


def _made_equal(tree: Tree, target: bytes, above_is_held: bool, spare: bytes | None) -> Published:
    if above_is_held:
        sweep(target)
    parts = difference(tree, target)
    if not parts:
        return _published(parts, "nothing to do")
    try:
        if not above_is_held:
            raise SwapImpossible
        swap_in(target, tree, parts, spare)
    except SwapImpossible:
        replace_in_place(target, tree, parts)
        return _published(parts, "in place")
    return _published(parts, "swap")


def _published(parts: Difference, how: How) -> Published:
    fresh = [path for path in (*parts.missing, *parts.edited) if path != MARKER_NAME]
    unchanged = [path for path in parts.unchanged if path != MARKER_NAME]
    return Published(
        written=len(fresh),
        deleted=len(parts.gone),
        unchanged=len(unchanged),
        how=how,
        fresh=tuple(map(os.fsdecode, fresh)),
        gone=tuple(sorted(map(os.fsdecode, parts.gone))),
    )
