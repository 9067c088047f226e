"""``--as-of`` a day: the site as it stood, on the real briefs."""

import datetime as dt
import json
import re

import pytest

from parley.site import Order, built
from tests.sites import NOW, ROOT, texts

STATUSES = {
    "2025-05-10": {"ceasefire": "open", "sanctions-warning": "announced"},
    "2025-05-11": {"ceasefire": "rejected", "direct-talks": "conditional", "leaders-meeting": "open"},
    "2025-05-12": {"ceasefire": "rejected", "direct-talks": "conditional", "leaders-meeting": "open"},
    "2025-05-17": {"ceasefire": "rejected", "direct-talks": "accepted", "leaders-meeting": "rejected",
                   "prisoner-exchange": "announced", "special-tribunal": "accepted", "seventeenth-package": "open"},
}  # fmt: skip


def site(day: str) -> dict[str, str]:
    found = built(Order(ROOT, NOW, dt.date.fromisoformat(day), extras=False))
    assert found.site is not None
    return texts(found.site)


@pytest.mark.parametrize("day", STATUSES)
def test_the_statuses_are_those_of_the_day(day: str) -> None:
    rows = {row["id"].partition("/")[2]: row["status"] for row in json.loads(site(day)["data/proposals.json"])}
    assert {name: rows.get(name) for name in STATUSES[day]} == STATUSES[day]


LATER = {"2025-05-11": ["2025-05-12", "2025-05-15", "2025-05-16"], "2025-05-12": ["2025-05-14", "2025-05-16"]}


@pytest.mark.parametrize("day", LATER)
def test_no_answer_update_or_outcome_of_a_later_day_shows_anywhere(day: str) -> None:
    told = site(day)
    for path, text in told.items():
        anchors = re.findall(r'id="answer-([^"]+)"', text)
        dates = re.findall(r'"(?:date|outcome_date|date_published)":"([^"]+)"', text) if path in ANSWERED else []
        dates += re.findall(r"<updated>([^<]+)<", text)
        for gone in LATER[day]:
            assert not [anchor for anchor in anchors if gone in anchor], (path, gone)
            assert not [date for date in dates if date.startswith(gone)], (path, gone)
    lines = [one["sitemap-1.xml"].count("<loc>") for one in (told, site("2025-05-17"))]
    assert lines[0] < lines[1]


ANSWERED = ("data/answers.json", "data/changes.json", "data/events.json", "data/positions.json", "feed.json")


def test_the_deadlock_is_told_while_it_stands_and_not_afterwards() -> None:
    path = "proposals/thirty-day-ceasefire/ceasefire/index.html"
    assert "Deadlock:" in site("2025-05-11")[path]
    assert "Deadlock:" in site("2025-05-12")[path]
    assert "Deadlock:" not in site("2025-05-17")[path]


def test_the_page_says_as_of_which_day_it_stands() -> None:
    assert "As it stood on 12 May 2025" in site("2025-05-12")["index.html"]
