"""The lines around a problem are those of the file, with the place in them."""

import os
from pathlib import Path

from parley.cli.excerpts import SHOWN, Excerpts, Line
from parley.model.problem import Place, Problem


def at(line: int, column: int = 1, file: str = "a.yaml") -> Problem:
    return Problem(Place(file, line, column), "bad-date", "found", "expected")


def test_the_line_and_its_neighbours_are_given(tmp_path: Path):
    (tmp_path / "a.yaml").write_bytes(b"one\r\ntwo\r\nthree\r\nfour\r\n")
    found = Excerpts(tmp_path).around(at(2, 3))
    assert found is not None
    assert found.lines == (Line(1, "one"), Line(2, "two"), Line(3, "three"))
    assert (found.line, found.column) == (2, 3)


def test_the_first_line_has_no_neighbour_above(tmp_path: Path):
    (tmp_path / "a.yaml").write_text("one\ntwo")
    found = Excerpts(tmp_path).around(at(1))
    assert found is not None
    assert [line.number for line in found.lines] == [1, 2]


def test_a_problem_of_a_whole_file_or_of_no_file_has_none(tmp_path: Path):
    (tmp_path / "a.yaml").write_text("one\n")
    excerpts = Excerpts(tmp_path)
    assert excerpts.around(at(0)) is None
    assert excerpts.around(at(9)) is None
    assert excerpts.around(at(1, file="gone.yaml")) is None


def test_what_is_no_file_is_not_read(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "device.yaml").symlink_to("/dev/zero")
    excerpts = Excerpts(tmp_path)
    for file in ("pipe.yaml", "device.yaml"):
        assert excerpts.around(at(0, file=file)) is None
        assert excerpts.around(at(1, file=file)) is None
        assert excerpts.lines(file) == []


def test_of_a_paragraph_in_one_line_the_part_around_the_place_is_given(tmp_path: Path):
    (tmp_path / "a.yaml").write_text("x" * 900 + "HERE" + "y" * 900)
    found = Excerpts(tmp_path).around(at(1, 901))
    assert found is not None
    (line,) = found.lines
    assert line.text[found.column - 1 :].startswith("HERE")
    assert len(line.text) == SHOWN + 2
    assert line.text[0] == line.text[-1] == "…"


def test_what_is_no_file_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "a.yaml")
    assert Excerpts(tmp_path).around(at(1)) is None
