from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import parley
from parley.publish.folder import Published, publish

Site = dict[str, bytes]
Publishing = Callable[[Site], Published]
Holds = Callable[[Path, Site], bool]

SITE = {"index.html": b"start", "a/b/page.html": b"page", "a/c.html": b"c", "img/x.png": b"\x89PNG"}


@pytest.fixture(params=["swap", "in place"])
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test that asks for this runs twice: with the exchange, and with the kernel refusing it."""
    if request.param == "in place":
        monkeypatch.setattr("parley.publish.swap._renameat2", lambda: None)
    return request.param


def test_the_first_publication_makes_the_folder(
    publishing: Publishing, output: Path, holds: Holds, litter: Callable[[], list[str]]
) -> None:
    assert publishing(SITE) == Published(written=4, deleted=0, unchanged=0, how="swap")
    assert holds(output, SITE)
    assert litter() == []


def test_what_changed_is_counted_in_files(publishing: Publishing, output: Path, holds: Holds, how: str) -> None:
    publishing(SITE)
    new = {"index.html": b"start", "a/b/page.html": b"other", "a/new.html": b"new"}
    assert publishing(new) == Published(written=2, deleted=2, unchanged=1, how=how)
    assert holds(output, new)


def test_a_build_that_changes_nothing_writes_nothing(
    publishing: Publishing, root: Path, stamps: Callable[[Path], dict[str, tuple[int, ...]]], how: str
) -> None:
    publishing(SITE)
    publishing({**SITE, "index.html": b"again"})
    publishing(SITE)
    before = stamps(root)
    assert publishing(SITE) == Published(written=0, deleted=0, unchanged=4, how="nothing to do")
    assert stamps(root) == before
    print(f"inode, mode, size, times and links of {len(before)} files and folders: 0 changed")


def test_an_empty_site_leaves_only_the_marker(publishing: Publishing, output: Path, holds: Holds, how: str) -> None:
    publishing(SITE)
    assert publishing({}) == Published(written=0, deleted=4, unchanged=0, how=how)
    assert [path.name for path in output.iterdir()] == [".parley"]
    assert publishing({}).how == "nothing to do"


def edit_with_the_old_time(output: Path) -> None:
    """The same length, and the old modification time put back."""
    page = output / "index.html"
    old = page.stat()
    page.write_bytes(b"STARS")
    os.utime(page, ns=(old.st_atime_ns, old.st_mtime_ns))


def remove(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    folder.rmdir()


def folder_for_a_file(output: Path) -> None:
    (output / "index.html").unlink()
    (output / "index.html" / "deep" / "er").mkdir(parents=True)
    (output / "index.html" / "deep" / "x").write_bytes(b"x")


def file_for_a_folder(output: Path) -> None:
    remove(output / "a")
    (output / "a").write_bytes(b"a file now")


def link_for_a_file(output: Path) -> None:
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(output.parent / "theme" / "source.txt")


def link_to_the_same_bytes(output: Path) -> None:
    (output.parent / "theme" / "same").write_bytes(b"start")
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(output.parent / "theme" / "same")


def link_for_a_folder(output: Path) -> None:
    """Below the link stand files by the names of ours, with other bytes: they must not be written through."""
    elsewhere = output.parent / "theme" / "elsewhere"
    (elsewhere / "b").mkdir(parents=True)
    (elsewhere / "c.html").write_bytes(b"mine")
    (elsewhere / "b" / "page.html").write_bytes(b"mine too")
    remove(output / "a")
    (output / "a").symlink_to(elsewhere)


def foreign_links(output: Path) -> None:
    (output / "loop").symlink_to(output)
    (output / "dangling").symlink_to("nowhere")
    (output / "a" / "theme").symlink_to(output.parent / "theme")


def odd_files(output: Path) -> None:
    os.mkfifo(output / "pipe")
    (output / "c.html").unlink(missing_ok=True)
    (output / "img" / "x.png").unlink()
    os.mkfifo(output / "img" / "x.png")
    (output / os.fsdecode(b"not-utf-8-\xff")).write_bytes(b"?")


def closed_file_and_folder(output: Path) -> None:
    (output / "index.html").write_bytes(b"closed")
    (output / "index.html").chmod(0)
    (output / "a").chmod(0o500)


def marker_reworded(output: Path) -> None:
    with (output / ".parley").open("ab") as marker:
        marker.write(b"and a note")


EDITS: list[tuple[Callable[[Path], Any], tuple[int, int]]] = [
    (lambda output: (output / "index.html").write_bytes(b"by hand, longer"), (1, 0)),
    (lambda output: (output / "index.html").write_bytes(b""), (1, 0)),
    (edit_with_the_old_time, (1, 0)),
    (lambda output: (output / "a" / "c.html").unlink(), (1, 0)),
    (lambda output: remove(output / "a"), (2, 0)),
    (lambda output: (output / "a" / "draft.html").write_bytes(b"secret"), (0, 1)),
    (lambda output: (output / "x" / "y" / "z").mkdir(parents=True), (0, 0)),
    (lambda output: (output / "a" / "c.html").rename(output / "a" / "C.html"), (1, 1)),
    (folder_for_a_file, (1, 1)),
    (file_for_a_folder, (2, 1)),
    (link_for_a_file, (1, 0)),
    (link_to_the_same_bytes, (1, 0)),
    (link_for_a_folder, (2, 1)),
    (foreign_links, (0, 3)),
    (odd_files, (1, 2)),
    (closed_file_and_folder, (1, 0)),
    (marker_reworded, (0, 0)),
    (lambda output: (output / ".parley-0123456789abcdef").mkdir(), (0, 0)),
]


@pytest.mark.parametrize(("edit", "counts"), EDITS, ids=[getattr(edit, "__name__", "") for edit, _ in EDITS])
def test_what_was_done_by_hand_is_undone_and_nothing_outside_is_touched(
    publishing: Publishing,
    root: Path,
    output: Path,
    holds: Holds,
    look: Callable[[Path], dict[str, bytes | str]],
    litter: Callable[[], list[str]],
    how: str,
    edit: Callable[[Path], Any],
    counts: tuple[int, int],
) -> None:
    publishing(SITE)
    edit(output)
    outside = look(root / "theme")
    done = publishing(SITE)
    assert holds(output, SITE)
    assert (done.written, done.deleted, done.how) == (*counts, how)
    assert look(root / "theme") == outside
    assert litter() == []
    assert publishing(SITE).how == "nothing to do"


def test_60_random_states_left_by_hand_are_all_made_equal_again(
    publishing: Publishing, output: Path, holds: Holds, how: str
) -> None:
    chance = random.Random(7)
    names = ["index.html", "a", "a/b", "a/b/page.html", "a/c.html", "img", "img/x.png", "new", "new/y", "a/b/z/w"]
    publishing(SITE)
    restored = 0
    for _ in range(60):
        for name in chance.sample(names, 4):
            disturb(output / name, chance)
        site = {path: chance.choice([content, b"v2"]) for path, content in SITE.items() if chance.random() < 0.8}
        publishing(site)
        restored += holds(output, site)
    print(f"{how}: {restored} of 60 restored")
    assert restored == 60


def disturb(path: Path, chance: random.Random) -> None:
    """Puts something at this path, or takes away what is there."""
    if not path.parent.is_dir() or path.parent.is_symlink():
        return
    if path.is_dir() and not path.is_symlink():
        remove(path)
    else:
        path.unlink(missing_ok=True)
    match chance.randrange(5):
        case 0:
            path.write_bytes(chance.choice([b"v2", b"by hand", b""]))
        case 1:
            (path / "inner").mkdir(parents=True)
        case 2:
            path.symlink_to(chance.choice(["nowhere", "..", "index.html"]))
        case 3:
            os.mkfifo(path)


def test_a_file_edited_through_a_second_name_outside_stays_as_it_is_there(
    publishing: Publishing, root: Path, output: Path, holds: Holds, how: str
) -> None:
    publishing(SITE)
    (root / "theme" / "kept").hardlink_to(output / "index.html")
    publishing({**SITE, "index.html": b"new"})
    assert (root / "theme" / "kept").read_bytes() == b"start"
    assert holds(output, {**SITE, "index.html": b"new"})


def test_bytes_are_the_same_and_modes_follow_the_umask(tmp_path: Path, look: Callable[[Path], Any]) -> None:
    seen = {}
    before = os.umask(0o022)
    try:
        for umask in (0o000, 0o022, 0o027, 0o077):
            os.umask(umask)
            place = tmp_path / f"umask-{umask:03o}"
            publish(SITE, place, [])
            publish({**SITE, "a/c.html": b"edited"}, place, [])
            seen[umask] = look(place)
            assert (place / "a" / "c.html").stat().st_mode & 0o777 == 0o666 & ~umask
            assert (place / "a").stat().st_mode & 0o777 == 0o777 & ~umask
            assert place.stat().st_mode & 0o777 == 0o777 & ~umask
    finally:
        os.umask(before)
    assert len({repr(one) for one in seen.values()}) == 1
    print(f"{len(seen)} umasks: 1 tree")


def test_the_mode_that_the_owner_gave_the_output_outlives_a_build(
    publishing: Publishing, output: Path, how: str
) -> None:
    publishing(SITE)
    output.chmod(0o2750)
    publishing({**SITE, "index.html": b"new"})
    assert output.stat().st_mode & 0o7777 == 0o2750


def test_an_empty_folder_keeps_its_mode(publishing: Publishing, output: Path, how: str) -> None:
    output.mkdir(mode=0o700)
    assert publishing(SITE).how == how
    assert output.stat().st_mode & 0o7777 == 0o700


def test_the_locale_changes_no_name(output: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from parley.publish.folder import publish\n"
        "assert sys.getfilesystemencoding() == 'ascii'\n"
        "publish({'z\\xfcrich/\\u540d.html': b'x'}, Path(sys.argv[1]), [])"
    )
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    package = str(Path(parley.__file__).parents[1])
    subprocess.run(
        [sys.executable, "-c", program, output], env={**os.environ, **plain, "PYTHONPATH": package}, check=True
    )
    with os.scandir(os.fsencode(output / "zürich")) as entries:
        assert [entry.name for entry in entries] == ["名.html".encode()]


def test_a_mapping_may_make_its_bytes_on_demand(output: Path, sources: list[Path], holds: Holds) -> None:
    class Lazy(dict[str, bytes]):
        def __missing__(self, key: str) -> bytes:
            raise AssertionError(f"asked for {key}, which the site does not list")

        def __getitem__(self, key: str) -> bytes:
            asked.append(key)
            return super().__getitem__(key)

    asked: list[str] = []
    publish(Lazy(SITE), output, sources)
    assert sorted(asked) == sorted(SITE)
    assert holds(output, SITE)
