"""Faults of the system at every call that publishing makes, one after the other, and on real full or closed disks."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from parley.publish import generation
from parley.publish.faults import cannot_publish, shown
from parley.publish.folder import CannotPublish, Left, Published, Refused, publish
from tests.reliability.figures import Chapter, Figures

Site = dict[str, bytes]
Publishing = Callable[[Site], Published]
Holds = Callable[[Path, Site], bool]

# One after the other, so that neighbouring calls of each kind meet every one of them.
FAULTS = "ENOSPC EIO EACCES EROFS EMFILE"
# Calls of `os` by which publishing looks at or changes the disk.
CALLS = ["open", "read", "write", "fsync", "mkdir", "link", "rename", "replace", "unlink", "rmdir"]
CALLS += ["chmod", "chown", "utime", "scandir", "lstat", "stat"]


class Fault:
    """Raises an error at the n-th of the watched calls, or at that one and all after it."""

    def __init__(self, reasons: str, at: int, lasting: bool) -> None:
        names = reasons.split()
        self._number, self._at, self._lasting = getattr(errno, names[at % len(names)]), at, lasting
        self.calls = 0

    @property
    def struck(self) -> bool:
        return self.calls >= self._at

    def watching(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:
            self.calls += 1
            if self.calls == self._at or (self._lasting and self.struck):
                raise OSError(self._number, os.strerror(self._number), *arguments[:1])
            return act(*arguments, **options)

        return watched


@contextmanager
def failing(reasons: str, at: int, names: list[str], *, lasting: bool = False) -> Iterator[Fault]:
    fault = Fault(reasons, at, lasting)
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setattr(os, name, fault.watching(getattr(os, name)))
        if "rename" in names:
            patch.setattr(fcntl, "flock", fault.watching(fcntl.flock))
            patch.setattr(generation, "exchange", fault.watching(generation.exchange))
        yield fault


def outcome(publishing: Publishing, site: Site, fault: Fault) -> str:
    """`done`, or the one line of the error."""
    try:
        publishing(site)
    except (CannotPublish, Refused) as error:
        caught: Exception = error
    else:
        return "done"
    assert isinstance(caught.__cause__, OSError)
    text = str(caught)
    assert text.startswith("/")
    assert "\n" not in text
    return text


@pytest.mark.parametrize(
    ("lasting", "kept", "remembered"),
    [(False, None, False), (True, None, False), (False, "spare", False), (False, "spare", True), (True, "spare", True)],
    ids=["once", "lasting", "once, with a spare", "once, with a spare and its memory", "lasting, with both"],
)
def test_a_fault_at_any_call_of_a_swap_leaves_the_old_site_or_the_new_one(
    small: Callable[[int], Site],
    output: Path,
    holds: Holds,
    litter: Callable[[], list[str]],
    lasting: bool,
    kept: str | None,
    remembered: bool,
    tmp_path: Path,
    sources: list[Path],
    figures: Figures,
    request: pytest.FixtureRequest,
) -> None:
    spare = tmp_path / kept if kept else None
    left: Left | None = None
    last: Site = {}
    counts = {"calls": 0, "done all the same": 0, "one line, old site whole": 0, "left to the next build": 0}

    def publishing(site: Site) -> Published:
        nonlocal left, last
        same = frozenset(path for path in site if left and site[path] == last.get(path))
        done = publish(site, output, sources, spare, kept=same, left=left)
        left, last = (done.left if remembered else None), site
        return done

    now, other = small(1), small(2)
    publishing(now)
    struck, at = True, 0
    while struck:
        at += 1
        with failing(FAULTS, at, CALLS, lasting=lasting) as fault:
            said = outcome(publishing, other, fault)
        if said == "done":
            now, other = other, now
        assert holds(output, now), (at, said)
        struck = fault.struck
        counts["calls"] += struck
        counts["done all the same"] += struck and said == "done"
        counts["one line, old site whole"] += said != "done"
        counts["left to the next build"] += bool(litter())
        publishing(now)
        assert holds(output, now)
        assert litter() == []
    note = f"{FAULTS}; " + ", ".join(f"{number} {end}" for end, number in counts.items() if end != "calls")
    figures.tell(
        Chapter.FAULTS, f"faults at calls of publishing ({request.node.callspec.id})", counts["calls"], 0, note
    )
    assert counts["one line, old site whole"] > 40


def test_a_fault_at_any_call_of_a_first_publication_leaves_nothing_or_the_site(
    small: Callable[[int], Site], tmp_path: Path, holds: Holds
) -> None:
    site = small(1)
    struck, at = True, 0
    while struck:
        at += 1
        place = tmp_path / str(at) / "output"
        place.parent.mkdir()
        with failing(FAULTS, at, CALLS) as fault:
            said = outcome(lambda site, place=place: publish(site, place, []), site, fault)
        struck = fault.struck
        assert holds(place, site) if said == "done" else not place.exists(), (at, said)
        publish(site, place, [])
        assert holds(place, site)
        assert [path.name for path in place.parent.iterdir()] == ["output"]
    print(f"a fault at each of {at - 1} calls of a first publication: nothing or the whole site")
    assert at > 40


def test_a_passing_fault_at_any_call_of_an_update_in_place_is_undone(
    small: Callable[[int], Site],
    publishing: Publishing,
    output: Path,
    holds: Holds,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("parley.publish.generation._begun", no_swap)
    counts = {"calls": 0, "done all the same": 0, "one line, old site whole": 0, "told of a remainder": 0}
    now = small(1)
    other = {"first.txt/x": b"a folder for a file", "pages": b"a file for a folder", "same/x.css": b"{ }"}
    publishing(now)
    struck, at = True, 0
    while struck:
        at += 1
        with failing(FAULTS, at, CALLS) as fault:
            said = outcome(publishing, other, fault)
        if said == "done" or "this remainder" in said:
            now, other = other, now
        assert holds(output, now) or "this remainder" in said, (at, said)
        struck = fault.struck
        counts["calls"] += struck
        counts["done all the same"] += struck and said == "done"
        counts["told of a remainder"] += "this remainder" in said
        counts["one line, old site whole"] += said != "done" and "this remainder" not in said
        publishing(now)
        assert holds(output, now)
    print(f"{FAULTS}: {counts}")
    assert counts["one line, old site whole"] > 50


def test_a_disk_that_stays_full_leaves_the_old_site_where_files_are_replaced_in_place(
    small: Callable[[int], Site],
    publishing: Publishing,
    output: Path,
    holds: Holds,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("parley.publish.generation._begun", no_swap)
    old, new = small(1), small(2)
    struck, at = True, 0
    while struck:
        at += 1
        publishing(old)
        with failing("ENOSPC", at, ["write", "mkdir", "link", "fsync"], lasting=True) as fault:
            said = outcome(publishing, new, fault)
        struck = fault.struck
        assert holds(output, new if said == "done" else old), (at, said)
    print(f"ENOSPC from the n-th call on: {at - 1} places, old site whole at all")
    assert at > 5


def no_swap(*_: object) -> None:
    """In the place of the first step: as if the output were a mount."""
    raise generation.SwapImpossible


_READ_ONLY, _REMOUNT, _BIND = 1, 32, 4096


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def said(site: Site, output: Path) -> str:
    try:
        return publish(site, output, []).how
    except (CannotPublish, Refused) as error:
        return str(error)


def test_a_full_disk_is_told_in_one_line_and_the_old_site_stays(
    tmp_path: Path,
    mounting: Callable[..., Any],
    mount: Callable[..., None],
    make_site: Callable[..., Site],
    holds: Holds,
) -> None:
    output, old = tmp_path / "output", make_site(1)

    def act() -> list[Any]:
        mount("none", tmp_path, "tmpfs", options="size=256k")
        first = said(old, output)
        full = said({**make_site(2), "big.bin": bytes(400_000)}, output)
        whole, alone = holds(output, old), names(tmp_path)
        return [first, full, whole, alone, said(make_site(3), output), holds(output, make_site(3))]

    first, full, whole, alone, after, new = mounting(act)
    print(full)
    assert first == "swap"
    assert full == f"{output}/big.bin: No space left on device; the site published before is untouched"
    assert whole
    assert alone == ["output"]
    assert (after, new) == ("swap", True)


def nothing_beside_a_mount(*_: object) -> None:
    raise AssertionError("a generation was built on the disk that holds the mount, and not on the mounted one")


def test_a_disk_full_in_place_is_told_and_undone(
    tmp_path: Path,
    mounting: Callable[..., Any],
    mount: Callable[..., None],
    make_site: Callable[..., Site],
    holds: Holds,
) -> None:
    """The output is itself a mount, as in a container."""
    output, old = tmp_path / "output", make_site(1)
    output.mkdir()

    def act() -> list[Any]:
        mount("none", output, "tmpfs", options="size=256k")
        generation._fill = nothing_beside_a_mount  # type: ignore[assignment]
        first = said(old, output)
        full = said({**make_site(2), "big.bin": bytes(400_000)}, output)
        return [first, full, holds(output, old), said(make_site(3), output), holds(output, make_site(3))]

    first, full, whole, after, new = mounting(act)
    print(full)
    assert first == "in place"
    assert full == f"{output}: No space left on device; the site published before is untouched"
    assert whole
    assert (after, new) == ("in place", True)


def test_a_bind_mount_of_one_file_system_is_filled_in_place(
    tmp_path: Path,
    mounting: Callable[..., Any],
    mount: Callable[..., None],
    make_site: Callable[..., Site],
    holds: Holds,
) -> None:
    output, real = tmp_path / "site" / "output", tmp_path / "volume"
    output.mkdir(parents=True)
    real.mkdir()

    def act() -> list[Any]:
        mount(real, output, flags=_BIND)
        hows = [said(make_site(number), output) for number in (1, 2, 2)]
        return [hows, holds(output, make_site(2)), names(output.parent)]

    hows, new, alone = mounting(act)
    assert hows == ["in place", "in place", "nothing to do"]
    assert new
    assert alone == ["output"]
    assert holds(real, make_site(2))


def test_a_read_only_disk_is_told_in_one_line(
    tmp_path: Path,
    mounting: Callable[..., Any],
    mount: Callable[..., None],
    make_site: Callable[..., Site],
    holds: Holds,
) -> None:
    output, old = tmp_path / "output", make_site(1)

    def act() -> list[Any]:
        mount("none", tmp_path, "tmpfs")
        publish(old, output, [])
        mount("none", tmp_path, "tmpfs", _REMOUNT | _READ_ONLY)
        return [said(make_site(2), output), said(old, output), said(old, tmp_path / "new"), holds(output, old)]

    changed, same, new, whole = mounting(act)
    print(changed)
    assert changed == f"{output}: Read-only file system; the site published before is untouched"
    assert same == "nothing to do"
    assert new == f"{tmp_path}/new: Read-only file system; the site published before is untouched"
    assert whole


def test_a_file_system_mounted_inside_the_output_is_not_emptied(
    tmp_path: Path, mounting: Callable[..., Any], mount: Callable[..., None], make_site: Callable[..., Site]
) -> None:
    output = tmp_path / "output"

    def act() -> list[Any]:
        publish(make_site(1), output, [])
        (output / "media").mkdir()
        mount("none", output / "media", "tmpfs")
        (output / "media" / "film").write_bytes(b"years of work")
        return [said(make_site(2), output), (output / "media" / "film").read_bytes()]

    told, kept = mounting(act)
    assert told == f"{output}/media: another file system is mounted here; unmount it first"
    assert kept == b"years of work"


def test_a_path_in_staging_is_told_as_the_place_it_stands_for() -> None:
    def told(path: bytes) -> str:
        return str(cannot_publish(OSError(28, "No space left", path), b"/s/out", "the rest"))

    assert told(b"/s/.out.parley-0123456789abcdef/a/b.html") == "/s/out/a/b.html: No space left; the rest"
    assert told(b"/s/.out.parley-0123456789abcdef") == "/s/out: No space left; the rest"
    assert told(b"/s/out/.parley-0123456789abcdef/new-3") == "/s/out: No space left; the rest"
    assert told(b"/s/out/a.html") == "/s/out/a.html: No space left; the rest"
    assert str(cannot_publish(OSError("odd"), b"/s/out", "the rest")) == "/s/out: odd; the rest"


def test_a_path_that_no_terminal_could_print_is_escaped() -> None:
    assert shown(b"/a\nb\x1b[2J\xff/\xc3\xa9") == "/a\\nb\\x1b[2J\\xff/é"
