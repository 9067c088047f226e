"""Publishing with what the last publish left word of: as quick as little has changed, and never wrong for it."""

from __future__ import annotations

import os
import random
import shutil
import sys
import time
from array import array
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from parley.publish.folder import Left, Published, publish
from parley.publish.left import NONE, TICK, WHOLE_SECONDS, settled
from parley.site.shelf import NotAsRemembered, Shelf
from tests.reliability.figures import Chapter, Figures

Site = dict[str, bytes]
Holds = Callable[[Path, Site], bool]
SOME_TICKS = 1.5 * TICK / 1e9


class Builder:
    """Builds again and again as the command line does: it keeps what is the same as last time, and whenever that is
    there no more builds all of it."""

    def __init__(self, output: Path, sources: list[Path], spare: Path | None) -> None:
        self._places = output, sources, spare
        self._digests: dict[str, bytes] = {}
        self._site: Site = {}
        self.left: Left | None = None
        self.again = 0

    def __call__(self, site: Site) -> Published:
        shelf = Shelf(self._places[0])
        for path, content in site.items():
            if self._site.get(path) == content:
                shelf.keep(path, self._digests[path])
            else:
                shelf.put(path, content)
        try:
            done = publish(shelf, *self._places, kept=shelf.kept, left=self.left)
        except NotAsRemembered:
            self.again += 1
            shelf = Shelf()
            shelf.put_all(site)
            done = publish(shelf, *self._places)
        self._site, self._digests, self.left = dict(site), shelf.digests, done.left
        return done

    def settle(self) -> None:
        """Some ticks of the clock later, nothing has changed: now all marks are believed."""
        time.sleep(SOME_TICKS)
        assert self(self._site).how == "nothing to do"


@pytest.fixture
def spare(root: Path) -> Path:
    return root / ".parley" / "spare"


@pytest.fixture
def builder(output: Path, sources: list[Path], spare: Path) -> Builder:
    return Builder(output, sources, spare)


def wide_site(files: int = 120) -> Site:
    return {f"in/{number % 40}/{number}/index.html": b"page %d" % number for number in range(files)}


class Guarded(Site):
    """A site of which only some contents may be asked for."""

    open: frozenset[str] = frozenset()

    def __getitem__(self, path: str) -> bytes:
        assert path in self.open, f"the content of {path} was asked for"
        return super().__getitem__(path)


def seen_calls(act: Callable[[], Any]) -> Counter[str]:
    """How often the act opened a file or folder, or called what reads or changes folders (in a child of its own: an
    audit hook stays)."""
    calls: Counter[str] = Counter()

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            calls["open to write"] += 1
        elif event == "open" or event.startswith("os."):
            calls[event] += 1

    sys.addaudithook(note)
    act()
    return calls.copy()


def test_nothing_to_do_opens_no_file_lists_no_folder_and_writes_nothing(
    builder: Builder, root: Path, stamps: Callable[[Path], Any], in_child: Callable[..., Any]
) -> None:
    site = wide_site()
    builder(site)
    builder.settle()
    before, left = stamps(root), builder.left
    calls = in_child(lambda: seen_calls(lambda: builder(site))).result()
    print(f"nothing to do: {dict(calls)}")
    assert calls["open"] <= 6, "the lock, and the marker for check_output and for its content"
    assert set(calls) <= {"open", "os.scandir"}
    assert calls["os.scandir"] == 1, "what killed builds left beside the output"
    assert builder(site).left is left, "whoever remembers it need not write it down again"
    assert stamps(root) == before


def test_one_edited_file_costs_a_few_calls_and_no_look_at_another_file(
    builder: Builder, output: Path, holds: Holds, in_child: Callable[..., Any]
) -> None:
    site = wide_site()
    for number in range(3):
        builder(site := {**site, "in/3/3/index.html": b"edit %d" % number})
        builder.settle()
    site = {**site, "in/4/4/index.html": b"edited"}
    calls = in_child(lambda: seen_calls(lambda: builder(site))).result()
    print(f"one file of {len(site)} edited: {dict(calls)}")
    assert holds(output, site)
    assert calls["os.link"] == 1, "the file that was edited last time"
    assert calls["open to write"] == 1
    assert calls["os.mkdir"] <= 1, "the folder of the spare, which is there"
    assert calls["os.scandir"] <= 6, "beside the output, both roots, and the folders of the last edits"


