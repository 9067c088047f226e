"""Which folders lie on file systems that do not tell of all changes: of those made on another machine, or outside of a
container.

Linux says in /proc/self/mountinfo what is mounted where (proc_pid_mountinfo(5)). inotify(7) hears of what is done
through this very kernel; "it is not possible to monitor ... remote changes on network file systems". The list is never
whole, so what is missed all the same is found by `rounds`.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "glusterfs", "lustre", "beegfs",
        "orangefs", "pvfs2", "gpfs", "gfs2", "ocfs2", "acfs", "davfs", "ncp",
    }
)  # fmt: skip
_SHARED = frozenset(
    {
        "9p", "v9fs", "virtiofs", "vboxsf", "vmhgfs", "prl_fs", "drvfs", "fakeowner", "grpcfuse", "osxfs", "gofer",
        "wslfs", "hgfs", "sharefs", "fuse",
    }
)  # fmt: skip
_ESCAPE = re.compile(r"\\([0-7]{3})")


def quiet_mount(path: Path, mounts: str | None = None) -> str:
    """What a path lies on in words ("a network folder (nfs4)") where changes to it may come without notice, or "".
    `mounts` is the text of mountinfo, that of this process unless given; a path that does not exist yet lies where its
    nearest folder does."""
    if mounts is None:
        mounts = _mounts()
    kind = _kind_at(os.path.realpath(path), mounts)
    if kind in _NETWORK or kind in {"fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.ceph"}:
        return f"a network folder ({kind})"
    if kind in _SHARED or kind.startswith("fuse."):  # fuse.grpcfuse, fuse.osxfs, fuse.vmhgfs-fuse, fuse.s3fs ...
        return f"a folder shared from elsewhere ({kind})"
    return ""


def _kind_at(path: str, mounts: str) -> str:
    """The type of the file system at a path: that of the innermost mount around it, and of the last one there."""
    found, depth = "", -1
    for line in mounts.splitlines():
        before, mark, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if not mark or len(fields) < 5:
            continue
        point = _ESCAPE.sub(lambda match: chr(int(match[1], 8)), fields[4])
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= depth:
            found, depth = kinds[0], len(point)
    return found


def _mounts() -> str:
    if sys.platform != "linux":
        return ""
    try:
        return _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return ""
