"""The addresses of sources, and what is said of those that moved or are gone."""

from __future__ import annotations

import datetime as dt

import pytest

from parley.desk.addresses import SourceAddress, addresses, problem
from parley.model.address import Verdict
from parley.model.problem import Mend, Place
from parley.site import Order, worked_out
from tests.sites import FILES, NOW, written

OLD = "https://old.example/story"


def address(copy: bool = False, archived: str = "", day: dt.date | None = None) -> SourceAddress:
    return SourceAddress(
        url=OLD, place=Place("briefs/a.yaml", 7, 10), name="paper", copy=copy, archived=archived, day=day
    )


def moved(line: str, now: str) -> Mend:
    found = problem(address(), Verdict(state="moved", now=now), line)
    assert found
    assert (found.code, found.severity, found.place) == ("moved-source", "warning", Place("briefs/a.yaml", 7, 10))
    return found.mend


def test_addresses_and_those_of_kept_copies_are_found_where_they_stand(tmp_path) -> None:
    work = worked_out(Order(written(tmp_path, FILES), NOW))
    url, copy = addresses(work.whole)
    lines = (tmp_path / "briefs/bridge.yaml").read_text().splitlines()
    assert lines[url.place.line - 1][url.place.column - 1 :].startswith('"https://example.org/minutes"')
    assert lines[copy.place.line - 1].strip().startswith("archived:")
    assert (url.url, url.copy, url.name, url.day) == (
        "https://example.org/minutes",
        False,
        "minutes",
        dt.date(2025, 5, 1),
    )
    assert url.archived == copy.url == "https://archive.example/minutes"
    assert copy.copy
    assert addresses(work.whole, {"briefs/other.yaml"}) == []


@pytest.mark.parametrize(
    "line", [f"    url: {OLD}", f'    url: "{OLD}"  # seen', f"  paper: {{title: T, url: {OLD}, lang: en}}"]
)
def test_the_mend_of_a_move_is_the_line_with_the_new_address_in_it(line: str) -> None:
    now = "https://new.example/2025/story?id=7"
    assert moved(line, now) == Mend(7, 7, line.replace(OLD, now))


@pytest.mark.parametrize("now", ["https://new.example/a,b", "https://new.example/[x]", "https://new.example/a#b c"])
def test_an_address_that_might_break_the_line_is_told_without_a_mend(now: str) -> None:
    assert not moved(f"  paper: {{title: T, url: {OLD}}}", now)


def test_a_line_that_does_not_hold_the_address_once_gets_no_mend() -> None:
    assert not moved("    url: >-", "https://new.example/story")
    assert not moved(f"    {{url: {OLD}, archived: {OLD}}}", "https://new.example/story")


def test_a_move_to_a_front_page_gets_no_mend_but_a_doubt() -> None:
    found = problem(address(), Verdict(state="moved", now="https://new.example/"), f"url: {OLD}")
    assert found
    assert not found.mend
    assert "front page" in found.expected


def test_where_a_copy_may_be_is_told_for_the_day_that_it_was_read() -> None:
    gone = Verdict(state="dead", why="there is no old.example any more")
    found = problem(address(day=dt.date(2025, 5, 12)), gone, "")
    assert found
    assert (found.code, found.severity) == ("dead-source", "error")
    assert f"https://web.archive.org/web/20250512/{OLD}" in found.expected
    undated = problem(address(), gone, "")
    assert undated
    assert f"https://web.archive.org/web/2/{OLD}" in undated.expected


def test_a_source_with_a_kept_copy_is_a_warning_and_a_lost_copy_an_error() -> None:
    gone = Verdict(state="dead", why="gone")
    kept = problem(address(archived="https://kept.example/1"), gone, "")
    lost = problem(address(archived=OLD, copy=True), gone, "")
    assert kept
    assert lost
    assert (kept.severity, lost.severity) == ("warning", "error")
    assert "https://kept.example/1" in kept.expected


@pytest.mark.parametrize("state", ["alive", "unknown"])
def test_of_what_is_there_or_not_known_nothing_is_said(state) -> None:
    assert problem(address(), Verdict(state=state, why="x"), "") is None