def test_of_kept_files_only_those_that_were_edited_a_moment_ago_are_asked_for(
    output: Path, sources: list[Path], spare: Path, holds: Holds
) -> None:
    site, left = wide_site(), None
    paths, young = list(site), frozenset(site)
    for number in range(8):
        edited = frozenset(paths[number * 3 : number * 3 + 3])
        site = {path: content + (b"%d" % number if path in edited else b"") for path, content in site.items()}
        guarded = Guarded(site)
        guarded.open = edited | young
        done = publish(guarded, output, sources, spare, kept=frozenset(paths) - edited, left=left)
        left = done.left
        assert holds(output, site)
        if number:
            assert done.written == len(edited)
        if number > 1:
            young = edited | frozenset(paths[number * 3 - 3 : number * 3])
        time.sleep(SOME_TICKS)


WAYS = (
    "edited",
    "same size, old date",
    "deleted",
    "touched",
    "other name",
    "new file of the same bytes",
    "file added",
    "folder added",
    "folder for a file",
    "link for a file",
    "link to the same bytes",
    "two files exchanged",
    "folder deleted",
    "link for a folder",
    "file for a folder",
    "folder closed",
    "marker edited",
    "two folders exchanged",
    "second name elsewhere",
)


def disturb(place: Path, chance: random.Random, way: str) -> None:
    """Does something to one of the files or folders below this place."""
    files = sorted(path for path in place.rglob("*.html") if path.is_file() and not path.is_symlink())
    if not files:
        return
    file, other = chance.choice(files), chance.choice(files)
    folder, was = file.parent, file.lstat()
    match way:
        case "edited":
            with file.open("ab") as opened:
                opened.write(b"by hand")
        case "same size, old date":
            with file.open("r+b") as opened:
                opened.write(b"!")
            os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
        case "deleted":
            file.unlink()
        case "touched":
            os.utime(chance.choice([file, folder, place]))
        case "other name":
            file.rename(file.with_name("other.html"))
        case "new file of the same bytes":
            shutil.copy2(file, copy := file.with_name("copy"))
            copy.replace(file)
        case "file added":
            (chance.choice([folder, place]) / "added.html").write_bytes(b"by hand")
        case "folder added":
            (chance.choice([folder, place]) / "new" / "er").mkdir(parents=True, exist_ok=True)
        case "folder for a file":
            file.unlink()
            (file / "inner").mkdir(parents=True)
        case "link for a file":
            file.unlink()
            file.symlink_to(other)
        case "link to the same bytes":
            file.rename(place / "moved.html")
            file.symlink_to(place / "moved.html")
        case "two files exchanged":
            swap(file, other)
        case "two folders exchanged":
            if folder not in other.parents and other.parent not in file.parents:
                swap(folder, other.parent)
        case "folder deleted":
            shutil.rmtree(folder)
        case "link for a folder":
            folder.rename(place / "moved")
            folder.symlink_to(place / "moved")
        case "file for a folder":
            shutil.rmtree(folder)
            folder.write_bytes(b"by hand")
        case "folder closed":
            folder.chmod(0)
        case "marker edited":
            (place / ".parley").write_bytes((place / ".parley").read_bytes() + b"!")
        case "second name elsewhere":
            (place / "second.html").hardlink_to(file)


def swap(one: Path, other: Path) -> None:
    if one != other:
        aside = one.with_name("aside")
        one.rename(aside)
        other.rename(one)
        aside.rename(other)


