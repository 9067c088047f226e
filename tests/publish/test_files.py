"""Files are made, shared and removed, and what stands there already is never written into."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.publish.files import discard, link_or_write, remove, remove_tree, write_new
from parley.publish.marker import MARKER_NAME, MARKER_TEXT


def content() -> bytes:
    return b"known"


def test_a_file_is_shared_and_its_content_not_asked_for(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"page")
    assert link_or_write(os.fsencode(old), os.fsencode(new), lambda: pytest.fail("asked")) is True
    assert new.samefile(old)


def test_a_link_of_the_disk_is_shared_as_a_link_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "old").symlink_to("nowhere")
    assert link_or_write(os.fsencode(tmp_path / "old"), os.fsencode(tmp_path / "new"), content) is True
    assert (tmp_path / "new").readlink() == Path("nowhere")


def test_a_file_that_was_taken_away_is_written(tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert link_or_write(os.fsencode(tmp_path / "old"), os.fsencode(new), content) is False
    assert new.read_bytes() == b"known"


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK])
def test_where_links_are_impossible_a_file_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def no_link(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", no_link)
    (tmp_path / "old").write_bytes(b"page")
    assert link_or_write(os.fsencode(tmp_path / "old"), os.fsencode(tmp_path / "new"), content) is False
    assert (tmp_path / "new").read_bytes() == b"known"


def test_any_other_fault_of_sharing_is_told_and_nothing_written(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"page")
    (tmp_path / "there").write_bytes(b"a letter")
    with pytest.raises(FileExistsError):
        link_or_write(os.fsencode(tmp_path / "old"), os.fsencode(tmp_path / "there"), content)
    with pytest.raises(NotADirectoryError):
        link_or_write(os.fsencode(tmp_path / "old"), os.fsencode(tmp_path / "there/new"), content)
    assert (tmp_path / "there").read_bytes() == b"a letter"


@pytest.mark.parametrize("there", ["file", "link"])
def test_a_new_file_is_written_nowhere_where_something_stands(tmp_path: Path, there: str) -> None:
    (tmp_path / "letter").write_bytes(b"a letter")
    (tmp_path / "link").symlink_to("letter")
    with pytest.raises(FileExistsError):
        write_new(os.fsencode(tmp_path / ("letter" if there == "file" else "link")), b"page")
    assert (tmp_path / "letter").read_bytes() == b"a letter"


def test_a_fault_of_writing_names_the_file(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no full device here")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "O_EXCL", 0)
        with pytest.raises(OSError, match="No space left") as caught:
            write_new(os.fsencode(full), b"page")
    assert caught.value.filename == b"/dev/full"


def test_what_is_removed_is_the_link_and_not_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/letter").write_bytes(b"a letter")
    for name in ("folder", "alone"):
        place = tmp_path / name
        if name == "folder":
            (place / "in").mkdir(parents=True)
            (place / "in/link").symlink_to(tmp_path / "kept")
        else:
            place.symlink_to(tmp_path / "kept")
        remove(os.fsencode(place))
        assert not os.path.lexists(place)
    assert (tmp_path / "kept/letter").read_bytes() == b"a letter"


def test_only_a_folder_of_ours_is_discarded(tmp_path: Path) -> None:
    for name, marked in (("ours", True), ("another", False)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_bytes(b"page")
        if marked:
            (tmp_path / name / os.fsdecode(MARKER_NAME)).write_bytes(MARKER_TEXT)
        discard(os.fsencode(tmp_path / name))
    discard(os.fsencode(tmp_path / "nothing"))
    assert [path.name for path in tmp_path.iterdir()] == ["another"]
    assert (tmp_path / "another/page.html").read_bytes() == b"page"


def test_folders_that_their_owner_may_not_write_or_list_are_removed_all_the_same(
    in_child: Callable[[Callable[[], Any]], Any],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "closed"

        def act() -> bool:
            if os.geteuid() == 0:  # no mode stops the superuser
                os.chown(name, 65534, -1)
                os.seteuid(65534)
            (place / "in").mkdir(parents=True)
            (place / "in/page.html").write_bytes(b"page")
            (place / "in").chmod(0)
            place.chmod(0o500)
            remove_tree(os.fsencode(place))
            return place.exists()

        assert in_child(act).result() is False
