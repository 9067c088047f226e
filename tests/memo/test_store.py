"""What was kept comes back as it was, or not at all."""

from __future__ import annotations

import os
import random
import tracemalloc
from pathlib import Path

import pytest

from parley.memo.store import forget, keep, keep_all, recalled
from tests.reliability.figures import Chapter, Figures

DATA = bytes(range(256)) * 20


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    file = tmp_path / ".parley/build"
    assert keep(file, DATA)
    assert recalled(file) == DATA
    assert keep(file, b"")
    assert recalled(file) == b""
    assert sorted(path.name for path in file.parent.iterdir()) == [".gitignore", "build"]
    assert (file.parent / ".gitignore").read_text().endswith("\n*\n")
    forget(file)
    assert recalled(file) is None
    forget(file)


def test_whatever_is_damaged_is_forgotten(tmp_path: Path, figures: Figures) -> None:
    """Cut short, a bit turned, two pieces swapped, made longer, emptied, or other bytes altogether."""
    file, chance, believed, tried = tmp_path / "memo", random.Random(7), 0, 0
    keep(file, DATA)
    whole = file.read_bytes()
    for _ in range(2000):
        at, other = sorted(chance.sample(range(len(whole)), 2))
        turned = bytearray(whole)
        turned[at] ^= 1 << chance.randrange(8)
        damaged = chance.choice(
            [whole[:at], bytes(turned), whole[other:] + whole[:other], whole + b"x", b"", chance.randbytes(60)]
        )
        if damaged == whole:
            continue
        file.write_bytes(damaged)
        tried += 1
        believed += recalled(file) is not None
    figures.tell(Chapter.INCREMENTAL, "damaged memories recalled", tried, believed)
    assert believed == 0


def test_what_a_killed_process_left_is_gone_with_the_next_word(tmp_path: Path) -> None:
    file = tmp_path / ".parley/build"
    file.parent.mkdir()
    (file.parent / ".gitignore").write_text("")
    (file.parent / ".build.4711").write_bytes(DATA[:99])
    assert keep(file, DATA)
    assert sorted(path.name for path in file.parent.iterdir()) == [".gitignore", "build"]
    assert (file.parent / ".gitignore").read_text().endswith("\n*\n")


def test_a_folder_or_nothing_in_its_place_is_nothing(tmp_path: Path) -> None:
    assert recalled(tmp_path / "none") is None
    (tmp_path / "folder").mkdir()
    assert recalled(tmp_path / "folder") is None
    assert not keep(tmp_path / "folder", DATA)
    assert list((tmp_path / "folder").iterdir()) == []


@pytest.mark.parametrize("name", ["a/b", "file/b"])
def test_where_nothing_can_be_kept_that_is_said_and_no_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").mkdir()
    assert not keep(tmp_path / name, DATA)


def test_what_comes_in_pieces_is_kept_as_what_comes_at_once(tmp_path: Path) -> None:
    assert keep(tmp_path / "once", DATA)
    assert keep_all(tmp_path / "pieces", (DATA[at : at + 7] for at in range(0, len(DATA), 7)))
    assert (tmp_path / "pieces").read_bytes() == (tmp_path / "once").read_bytes()
    assert recalled(tmp_path / "pieces") == DATA


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "memo")
    assert recalled(tmp_path / "memo") is None


def test_to_recall_takes_no_more_room_than_there_is(tmp_path: Path) -> None:
    file = tmp_path / "memo"
    keep(file, DATA)
    tracemalloc.start()
    recalled(file)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 1_000_000
