"""One build at a time for each output: `flock`, released by the kernel when its owner dies, however it dies.

The lock lies on the folder above the output, because the output itself is exchanged by every build and may
not exist yet; a folder that is there anyway is also no litter. The output is locked too where it exists: two
containers may see it below two different parents. Always in this order, so nobody waits in a circle.

Some file systems cannot lock a folder (NFS wants a file that is open for writing). There a lock file lies
beside the output while a build runs.
"""

# The same bytes paths as in the rest of this room.
# ruff: noqa: PTH108

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterator

from parley.publish.files import seen

_NO_FOLDER_LOCK = frozenset({errno.EBADF, errno.EOPNOTSUPP, errno.ENOLCK, errno.ENOSYS, errno.EINVAL})
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


@contextlib.contextmanager
def sole_builder(target: bytes) -> Iterator[bool]:
    """Waits until no other build works on `target`, and keeps others out until the block ends.

    Yields whether the folder above is held too: without it (it may be closed to us) nothing may be done
    there. Raises OSError where no lock is to be had.
    """
    with contextlib.ExitStack() as held:
        above = _hold_above(held, target)
        if seen(target) is not None:
            try:
                held.enter_context(_locked(target, _FOLDER | os.O_NOFOLLOW))
            except OSError as error:
                if not above or error.errno not in _NO_FOLDER_LOCK:
                    raise
        yield above


def _hold_above(held: contextlib.ExitStack, target: bytes) -> bool:
    """Holds the folder above the output, or a lock file in it; False where that folder is closed to us."""
    parent, name = os.path.split(target)
    try:
        held.enter_context(_locked(parent, _FOLDER))
    except PermissionError:
        if seen(target) is None:
            raise
        return False
    except OSError as error:
        if error.errno not in _NO_FOLDER_LOCK:
            raise
        held.enter_context(_locked(parent + b"/." + name + b".parley-lock", _FILE, passing=True))
    return True


@contextlib.contextmanager
def _locked(path: bytes, flags: int, *, passing: bool = False) -> Iterator[None]:
    """Holds a folder or file; one that is `passing` exists only for the lock and goes with it."""
    while True:
        handle = os.open(path, flags, 0o666)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
            except OSError as error:
                error.filename = path  # flock knows only a number
                raise
            if not _still_there(handle, path):
                continue  # its last owner exchanged or removed it while we waited
            try:
                yield
            finally:
                with contextlib.suppress(OSError):
                    if passing:
                        os.unlink(path)
                with contextlib.suppress(OSError):
                    # Closing would not do where a worker was forked meanwhile and shares the handle.
                    fcntl.flock(handle, fcntl.LOCK_UN)
            return
        finally:
            os.close(handle)


def _still_there(handle: int, path: bytes) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    except FileNotFoundError:
        return False
