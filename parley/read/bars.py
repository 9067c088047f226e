"""Texts of several lines whose key lacks the bar behind it, or that stand too far out below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Lines

from parley.model.problem import Mend
from parley.read.known_keys import every_key, text_keys
from parley.read.repair import Repair
from parley.read.syntax import Fault

OPENS = re.compile(r"^(?P<lead>(?P<indent> *)(?:- +)*(?P<key>[\w-]+):)(?: +(?P<value>\S.*))?$")
LINES_AT_MOST = 200  # of a text that begins without its bar


def without_bar(at: int, lines: Lines[str]) -> Iterator[Repair]:
    """A text of several lines whose key lacks the bar behind it, or that stands too far out below the bar."""
    opens = _opening(at, lines)
    if opens is None:
        return
    match = OPENS.match(lines[opens])
    assert match
    value = (match["value"] or "").rstrip()
    if match["key"] not in text_keys() or " #" in value or (value and value[0] in "\"'#"):
        return
    last = last_of_text(opens, len(match["lead"]) - len(match["key"]) - 1, lines)
    if last == opens or not opens <= at <= last:
        return
    below = [line for line in lines[opens + 1 : last + 1] if line.strip()]
    if value[:1] in ("|", ">") or any(map(_known, below)):
        return
    deep = min(len(line) - len(line.lstrip(" ")) for line in below)
    if value:
        shown = Mend(opens + 1, opens + 1, f"{match['lead']} |\n{' ' * deep}{value}")
    else:
        shown = Mend(opens + 1, opens + 1, f"{match['lead']} |")
    yield Repair(_as_quoted(match["lead"], value, opens, last, lines), shown, fault=_no_bar(match["key"], opens, lines))


def _no_bar(key: str, at: int, lines: Lines[str]) -> Fault:
    found = f'a text of several lines with a colon in it, and no bar (|) behind "{key}:"'
    expected = f'write "{key}: |" on a line of its own, and the text indented below it'
    return Fault("no-bar", found, expected, at, max(lines[at].find(f"{key}:"), 0))


def too_far_out(at: int, lines: Lines[str]) -> Iterator[Repair]:
    """A text below a bar that is not indented, further in."""
    opens = at - 1
    while opens >= 0 and at - opens < LINES_AT_MOST and not _known(lines[opens]):
        opens -= 1
    match = OPENS.match(lines[opens]) if opens >= 0 else None
    if not match or not (match["value"] or "").startswith(("|", ">")) or _known(lines[at]):
        return
    column = len(match["lead"]) - len(match["key"]) - 1
    last = at
    while last + 1 < len(lines) and not _known(lines[last + 1]):
        last += 1
    while not lines[last].strip():
        last -= 1
    read = {
        line: " " * (column + 2) + lines[line].lstrip() for line in range(opens + 1, last + 1) if lines[line].strip()
    }
    shown = "\n".join(read.get(line, lines[line]) for line in range(opens + 1, last + 1))
    found = f'text below "{match["key"]}:" that is not indented'
    expected = "indent every line of it by two spaces more than its key"
    first = next((line for line in read if read[line] != lines[line]), opens + 1)
    fault = Fault("indentation", found, expected, first, 0)
    yield Repair(read, Mend(opens + 2, last + 1, shown), fault=fault)


def _known(line: str) -> bool:
    """Whether ``line`` begins with a key of the format."""
    match = OPENS.match(line)
    return match is not None and match["key"] in every_key()


def _as_quoted(lead: str, value: str, opens: int, last: int, lines: Lines[str]) -> dict[int, str]:
    """The text between two lines as one in double quotes, which keeps the number of lines."""

    def inside(text: str) -> str:
        return text.replace("\\", "\\\\").replace('"', '\\"')

    read = {opens: f'{lead} "{inside(value)}'}
    read |= {line: inside(lines[line]) for line in range(opens + 1, last + 1)}
    read[last] += '"'
    return read


def _opening(at: int, lines: Lines[str]) -> int | None:
    """The line of the key under which the text of the line ``at`` stands: itself, or the nearest one further out."""
    here = lines[at]
    if OPENS.match(here) and not _stands_below(at, lines):
        return at
    depth = len(here) - len(here.lstrip(" "))
    for line in range(at - 1, max(at - LINES_AT_MOST, -1), -1):
        text = lines[line]
        if text.strip() and len(text) - len(text.lstrip(" ")) < depth and not text.lstrip().startswith("#"):
            return line if OPENS.match(text) else None
    return None


def _stands_below(at: int, lines: Lines[str]) -> bool:
    """Whether the line ``at`` stands below a key with text of its own, or one that takes text, and further in."""
    depth = len(lines[at]) - len(lines[at].lstrip(" "))
    for line in range(at - 1, max(at - LINES_AT_MOST, -1), -1):
        text = lines[line]
        if not text.strip():
            continue
        if len(text) - len(text.lstrip(" ")) < depth:
            match = OPENS.match(text)
            return match is not None and match["key"] in text_keys()
    return False


def last_of_text(opens: int, column: int, lines: Lines[str]) -> int:
    """The last line of the text that begins at the line ``opens`` with a key in ``column``."""
    last = opens
    for line in range(opens + 1, min(opens + LINES_AT_MOST, len(lines))):
        text = lines[line]
        if not text.strip():
            continue
        if len(text) - len(text.lstrip(" ")) <= column:
            break
        last = line
    return last
