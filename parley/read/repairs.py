"""How a line that YAML can't read may be meant: for the mend that is shown, and so that the rest can be read on.

Each is only a proposal. Whoever asks tries them and keeps one that makes the fault go away (:mod:`parley.read.tree`).
A repair changes lines and never adds or takes away one, so that all that is found below stands where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Lines

import msgspec

from parley.model.problem import Mend
from parley.model.typed import in_quotes
from parley.read.known_keys import every_key, text_keys
from parley.read.mends import without_remark
from parley.read.syntax import ITEM_LINE, KEY_LINE, NO_DASH_SPACE, NO_SPACE, WIDE_COLON, Fault

OPENS = re.compile(r"^(?P<lead>(?P<indent> *)(?:- +)*(?P<key>[\w-]+):)(?: +(?P<value>\S.*))?$")
NO_COLON = re.compile(r"^(?P<lead> *(?:- +)*)(?P<key>[a-z_]+)(?: *= *| +)(?P<value>\S.*)$")
GAP = re.compile(r",(?:\s*,)+")
TABBED = re.compile(r"[ \t]*")
LEAD = re.compile(r" *(?:- +)*")
SMART = {"“": "”", "„": "“", "‘": "’", "«": "»"}
LINES_AT_MOST = 200  # of a text that begins without its bar


class Repair(msgspec.Struct, frozen=True):
    """``lines`` by their number (from 0) as they are read on with; ``mend`` as it is shown. ``sure``: nothing else can
    be meant."""

    lines: dict[int, str]
    mend: Mend
    sure: bool = True
    fault: Fault | None = None  # what is wrong, where that is now clearer than by YAML's complaint


def repairs(fault: Fault, lines: Lines[str]) -> Iterator[Repair]:
    """What the lines around ``fault`` may be meant to be, the likeliest first."""
    at = fault.line
    if at >= len(lines):
        return
    if fault.code in ("second-colon", "no-colon", "indentation", "special-start", "no-space"):
        yield from _without_bar(at, lines)
        yield from _too_far_out(at, lines)
    match fault.code:
        case "second-colon" | "special-start" | "early-quote" | "open-quote" | "bad-escape" | "open-bracket":
            yield from _requoted(fault, lines)
        case "no-space" | "wide-colon":
            yield from _with_colon(at, lines)
            yield from _with_dash(at, lines)
        case "no-colon":
            yield from _with_known_key(at, lines)
            yield from _moved(at, lines)
        case "tab" | "indentation":
            yield from _without_gap(at, lines)
            yield from _moved(at, lines)


def one_line(at: int, text: str, *, sure: bool = True) -> Repair:
    """The repair that makes ``text`` of the line ``at`` (from 0)."""
    return Repair({at: text}, Mend(at + 1, at + 1, text), sure)


def _requoted(fault: Fault, lines: Lines[str]) -> Iterator[Repair]:
    at, line = fault.line, lines[fault.line]
    match = KEY_LINE.match(line) or ITEM_LINE.match(line)
    if not match:
        return
    lead, value = match["lead"], match["value"].rstrip()
    if fault.code == "open-bracket":
        if _last_of_text(at, len(line) - len(line.lstrip(" ")), lines) > at:
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


def _without_bar(at: int, lines: Lines[str]) -> Iterator[Repair]:
    """A text of several lines whose key lacks the bar behind it, or that stands too far out below the bar."""
    opens = _opening(at, lines)
    if opens is None:
        return
    match = OPENS.match(lines[opens])
    assert match
    value = (match["value"] or "").rstrip()
    if match["key"] not in text_keys() or " #" in value or (value and value[0] in "\"'#"):
        return
    last = _last_of_text(opens, len(match["lead"]) - len(match["key"]) - 1, lines)
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


def _too_far_out(at: int, lines: Lines[str]) -> Iterator[Repair]:
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


def _with_dash(at: int, lines: Lines[str]) -> Iterator[Repair]:
    if match := NO_DASH_SPACE.match(lines[at]):
        yield one_line(at, f"{match['indent']}- {match['rest']}")


def _without_gap(at: int, lines: Lines[str]) -> Iterator[Repair]:
    """A list between brackets without the commas between which nothing stands."""
    if GAP.search(lines[at]) and "[" in lines[at]:
        yield one_line(at, GAP.sub(",", lines[at]))


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


def _last_of_text(opens: int, column: int, lines: Lines[str]) -> int:
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


def _moved(at: int, lines: Lines[str]) -> Iterator[Repair]:
    """The line ``at``, or it and those that go with it, further in or out: where its neighbours stand."""
    text = lines[at].lstrip()
    indent = len(lines[at]) - len(text)
    if not text:
        return
    odd = lines[at][:indent].strip(" ") != ""
    if odd:
        yield from _without_tabs(at, lines)
    for depth in _depths(at, lines):
        if depth == indent and not odd:
            continue
        moved = {at: " " * depth + text}
        yield one_line(at, moved[at], sure=False)
        below = _going_with(at, indent, lines)
        if below > at and not odd:
            block = {line: _shifted(lines[line], depth - indent) for line in range(at, below + 1)}
            shown = "\n".join(block[line] for line in range(at, below + 1))
            yield Repair(block, Mend(at + 1, below + 1, shown), sure=False)


def _without_tabs(at: int, lines: Lines[str]) -> Iterator[Repair]:
    """All lines from ``at`` on whose indentation has tabs, with spaces."""
    tabbed = [line for line in range(at, len(lines)) if "\t" in TABBED.match(lines[line])[0]]  # type: ignore[index]
    if len(tabbed) < 2:
        return
    for width in (2, 4):
        changed = {line: _expanded(lines[line], width) for line in tabbed}
        last = tabbed[-1]
        shown = "\n".join(changed.get(line, lines[line]) for line in range(at, last + 1))
        yield Repair(changed, Mend(at + 1, last + 1, shown), sure=False)


def _expanded(line: str, width: int) -> str:
    text = line.lstrip()
    return " " * (line[: len(line) - len(text)].count("\t") * width + line[: len(line) - len(text)].count(" ")) + text


def _depths(at: int, lines: Lines[str]) -> list[int]:
    """How far in the line ``at`` may stand: as the lines around it do."""
    found: list[int] = []
    above = next((line for line in reversed(lines[:at]) if line.strip() and not line.lstrip().startswith("#")), "")
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    for line in (above, below):
        lead = LEAD.match(line)
        if line and lead and "\t" not in line[: len(line) - len(line.lstrip())]:
            outer = len(line) - len(line.lstrip(" "))
            found += [len(lead[0]), outer]
            if line is above and line.rstrip().endswith((":", "|", ">", "|-", ">-")):
                found.insert(0, len(lead[0]) + 2)
    return list(dict.fromkeys([*found, *_further_out(at, lines)]))


def _further_out(at: int, lines: Lines[str]) -> Iterator[int]:
    """How far in those lines stand that the line ``at`` may be below."""
    depth = 1000
    for line in reversed(lines[max(at - LINES_AT_MOST, 0) : at]):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and indent < depth and "\t" not in line[: indent + 1]:
            depth = indent
            yield indent


def _going_with(at: int, indent: int, lines: Lines[str]) -> int:
    """The last of the lines below ``at`` that stand as far in or further, up to the next item."""
    last = at
    for line in range(at + 1, len(lines)):
        text = lines[line]
        if not text.strip():
            continue
        depth = len(text) - len(text.lstrip(" "))
        if depth < indent or (depth == indent and text.lstrip().startswith("- ")):
            break
        last = line
    return last


def _shifted(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[-by:] if not line[:-by].strip() else line
