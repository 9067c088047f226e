"""What stands between a folder and the site that it is to hold.

Bytes are compared, never times: a file that was edited by hand and given its old time back is found. Links
are never followed; a link, a socket or a pipe is something foreign wherever it stands.

Refused: to go on where making the folder equal would delete a repository, or what another file system holds
that is mounted inside.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Set

import msgspec

from parley.publish.faults import Refused, shown
from parley.publish.files import seen
from parley.publish.marker import MARKER_NAME, MARKER_TEXT
from parley.publish.standing import Standing
from parley.publish.tree import Tree

_Same = Callable[[bytes], bool]
_Judge = Callable[[os.DirEntry[bytes], bytes], bool]  # whether the file at this path is as it has to be


class Difference(msgspec.Struct, frozen=True):
    """Paths below the folder. `unchanged`, `edited` and `missing` together are the files of the site."""

    unchanged: list[bytes]
    edited: list[bytes]  # a regular file with other bytes
    missing: list[bytes]  # not there as a regular file
    aside: list[bytes]  # what has to go; of a foreign folder only its top is named
    gone: list[bytes]  # the files in `aside` that the site does not own, each by its path
    unmade: list[bytes]  # folders of the site that are not there, parents first

    def __bool__(self) -> bool:
        return bool(self.edited or self.missing or self.aside)


def difference(tree: Tree, root: bytes) -> Difference:
    """Compares the folder `root`, which may be missing, with the tree. Raises OSError; Refused as above."""
    return _difference(tree, root, lambda entry, path: holds(entry.path, tree.content(path)))


def sharing(tree: Tree, root: bytes, live: bytes, unchanged: Set[bytes]) -> Difference:
    """As `difference`, but a file is unchanged where it is one with the live site's file, and that is unchanged.

    Nothing is read but the marker, so this costs a fraction of `difference`. Raises the same.
    """

    def one_with_the_live_file(entry: os.DirEntry[bytes], path: bytes) -> bool:
        if path == MARKER_NAME:
            return holds(entry.path, MARKER_TEXT)
        there = seen(live + b"/" + path) if path in unchanged else None
        return there is not None and os.path.samestat(entry.stat(follow_symlinks=False), there)

    return _difference(tree, root, one_with_the_live_file)


def between(tree: Tree, stands: Standing, sure: Set[bytes], same: _Same) -> Difference:
    """As `difference`, of a folder of which it is known what stands in it, and that of the files there those that are
    `sure` are right; `same` tells it of another. Nothing else is looked at. Raises what `same` raises."""
    wanted, there = tree.paths(), frozenset(stands.files)
    unchanged, edited, missing = [], [], []
    for path in wanted:
        if path not in there:
            missing.append(path)
        elif path in sure or same(path):
            unchanged.append(path)
        else:
            edited.append(path)
    gone = sorted(there.difference(wanted))
    foreign = {folder: None for folder in stands.folders if folder not in tree.folders}
    return Difference(
        unchanged=unchanged,
        edited=edited,
        missing=missing,
        aside=[path for path in (*foreign, *gone) if path.rpartition(b"/")[0] not in foreign],
        gone=gone,
        unmade=[folder for folder in tree.folders if folder not in stands.folders],
    )


def _difference(tree: Tree, root: bytes, judge: _Judge) -> Difference:
    walk = _Walk(tree, root, judge)
    there = seen(root)
    if there is not None:
        walk.through(root, there.st_dev)
    files = tree.paths()
    return Difference(
        unchanged=[path for path in files if walk.same.get(path) is True],
        edited=[path for path in files if walk.same.get(path) is False],
        missing=[path for path in files if path not in walk.same],
        aside=walk.aside,
        gone=walk.gone,
        unmade=[folder for folder in tree.folders if folder not in walk.folders],
    )


class _Walk:
    """One way through the folder, and what was seen on it."""

    def __init__(self, tree: Tree, root: bytes, judge: _Judge) -> None:
        self._tree, self._root, self._judge = tree, root, judge
        self.same: dict[bytes, bool] = {}  # regular files that stand where the site has one: equal or not
        self.folders: set[bytes] = set()
        self.aside: list[bytes] = []
        self.gone: list[bytes] = []

    def through(self, root: bytes, device: int) -> None:
        waiting = [(b"", True)]
        while waiting:
            prefix, wanted = waiting.pop()
            for entry in _entries(root + b"/" + prefix):
                path = prefix + entry.name
                if entry.name == b".git":
                    raise self._refused(path, "a git repository, which publishing would delete; move it away")
                if not entry.is_dir(follow_symlinks=False):
                    self._file(entry, path, wanted)
                elif entry.stat(follow_symlinks=False).st_dev != device:
                    raise self._refused(path, "another file system is mounted here; unmount it first")
                else:
                    waiting.append((path + b"/", self._folder(entry, path, wanted)))

    def _file(self, entry: os.DirEntry[bytes], path: bytes, wanted: bool) -> None:
        if wanted and path in self._tree and entry.is_file(follow_symlinks=False):
            self.same[path] = self._judge(entry, path)
            return
        if path not in self._tree:
            self.gone.append(path)
        if wanted:
            self.aside.append(path)

    def _folder(self, entry: os.DirEntry[bytes], path: bytes, wanted: bool) -> bool:
        """Whether the site wants this folder. One that was closed by hand counts as foreign."""
        kept = wanted and path in self._tree.folders and os.access(entry.path, os.R_OK | os.X_OK)
        if kept:
            self.folders.add(path)
        elif wanted:
            self.aside.append(path)
        return kept

    def _refused(self, path: bytes, reason: str) -> Refused:
        return Refused(f"{shown(self._root + b'/' + path)}: {reason}")


def _entries(folder: bytes) -> list[os.DirEntry[bytes]]:
    with os.scandir(folder) as entries:
        return list(entries)


def holds(path: bytes, content: bytes) -> bool:
    """Whether the regular file holds just these bytes. One that may not be read counts as different."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (PermissionError, FileNotFoundError):
        return False
    try:
        size = len(content)
        if os.fstat(file).st_size != size:
            return False
        done = 0
        while done < size:
            piece = os.read(file, size - done)
            if not piece or piece != content[done : done + len(piece)]:
                return False
            done += len(piece)
        return True
    finally:
        os.close(file)
