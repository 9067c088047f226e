"""Calendars of whole sites, held as a subscriber's program would: every line, every event, every address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from parley.site import Order, built
from tests.render.test_calendar import PROPERTIES, lines, read
from tests.sites import FILES, NOW, ROOT, site_from

ADDRESS = "https://parley.example/"


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    """The real site on 1 June 2025."""
    found = built(Order(ROOT, NOW))
    assert found.site is not None
    return dict(found.site)


@pytest.fixture(scope="module")
def calendars(site: dict[str, bytes]) -> dict[str, Calendar]:
    return {path: read(body) for path, body in site.items() if path.endswith(".ics")}


def events_of(calendars: dict[str, Calendar]) -> list[Event]:
    return [event for calendar in calendars.values() for event in calendar.events]


def test_every_line_keeps_the_rules(site: dict[str, bytes], calendars: dict[str, Calendar]) -> None:
    assert {"next-steps.ics", "briefs/istanbul-talks/next-steps.ics", "actors/russia/next-steps.ics"} <= set(calendars)
    for path in calendars:
        assert {re.split("[:;]", line)[0] for line in lines(site[path])} <= PROPERTIES


def test_every_event_has_a_day_an_id_a_title_and_a_status(calendars: dict[str, Calendar]) -> None:
    assert events_of(calendars)
    for event in events_of(calendars):
        assert event.start < event.end
        assert event["DTSTAMP"].dt.utcoffset().total_seconds() == 0
        assert re.match(r"\w[\w ]+: \w", str(event["SUMMARY"]))
        assert str(event["STATUS"]) in {"TENTATIVE", "CONFIRMED", "CANCELLED"}
    for calendar in calendars.values():
        ids = [str(event["UID"]) for event in calendar.events]
        assert ids
        assert len(ids) == len(set(ids))


def test_every_address_leads_to_its_step(site: dict[str, bytes], calendars: dict[str, Calendar]) -> None:
    for event in events_of(calendars):
        page, _, anchor = str(event["URL"]).removeprefix(ADDRESS).partition("#")
        assert f' id="{anchor}"'.encode() in site[f"{page}index.html"]
    for path, calendar in calendars.items():
        assert str(calendar["SOURCE"]) == ADDRESS + path
        assert f"{str(calendar['URL']).removeprefix(ADDRESS)}index.html" in site


def test_every_calendar_is_offered_on_its_page_and_no_page_offers_one_that_is_not_there(
    site: dict[str, bytes], calendars: dict[str, Calendar]
) -> None:
    offered = set()
    for path, body in site.items():
        if path.endswith(".html") and (found := re.findall(rb'href="webcal://parley\.example/([^"]+)"', body)):
            (calendar,) = (name.decode() for name in found)
            assert calendar in calendars
            assert b'<link rel="alternate" type="text/calendar"' in body
            offered.add(calendar)
    assert offered == set(calendars)


def test_without_an_address_one_can_download_but_not_subscribe(tmp_path: Path) -> None:
    site = site_from(tmp_path, FILES | {"site.yaml": "name: The Desk\n"})
    assert "BEGIN:VEVENT" in site["briefs/bridge/next-steps.ics"]
    assert "URL" not in site["briefs/bridge/next-steps.ics"]
    assert "webcal:" not in site["next/index.html"]
    assert 'href="../next-steps.ics"' in site["next/index.html"]


def test_a_step_that_is_called_off_stays_and_says_so(tmp_path: Path) -> None:
    story = FILES["briefs/bridge.yaml"].replace(
        "about: keep-open}", "about: keep-open, outcome: {result: cancelled, date: 2025-05-20, what: No money.}}"
    )
    before = read(site_from(tmp_path / "a")["next-steps.ics"].encode()).events[0]
    after = read(site_from(tmp_path / "b", FILES | {"briefs/bridge.yaml": story})["next-steps.ics"].encode()).events[0]
    assert after["UID"] == before["UID"]
    assert (before["STATUS"], after["STATUS"]) == ("TENTATIVE", "CANCELLED")
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert str(after["DESCRIPTION"]).startswith("Cancelled on 20 May 2025: No money.")


def test_the_page_says_how_many_steps_have_no_exact_day(tmp_path: Path) -> None:
    more = "next_steps:\n  vote: {title: The vote, date: 2025-08}\n"
    site = site_from(
        tmp_path, FILES | {"briefs/bridge.yaml": FILES["briefs/bridge.yaml"].replace("next_steps:\n", more)}
    )
    for page in ("next/index.html", "briefs/bridge/index.html"):
        assert "1 step is not in it: its exact days are not known." in site[page]
    assert "The vote" not in site["next-steps.ics"]
