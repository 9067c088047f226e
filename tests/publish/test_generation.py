from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.publish import generation
from parley.publish.folder import CannotPublish, Published, publish
from parley.publish.marker import MARKER_TEXT
from parley.publish.swap import SwapImpossible, exchange
from tests.reliability.figures import Chapter, Figures

Site = dict[str, bytes]
Publishing = Callable[[Site], Published]
Holds = Callable[[Path, Site], bool]

SITE = {"index.html": b"start", "a/page.html": b"page", "a/b/c.html": b"c"}
RANDOM = "0123456789abcdef"


def test_unchanged_files_are_shared_and_changed_ones_are_new_files(publishing: Publishing, output: Path) -> None:
    publishing(SITE)
    before = {path: (output / path).stat().st_ino for path in [*SITE, ".parley"]}
    with (output / "index.html").open("rb") as reader:
        publishing({**SITE, "index.html": b"new"})
        assert reader.read() == b"start", "the old page is still whole for whoever has it open"
    after = {path: (output / path).stat().st_ino for path in before}
    assert [path for path in before if before[path] != after[path]] == ["index.html"]
    assert all((output / path).stat().st_nlink == 1 for path in after), "the old generation is gone"


def test_where_files_cannot_be_shared_they_are_written(
    publishing: Publishing, output: Path, holds: Holds, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    publishing(SITE)
    monkeypatch.setattr(os, "link", unsupported)
    new = {**SITE, "index.html": b"new"}
    assert publishing(new) == Published(written=1, deleted=0, unchanged=2, how="swap")
    assert holds(output, new)


def test_leftovers_of_killed_builds_go_and_look_alikes_stay(
    publishing: Publishing, root: Path, output: Path, litter: Callable[[], list[str]]
) -> None:
    ours = {"half": {".parley": MARKER_TEXT, "a/x.html": b"x"}, "begun": {".parley": MARKER_TEXT[:9]}, "empty": {}}
    for number, files in enumerate(ours.values()):
        fill(root / f".output.parley-{number}{RANDOM[1:]}", files)
    fill(root / f".output.parley-a{RANDOM[1:]}", {"foreign.txt": b"no marker"})
    fill(root / f".output.parley-{RANDOM}x", {".parley": MARKER_TEXT})
    fill(root / f".other.parley-{RANDOM}", {".parley": MARKER_TEXT})
    fill(root / "elsewhere", {".parley": MARKER_TEXT})
    (root / f".output.parley-b{RANDOM[1:]}").symlink_to(root / "elsewhere")
    (root / f".output.parley-c{RANDOM[1:]}").write_bytes(b"a file")
    before = set(litter())
    publishing(SITE)
    assert before - set(litter()) == {f".output.parley-{number}{RANDOM[1:]}" for number in range(3)}
    assert (root / "elsewhere" / ".parley").exists()


def fill(folder: Path, files: Site) -> None:
    folder.mkdir()
    for path, content in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)


def test_a_leftover_goes_even_when_nothing_else_is_to_do(
    publishing: Publishing, root: Path, litter: Callable[[], list[str]]
) -> None:
    publishing(SITE)
    fill(root / f".output.parley-{RANDOM}", {".parley": MARKER_TEXT, "draft.html": b"secret"})
    assert publishing(SITE).how == "nothing to do"
    assert litter() == []


def test_a_leftover_with_closed_folders_goes_too(
    publishing: Publishing, root: Path, litter: Callable[[], list[str]]
) -> None:
    leftover = root / f".output.parley-{RANDOM}"
    fill(leftover, {".parley": MARKER_TEXT, "closed/x": b"x"})
    for folder in (leftover / "closed", leftover):
        folder.chmod(0o500)
    publishing(SITE)
    assert litter() == []


