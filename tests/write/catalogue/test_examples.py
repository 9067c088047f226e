"""Every example of the catalogue is real: it brings about its one problem at its place, and its mend clears it."""

import datetime as dt
import re
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from parley.model.problem import Place, Problem
from parley.site import Order, built, checked
from parley.write.catalogue.collected import catalogue
from parley.write.catalogue.entry import Entry
from parley.write.catalogue.examples import lines_of, right_files, right_lines, wrong_files, wrong_lines
from parley.write.catalogue.sample import DAY, SAMPLE
from tests.write.catalogue.plain import JARGON

SHOWN = [pytest.param(entry, id=entry.code) for entry in catalogue().values() if entry.wrong]
NOT_BY_A_TEXT = {
    "no-briefs-folder",
    "unreadable",
    "link-folder",
    "link-outside",
    "dead-source",
    "moved-source",
}  # of folders, links and the web


def told(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """The problems of the site that ``files`` are, paths from its root."""
    return _told(tuple(files.items()))


@cache
def _told(files: tuple[tuple[str, bytes], ...]) -> tuple[Problem, ...]:
    with tempfile.TemporaryDirectory() as folder:
        for name, body in files:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        order = Order(Path(folder), dt.datetime.combine(DAY, dt.time(12), dt.UTC), extras=False)
        return checked(order) or built(order).problems


def holds(text: list[str], place: Place, line: int) -> bool:
    """Whether ``line`` belongs to the item that begins at ``place``: what lacks a key is told where it begins."""
    between = [inner for inner in text[place.line : line] if inner.strip()]
    return place.line < line and all(len(inner) - len(inner.lstrip()) >= place.column - 1 for inner in between)


def test_the_sample_has_no_problem():
    assert told({path: text.encode() for path, text in SAMPLE.items()}) == ()


def test_all_that_can_be_shown_by_a_text_is_shown_by_one():
    assert {entry.code for entry in catalogue().values() if not entry.wrong} == NOT_BY_A_TEXT


@pytest.mark.parametrize("entry", SHOWN)
def test_the_right_text_stands_in_the_sample_once(entry: Entry):
    assert entry.whole or {**SAMPLE, **entry.beside}[entry.file].count(entry.right) == 1
    assert entry.wrong != entry.right or entry.renamed or entry.encoding != "utf-8"


@pytest.mark.parametrize("entry", SHOWN)
def test_the_wrong_text_is_told_by_its_code_alone_where_it_stands(entry: Entry):
    problems = told(wrong_files(entry))
    assert [problem.code for problem in problems] == [entry.code], "\n".join(map(str, problems))
    (problem,) = problems
    if problem.place.file.endswith("/index.html"):  # of a finished page
        assert problem.place.file.split("/")[1] == Path(entry.file).stem
        return
    if entry.code == "nothing-published":
        assert problem.place.file == "briefs"
        return
    assert problem.place.file == entry.file
    if problem.place.line:
        first, lines = wrong_lines(entry)
        text = wrong_files(entry)[entry.file].decode("utf-8", "replace").split("\n")
        assert first <= problem.place.line < first + len(lines) or holds(text, problem.place, first)


@pytest.mark.parametrize("entry", SHOWN)
def test_the_right_text_clears_it(entry: Entry):
    assert told(right_files(entry)) == ()


@pytest.mark.parametrize("entry", SHOWN)
def test_a_mend_that_is_proposed_clears_it_too(entry: Entry):
    files = wrong_files(entry)
    (problem,) = told(files)
    if not (mend := problem.mend):
        return
    lines = files[entry.file].decode().split("\n")
    lines[mend.first - 1 : mend.last] = mend.text.split("\n")
    assert told({**files, entry.file: "\n".join(lines).encode()}) == ()


@pytest.mark.parametrize("entry", SHOWN)
def test_the_message_has_the_form_of_all_messages(entry: Entry):
    (problem,) = told(wrong_files(entry))
    for part in (problem.found, problem.expected):
        assert part.strip() == part != ""
        assert not part.endswith(".")
        assert not part[0].isupper() or part.startswith("HTML")
        assert "\n" not in part
        said = re.sub(r'"[^"]*"', "", part)
        if entry.code != "template":  # for who writes templates, in the words of their language
            assert not JARGON.search(said), said


def test_an_item_holds_the_lines_that_are_indented_as_far_and_no_others():
    text = ["a:", "  - of: x", "    by: y", "    why: z", "  - of: v", "    by: w"]
    assert holds(text, Place("", 2, 5), 4)
    assert not holds(text, Place("", 2, 5), 6)
    assert not holds(text, Place("", 5, 5), 4)


def test_lines_are_whole_and_counted_from_one():
    assert lines_of("two\nth", "one\n two\nthree\nfour\n") == (2, [" two", "three"])
    assert lines_of("one", "one") == (1, ["one"])
    assert lines_of("b\n", "a\nb\nc\n") == (2, ["b"])


def test_the_lines_of_an_example_are_those_of_its_files():
    entry = catalogue()["bad-date"]
    assert wrong_lines(entry) == (24, ["    date: 10 May 2025", "    why: It is not safe for lorries."])
    assert right_lines(entry) == ["    date: 2025-05-10", "    why: It is not safe for lorries."]
    assert right_lines(catalogue()["translation"]) == []
