"""The few acts on files that both ways of publishing need: write one, share one, remove a folder of ours."""

# Plain bytes paths: a Path object for each file would cost more than the file.
# ruff: noqa: PTH101, PTH106, PTH108

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable

from parley.publish.marker import MARKER_NAME, is_ours

# No hard link to be had: unsupported (FAT), not permitted (fs.protected_hardlinks), too many of them, or the
# old file was taken away under our hands.
_NO_LINK = frozenset(
    {errno.EPERM, errno.EACCES, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL, errno.ENOENT}
)


def token() -> str:
    """The random part of a staging folder's name: 16 hexadecimal digits."""
    return os.urandom(8).hex()


def seen(path: bytes) -> os.stat_result | None:
    """What stands at this path, links not followed; None only where nothing does.

    `os.path.lexists` and `isdir` take every error for an absence, and what passes for absent is overwritten.
    """
    try:
        return os.lstat(path)
    except FileNotFoundError:
        return None


def write_new(path: bytes, content: bytes, *, durable: bool = False) -> None:
    """Makes a new file, with the mode that the umask leaves. Never writes into a file that is there."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
        if durable:
            os.fsync(file)
    except OSError as error:
        error.filename = path  # a write knows only a number
        raise
    finally:
        os.close(file)


def link_or_write(old: bytes, new: bytes, content: Callable[[], bytes]) -> bool:
    """Shares the file `old` as `new`; writes what it is known to hold where links are impossible, and says False."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINK:
            raise
        write_new(new, content())
        return False
    return True


def discard(folder: bytes) -> None:
    """Removes a staging folder or an old generation as far as the system lets us; never a folder not ours.

    What could not be removed keeps its marker to the last, so that the next build knows it and tries again.
    """
    with contextlib.suppress(OSError):
        if stat.S_ISDIR(os.lstat(folder).st_mode) and is_ours(folder):
            remove_tree(folder)


def remove(path: bytes) -> None:
    """Removes a file, a link (not what it leads to) or a folder with all that is in it."""
    if stat.S_ISDIR(os.lstat(path).st_mode):
        remove_tree(path)
    else:
        os.unlink(path)


def remove_tree(root: bytes) -> None:
    """Removes the folder and all in it, its marker last. Links are removed, not followed; nor are mounts."""
    folders = [root]
    device = _writable(root)
    for folder in folders:  # grows while it is walked, so every folder stands after its parent
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if _writable(entry.path) == device:
                        folders.append(entry.path)
                elif folder is not root or entry.name != MARKER_NAME:
                    os.unlink(entry.path)
    for folder in reversed(folders[1:]):
        os.rmdir(folder)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(root + b"/" + MARKER_NAME)
    os.rmdir(root)


def _writable(folder: bytes) -> int:
    """The device of a folder, whose owner is given the right to empty it where somebody took that away."""
    there = os.lstat(folder)
    if there.st_mode & stat.S_IRWXU != stat.S_IRWXU:
        os.chmod(folder, there.st_mode | stat.S_IRWXU)
    return there.st_dev
