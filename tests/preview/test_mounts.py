"""File systems that do not tell of changes, by what real systems say in /proc/self/mountinfo."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.preview.mounts import quiet_mount

ROOT = "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard\n"
DOCKER = "611 520 0:61 / / rw,relatime - overlay overlay rw,lowerdir=/var/lib/docker/l/A:/var/lib/docker/l/B\n"


@pytest.mark.parametrize(
    ("mounts", "kind"),
    [
        (ROOT + "88 27 0:52 / /srv rw,relatime shared:45 - nfs4 nas:/briefs rw,vers=4.2,addr=10.0.0.2\n", "network"),
        (ROOT + "90 27 0:54 / /srv/desk rw - cifs //nas/desk rw,vers=3.1.1,username=jo\n", "network"),
        (ROOT + "91 27 0:55 / /srv rw,nosuid - fuse.sshfs jo@host:/srv rw,user_id=1000\n", "network"),
        (DOCKER + "700 611 0:70 /Users/jo/desk /srv/desk rw - fuse.grpcfuse grpcfuse rw,user_id=0\n", "shared"),
        (DOCKER + "701 611 0:71 /Users/jo/desk /srv/desk rw - fakeowner /run/host_mark/Users rw\n", "shared"),
        (DOCKER + "702 611 0:72 / /srv/desk rw - virtiofs virtiofs0 rw\n", "shared"),
        (ROOT + "61 27 0:44 / /srv rw,noatime - 9p drvfs rw,aname=drvfs;path=C:\\\\;uid=1000,trans=fd\n", "shared"),
        (ROOT + "62 27 0:45 / /srv rw - vboxsf desk rw,iocharset=utf8\n", "shared"),
        (ROOT + "63 27 0:46 / /srv rw - fuse.vmhgfs-fuse vmhgfs-fuse rw\n", "shared"),
        (DOCKER, ""),
        (ROOT, ""),
        (ROOT + "64 27 8:17 / /srv rw - fuseblk /dev/sdb1 rw,user_id=0\n", ""),  # a local disk from Windows
        (DOCKER + "703 611 254:1 /home/jo/desk /srv/desk rw,relatime - ext4 /dev/vda1 rw\n", ""),  # on Linux itself
        (ROOT + "65 27 0:47 / /srv/desk/briefs/deep rw - nfs nas:/ rw\n", ""),  # below, not around
        (ROOT + "66 27 0:47 / /srv/des rw - nfs nas:/ rw\n", ""),  # a name that only begins the same
        (
            ROOT + "67 27 0:47 / /srv rw - nfs nas:/ rw\n68 67 0:48 / /srv rw - tmpfs tmpfs rw\n",
            "",
        ),  # covered by another
        ("", ""),
        ("what is this\n", ""),
    ],
)
def test_the_innermost_mount_around_a_folder_decides(mounts, kind):
    found = quiet_mount(Path("/srv/desk/briefs"), mounts)
    assert found.startswith(f"a {kind} folder" if kind == "network" else "a folder shared" if kind else "")
    assert bool(found) == bool(kind)


def test_signs_that_the_system_writes_as_numbers_are_read():
    mounts = ROOT + "88 27 0:52 / /srv/the\\040desk rw - nfs4 nas:/briefs rw\n"
    assert quiet_mount(Path("/srv/the desk/briefs"), mounts) == "a network folder (nfs4)"


def test_this_machine_s_own_temporary_folder_tells(tmp_path):
    assert quiet_mount(tmp_path / "not" / "there") == ""
