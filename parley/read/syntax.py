"""YAML's own complaints, in words for someone who has never seen YAML, with the mend where it can be told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parley.model.problem import Place, Problem

if TYPE_CHECKING:
    import yaml

KEY_LINE = re.compile(r"^(?P<lead>\s*(?:- +)*(?P<key>[\w-]+): +)(?P<value>\S.*)$")
ITEM_LINE = re.compile(r"^(?P<lead>\s*- +)(?P<value>\S.*)$")
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
}
NO_SPACE = re.compile(r"^\s*(?:- +)*(?P<key>[a-z_-]+):(?P<value>[^\s/].*)$")


def syntax_problem(error: yaml.MarkedYAMLError, file: str, lines: list[str]) -> Problem:
    """What ``error`` means for the writer of ``lines``; the place is where the mend belongs."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    said = " ".join(filter(None, (error.context, error.problem)))

    def told(code: str, found: str, expected: str, at: int, column: int) -> Problem:
        return Problem(Place(file, at + 1, column + 1), code, found, expected)

    for at in _near(line, lines):
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        if "\t" in indent:
            return told(
                "tab", "a tab in the indentation", "indent with spaces, two for each step", at, indent.index("\t")
            )
    if "quoted scalar" in said and error.context_mark:
        start = error.context_mark
        return told(
            "open-quote",
            "a quotation mark that is never closed",
            "close it with the same mark",
            start.line,
            start.column,
        )
    for at in _near(line, lines):
        match = KEY_LINE.match(lines[at]) or ITEM_LINE.match(lines[at])
        if not match:
            continue
        value, lead = match["value"], match["lead"]
        if fault := _value_fault(value):
            code, found, expected = fault
            return told(code, found, f"{expected}: {lead.strip()} {_quoted(value)}", at, len(lead))
    for at in _near(line, lines):
        if match := NO_SPACE.match(lines[at]):
            expected = f"put a space after the colon: {match['key']}: {_clip(match['value'])}"
            return told(
                "no-space",
                f'"{_clip(lines[at])}", a colon without a space after it',
                expected,
                at,
                match.start("value"),
            )
    if "flow sequence" in said or "flow mapping" in said:
        opened = error.context_mark or error.problem_mark
        bracket = "]" if "sequence" in said else "}"
        return told(
            "open-bracket",
            "a bracket that is never closed",
            f'close it with "{bracket}", or put the text in quotes',
            opened.line if opened else line,
            opened.column if opened else column,
        )
    if "could not find expected ':'" in said:
        at = error.context_mark.line if error.context_mark else line
        return told(
            "no-colon",
            f'"{_clip(lines[at])}", a line without a colon',
            'write "key: value", or indent it to belong to the text above',
            at,
            0,
        )
    return told(
        "indentation",
        f'"{_clip(_line(lines, line))}", which does not fit the lines above it',
        "align it with its neighbours; what belongs to a key is indented by two spaces",
        line,
        column,
    )


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
    if value in ("|", ">", "|-", ">-", "|+", ">+") or value.startswith("#"):
        return None
    if first in "[{":
        if _balanced(value):
            return None
        return "special-start", f"text that begins with {SPECIAL[first]}", "put it in quotes"
    if first in SPECIAL:
        return "special-start", f"text that begins with {SPECIAL[first]}", "put it in quotes"
    if ": " in value or value.endswith(":"):
        return "second-colon", 'a second ": " in one line', "put the text in quotes"
    return None


def _balanced(value: str) -> bool:
    pairs = {"[": "]", "{": "}"}
    return value.rstrip().endswith(pairs[value[0]]) and value.count(value[0]) == value.count(pairs[value[0]])


def _quoted(value: str) -> str:
    """``value`` as one quoted text, by the quotes that need the least escaping."""
    inner = value.strip()
    if len(inner) > 90:
        inner = inner[:87] + "..."
    if '"' not in inner and "\\" not in inner:
        return f'"{inner}"'
    return "'" + inner.replace("'", "''") + "'"


def _line(lines: list[str], at: int) -> str:
    return lines[at] if 0 <= at < len(lines) else ""


def _clip(line: str) -> str:
    text = line.strip()
    return text if len(text) <= 60 else text[:57] + "..."
