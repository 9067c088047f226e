"""A writer's file is written whole, at one instant, or left as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parley.write.rewritten import NotRewritten, rewritten


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "site/actors.yaml"
    path.parent.mkdir()
    path.write_bytes(b"old\r\n")
    path.chmod(0o604)
    return path


def test_the_file_holds_the_new_text_with_its_permissions_and_nothing_else_is_left(file: Path) -> None:
    rewritten(file.parent, file.name, b"old\r\n", b"new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert file.stat().st_mode & 0o777 == 0o604
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_somebody_has_changed_in_the_meantime_stays(file: Path) -> None:
    with pytest.raises(NotRewritten, match="just been changed by somebody else"):
        rewritten(file.parent, file.name, b"older\r\n", b"new\r\n")
    assert file.read_bytes() == b"old\r\n"


def test_a_link_within_the_site_is_written_through_and_stays_a_link(file: Path) -> None:
    (file.parent / "link.yaml").symlink_to("actors.yaml")
    rewritten(file.parent, "link.yaml", b"old\r\n", b"new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert (file.parent / "link.yaml").is_symlink()


def test_a_link_out_of_the_site_is_refused(file: Path) -> None:
    outside = file.parent.parent / "other.yaml"
    outside.write_bytes(b"old\r\n")
    (file.parent / "link.yaml").symlink_to(outside)
    with pytest.raises(NotRewritten, match="a link to a file outside the site"):
        rewritten(file.parent, "link.yaml", b"old\r\n", b"new\r\n")
    assert outside.read_bytes() == b"old\r\n"


def test_where_the_disk_refuses_the_old_file_stays_and_no_litter(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotRewritten, match="No space left on device"):
        rewritten(file.parent, file.name, b"old\r\n", b"new\r\n")
    assert file.read_bytes() == b"old\r\n"
    assert list(file.parent.iterdir()) == [file]
