"""Publishing at one instant: a whole new generation is built beside the output and takes its name.

The new generation shares unchanged files with the old one by hard link, so its cost stays with what changed;
a changed file is always a new one, never written through a link into the live site. Whoever reads the output
sees the old generation or the new one, and a build that is killed leaves one of them whole. What it
leaves beside the output, `.<name>.parley-<16 hexadecimal digits>`, is removed by the next build.

Folders cannot be shared. To make and remove thousands of them takes longer than all the rest (ext4 may need 0.1
to 0.3 ms for each), so whoever names a place for a spare has the old generation kept there, and the next build
brings it up to date instead of starting from nothing. The spare is never trusted: unless it is known to stand as it
was left, it is compared as well.
"""

# Plain bytes paths: a Path object for each file would cost more than the file.
# ruff: noqa: PTH102, PTH103, PTH104, PTH108, PTH116, PTH120

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import stat
from collections.abc import Set

import msgspec

from parley.publish.difference import Difference, between, difference, holds, sharing
from parley.publish.faults import Refused, vanished
from parley.publish.files import discard, link_or_write, remove, seen, token, write_new
from parley.publish.marker import MARKER_NAME, MARKER_TEXT, is_ours
from parley.publish.standing import Standing
from parley.publish.swap import SwapImpossible, exchange
from parley.publish.tree import Tree

_CLOSED_PARENT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class Spare(msgspec.Struct, frozen=True):
    """The place of the spare, and how that is known to stand; without it, the spare is compared with the output."""

    place: bytes
    stands: Standing | None = None


class Swapped(msgspec.Struct, frozen=True):
    """What came of a swap."""

    lacked: Difference  # what the new generation lacked when it was begun
    revived: Standing | None  # how the spare stood that it was begun from, if that is known
    copied: Set[bytes]  # unchanged files that could not be shared
    spared: bool  # whether the old generation is the spare now


class _Begun(msgspec.Struct, frozen=True):
    lacks: Difference
    revived: Standing | None = None


def swap_in(target: bytes, tree: Tree, parts: Difference, spare: Spare | None) -> Swapped:
    """Puts a new generation in the place of `target`, or where nothing is yet; the old one becomes the `spare`.

    Raises SwapImpossible where the output is a mount, the folder above is closed to us, or the system
    knows no exchange; OSError otherwise. In either case the output is as it was.
    """
    parent, name = os.path.split(target)
    staging = parent + b"/." + name + b".parley-" + token().encode()
    try:
        try:
            return _made(staging, target, tree, parts, spare)
        finally:
            discard(staging)  # whatever has this name, before the exchange or after it, is not the live site
    except BaseException:
        discard(staging)  # once more: we may have been told to stop while the old generation was being removed
        raise


def _made(staging: bytes, target: bytes, tree: Tree, parts: Difference, spare: Spare | None) -> Swapped:
    old = seen(target)
    if old is None:
        os.mkdir(staging)
        copied = _fill(staging, target, tree, parts, parts)
        os.rename(staging, target)
        return Swapped(parts, None, copied, spared=False)
    begun = _begun(staging, target, tree, parts, spare, old)
    copied = _fill(staging, target, tree, parts, begun.lacks)
    exchange(staging, target)
    if not _is(old, staging):
        exchange(staging, target)
        raise vanished(target)
    spared = spare is not None and _spared(staging, spare.place)
    return Swapped(begun.lacks, begun.revived, copied, spared)


def _spared(staging: bytes, spare: bytes) -> bool:
    """Whether the old generation could be kept as the spare; without a place for it, it is removed as any other."""
    try:
        os.makedirs(os.path.dirname(spare), exist_ok=True)
        os.rename(staging, spare)
    except OSError:
        return False
    return True


def _is(folder: os.stat_result, place: bytes) -> bool:
    """Whether this folder stands at this place, as far as the system tells: the exchange is done by now."""
    try:
        return os.path.samestat(folder, os.lstat(place))
    except OSError:
        return True


def sweep(target: bytes) -> None:
    """Removes what killed builds of this output left beside it. Only under the lock."""
    parent, name = os.path.split(target)
    pattern = re.compile(rb"\." + re.escape(name) + rb"\.parley-[0-9a-f]{16}")
    with os.scandir(parent) as entries:
        found = [entry.path for entry in entries if pattern.fullmatch(entry.name)]
    for folder in found:
        discard(folder)


def _begun(
    staging: bytes,
    target: bytes,
    tree: Tree,
    parts: Difference,
    spare: Spare | None,
    old: os.stat_result,
) -> _Begun:
    """Makes the staging folder, from the spare if there is one; what it lacks yet."""
    if old.st_dev != os.stat(os.path.dirname(target)).st_dev:
        raise SwapImpossible
    begun = _revived(spare, staging, tree, target, parts) if spare is not None else None
    if begun is None:
        try:
            os.mkdir(staging, old.st_mode & 0o777)
        except OSError as error:
            if error.errno in _CLOSED_PARENT:
                raise SwapImpossible from error
            raise
        begun = _Begun(difference(tree, staging))
    # Access that its owner set up for the output (group, mode, access lists) outlives the swap.
    # Not every user and file system can do that; without it the folder is never open to more than the old one was.
    with contextlib.suppress(OSError):
        os.chown(staging, old.st_uid, old.st_gid)
    with contextlib.suppress(PermissionError):
        shutil.copystat(target, staging)
    return begun


def _revived(spare: Spare, staging: bytes, tree: Tree, target: bytes, parts: Difference) -> _Begun | None:
    """The spare under the name of the staging folder, and what it lacks; None where there is none that will do."""
    shared = frozenset(parts.unchanged)
    try:
        there = seen(spare.place)
        if there is None or not stat.S_ISDIR(there.st_mode) or not is_ours(spare.place):
            return None
        if stands := spare.stands:
            own = spare.place + b"/" + MARKER_NAME
            lacks = between(
                tree, stands, shared - stands.doubtful, lambda path: path == MARKER_NAME and holds(own, MARKER_TEXT)
            )
        else:
            lacks = sharing(tree, spare.place, target, shared)
        if MARKER_NAME not in lacks.unchanged:  # without it a killed build's remains could not be told from others
            discard(spare.place)
            return None
        os.rename(spare.place, staging)
    except (OSError, Refused):
        return None
    return _Begun(lacks, spare.stands)


def _fill(staging: bytes, target: bytes, tree: Tree, parts: Difference, lacks: Difference) -> Set[bytes]:
    """Gives the staging folder what it lacks: links to what is unchanged in the live site, and new files. What could
    not be shared and had to be copied."""
    shared = frozenset(parts.unchanged)
    copied: set[bytes] = set()

    def place(path: bytes) -> None:
        new = staging + b"/" + path
        if path in shared:
            if not link_or_write(target + b"/" + path, new, lambda: tree.content(path)):
                copied.add(path)
        else:
            write_new(new, tree.content(path), durable=path == MARKER_NAME)

    try:
        if MARKER_NAME in lacks.missing:
            place(MARKER_NAME)  # first: from now on the next build knows this folder, should we be killed
        for path in lacks.aside:
            remove(staging + b"/" + path)
        for folder in lacks.unmade:
            os.mkdir(staging + b"/" + folder)
        for path in lacks.edited:
            os.unlink(staging + b"/" + path)
        for path in (*lacks.missing, *lacks.edited):
            if path != MARKER_NAME:
                place(path)
    except OSError as error:
        if error.errno == errno.EXDEV:  # a bind mount: the same device, but another place
            raise SwapImpossible from error
        raise
    return copied
