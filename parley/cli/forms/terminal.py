"""Problems for people at a terminal: what is wrong, the lines around it with a caret under the place, and the mend.

Colour only repeats what words and signs say: "error", "^", "-" and "+"; what is to be read stands in the terminal's own
colour. Of the colours that every terminal has, yellow and blue are left out, which vanish on a light or a dark ground.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from parley.cli.forms.columns import cells, width, wrapped

if TYPE_CHECKING:
    from parley.cli.excerpts import Excerpt, Excerpts
    from parley.cli.forms.look import Look
    from parley.model.problem import Mend, Problem

MOST = 50  # problems in full on a screen; the others are counted by file
MOST_FILES = 10  # files that are named in that count
BOLD, RED, GREEN, MAGENTA = "1", "31", "32", "35"
HELP = "help: "
CUT = "…"


def terminal(problems: Sequence[Problem], excerpts: Excerpts, look: Look, called: str) -> Iterator[str]:
    """The lines to print for ``problems``. ``called`` is how this program is called."""
    whole = problems[:MOST] if look.screen else problems
    for problem in whole:
        yield from shown(problem, excerpts, look)
        yield ""
    if rest := problems[len(whole) :]:
        yield from _counted(rest)
        yield ""
    if problems:
        code = next((problem.code for problem in problems if problem.severity == "error"), problems[0].code)
        yield from wrapped(f"More about a code in brackets: {called} explain {code}", look.width)


def shown(problem: Problem, excerpts: Excerpts, look: Look) -> Iterator[str]:
    """The lines to print for one problem."""
    colour = RED if problem.severity == "error" else MAGENTA
    place, severity = f"{_shown(str(problem.place), look)}:", f"{problem.severity}:"
    head = list(wrapped(f"{place} {severity} {_shown(problem.found, look)} [{problem.code}]", look.width, "  "))
    head[0] = _painted_head(head[0], place, severity, colour, look)
    yield from head
    found = excerpts.around(problem)
    last = max([line.number for line in found.lines] if found else [], default=0)
    margin = max(len(str(max(last, problem.mend.last))) + 2, 4)
    if found:
        yield from _excerpt(found, margin, colour, look)
    help_ = list(wrapped(HELP + _shown(problem.expected, look), look.width, " " * len(HELP)))
    yield _painted(HELP.rstrip(), BOLD, look) + help_[0][len(HELP.rstrip()) :]
    yield from help_[1:]
    if problem.mend:
        yield from _mend(problem.mend, excerpts.lines(problem.place.file), margin, look)


def _painted_head(line: str, place: str, severity: str, colour: str, look: Look) -> str:
    painted = f"{_painted(place, BOLD, look)} {_painted(severity, f'{BOLD};{colour}', look)}"
    return line.replace(f"{place} {severity}", painted, 1)


def _excerpt(found: Excerpt, margin: int, colour: str, look: Look) -> Iterator[str]:
    room = look.width - margin - 3
    for line in found.lines:
        place = found.column if line.number == found.line else 0
        if not place and not line.text.strip():
            continue
        text, before = _cut(cells(line.text, look.encoding), place, room)
        yield f"{line.number:>{margin}} | {text}".rstrip()
        if place:
            yield f"{'':{margin}} | {' ' * before}{_painted('^', f'{BOLD};{colour}', look)}"


def _cut(pieces: list[str], place: int, room: int) -> tuple[str, int]:
    """As much of a line as there is ``room`` for, with the character ``place`` (from 1; 0: any) in it; and how many
    columns stand before that character."""
    at = max(place - 1, 0)
    begin, end = 0, len(pieces)
    widths = [width(piece) for piece in pieces]
    if sum(widths) > room:
        taken = 1  # for the sign at the end
        if sum(widths[: at + 1]) + taken > room:
            begin, left = at, room * 2 // 3 - 1
            while begin > 0 and (left := left - widths[begin - 1]) >= 0:
                begin -= 1
            taken += 1
        end = begin
        while end < len(pieces) and (taken := taken + widths[end]) <= room:
            end += 1
    head, tail = CUT if begin else "", CUT if end < len(pieces) else ""
    while begin and begin < at and widths[begin] == 0:  # a mark without its letter
        begin += 1
    while at > begin and at < len(pieces) and widths[at] == 0:  # the letter that a mark is on
        at -= 1
    return head + "".join(pieces[begin:end]) + tail, width(head) + sum(widths[begin:at])


def _mend(mend: Mend, lines: Sequence[str], margin: int, look: Look) -> Iterator[str]:
    """The lines as they are and as they would be right; lines that stay the same are left out."""
    room = look.width - margin - 3
    was, now = list(lines[mend.first - 1 : mend.last]), mend.text.split("\n")
    head = _same(was, now)
    tail = _same(was[head:][::-1], now[head:][::-1])
    for sign, colour, text in (("-", RED, was), ("+", GREEN, now)):
        for number, line in enumerate(text[head : len(text) - tail], mend.first + head):
            cut, _ = _cut(cells(line, look.encoding), _difference(was, now) if len(was) == len(now) == 1 else 0, room)
            yield f"{number:>{margin}} {_painted(sign, f'{BOLD};{colour}', look)} {cut}".rstrip()


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines (or characters) both begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _difference(was: list[str], now: list[str]) -> int:
    """Where a changed line begins to differ (from 1)."""
    return _same(was[0], now[0]) + 1


def _counted(rest: Iterable[Problem]) -> Iterator[str]:
    """How many problems are not shown, by file."""
    by_file = Counter("".join(cells(problem.place.file)) for problem in rest)
    yield f"... and {by_file.total():,} more; mend those above first:"
    for file, number in list(by_file.items())[:MOST_FILES]:
        yield f"{number:>6,} in {file}"
    if len(by_file) > MOST_FILES:
        yield f"{sum(list(by_file.values())[MOST_FILES:]):>6,} in {len(by_file) - MOST_FILES:,} other files"


def _shown(text: str, look: Look) -> str:
    """``text`` as this terminal can show it; a tab is no more than a space in a message."""
    return "".join(cells(text.replace("\t", " "), look.encoding))


def _painted(text: str, colour: str, look: Look) -> str:
    return f"\033[{colour}m{text}\033[0m" if look.colour else text
