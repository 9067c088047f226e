"""The Pagefind program is asked and answered, and whatever it does, the build goes on."""

import errno
import os
import stat
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from parley.search.program import NoIndex, answers, program

NEW = {"type": "NewIndex", "config": None}
Stand = Callable[[str], Path]


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    """Puts a shell script in the program's place."""

    def made(script: str) -> Path:
        path = tmp_path / "pagefind"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(path))
        return path

    return made


def test_requests_are_answered_in_their_order() -> None:
    asked = [NEW, NEW, {"type": "GetFiles", "index_id": 1}]
    *made, files = answers(asked, 3, 60)
    assert [each["index_id"] for each in made] == [0, 1]
    assert "pagefind.js" in {file["path"] for file in files["files"]}


def test_a_request_that_is_refused_is_told() -> None:
    with pytest.raises(NoIndex, match="refused: Invalid index"):
        answers([{"type": "GetFiles", "index_id": 7}], 1, 60)


def test_a_program_that_hangs_is_ended_when_its_time_is_over(stand_in: Stand, tmp_path: Path) -> None:
    stand_in(f"echo $$ > {tmp_path}/pid; exec sleep 600")
    began = time.monotonic()
    with pytest.raises(NoIndex, match=r"not done after 0\.5 seconds"):
        answers([NEW], 1, 0.5)
    assert time.monotonic() - began < 20
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_a_program_that_neither_reads_nor_answers_can_t_hold_up_a_large_site(stand_in: Stand) -> None:
    stand_in("exec sleep 600")
    with pytest.raises(NoIndex, match="not done"):
        answers([{"type": "AddFile", "file_contents": "x" * 1_000_000}] * 3, 3, 0.5)


@pytest.mark.parametrize(
    ("script", "told"),
    [("exit 3", "ended early, with code 3"), ("echo 'bm8=,'", "can't be read"), ("echo 'e30=,'", "can't be read")],
)
def test_a_program_that_fails_or_talks_nonsense_is_told(script: str, told: str, stand_in: Stand) -> None:
    stand_in(f"{script}; cat > /dev/null" if "echo" in script else script)
    with pytest.raises(NoIndex, match=told):
        answers([NEW], 1, 60)


def test_a_program_that_can_t_be_run_is_told(stand_in: Stand) -> None:
    stand_in("").chmod(0o644)
    with pytest.raises(NoIndex, match=r"can't be run|ended early"):
        answers([NEW], 1, 60)


def test_a_program_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/no/such/program")
    with pytest.raises(NoIndex, match="no program for this machine"):
        program()


def test_a_reader_s_settings_of_pagefind_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fi")
    page = '<html lang="en"><body><p data-pagefind-body>House</p></body></html>'
    add = {"type": "AddFile", "index_id": 0, "file_path": "a.html", "file_contents": page, "url": None}
    *_, files = answers([NEW, add, {"type": "GetFiles", "index_id": 0}], 3, 60)
    assert "wasm.en.pagefind" in {file["path"] for file in files["files"]}


def test_a_request_that_can_t_be_sent_ends_the_program_at_once(stand_in: Stand) -> None:
    def requests() -> Iterator[dict[str, Any]]:
        yield NEW
        raise OSError(errno.EIO, "Input/output error")

    stand_in("exec sleep 600")
    with pytest.raises(NoIndex, match="ended early"):
        answers(requests(), 2, 300)


def test_where_there_is_no_room_for_a_thread_that_is_told_and_the_program_ended(
    stand_in: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: object) -> None:
        raise RuntimeError("can't start new thread")

    stand_in("exec sleep 600")
    monkeypatch.setattr(threading.Thread, "start", refused)
    with pytest.raises(NoIndex, match="can't start new thread"):
        answers([NEW], 1, 300)
