from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.publish.folder import CannotPublish, Published, publish
from parley.publish.lock import sole_builder
from tests.reliability.figures import Chapter, Figures

Site = dict[str, bytes]
Publishing = Callable[[Site], Published]
Holds = Callable[[Path, Site], bool]
InChild = Callable[[Callable[[], Any]], Any]


@pytest.mark.parametrize("first_time", [True, False])
def test_20_builds_at_once_leave_one_whole_result(
    output: Path,
    sources: list[Path],
    make_site: Callable[..., Site],
    holds: Holds,
    litter: Callable[[], list[str]],
    in_child: InChild,
    figures: Figures,
    first_time: bool,
) -> None:
    if not first_time:
        publish(make_site(99), output, sources)
    sites = [make_site(number, 20) for number in range(20)]
    builds = [in_child(lambda site=site: publish(site, output, sources)) for site in sites]
    done = [build.result() for build in builds]
    whole = [number for number, site in enumerate(sites) if holds(output, site)]
    figures.tell(Chapter.FAULTS, "publications into one output at once", len(sites), len(whole) != 1)
    assert len(whole) == 1
    assert [one.how for one in done] == ["swap"] * 20
    assert litter() == []


def test_12_builds_of_one_site_write_it_once(output: Path, sources: list[Path], in_child: InChild) -> None:
    builds = [in_child(lambda: publish({"index.html": b"page"}, output, sources)) for _ in range(12)]
    assert sorted(build.result().how for build in builds) == ["nothing to do"] * 11 + ["swap"]


def test_builds_that_replace_in_place_wait_for_each_other_too(
    output: Path,
    sources: list[Path],
    make_site: Callable[..., Site],
    holds: Holds,
    in_child: InChild,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("parley.publish.swap._renameat2", lambda: None)
    sites = [make_site(number) for number in range(6)]
    builds = [in_child(lambda site=site: publish(site, output, sources)) for site in sites]
    for build in builds:
        build.result()
    assert sum(holds(output, site) for site in sites) == 1


def held(output: Path, ready: int) -> None:
    with sole_builder(os.fsencode(output)):
        os.write(ready, b"!")
        time.sleep(60)


@pytest.mark.parametrize("folders_lock", [True, False])
def test_a_killed_owner_blocks_nobody(
    publishing: Publishing,
    output: Path,
    holds: Holds,
    litter: Callable[[], list[str]],
    in_child: InChild,
    monkeypatch: pytest.MonkeyPatch,
    folders_lock: bool,
) -> None:
    if not folders_lock:
        forbid_locked_folders(monkeypatch)
    started, ready = os.pipe()
    owner = in_child(lambda: held(output, ready))
    os.read(started, 1)
    waiting = in_child(lambda: publishing({"index.html": b"page"}))
    time.sleep(0.1)
    assert not output.exists(), "the second build waits"
    owner.kill()
    waiting.result()
    assert holds(output, {"index.html": b"page"})
    assert litter() == []


def test_two_outputs_that_are_one_folder_share_the_lock(
    tmp_path: Path, root: Path, output: Path, sources: list[Path], in_child: InChild
) -> None:
    (tmp_path / "alias").symlink_to(root)
    started, ready = os.pipe()
    in_child(lambda: held(output, ready))
    os.read(started, 1)
    waiting = in_child(lambda: publish({}, tmp_path / "alias" / "output", sources))
    time.sleep(0.1)
    assert not output.exists()
    waiting.end()


def forbid_locked_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """NFS: a lock wants a file that is open for writing."""
    flock = fcntl.flock

    def files_only(handle: int, operation: int) -> None:
        if fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(9, "Bad file descriptor")
        flock(handle, operation)

    monkeypatch.setattr(fcntl, "flock", files_only)


def test_a_link_that_took_the_place_of_the_output_is_not_followed_to_be_locked(root: Path, output: Path) -> None:
    output.symlink_to(root / "briefs")
    with pytest.raises(NotADirectoryError), sole_builder(os.fsencode(output)):
        pytest.fail("held what the link leads to")


def test_where_folders_cannot_be_locked_a_passing_file_is(
    output: Path,
    sources: list[Path],
    make_site: Callable[..., Site],
    holds: Holds,
    litter: Callable[[], list[str]],
    in_child: InChild,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forbid_locked_folders(monkeypatch)
    with sole_builder(os.fsencode(output)):
        assert litter() == [".output.parley-lock"]
        assert (output.parent / ".output.parley-lock").stat().st_mode & 0o111 == 0, "no program"
    sites = [make_site(number) for number in range(6)]
    builds = [in_child(lambda site=site: publish(site, output, sources)) for site in sites]
    for build in builds:
        build.result()
    assert sum(holds(output, site) for site in sites) == 1
    assert litter() == []


def close_the_folder_above(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be passed through but not read, as on shared hosts; the superuser is not stopped by its mode."""
    open_file = os.open

    def closed(path: Any, *arguments: Any, **options: Any) -> int:
        if os.fsencode(path) == os.fsencode(root):
            raise PermissionError(13, "Permission denied", path)
        return open_file(path, *arguments, **options)

    monkeypatch.setattr(os, "open", closed)


def test_an_output_below_a_closed_folder_is_locked_by_itself(
    root: Path,
    output: Path,
    sources: list[Path],
    make_site: Callable[..., Site],
    holds: Holds,
    in_child: InChild,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    output.mkdir()
    close_the_folder_above(root, monkeypatch)
    sites = [make_site(number) for number in range(6)]
    builds = [in_child(lambda site=site: publish(site, output, sources)) for site in sites]
    assert {build.result().how for build in builds} == {"in place"}
    assert sum(holds(output, site) for site in sites) == 1


def test_a_new_output_below_a_closed_folder_is_an_error_in_one_line(
    root: Path, publishing: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    close_the_folder_above(root, monkeypatch)
    with pytest.raises(CannotPublish, match=f"^{root}: Permission denied; the site published before is untouched$"):
        publishing({"index.html": b"page"})


def locked_by_another(folder: Path) -> bool:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def test_a_worker_forked_while_the_lock_is_held_does_not_keep_it(root: Path, output: Path, in_child: InChild) -> None:
    with sole_builder(os.fsencode(output)) as above_is_held:
        assert above_is_held
        assert locked_by_another(root)
        in_child(lambda: time.sleep(60))
    assert not locked_by_another(root)


def test_a_folder_replaced_while_a_build_waited_is_locked_anew(
    root: Path, output: Path, in_child: InChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    def waited() -> bool:
        with sole_builder(os.fsencode(output)):
            return locked_by_another(root)

    with sole_builder(os.fsencode(output)):
        waiting = in_child(waited)
        time.sleep(0.1)
        root.rename(root.with_name("moved"))
        root.mkdir()
    assert waiting.result(), "it holds the folder that is there now"
