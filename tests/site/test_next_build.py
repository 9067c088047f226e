"""``next-build.json``: until the day it tells, building again gives the same pages; on that day it does not."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec
import pytest

from parley.derive import next_build
from parley.pages.desk import Desk, Dressing
from parley.pages.every import unit_names, unit_pages
from parley.render.next_build import MOST_NAMED
from parley.site import Order
from parley.site.order import Work
from parley.site.work import worked_out
from tests.sites import FILES, NOW, site_from, written
from tests.stories.edits import SITE

PLANS = """\
  lights: {title: Light the bridge, by: traders, to: council, date: 2025-05-03, answer_by: 2025-06-12}
rejections:"""
LATER = """\
updates:
  - {date: 2025-06-24, what: Told on its day., changed: keep-open}
"""
STORY = SITE["briefs/bridge.yaml"].replace("rejections:", PLANS).replace("updates:\n", LATER)
AHEAD = {**SITE, "briefs/bridge.yaml": f"{STORY}review_by: 2025-06-17\nexpires: 2025-07-10\n"}
DAY = dt.timedelta(days=1)
SPAN = 45  # days, from 1 June on


def shown(work: Work) -> dict[str, Any]:
    """All that the templates are given on a day, but for the picture with a line at that day."""
    assert work.found
    desk = Desk(work.now, work.found, Dressing(defaultdict(lambda: "asset"), search="none"))
    pages = [page for name in unit_names(desk) if name != "style" for page in unit_pages(desk, name)]
    return {page.path: _without_axis(msgspec.to_builtins(page.view)) for page in pages}


def _without_axis(value: Any) -> Any:
    return {key: part for key, part in value.items() if key != "time_axis"} if isinstance(value, dict) else value


def test_pages_change_on_the_days_that_are_told_and_on_no_other(tmp_path: Path) -> None:
    root, changed, promised = written(tmp_path, AHEAD), list[dt.date](), dict[dt.date, None]()
    before: dict[str, Any] = {}
    for ahead in range(SPAN):
        work = worked_out(Order(root, NOW + ahead * DAY, None))
        assert work.found
        now = shown(work)
        if before and now != before:
            changed.append(work.found.day)
        following = next_build(work.whole, work.now, work.found.day).next
        assert following is None or following > work.found.day
        if following:
            promised[following] = None
        before = now

    assert changed == [day for day in promised if day <= work.found.day]
    assert len(changed) >= 6


@pytest.mark.parametrize(("clock", "day"), [("Pacific/Kiritimati", "2025-06-02"), ("America/New_York", "2025-06-01")])
def test_the_day_is_that_of_the_sites_clocks(tmp_path: Path, clock: str, day: str) -> None:
    files = {**FILES, "site.yaml": f"time_zone: {clock}\n"}

    said = json.loads(site_from(tmp_path, files)["next-build.json"])

    assert (said["as_of"], said["time_zone"]) == (day, clock)


def test_what_is_not_out_yet_is_not_named(tmp_path: Path) -> None:
    hidden = AHEAD["briefs/ferry.yaml"].replace("published: 2025-05-03", "published: 2025-06-02")

    said = json.loads(site_from(tmp_path, {**FILES, "briefs/secret.yaml": hidden})["next-build.json"])

    assert (said["next"], said["why"]) == ("2025-06-02", [{"change": "dated-later"}])


def test_it_does_not_grow_with_the_site(tmp_path: Path) -> None:
    steps = "".join(f"  step-{at}: {{title: Step {at}, date: 2025-06-01}}\n" for at in range(MOST_NAMED + 5))
    story = FILES["briefs/bridge.yaml"].replace("next_steps:\n", f"next_steps:\n{steps}")

    (why,) = json.loads(site_from(tmp_path, {**FILES, "briefs/bridge.yaml": story})["next-build.json"])["why"]

    assert (why["change"], why["number"], len(why["ids"])) == ("overdue", MOST_NAMED + 5, MOST_NAMED)
