"""An id that is defined is one, or it is told what it could be."""

import pytest

from parley.read.own_id import own_id
from parley.read.reading import Reading
from parley.read.tree import tree


def read(text: str) -> tuple[str, Reading]:
    """The id at the first key of ``text``, and the notes on it."""
    found = tree(text.encode(), "a.yaml")
    reading = Reading("a.yaml", found.lines, "town")
    (key, _), *_ = found.root.entries.values()
    return own_id(reading, key, found.root.entries), reading


def test_an_id_is_taken_as_it_is():
    found, reading = read("ceasefire-2: x")
    assert found == "ceasefire-2"
    assert reading.problems == []


@pytest.mark.parametrize(("typed", "meant"), [("Cease Fire", "cease-fire"), ("con", "con-1"), ("a" * 101, "a" * 100)])
def test_what_is_no_id_is_told_with_what_was_meant(typed, meant):
    found, reading = read(f"{typed}: x")
    assert found == meant
    assert [problem.code for problem in reading.problems] == ["bad-id"]


def test_an_id_that_is_there_already_is_no_mend():
    assert read("Cease: x")[1].problems[0].mend
    assert not read("Cease: x\ncease: y")[1].problems[0].mend


def test_an_id_that_is_put_off_is_told_as_that():
    found, reading = read("TODO: x")
    assert found == "TODO"
    assert [problem.code for problem in reading.problems] == ["todo"]