def test_whatever_is_done_by_hand_to_output_and_spare_the_next_build_makes_it_right(
    builder: Builder, output: Path, spare: Path, holds: Holds, litter: Callable[[], list[str]], figures: Figures
) -> None:
    chance = random.Random(6)
    site: Site = {f"a{number % 5}/b{number % 3}/{number}.html": b"page %d" % number for number in range(30)}
    whole, quick, trials = 0, 0, 228
    for number in range(trials):
        way = WAYS[number % len(WAYS)]
        site[chance.choice(list(site))] = b"edit %3d" % number
        builder(site)
        if number % 3:
            builder.settle()
        places = chance.choice([[output], [spare], [output, spare]])
        for place in places:
            disturb(place, chance, way)
        if chance.random() < 0.6:
            site[chance.choice(list(site))] = b"edit %3d" % number
        if chance.random() < 0.3:
            site.pop(chance.choice(list(site)))
            site[f"a{number % 7}/b{number % 4}/new-{number}.html"] = b"new"
        again = builder.again
        builder(site)
        whole += holds(output, site)
        quick += builder.again == again
        assert holds(output, site), (number, way, places)
        assert litter() == [".parley"]
    what = "outputs or spares disturbed by hand that the next build did not restore"
    figures.tell(Chapter.INCREMENTAL, what, trials, trials - whole, f"{quick} restored at once")
    assert whole == trials


def test_builds_of_one_output_by_turns_never_take_each_others_work_for_their_own(
    output: Path, sources: list[Path], spare: Path, holds: Holds
) -> None:
    chance = random.Random(7)
    builders = [Builder(output, sources, spare), Builder(output, sources, spare), Builder(output, sources, None)]
    sites = [wide_site(30), {**wide_site(30), "one.html": b"one"}, {**wide_site(25), "two/more.html": b"two"}]
    for number in range(60):
        which = chance.randrange(3)
        if chance.random() < 0.5:
            sites[which][chance.choice(list(wide_site(25)))] = b"edit %3d" % number
        builders[which](sites[which])
        assert holds(output, sites[which]), number
        if chance.random() < 0.5:
            builders[which].settle()


def test_what_another_build_published_meanwhile_makes_the_word_of_this_one_stale(
    builder: Builder, output: Path, sources: list[Path], holds: Holds
) -> None:
    site = wide_site(30)
    builder(site)
    builder.settle()
    publish({**site, "in/1/1/index.html": b"PAGE 1"}, output, sources)
    builder(site)
    assert builder.again == 1
    assert holds(output, site)


def test_a_file_that_took_the_place_of_a_shared_one_is_not_taken_for_it_later(
    builder: Builder, output: Path, spare: Path, holds: Holds
) -> None:
    site = wide_site(10)
    for number in range(4):
        builder(site := {**site, "in/1/1/index.html": b"edit %d" % number})
        builder.settle()
    disturb(output / "in" / "5", random.Random(1), "new file of the same bytes")
    builder.settle()
    (spare / "in/5/5/index.html").write_bytes(b"PAGE 5")
    builder(site := {**site, "in/1/1/index.html": b"edit again"})
    assert builder.again == 0
    assert holds(output, site)


def test_files_and_folders_come_and_go_and_change_into_each_other(
    builder: Builder, output: Path, holds: Holds, litter: Callable[[], list[str]]
) -> None:
    chance = random.Random(8)
    names = ["a", "b", "a/x", "a/y", "b/x/deep", "b/x", "a/y/z", "c/d/e/f", "c/d", "g.html"]
    for number in range(80):
        site: Site = {}
        for name in chance.sample(names, 5):
            if not any(name.startswith(f"{path}/") or path.startswith(f"{name}/") for path in site):
                site[name] = b"%d" % chance.randrange(2)
        done = builder(site)
        assert holds(output, site), number
        assert done.written + done.unchanged == len(site)
        if number % 2:
            builder.settle()
    assert builder.again == 0
    assert litter() == [".parley"]


def test_a_word_that_is_damaged_or_of_another_site_costs_time_and_nothing_else(
    builder: Builder, output: Path, sources: list[Path], spare: Path, holds: Holds
) -> None:
    chance = random.Random(9)
    site = wide_site(40)
    for number in range(4):
        builder(site := {**site, "in/1/1/index.html": b"edit %d" % number})
        builder.settle()
    good = builder.left
    assert good
    assert good.spare
    for number in range(120):
        site = {**site, "in/2/2/index.html": b"edit %3d" % number}
        left = replace(good, **{field: damaged(getattr(good, field), chance) for field in ("paths", "marks")})
        if chance.random() < 0.5:
            fields = {field: damaged(getattr(good.spare, field), chance) for field in ("paths", "marks", "apart")}
            left = replace(good, spare=replace(good.spare, **fields))
        publish(site, output, sources, spare, left=left)
        assert holds(output, site), number


