"""A calendar's view -> iCalendar (RFC 5545, with the names and the refresh interval of RFC 7986).

This is Python and not a template because the escaping is not that of HTML, and because a line is folded by its bytes.
Nothing that stands in a brief can begin a property of its own: line ends are escaped, other control characters go.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

LONGEST = 75  # octets in a line, its end not counted (RFC 5545, 3.1)
REFRESH = "PT6H"  # how often a subscriber may look again
HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parley//Next steps//EN", "CALSCALE:GREGORIAN")

# What may not stand in TEXT (RFC 5545, 3.3.11: control characters but for the tab), and what some readers take for the
# end of a line: the first goes, the second becomes a space.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
BREAKS = ("\x85", "\u2028", "\u2029")
BLANK = re.compile(r"[\s\x00-\x20\x7f-\x9f]")


def calendar_ics(view: Any) -> bytes:
    """``view`` (a ``CalendarView``) as iCalendar in UTF-8."""
    name, described = text(view.name), text(view.description)
    lines = [
        *HEAD,
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        f"DESCRIPTION:{described}",
        f"X-WR-CALDESC:{described}",
        *_given("URL", uri(view.url)),
        *_given("SOURCE;VALUE=URI", uri(view.source)),
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
    ]
    for event in view.events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return b"".join([folded(line) for line in lines])


def _event(event: Any) -> list[str]:
    """The lines of one event. It takes nobody's time (``TRANSPARENT``): readers follow it and do not attend.

    Without a ``METHOD``, ``DTSTAMP`` tells when the event was last revised (RFC 5545, 3.8.7.2); ``LAST-MODIFIED`` says
    the same to programs that look there.
    """
    stamp = _value(event.stamp)
    start, end = _value(event.start), _value(event.end) if event.end else ""
    days = "" if isinstance(event.start, dt.datetime) else ";VALUE=DATE"
    return [
        "BEGIN:VEVENT",
        f"UID:{text(event.uid)}",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTART{days}:{start}",
        *_given("DTEND;VALUE=DATE", end),
        f"SUMMARY:{text(event.title)}",
        *_given("DESCRIPTION", text(event.description)),
        *_given("LOCATION", text(event.where)),
        *_given("URL", uri(event.url)),
        *_given("CATEGORIES", text(event.category)),
        f"STATUS:{event.status}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def text(value: str) -> str:
    """``value`` as TEXT (RFC 5545, 3.3.11): backslash, semicolon, comma and line end escaped, controls left out."""
    if UNSEEN.search(value):
        value = value.replace("\r\n", "\n").replace("\r", "\n")
        value = UNSEEN.sub(lambda found: " " if found[0] in BREAKS else "", value)
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def uri(value: str) -> str:
    """``value`` as URI (RFC 5545, 3.3.13), which has no escapes: white space and control characters go."""
    return BLANK.sub("", value)


def folded(line: str) -> bytes:
    """One content line, ended by CR LF and folded so that no line has more than 75 octets and none ends within a
    character (RFC 5545, 3.1)."""
    data = line.encode("utf-8", "ignore")  # half a surrogate pair is no character
    if len(data) <= LONGEST:
        return data + b"\r\n"
    parts, at, room = [], 0, LONGEST
    while len(data) - at > room:
        end = at + room
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        parts.append(data[at:end])
        at, room = end, LONGEST - 1  # the space that a folded line begins with counts
    parts.append(data[at:])
    return b"\r\n ".join(parts) + b"\r\n"


def _given(name: str, value: str) -> tuple[str, ...]:
    return (f"{name}:{value}",) if value else ()


def _value(when: dt.date | dt.datetime) -> str:
    """DATE or DATE-TIME in UTC (RFC 5545, 3.3.4 and 3.3.5)."""
    day = f"{when.year:04d}{when.month:02d}{when.day:02d}"
    return f"{day}T{when.hour:02d}{when.minute:02d}{when.second:02d}Z" if isinstance(when, dt.datetime) else day
