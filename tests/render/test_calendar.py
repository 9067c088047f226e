"""iCalendar: whatever stands in a view, lines are short, values come back as they were, nothing begins a property."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from parley.pages.coded import CalendarEvent, CalendarView
from parley.render.calendar import calendar_ics, folded, text, uri

EVENT = CalendarEvent(
    uid="2f5d8e1c-3471-584a-a00a-b73e643c2069",
    stamp=dt.datetime(2025, 5, 12, tzinfo=dt.UTC),
    sequence=2,
    start=dt.date(2025, 5, 15),
    end=dt.date(2025, 5, 17),
    title="Proposed: Talks",
    description="Who: Ann\nSource: UPI",
    where="Istanbul",
    url="https://desk.example/briefs/a/#step-b",
    category="Peace, and quiet; talks",
    status="TENTATIVE",
)
VIEW = CalendarView(
    name="The Desk",
    description="What comes next",
    url="https://desk.example/next/",
    source="https://desk.example/next-steps.ics",
    events=(EVENT,),
)
MADE_UP = st.text(st.characters(exclude_categories=[]), max_size=300)  # half surrogate pairs and controls, too
HOSTILE = 'a\r\nEND:VEVENT\r\nBEGIN:VALARM\nX:\r\u2028Y:\x85Z:\\n\\,;:"=\x00\x0b\x7f\ud800\U0001f54a' + "ü" * 80
PROPERTIES = {
    "BEGIN", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION",
    "URL", "CATEGORIES", "STATUS", "TRANSP", "END", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME",
    "X-WR-CALDESC", "SOURCE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL",
}  # fmt: skip


def kept(value: str) -> str:
    """``value`` as it may come back: line ends alike, without what no calendar may hold."""
    value = re.sub(r"\r\n|\r", "\n", value)
    value = re.sub("[\x85\u2028\u2029]", " ", value)
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "", value)


def lines(made: bytes) -> list[str]:
    """The content lines, unfolded, after a look at the rules of RFC 5545, 3.1."""
    assert made.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert b"\r" not in made.replace(b"\r\n", b"")
    raw = made.split(b"\r\n")
    assert max(map(len, raw)) <= 75
    for line in raw:
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)
        line.decode()  # no character is parted
    return made.decode().replace("\r\n ", "").split("\r\n")[:-1]


def read(made: bytes) -> Calendar:
    (found,) = Calendar.from_ical(made, multiple=True)
    assert isinstance(found, Calendar)
    for part in found.walk():
        assert not part.errors
        assert set(part.required) <= set(part)
    return found


def test_a_calendar_says_all_of_its_view() -> None:
    made = calendar_ics(VIEW)
    assert lines(made) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Parley//Next steps//EN",
        "CALSCALE:GREGORIAN",
        "NAME:The Desk",
        "X-WR-CALNAME:The Desk",
        "DESCRIPTION:What comes next",
        "X-WR-CALDESC:What comes next",
        "URL:https://desk.example/next/",
        "SOURCE;VALUE=URI:https://desk.example/next-steps.ics",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "BEGIN:VEVENT",
        "UID:2f5d8e1c-3471-584a-a00a-b73e643c2069",
        "DTSTAMP:20250512T000000Z",
        "LAST-MODIFIED:20250512T000000Z",
        "SEQUENCE:2",
        "DTSTART;VALUE=DATE:20250515",
        "DTEND;VALUE=DATE:20250517",
        "SUMMARY:Proposed: Talks",
        "DESCRIPTION:Who: Ann\\nSource: UPI",
        "LOCATION:Istanbul",
        "URL:https://desk.example/briefs/a/#step-b",
        "CATEGORIES:Peace\\, and quiet\\; talks",
        "STATUS:TENTATIVE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    (event,) = read(made).events
    assert event.start == dt.date(2025, 5, 15)
    assert event.end == dt.date(2025, 5, 17)
    assert event["CATEGORIES"].cats == ["Peace, and quiet; talks"]


def test_a_moment_is_told_in_utc_and_has_no_end() -> None:
    at = dt.datetime(825, 7, 1, 7, 5, tzinfo=dt.UTC)
    made = calendar_ics(replace(VIEW, events=(replace(EVENT, start=at, end=None),)))
    assert "DTSTART:08250701T070500Z" in lines(made)
    assert not [line for line in lines(made) if line.startswith("DTEND")]
    assert read(made).events[0].start == at


def test_what_is_not_known_has_no_line() -> None:
    bare = replace(VIEW, url="", source="", events=(replace(EVENT, url="", where="", description="", category=""),))
    names = {line.partition(":")[0].partition(";")[0] for line in lines(calendar_ics(bare))}
    assert names == PROPERTIES - {"URL", "SOURCE", "LOCATION", "CATEGORIES"}  # the calendar's own description stays
    read(calendar_ics(bare))


@given(MADE_UP, MADE_UP, MADE_UP, MADE_UP)
@example(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
@example("\\", "\\\\n", "\\;", ",\\")
@example("x" * 66, "x" * 67, "x" * 68, "\U0001f54a" * 40)
def test_any_text_comes_back_from_a_calendar_as_it_was(title: str, description: str, where: str, category: str) -> None:
    event = replace(EVENT, title=title, description=description, where=where, category=category)
    made = calendar_ics(replace(VIEW, name=title, description=title, events=(event,)))
    assert {line.partition(":")[0].partition(";")[0] for line in lines(made)} <= PROPERTIES
    found = read(made)
    assert str(found["DESCRIPTION"]) == kept(title)
    (told,) = found.events
    assert str(told["SUMMARY"]) == kept(title)
    assert str(told.get("DESCRIPTION", "")) == kept(description)
    assert str(told.get("LOCATION", "")) == kept(where)
    assert told["CATEGORIES"].cats == [kept(category)] if kept(category) else "CATEGORIES" not in told


@given(MADE_UP)
@example("https://desk.example/\r\nATTENDEE:mailto:x@y.example")
def test_an_address_stays_in_its_line(address: str) -> None:
    made = calendar_ics(replace(VIEW, url=address, source=address, events=(replace(EVENT, url=address),)))
    assert {line.partition(":")[0].partition(";")[0] for line in lines(made)} <= PROPERTIES
    assert not re.search(r"\s", uri(address))


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=400))
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    made = folded(line)
    assert made.replace(b"\r\n ", b"").decode() == line + "\r\n"
    parts = made[:-2].split(b"\r\n")
    assert all(len(part) <= 75 for part in parts)
    assert all(len(part) >= 72 for part in parts[:-1])  # as long as whole characters allow
    for part in parts:
        part.decode()


def test_text_is_escaped_as_the_standard_says() -> None:
    assert text("a\\b;c,d\ne\tf:g\"'") == "a\\\\b\\;c\\,d\\ne\tf:g\"'"
