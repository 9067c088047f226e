"""What is to be known of the output and its spare when publishing ends, so that the next publish can ask whether they
stand as they were left. Taken under the lock, at the very end: a new name for a file changes its marks, too.

What was not touched keeps the mark that it had when it was looked at, so that whatever happened to it since is found.
What was looked at without having one is marked only if it has not changed since before it was looked at; what was made
or shared here, only if that is some ticks of the clock ago. A file that was shared must besides have been written
before it was looked at.
"""

from __future__ import annotations

import os
import time
from array import array
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from parley.publish.difference import Difference
from parley.publish.generation import Swapped
from parley.publish.left import NONE, ROOT, Left, LeftSpare, mark, packed, places, settled, unpacked
from parley.publish.standing import Standing
from parley.publish.tree import Tree

FEW = 20  # one file in so many without a mark is looked at again each time, rather than to remember everything anew

_Believed = Callable[[bytes, os.stat_result], bool]


def left_alone(left: Left | None, tree: Tree, target: bytes, stands: Standing | None, began: int) -> Left | None:
    """After nothing had to be done. Whoever gets the same object back need not remember anything anew."""
    if not left or not stands:
        return _left(tree.paths(), tree.folders, target, {}, _since(began))
    if len(stands.doubtful) * FEW <= len(stands.files):
        return left
    return _left(stands.files, stands.folders, target, stands.marks, _since(began), _parted(left, stands))


def left_in_place(tree: Tree, target: bytes, stands: Standing | None, parts: Difference, began: int) -> Left | None:
    """After files were replaced in the folder itself."""
    return _left(tree.paths(), tree.folders, target, _untouched(stands.marks, parts) if stands else {}, _since(began))


def left_by_swap(
    left: Left | None,
    tree: Tree,
    target: bytes,
    stands: Standing | None,
    parts: Difference,
    swapped: Swapped,
    began: int,
) -> Left | None:
    """After a new generation took the place of the old one, which stood as `stands` tells."""
    known: dict[bytes, int] = {}
    if swapped.revived and stands:
        known = _untouched(swapped.revived.marks, swapped.lacked)
        known.update((path, stands.marks[path]) for path in swapped.lacked.unchanged)
    same, there = frozenset(parts.unchanged), frozenset(swapped.lacked.unchanged)
    now = time.time_ns()

    def believed(path: bytes, found: os.stat_result) -> bool:
        written = path not in same or path in swapped.copied  # or a folder: as hidden as a new file, until the swap
        return settled(found.st_ctime_ns, began if path in there else now) and (
            written or settled(found.st_mtime_ns, began)
        )

    done = _left(tree.paths(), tree.folders, target, known, believed)
    if done is None or left is None or stands is None or not swapped.spared:
        return done
    apart = array("I", (at for at, path in enumerate(stands.files) if path not in same or path in swapped.copied))
    marks = array("q", [*(stands.marks[folder] for folder in stands.folders), NONE])
    paths = left.paths if left.paths != done.paths else b""
    return Left(done.paths, done.marks, LeftSpare(paths, marks.tobytes(), apart.tobytes()))


def _parted(left: Left, stands: Standing) -> LeftSpare | None:
    """The spare, of which it is not said any more that it shares what got a new mark: that may be another file now."""
    if left.spare is None:
        return None
    apart = array("I")
    apart.frombytes(left.spare.apart)
    files = unpacked(left.spare.paths) if left.spare.paths else stands.files
    more = {at for at, path in enumerate(files) if path in stands.doubtful}.difference(apart)
    return replace(left.spare, apart=apart.tobytes() + array("I", sorted(more)).tobytes())


def _left(
    files: list[bytes],
    folders: Iterable[bytes],
    target: bytes,
    known: Mapping[bytes, int],
    believed: _Believed,
    spare: LeftSpare | None = None,
) -> Left | None:
    """How the output stands, where it is not `known`; None where somebody took it away."""
    paths = [*files, *folders, ROOT]
    try:
        marks = array("q", _marks(paths, target, known, believed))
    except OSError:
        return None
    return Left(packed(files), marks.tobytes(), spare)


def _marks(paths: list[bytes], target: bytes, known: Mapping[bytes, int], believed: _Believed) -> Iterable[int]:
    for path, place in zip(paths, places(target, paths), strict=True):
        one = known.get(path, NONE)
        if one == NONE:
            found = os.lstat(place)
            one = mark(found) if believed(path, found) else NONE
        yield one


def _since(began: int) -> _Believed:
    return lambda _, found: settled(found.st_ctime_ns, began)


def _untouched(marks: Mapping[bytes, int], parts: Difference) -> dict[bytes, int]:
    """The marks of what stays as it is where these parts are made right."""
    touched = {*parts.edited, *parts.missing, *parts.aside, *parts.unmade}
    touched |= {path.rpartition(b"/")[0] for path in touched}
    return {path: one for path, one in marks.items() if path not in touched and path != ROOT}
