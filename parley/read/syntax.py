"""YAML's own complaints, in words for someone who has never seen YAML, with the mend where it can be told.

What YAML says is often said about a later line than the one to mend, so the lines just above are looked at first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import yaml

from parley.model.problem import quoted
from parley.read.known_keys import every_key

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KEY_LINE = re.compile(r"^(?P<lead>\s*(?:- +)*(?P<key>[\w-]+): +)(?P<value>\S.*)$")
ITEM_LINE = re.compile(r"^(?P<lead>\s*- +)(?P<value>\S.*)$")
NO_SPACE = re.compile(r"^\s*(?:- +)*(?P<key>[a-z_-]+):(?P<value>[^\s/].*)$")
WIDE_COLON = re.compile(r"^\s*(?:- +)*(?P<key>[a-z_-]+) ?(?P<colon>\uff1a) *(?P<value>\S.*)$")
NO_DASH_SPACE = re.compile(r"^(?P<indent> *)-(?P<rest>(?P<key>[a-z_]+):(?: .*)?)$")
BLOCK = re.compile(r"[|>][-+]?\d?(?:\s+#.*)?|#.*")
PAIRS = {"[": "]", "{": "}"}
SPECIAL = {
    "@": "an at sign",
    "`": "a backtick",
    "%": "a percent sign",
    "*": "an asterisk",
    "&": "an ampersand",
    "!": "an exclamation mark",
    "[": "a square bracket",
    "]": "a square bracket",
    "{": "a brace",
    "}": "a brace",
    "|": "a bar",
    ">": "a greater-than sign",
    ",": "a comma",
    "- ": "a dash",
    "? ": "a question mark",
}


class Fault(msgspec.Struct, frozen=True):
    """What is wrong, and where the mend belongs, counted from 0."""

    code: str
    found: str
    expected: str
    line: int
    column: int


def syntax_fault(error: yaml.MarkedYAMLError, lines: list[str]) -> Fault:
    """What ``error`` means for the writer of ``lines``; the place is where the mend belongs."""
    return next(filter(None, _faults(error, lines)))


def escape_fault(lines: list[str]) -> Fault:
    """An escape for a character that does not exist, at the first one that is long enough for that."""
    at = next((at for at, line in enumerate(lines) if "\\U" in line), 0)
    return _escape(at, max(lines[at].find("\\U"), 0))


def _faults(error: yaml.MarkedYAMLError, lines: list[str]) -> Iterator[Fault | None]:
    """What may be meant, the surest first; the last one always fits."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    near = _near(line, lines)
    if line >= len(lines) or not lines[line].strip():  # at the end: the last line with something on it is shown
        line, column = near[0] if near else 0, 0
    yield from (_indent(at, lines[at]) for at in near)
    yield _quote(error, line, column)
    yield _swallowing(line, lines)
    yield from (_value(at, lines[at]) for at in near)
    yield from (_colon(at, lines[at]) for at in near)
    yield from (_dash(at, lines[at]) for at in near)
    yield _bracket(error, lines)
    yield _no_colon(error, line, lines)
    found = f"{quoted(_line(lines, line))}, which does not fit the lines above it"
    expected = "align it with its neighbours; what belongs to a key is indented by two spaces"
    yield Fault("indentation", found, expected, line, column)


def _indent(at: int, line: str) -> Fault | None:
    indent = line[: len(line) - len(line.lstrip())]
    odd = indent.strip(" ")
    if not odd:
        return None
    what = "a tab" if odd[0] == "\t" else f"a space of another sort (U+{ord(odd[0]):04X})"
    expected = "indent with plain spaces, two for each step"
    return Fault("tab", f"{what} in the indentation", expected, at, indent.index(odd[0]))


def _quote(error: yaml.MarkedYAMLError, line: int, column: int) -> Fault | None:
    said = error.problem or ""
    if "scalar" not in (error.context or "") or not error.context_mark:
        return None
    if "escape" in said or "hex" in said:
        return _escape(line, column)
    if "quoted" not in (error.context or ""):
        return None
    return _open_quote(error.context_mark.line, error.context_mark.column)


def _escape(at: int, column: int) -> Fault:
    found = "a backslash in double quotes with a letter that means nothing there"
    return Fault("bad-escape", found, "use single quotes, or write two backslashes", at, column)


def _open_quote(at: int, column: int) -> Fault:
    return Fault("open-quote", "a quotation mark that is never closed", "close it with the same mark", at, column)


