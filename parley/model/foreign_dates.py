"""Dates as they are typed elsewhere: what a writer meant by "10 May 2025", for the message that shows the right form.

Nothing is read as a date here, and what is found need not exist: whoever asks checks that.
"""

import calendar
import re
from collections.abc import Iterator

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number} | {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if number
}
MONTHS["sept"] = 9
WORDED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?(?: of)? )?(?P<month>[A-Za-z]+)\.?,? "
    r"(?:(?P<after>\d{1,2})(?:st|nd|rd|th)?,? )?(?P<year>\d{4})",
    re.ASCII,
)
LOOSE = re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})(?:[-/. ](?P<day>\d{1,2}))?", re.ASCII)
SOLID = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)", re.ASCII)
TURNED = re.compile(r"(?P<one>\d{1,2})(?P<mark>[-/. ])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})", re.ASCII)
TIMED = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:T|,? )(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?"
    r" ?(?P<zone>Z|[+-]\d\d:\d\d)?",
    re.ASCII,
)
ABOUT = re.compile(
    r"(?:~|ca?\.? |circa |about |around )(?P<date>\d{4}(?:-\d\d){0,2})|(?P<same>\d{4}(?:-\d\d){0,2})\?", re.ASCII
)
SPAN = re.compile(r"(?P<left>[\d-]{4,10})(?: ?[–—] ?| - | to )(?P<right>[\d-]{4,10})", re.ASCII)


def meant(text: str) -> Iterator[str]:
    """The dates that ``text`` may be; not all of them need exist."""
    if (found := WORDED.fullmatch(text)) and (month := MONTHS.get(found["month"].lower())):
        number = found["day"] or found["after"]
        yield _joined(found["year"], str(month), number)
    elif found := LOOSE.fullmatch(text) or SOLID.fullmatch(text):
        yield _joined(found["year"], found["month"], found["day"])
    elif found := TURNED.fullmatch(text):
        yield _joined(found["year"], found["two"], found["one"])
        if found["mark"] == "/":  # written the other way round in the United States
            yield _joined(found["year"], found["one"], found["two"])
    elif found := TIMED.fullmatch(text):
        yield f"{found['day']}T{int(found['hour']):02d}:{found['minute']}{found['zone'] or ''}"
    elif found := ABOUT.fullmatch(text):
        yield f"{found['date'] or found['same']}~"
    elif found := SPAN.fullmatch(text):
        yield f"{found['left']}/{found['right']}"


def _joined(year: str, month: str, day: str | None) -> str:
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
