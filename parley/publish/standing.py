"""Whether the output and its spare still stand as publishing left them.

Asking the system for the marks of all files costs a few microseconds each; their bytes are not read, and no folder is
listed, for a folder whose mark is the same holds the same names. What has no mark or another one is looked at in full,
unless that is much. Any other doubt gives `None`: then the whole folder is compared.
"""

from __future__ import annotations

import os
import stat
import zlib
from array import array
from collections.abc import Iterable, Set

import msgspec

from parley.publish.left import NONE, ROOT, Left, mark, marks_at, places, settled, unpacked
from parley.publish.tree import Tree, folders_of

MUCH = 100  # files and folders that are looked at in any case


class Standing(msgspec.Struct, frozen=True):
    """A folder of which it is known what stands in it, though not what the `doubtful` files hold."""

    files: list[bytes]
    folders: dict[bytes, None]
    marks: dict[bytes, int]  # of what is certain, the folder itself among it; NONE where that is not to be believed
    doubtful: frozenset[bytes]


def standing(left: Left, root: bytes, tree: Tree, began: int) -> Standing | None:
    """The output, if it holds what it was left with; `began` is the time from which on it is being looked at. What is
    the same as in the `tree` that it is to hold need not be worked out again."""
    try:
        files = unpacked(left.paths)
        folders = tree.folders if files == tree.paths() else folders_of(files)
        marks, unsure = _marked([*files, *folders, ROOT], left.marks, root)
        if len(unsure) > MUCH + len(files) // 4:
            return None
        marks.update(_now(root, unsure, folders, began))
        within = frozenset(path for path in unsure if path == ROOT or path in folders)
        if not _listed(root, within, files, folders):
            return None
    except (OSError, ValueError, zlib.error):
        return None
    return Standing(files, folders, marks, frozenset(unsure) - within)


def spare_standing(left: Left, root: bytes, live: bytes, stands: Standing, began: int) -> Standing | None:
    """The spare, if it holds what it was left with; its doubtful files are those that are not one with the output's.

    Only its folders are asked for: the same name in the same folder is the same file, and of the files that it shares
    with the output it is known from there how they stand.
    """
    if left.spare is None:
        return None
    try:
        files = unpacked(left.spare.paths) if left.spare.paths else stands.files
        numbers = array("I")
        numbers.frombytes(left.spare.apart)
        apart = frozenset(files[number] for number in numbers)
        folders = folders_of(files) if left.spare.paths else stands.folders
        marks, unsure = _marked([*folders, ROOT], left.spare.marks, root)
        within = frozenset(unsure)
        marks.update(_now(root, unsure, folders, began))
        if not _listed(root, within, files, folders):
            return None
        seen = {path for path in files if path.rpartition(b"/")[0] in within} | stands.doubtful.intersection(files)
        if not all(_one(root + b"/" + path, live + b"/" + path) for path in seen - apart):
            return None
    except (OSError, ValueError, IndexError, zlib.error):
        return None
    return Standing(files, folders, marks, apart)


def _marked(paths: list[bytes], left: bytes, root: bytes) -> tuple[dict[bytes, int], list[bytes]]:
    """The marks by path, and those paths that have none or another one now. Raises OSError where one is not there."""
    before = array("q")
    before.frombytes(left)
    now = marks_at(places(root, paths))
    marks = dict(zip(paths, before, strict=True))
    if now == before:
        return marks, []
    return marks, [path for path, was, one in zip(paths, before, now, strict=True) if was == NONE or was != one]


def _one(path: bytes, other: bytes) -> bool:
    return os.path.samestat(os.lstat(path), os.lstat(other))


def _now(root: bytes, paths: Iterable[bytes], folders: dict[bytes, None], began: int) -> dict[bytes, int]:
    """New marks, before it is looked at what is there. Raises OSError where something of another kind is."""
    device, marks = os.lstat(root).st_dev, {}
    for path, place in zip(paths, places(root, paths), strict=True):
        there = os.lstat(place)
        kind = stat.S_ISDIR if path == ROOT or path in folders else stat.S_ISREG
        if not kind(there.st_mode) or there.st_dev != device:
            raise FileNotFoundError(place)
        marks[path] = mark(there) if settled(there.st_ctime_ns, began) else NONE
    return marks


def _listed(root: bytes, within: Set[bytes], files: Iterable[bytes], folders: Iterable[bytes]) -> bool:
    """Whether each folder `within` is open to us and holds just those of the files and folders that belong there."""
    if not within:
        return True
    wanted = {kind: _inside(within, paths) for kind, paths in (("file", files), ("folder", folders))}
    for above in within:
        found: dict[str, set[bytes]] = {"file": set(), "folder": set(), "foreign": set()}
        with os.scandir(root + b"/" + above) as entries:
            for entry in entries:
                is_file, is_folder = entry.is_file(follow_symlinks=False), entry.is_dir(follow_symlinks=False)
                found["file" if is_file else "folder" if is_folder else "foreign"].add(entry.name)
        if found["foreign"] or any(found[kind] != wanted[kind][above] for kind in wanted):
            return False
        if not os.access(root + b"/" + above, os.R_OK | os.X_OK):
            return False
    return True


def _inside(within: Set[bytes], paths: Iterable[bytes]) -> dict[bytes, set[bytes]]:
    """The names of those of the paths that lie right in one of these folders."""
    found: dict[bytes, set[bytes]] = {folder: set() for folder in within}
    for path in paths:
        above, _, name = path.rpartition(b"/")
        if above in found:
            found[above].add(name)
    return found
