"""How a line that YAML can't read may be meant: for the mend that is shown, and so that the rest can be read on.

Each is only a proposal. Whoever asks tries them and keeps one that makes the fault go away (:mod:`parley.read.tree`).
A repair changes lines and never adds or takes away one, so that all that is found below stands where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Lines

from parley.model.typed import in_quotes
from parley.read.bars import last_of_text, too_far_out, without_bar
from parley.read.indents import moved
from parley.read.known_keys import every_key, text_keys
from parley.read.mends import without_remark
from parley.read.repair import Repair, one_line
from parley.read.syntax import ITEM_LINE, KEY_LINE, NO_DASH_SPACE, NO_SPACE, WIDE_COLON, Fault

NO_COLON = re.compile(r"^(?P<lead> *(?:- +)*)(?P<key>[a-z_]+)(?: *= *| +)(?P<value>\S.*)$")
GAP = re.compile(r",(?:\s*,)+")
SMART = {"“": "”", "„": "“", "‘": "’", "«": "»"}


def repairs(fault: Fault, lines: Lines[str]) -> Iterator[Repair]:
    """What the lines around ``fault`` may be meant to be, the likeliest first."""
    at = fault.line
    if at >= len(lines):
        return
    if fault.code in ("second-colon", "no-colon", "indentation", "special-start", "no-space"):
        yield from without_bar(at, lines)
        yield from too_far_out(at, lines)
    match fault.code:
        case "second-colon" | "special-start" | "early-quote" | "open-quote" | "bad-escape" | "open-bracket":
            yield from _requoted(fault, lines)
        case "no-space" | "wide-colon":
            yield from _with_colon(at, lines)
            yield from _with_dash(at, lines)
        case "no-colon":
            yield from _with_known_key(at, lines)
            yield from moved(at, lines)
        case "tab" | "indentation":
            yield from _without_gap(at, lines)
            yield from moved(at, lines)


def _requoted(fault: Fault, lines: Lines[str]) -> Iterator[Repair]:
    at, line = fault.line, lines[fault.line]
    match = KEY_LINE.match(line) or ITEM_LINE.match(line)
    if not match:
        return
    lead, value = match["lead"], match["value"].rstrip()
    if fault.code == "open-bracket":
        if last_of_text(at, len(line) - len(line.lstrip(" ")), lines) > at:
            return  # it goes on below, and nobody knows where it ends
        if match.re is not KEY_LINE or match["key"] not in text_keys():
            bare, remark = without_remark(value)
            closing = "]" if bare[0] == "[" else "}"
            yield one_line(at, f"{lead}{bare}{closing}{remark}", sure=bare.count(bare[0]) == 1)
        bare, remark = without_remark(value)
        yield one_line(at, f"{lead}{in_quotes(bare)}{remark}", sure=False)
    elif value[0] in "\"'":
        yield from (one_line(at, lead + text) for text in _quoted_anew(value))
    else:
        bare, remark = without_remark(value)
        if SMART.get(bare[0]) == bare[-1] and len(bare) > 2:
            bare = bare[1:-1]
        yield one_line(at, f"{lead}{in_quotes(bare)}{remark}")


def _quoted_anew(value: str) -> Iterator[str]:
    """A value that begins with a quotation mark that ends too early, never, or holds a backslash that means nothing."""
    mark = value[0]
    ends = re.search(r"[\"'](?=(?:\s+#.*)?$)", value[1:])
    if ends and ends[0] == mark:
        inner, behind = value[1 : 1 + ends.start()], value[2 + ends.start() :]
        if mark == '"' and "\\" in inner and re.search(r'\\["\\/]', inner):
            return  # some of the backslashes do mean something
        yield in_quotes(inner) + behind
        return
    bare, remark = without_remark(value)
    if mark not in bare[1:]:
        yield in_quotes(bare[1:]) + remark  # the closing one was forgotten
    else:
        yield in_quotes(bare) + remark  # a word at the beginning was put in quotes


def _with_colon(at: int, lines: Lines[str]) -> Iterator[Repair]:
    line = lines[at]
    match = NO_SPACE.match(line) or WIDE_COLON.match(line)
    if match and (match.re is WIDE_COLON or match["key"] in every_key()):
        yield one_line(at, f"{line[: match.end('key')]}: {match['value']}")


def _with_known_key(at: int, lines: Lines[str]) -> Iterator[Repair]:
    match = NO_COLON.match(lines[at])
    if match and match["key"] in every_key():
        yield one_line(at, f"{match['lead']}{match['key']}: {match['value']}")


def _with_dash(at: int, lines: Lines[str]) -> Iterator[Repair]:
    if match := NO_DASH_SPACE.match(lines[at]):
        yield one_line(at, f"{match['indent']}- {match['rest']}")


def _without_gap(at: int, lines: Lines[str]) -> Iterator[Repair]:
    """A list between brackets without the commas between which nothing stands."""
    if GAP.search(lines[at]) and "[" in lines[at]:
        yield one_line(at, GAP.sub(",", lines[at]))