def test_a_folder_put_in_the_place_of_the_output_meanwhile_is_given_back(
    publishing: Publishing,
    root: Path,
    output: Path,
    litter: Callable[[], list[str]],
    look: Callable[[Path], Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publishing(SITE)

    def late(one: bytes, other: bytes) -> None:
        if not (root / "moved").exists():
            output.rename(root / "moved")
            fill(output, {"thesis.txt": b"years of work"})
        exchange(one, other)

    monkeypatch.setattr(generation, "exchange", late)
    with pytest.raises(CannotPublish, match="another program replaced this folder"):
        publishing({"index.html": b"new"})
    assert look(output) == {"thesis.txt": b"years of work"}
    assert litter() == ["moved"]


@pytest.mark.parametrize("kind", ["page.html", "folder"])
def test_something_put_where_nothing_was_meanwhile_is_not_overwritten(
    publishing: Publishing, output: Path, litter: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    rename = os.rename

    def late(old: bytes, new: bytes) -> None:
        fill(output, {"thesis.txt": b"years of work"}) if kind == "folder" else output.write_bytes(b"a letter")
        rename(old, new)

    monkeypatch.setattr(os, "rename", late)
    with pytest.raises(CannotPublish):
        publishing(SITE)
    assert output.is_file() or [path.name for path in output.iterdir()] == ["thesis.txt"]
    assert litter() == []


def test_a_file_taken_away_while_the_new_generation_is_built_is_written_anew(
    publishing: Publishing, output: Path, holds: Holds, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing(SITE)
    mkdir = os.mkdir

    def late(*arguments: Any, **options: Any) -> None:
        (output / "a" / "page.html").unlink(missing_ok=True)
        mkdir(*arguments, **options)

    monkeypatch.setattr(os, "mkdir", late)
    new = {**SITE, "index.html": b"new"}
    assert publishing(new).how == "swap"
    assert holds(output, new)


def reading(output: Path, stop: float) -> dict[str, int]:
    """Opens files without a pause: by path, and two of one generation through one handle of its folder."""
    counts = {"by path": 0, "missing": 0, "pairs": 0, "mixed": 0, "folder gone": 0}
    while time.monotonic() < stop and os.getppid() != 1:
        for _ in range(20):
            try:
                (output / "pages" / "003" / "index.html").read_bytes()
                counts["by path"] += 1
            except FileNotFoundError:
                counts["missing"] += 1
        folder = os.open(output, os.O_RDONLY)
        try:
            first, last = read_at(folder, "first.txt"), read_at(folder, "last.txt")
            counts["pairs"] += 1
            counts["mixed"] += first != last
        except FileNotFoundError:
            counts["folder gone"] += 1  # a whole generation replaced between two calls, not a mixed one
        finally:
            os.close(folder)
        if (output / "stop").exists():
            break
    return counts


def read_at(folder: int, name: str) -> bytes:
    file = os.open(name, os.O_RDONLY, dir_fd=folder)
    try:
        return os.read(file, 100)
    finally:
        os.close(file)


def test_a_reader_never_misses_a_file_nor_sees_two_generations_at_once(
    publishing: Publishing,
    output: Path,
    make_site: Callable[..., Site],
    in_child: Callable[..., Any],
    figures: Figures,
) -> None:
    publishing(make_site(0, 4))
    swaps = figures.many(200, 10_000)
    readers = [in_child(lambda: reading(output, time.monotonic() + max(30, swaps / 5))) for _ in range(2)]
    for number in range(1, swaps + 1):
        assert publishing(make_site(number, 4)).how == "swap"
    publishing({**make_site(swaps + 1, 4), "stop": b""})
    for reader in readers:
        os.waitid(os.P_PID, reader.pid, os.WEXITED | os.WNOWAIT)
    counts = [reader.result() for reader in readers]
    reads = sum(one["by path"] + one["pairs"] for one in counts)
    wrong = sum(one["missing"] + one["mixed"] for one in counts)
    note = f"missing or of two generations, during {swaps:,} swaps"
    figures.tell(Chapter.PUBLISHING, "reads while a site is published", reads, wrong, note)
    for one in counts:
        assert one["by path"] > 200
        assert one["pairs"] > 20
        assert one["missing"] == one["mixed"] == 0


def test_a_build_told_to_stop_leaves_the_old_site_or_the_new_one_and_no_litter(
    root: Path,
    output: Path,
    sources: list[Path],
    make_site: Callable[..., Site],
    holds: Holds,
    litter: Callable[[], list[str]],
    in_child: Callable[..., Any],
) -> None:
    """SIGINT, and SIGTERM turned into SystemExit as the command line does it."""

    def build(site: Site) -> str:
        running = [True]

        def stop(number: int, _: object) -> None:
            if running:
                running.clear()
                raise KeyboardInterrupt if number == signal.SIGINT else SystemExit(143)

        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, stop)
        try:
            os.write(ready, b"!")
            publish(site, output, sources)
            running.clear()
            return "done"
        except (KeyboardInterrupt, SystemExit):
            return "stopped"

    started, ready = os.pipe()
    old = make_site(0, 25)
    ends = {"done": 0, "stopped": 0}
    for trial in range(24):
        publish(old, output, sources)
        new = make_site(trial + 1, 25)
        child = in_child(lambda new=new: build(new))
        os.read(started, 1)
        time.sleep(0.001 * trial)
        child.kill(signal.SIGINT if trial % 2 else signal.SIGTERM)
        ends[child.result()] += 1
        assert holds(output, old) or holds(output, new)
        assert litter() == []
    for end in (started, ready):
        os.close(end)
    print(f"24 builds told to stop: {ends}, old or new site whole in all, no litter")


def test_a_stop_while_the_old_generation_is_removed_leaves_no_litter(
    publishing: Publishing,
    output: Path,
    holds: Holds,
    litter: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publishing(SITE)
    unlink, stops = os.unlink, [KeyboardInterrupt]

    def stopped(path: bytes) -> None:
        if stops:
            raise stops.pop()
        unlink(path)

    monkeypatch.setattr(os, "unlink", stopped)
    with pytest.raises(KeyboardInterrupt):
        publishing({"index.html": b"new"})
    assert holds(output, {"index.html": b"new"})
    assert litter() == []


def test_a_bind_mount_is_no_place_for_a_swap(
    publishing: Publishing, output: Path, holds: Holds, litter: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same device, but the kernel shares no file across the mount."""

    def across(*_: object, **__: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    publishing(SITE)
    monkeypatch.setattr(os, "link", across)
    new = {**SITE, "index.html": b"new"}
    assert publishing(new).how == "in place"
    assert holds(output, new)
    assert litter() == []


def test_no_swap_is_tried_where_the_folder_above_is_closed(
    publishing: Publishing, output: Path, holds: Holds, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing(SITE)
    mkdir = os.mkdir

    def closed(path: bytes, mode: int = 0o777) -> None:
        if b"/.output.parley-" in os.fsencode(path):
            raise PermissionError(13, "Permission denied", path)
        mkdir(path, mode)

    monkeypatch.setattr(os, "mkdir", closed)
    new = {**SITE, "new/page.html": b"new"}
    assert publishing(new).how == "in place"
    assert holds(output, new)


def test_an_impossible_swap_leaves_nothing_behind(
    publishing: Publishing, output: Path, litter: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: bytes) -> None:
        seen.append(litter())
        raise SwapImpossible

    seen: list[list[str]] = []
    publishing(SITE)
    monkeypatch.setattr(generation, "exchange", refused)
    assert publishing({"index.html": b"new"}).how == "in place"
    assert len(seen[0]) == 1
    assert litter() == []