def damaged(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    turned = bytearray(data or b"\0")
    turned[at % len(turned)] ^= 1 << chance.randrange(8)
    return chance.choice([data[:at], bytes(turned), data + b"\0" * 8, b"", data[8:], chance.randbytes(len(data)), data])


def test_what_was_written_a_moment_ago_is_not_marked_and_some_ticks_later_it_is(builder: Builder) -> None:
    site = wide_site(30)
    builder(site)
    assert builder.left
    assert NONE in array("q", builder.left.marks)
    builder.settle()
    assert array("q", builder.left.marks).count(NONE) == 0


def test_a_time_stamp_is_believed_only_some_ticks_later_and_of_a_clock_of_seconds_only_seconds_later() -> None:
    now = 1_763_000_000_123_456_789
    assert settled(now - TICK - 1, now)
    assert not settled(now - TICK + 1, now)
    assert not settled(now + 5, now), "from the future"
    second = now // WHOLE_SECONDS * WHOLE_SECONDS
    assert not settled(second - WHOLE_SECONDS, now)
    assert settled(second - 3 * WHOLE_SECONDS, now)


def test_it_takes_less_than_fifty_bytes_for_each_path(builder: Builder) -> None:
    site = wide_site(2000)
    for number in range(2):
        builder({**site, "in/1/1/index.html": b"%d" % number})
        builder.settle()
    everything = {f"{path}x": b"" for path in site}
    paths = len(site) + len(site) + 41  # each page has a folder of its own
    for case, pages in (("one page edited", site), ("all pages gone, others come", everything)):
        builder(pages)
        size = len(msgspec.msgpack.encode(builder.left))
        print(f"{case}: {size / paths:.1f} bytes for each of {paths} paths")
        assert size < 50 * paths


def test_a_place_on_another_disk_is_no_place_for_a_spare(
    root: Path,
    output: Path,
    sources: list[Path],
    holds: Holds,
    mounting: Callable[..., Any],
    mount: Callable[..., None],
) -> None:
    def act() -> list[str]:
        (root / ".parley").mkdir()
        mount("tmpfs", root / ".parley", "tmpfs")
        builder, site = Builder(output, sources, root / ".parley" / "spare"), wide_site(20)
        for number in range(4):
            builder(site := {**site, "in/1/1/index.html": b"%d" % number})
            assert holds(output, site)
            assert builder.left
            assert builder.left.spare is None
            builder.settle()
        return [path.name for path in (root / ".parley").iterdir()]

    assert mounting(act) == []


@pytest.mark.parametrize("which", ["", "in/9/9/index.html"], ids=["all", "one"])
def test_where_files_cannot_be_shared_the_spare_is_still_right(
    builder: Builder, output: Path, spare: Path, holds: Holds, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    link = os.link

    def refused(old: bytes, new: bytes, **options: Any) -> None:
        if new.endswith(which.encode()):
            raise PermissionError(1, "Operation not permitted")
        link(old, new, **options)

    monkeypatch.setattr(os, "link", refused)
    site, folders = wide_site(20), []
    for number in range(8):
        builder(site := {**site, f"in/{number}/{number}/index.html": b"%d" % number})
        assert holds(output, site)
        folders.append((output / "in/9/9").stat().st_ino)
        builder.settle()
        if number > 2:
            (spare / "in/9/9/index.html").write_bytes(b"page X")
    assert folders[-4:-2] == folders[-2:], "two generations take turns"


def test_a_spare_inside_the_output_is_a_fault_of_the_program(output: Path, sources: list[Path]) -> None:
    for place in (output, output / "spare"):
        with pytest.raises(ValueError, match="lies in the output"):
            publish({}, output, sources, place)
    assert not output.exists()
