"""The bones of a Markdown page, by its lines: title, headings, code, tables and links. Nothing is rendered here.

A page is parted so that each part can be shown by a component of its own: code that scrolls, tables that keep their
columns, headings that can be linked to. What is left between them is prose as briefs have it, and is made safe in the
same place. Understood are headings with ``#``, fenced code (with more words after the language: its name), tables with
pipes, and links of the form ``[words](address)``, as GitHub shows them (github.github.com/gfm), so that the same file
can be read there.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec

from parley.model.mentions import code_spans

HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*([^`\n]*)")
ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
RULE = re.compile(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")
CELL = re.compile(r"(?<!\\)\|")
LINK = re.compile(r"(?<!\\)\]\([ \t]*(?P<target>[^\s()<>]+)(?:[ \t]+\"[^\"\n]*\")?[ \t]*\)")
APART = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*\S+", re.MULTILINE)
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")
SIGNS = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|[`*]|\\(?=[^\w\s])")
UNLINKED = re.compile(r"[^\w\- ]")


class Code(msgspec.Struct, frozen=True):
    """A fenced block: its language, the words after it, and its text; ``line`` is that of its first line of text."""

    lang: str
    name: str
    text: str
    line: int


class Grid(msgspec.Struct, frozen=True):
    """A table of Markdown texts, its head first."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Heading(msgspec.Struct, frozen=True):
    """A heading of the second or third level, with the anchor that it is linked to by."""

    level: int
    text: str
    anchor: str


Block = str | Code | Grid | Heading


def title_of(text: str) -> tuple[str, int]:
    """The title that ``text`` begins with and the number of its line; empty where the first line is no title."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            match = HEADING.fullmatch(line)
            return (match[2], number) if match and len(match[1]) == 1 else ("", number)
    return "", 1


def blocks(text: str) -> Iterator[Block]:
    """The parts of ``text`` in their order; prose keeps its lines. Headings of the first level count as second."""
    lines, used = text.split("\n"), Counter[str]()
    prose: list[str] = []
    at = 0
    while at < len(lines):
        found, after = _block(lines, at, used)
        if found is None:
            prose.append(lines[at])
            at += 1
            continue
        if "".join(prose).strip():
            yield "\n".join(prose).strip("\n")
        prose = []
        yield found
        at = after
    if "".join(prose).strip():
        yield "\n".join(prose).strip("\n")


def _block(lines: list[str], at: int, used: Counter[str]) -> tuple[Code | Grid | Heading | None, int]:
    """What begins at a line that is no prose, and the line after it."""
    if match := FENCE.fullmatch(lines[at]):
        return _code(lines, at, match)
    if (match := HEADING.fullmatch(lines[at])) and len(match[1]) <= 3 and plain(match[2]):
        return Heading(max(2, len(match[1])), match[2], _anchor(match[2], used)), at + 1
    if ROW.fullmatch(lines[at]) and at + 1 < len(lines) and RULE.fullmatch(lines[at + 1]):
        end = next((n for n in range(at + 2, len(lines)) if not ROW.fullmatch(lines[n])), len(lines))
        head = _cells(lines[at])
        rows = (_cells(line) for line in lines[at + 2 : end])
        return Grid(head, tuple((row + ("",) * len(head))[: len(head)] for row in rows)), end
    return None, at


def _code(lines: list[str], at: int, match: re.Match[str]) -> tuple[Code, int]:
    """The code that a fence opens, up to the fence that closes it or the end of the page."""
    close = re.compile(rf"{re.escape(match[1])}{match[1][0]}*[ \t]*")
    end = next((n for n in range(at + 1, len(lines)) if close.fullmatch(lines[n])), len(lines))
    lang, _, name = match[2].strip().partition(" ")
    return Code(lang, name.strip(), "\n".join(lines[at + 1 : end]), at + 2), end + 1


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip()[1:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in CELL.split(inner))


def _anchor(title: str, used: Counter[str]) -> str:
    """The anchor of a heading as GitHub makes it: lower case, hyphens for blanks, a number where there are two."""
    name = UNLINKED.sub("", plain(title).lower()).strip().replace(" ", "-") or "part"
    used[name] += 1
    return name if used[name] == 1 else f"{name}-{used[name] - 1}"


def plain(text: str) -> str:
    """One paragraph of Markdown without its signs."""
    return " ".join(SIGNS.sub(lambda found: found[1] or "", text).split())


class Found(msgspec.Struct, frozen=True):
    """Something in a text, from ``start`` to ``end``: a link's address, a link whose address stands apart from its
    words, or a tag of HTML."""

    kind: Literal["link", "apart", "tag"]
    text: str
    start: int
    end: int


def found_in(text: str) -> Iterator[Found]:
    """The links and tags of ``text``, in their order; what stands in code is none."""
    bare = without_code(text)
    found = [Found("link", m["target"], m.start("target"), m.end("target")) for m in LINK.finditer(bare)]
    found += [Found("apart", m[0].strip(), m.start(), m.end()) for m in APART.finditer(bare)]
    found += [Found("tag", m[0], m.start(), m.end()) for m in TAG.finditer(bare)]
    return iter(sorted(found, key=lambda each: each.start))


def without_code(text: str) -> str:
    """``text`` with blanks for its code, as long as before and with the same lines."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        match = FENCE.fullmatch(lines[at])
        after = _code(lines, at, match)[1] if match else at + 1
        if match or lines[at].startswith("    "):
            for n in range(at, min(after, len(lines))):
                lines[n] = " " * len(lines[n])
        at = after
    bare = "\n".join(lines)
    parts, done = [], 0
    for start, end in sorted(code_spans(bare).items()):
        if start >= done:
            parts += [bare[done:start], re.sub(r"[^\n]", " ", bare[start:end])]
            done = end
    return "".join([*parts, bare[done:]])
