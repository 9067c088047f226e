"""The old generation kept as a spare: the next build starts from it, and trusts nothing in it."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from parley.publish import generation
from parley.publish.folder import Published, publish

Site = dict[str, bytes]
Holds = Callable[[Path, Site], bool]

SITE = {"index.html": b"start", "a/page.html": b"page", "a/b/c.html": b"c", "d/e.html": b"e"}
NEW = {**SITE, "index.html": b"new"}


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "spare"


@pytest.fixture
def publishing(output: Path, sources: list[Path], spare: Path) -> Callable[[Site], Published]:
    return lambda site: replace(publish(site, output, sources, spare), left=None, fresh=(), gone=())


Publishing = Callable[[Site], Published]


def test_the_old_generation_is_kept_and_two_of_them_take_turns(
    publishing: Publishing, output: Path, spare: Path, holds: Holds, litter: Callable[[], list[str]]
) -> None:
    publishing(SITE)
    assert not spare.exists()
    first = folders(output)
    publishing(NEW)
    assert holds(spare, SITE)
    second = folders(output)
    for number in range(4):
        site = {**SITE, "index.html": b"%d" % number}
        assert publishing(site) == Published(written=1, deleted=0, unchanged=3, how="swap")
        assert holds(output, site)
        assert folders(output) == (second if number % 2 else first), "no folder is made anew"
        assert litter() == []


def folders(place: Path) -> list[int]:
    return [(place / name).stat().st_ino for name in ("", "a", "a/b", "d")]


def test_unchanged_files_are_one_file_in_both_and_changed_ones_are_not(
    publishing: Publishing, output: Path, spare: Path
) -> None:
    for site in (SITE, NEW, SITE):
        publishing(site)
    one = {path for path in [*SITE, ".parley"] if (output / path).samefile(spare / path)}
    assert one == {"a/page.html", "a/b/c.html", "d/e.html", ".parley"}


def test_an_edit_by_hand_that_reaches_the_spare_through_a_shared_file_is_undone(
    publishing: Publishing, output: Path, holds: Holds
) -> None:
    for site in (SITE, NEW):
        publishing(site)
    with (output / "a" / "page.html").open("r+b") as page:
        page.write(b"by hand")
    assert publishing(NEW).written == 1
    assert holds(output, NEW)
    assert publishing(SITE).written == 1
    assert holds(output, SITE)


def test_whatever_becomes_of_the_spare_the_output_equals_the_site(
    publishing: Publishing, output: Path, spare: Path, holds: Holds, litter: Callable[[], list[str]]
) -> None:
    chance = random.Random(11)
    publishing(SITE)
    whole = 0
    for number in range(60):
        site = {path: content + b"%d" % (number % 3) for path, content in SITE.items() if chance.random() < 0.8}
        publishing(site)
        whole += holds(output, site)
        for place in (output, spare):
            disturb(place / chance.choice([*SITE, "a", "a/b", "new", "a/new", "d/e.html/x"]), chance)
    print(f"60 builds with output and spare disturbed before each: {whole} whole")
    assert whole == 60
    assert litter() == []


def disturb(path: Path, chance: random.Random) -> None:
    """Replaces what is at this path by something else, or by nothing."""
    if not path.parent.is_dir():
        return
    for inner in sorted([*path.rglob("*"), path], reverse=True):
        inner.rmdir() if inner.is_dir() and not inner.is_symlink() else inner.unlink(missing_ok=True)
    match chance.randrange(4):
        case 0:
            path.write_bytes(b"by hand")
        case 1:
            (path / "inner").mkdir(parents=True)
        case 2:
            path.symlink_to("index.html")


@pytest.mark.parametrize("kind", ["foreign", "file", "link", "repository inside"])
def test_what_stands_in_the_place_of_the_spare_and_is_not_ours_is_left_alone(
    publishing: Publishing, output: Path, spare: Path, holds: Holds, look: Callable[[Path], Any], kind: str
) -> None:
    publishing(SITE)
    spare.parent.mkdir()
    match kind:
        case "foreign":
            spare.mkdir()
            (spare / "thesis.txt").write_bytes(b"years of work")
        case "file":
            spare.write_bytes(b"a letter")
        case "link":
            (spare.parent / "real").mkdir()
            spare.symlink_to(spare.parent / "real")
        case "repository inside":
            publishing(NEW)
            (spare / "clone" / ".git").mkdir(parents=True)
    before = look(spare.parent)
    publishing({**SITE, "index.html": kind.encode()})
    assert holds(output, {**SITE, "index.html": kind.encode()})
    assert look(spare.parent) == before


def test_a_spare_of_another_version_is_replaced(
    publishing: Publishing, output: Path, spare: Path, holds: Holds
) -> None:
    for site in (SITE, NEW):
        publishing(site)
    with (spare / ".parley").open("ab") as marker:  # one file with the output's
        marker.write(b"other words")
    publishing(SITE)
    assert holds(output, SITE)
    publishing(NEW)
    assert holds(output, NEW)
    assert holds(spare, SITE)


def test_a_place_on_another_disk_is_no_place_for_a_spare_and_no_fault(
    publishing: Publishing,
    output: Path,
    spare: Path,
    holds: Holds,
    litter: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rename = os.rename

    def across(old: bytes, new: bytes) -> None:
        if os.fsencode(spare) in (old, new):
            raise OSError(18, "Invalid cross-device link", old, None, new)
        rename(old, new)

    monkeypatch.setattr(os, "rename", across)
    for site in (SITE, NEW, SITE):
        assert publishing(site).how == "swap"
        assert holds(output, site)
    assert not spare.exists()
    assert litter() == []


def test_an_impossible_swap_costs_the_spare_and_nothing_else(
    publishing: Publishing,
    output: Path,
    spare: Path,
    holds: Holds,
    litter: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_: bytes) -> None:
        raise generation.SwapImpossible

    for site in (SITE, NEW):
        publishing(site)
    monkeypatch.setattr(generation, "exchange", refused)
    assert publishing(SITE).how == "in place"
    assert holds(output, SITE)
    assert not spare.exists()
    assert litter() == []
