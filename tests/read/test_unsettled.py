"""TODO under any key is one problem at its place, and brings no other with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.read.content import content
from parley.read.unsettled import TODO
from parley.site import Order, checked
from parley.write.catalogue.sample import DAY, SAMPLE
from parley.write.catalogue.todo import ENTRIES
from tests.sites import NOW, STORY, built_from, written

SWAPS = [
    ("title: The bridge", "title: TODO", 1),
    ("published: 2025-05-01", "published: TODO the day", 2),
    ("topics: [Town planning]", "topics: [TODO]", 0),
    ("council: Decides.", "council: TODO", 0),
    ("  traders: Ask.", "  TODO-someone: Asks.", 0),
    ("by: traders, to: council", "by: traders, to: TODO", 0),
    ("by: reed, date: 2025-05-10", "by: [reed, TODO], date: TODO", 0),
    ("of: keep-open, by: reed", "of: TODO, by: reed", 0),
    ("kind: group", "kind: TODO person or group", 0),
    ("traders: {name: Alder Traders, kind: group}", "traders: TODO", 0),
    ("about: keep-open}", "about: TODO}", 0),
    ('url: "https://example.org/minutes"', "url: TODO", 0),
    ("unknown: [What the works cost.]", "unknown: TODO", 0),
    ("changed: keep-open", "changed: TODO-item", 0),
]


@pytest.mark.parametrize(("right", "put_off", "line"), SWAPS)
def test_what_is_put_off_is_told_and_nothing_else(tmp_path: Path, right: str, put_off: str, line: int) -> None:
    assert STORY.count(right) == 1
    story = STORY.replace(right, put_off)
    problems = content(written(tmp_path, {"briefs/bridge.yaml": story})).problems
    assert {problem.code for problem in problems} == {"todo"}
    assert len(problems) == put_off.count("TODO")
    assert all("TODO" in problem.found and problem.severity == "error" for problem in problems)
    if line:
        assert problems[0].place.line == line


def test_whole_sections_may_be_put_off_and_what_leads_into_them_is_not_told(tmp_path: Path) -> None:
    before, rest = STORY.split("proposals:\n")
    story = before + "proposals: TODO\n" + rest.partition("\n")[2]
    problems = content(written(tmp_path, {"briefs/bridge.yaml": story})).problems
    assert [problem.code for problem in problems] == ["todo"]


def test_in_a_draft_it_is_a_warning_and_the_site_is_built(tmp_path: Path) -> None:
    story = STORY.replace("title: The bridge", "title: TODO\ndraft: true")
    built = built_from(tmp_path, {"briefs/bridge.yaml": story, "site.yaml": "name: Desk\n"})
    assert built.site is not None
    assert [(problem.code, problem.severity) for problem in built.problems if problem.code == "todo"] == [
        ("todo", "warning")
    ]


@pytest.mark.parametrize("text", ["TODOs of the council", "What is TODO", "todo", "# TODO"])
def test_other_texts_are_texts(text: str) -> None:
    assert not TODO.match(text)


def test_the_entry_shows_what_it_says(tmp_path: Path) -> None:
    (entry,) = ENTRIES
    assert SAMPLE[entry.file].count(entry.right) == 1
    files = {**SAMPLE, entry.file: SAMPLE[entry.file].replace(entry.right, entry.wrong)}
    assert [problem.code for problem in checked(Order(written(tmp_path, files), NOW, DAY))] == ["todo"]