def _swallowing(line: int, lines: list[str]) -> Fault | None:
    """A quoted text that ends where YAML complains and has lines with keys inside: its own mark is missing."""
    for token in _tokens(lines):
        if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
            first, last = token.start_mark.line, token.end_mark.line
            if line - 1 <= last <= line and any(KEY_LINE.match(inner) for inner in lines[first + 1 : last + 1]):
                return _open_quote(first, token.start_mark.column)
    return None


def _value(at: int, line: str) -> Fault | None:
    """A text that YAML can't take as it stands, with the same text in quotes."""
    match = KEY_LINE.match(line) or ITEM_LINE.match(line)
    if not match or (match.re is ITEM_LINE and match["value"].startswith("- ")):  # a list in a list
        return None
    if not (fault := _value_fault(match["value"])):
        return None
    return Fault(*fault, at, len(match["lead"]))


def _colon(at: int, line: str) -> Fault | None:
    if match := NO_SPACE.match(line):
        found, code, column = f"{quoted(line)}, a colon without a space after it", "no-space", match.start("value")
    elif match := WIDE_COLON.match(line):
        found, code, column = f"{quoted(line)}, a wide colon", "wide-colon", match.start("colon")
    else:
        return None
    return Fault(code, found, "write a plain colon and a space", at, column)


def _dash(at: int, line: str) -> Fault | None:
    match = NO_DASH_SPACE.match(line)
    if not match or match["key"] not in every_key():
        return None
    found = f"{quoted(line)}, a dash without a space after it"
    return Fault("no-space", found, "write a dash and a space", at, len(match["indent"]))


def _bracket(error: yaml.MarkedYAMLError, lines: list[str]) -> Fault | None:
    """The innermost bracket that is still open where YAML complains of what stands between brackets."""
    if "flow " not in f"{error.context} {error.problem}":
        return None
    opened = []
    for token in _tokens(lines):
        if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
            opened.append(token)
        elif isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)) and opened:
            opened.pop()
    if not opened:
        return None
    last = opened[-1]
    closing = "]" if isinstance(last, yaml.FlowSequenceStartToken) else "}"
    expected = f'close it with "{closing}", or put the text in quotes'
    return Fault(
        "open-bracket", "a bracket that is never closed", expected, last.start_mark.line, last.start_mark.column
    )


def _tokens(lines: list[str]) -> Iterator[yaml.Token]:
    """The words of a text as YAML sees them, up to the one that it can't read."""
    try:
        yield from yaml.scan("\n".join(lines), Loader=LOADER)
    except (yaml.YAMLError, ValueError, OverflowError):
        return  # the complaint itself, met again


def _no_colon(error: yaml.MarkedYAMLError, line: int, lines: list[str]) -> Fault | None:
    if "could not find expected ':'" not in (error.problem or ""):
        return None
    at = error.context_mark.line if error.context_mark else line
    expected = 'write "key: value", or indent it to belong to the text above'
    return Fault("no-colon", f"{quoted(_line(lines, at))}, a line without a colon", expected, at, 0)


def _near(line: int, lines: list[str]) -> list[int]:
    """The line complained of and the two before it that have text: YAML often notices a fault only on the next line."""
    found = []
    for at in range(min(line, len(lines) - 1), -1, -1):
        if lines[at].strip():
            found.append(at)
        if len(found) == 3:
            break
    return found


def _value_fault(value: str) -> tuple[str, str, str] | None:
    """(code, found, expected) for a value that YAML can't take as text."""
    first = value[0]
    if first in "\"'":
        closing = re.match(r'"(?:[^"\\]|\\.)*"' if first == '"' else r"'(?:[^']|'')*'", value)
        if closing and (rest := value[closing.end() :].strip()) and not rest.startswith("#"):
            return "early-quote", "text after the closing quotation mark", "put the whole text in quotes"
        return None
    if BLOCK.fullmatch(value):
        return None
    if first in "[{" and (_balanced(value) or _unclosed(value)):
        return None
    if special := SPECIAL.get(first) or SPECIAL.get(value[:2]):
        return "special-start", f"text that begins with {special}", "put it in quotes"
    if ": " in value or value.endswith(":"):
        return "second-colon", 'a second ": " in one line', "put the text in quotes"
    return None


def _balanced(value: str) -> bool:
    closing = PAIRS[value[0]]
    return value.rstrip().endswith(closing) and value.count(value[0]) == value.count(closing)


def _unclosed(value: str) -> bool:
    return value.count(value[0]) > value.count(PAIRS[value[0]])


def _line(lines: list[str], at: int) -> str:
    return lines[at] if 0 <= at < len(lines) else ""
