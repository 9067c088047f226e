"""Two folders exchange their names at one instant: Linux `renameat2` with RENAME_EXCHANGE, by way of ctypes.

The standard library has no door to it. A C library without the function (as musl long was) is passed by with
the number of the system call. See renameat2(2).
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import platform
import sys
from collections.abc import Callable

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_SYSCALL = {"x86_64": 316, "aarch64": 276, "riscv64": 276, "armv7l": 382, "ppc64le": 357, "s390x": 347}

# What the kernel, a file system or a container's filter says where an exchange is not to be had at all.
_NEVER = frozenset({errno.EINVAL, errno.ENOSYS, errno.EXDEV, errno.EBUSY, errno.EOPNOTSUPP, errno.EPERM, errno.EACCES})


class SwapImpossible(Exception):
    """The two names cannot be exchanged here; nothing was changed."""


def exchange(one: bytes, other: bytes) -> None:
    """Exchanges what stands at two paths, atomically. Raises SwapImpossible or OSError, nothing changed."""
    call = _renameat2()
    if call is None:
        raise SwapImpossible
    if call(one, other) != 0:
        number = ctypes.get_errno()
        if number in _NEVER:
            raise SwapImpossible
        raise OSError(number, os.strerror(number), other)


@functools.cache
def _renameat2() -> Callable[[bytes, bytes], int] | None:
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    call: Callable[..., int]
    if hasattr(library, "renameat2"):
        call = library.renameat2
    elif platform.machine() in _SYSCALL:
        call = functools.partial(library.syscall, _SYSCALL[platform.machine()])
    else:
        return None
    return functools.partial(_exchanged, call)


def _exchanged(call: Callable[..., int], one: bytes, other: bytes) -> int:
    return call(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
