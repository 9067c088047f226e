"""A text with its keys in the order of the format, in blocks indented by two, and every comment at what it belongs to.

Values stay as typed. What is in brackets becomes a block, but a list of plain values that fits on the line. Blank lines
stay where they are typed, one at a time; the large blocks of a brief have one above and below.
"""

from __future__ import annotations

import re

from parley.model.keys import Noun
from parley.model.schema import Field, shape
from parley.write.layout.entries import Block, Entry, Line, Scalar, layout
from parley.write.layout.order import in_order

WIDTH = 100
STEP = 2
Meant = type[Noun] | Field | None  # what a value is: a record, the value of a key, or nothing that is known


def arranged(text: str, meant: Meant) -> str:
    """``text`` (line ends as ``\\n``), the record or map of records that ``meant`` says, as it should be typed.

    Raises ``yaml.YAMLError`` where it can't be read.
    """
    found = layout(text)
    if found is None or not found.root.entries:
        return text
    lines = _block(found.root, 0, meant, top=True)
    head = [found.head, *([] if _ends_tight(found.head) else [""])] if found.head else []
    return "\n".join([*head, *lines]).rstrip("\n") + _end(text, lines)


def _ends_tight(head: str) -> bool:
    """Whether the first entry follows at once: below a modeline alone, or the mark of a document."""
    last = head.rpartition("\n")[2]
    return last.startswith(("# yaml-language-server:", "---"))


def _end(text: str, lines: list[str]) -> str:
    """The line ends at the end: those of a text that keeps them, else one."""
    kept = len(lines) - len("\n".join(lines).rstrip("\n").split("\n"))
    return "\n" * (kept + 1) if lines and text.endswith("\n") else "\n"


def _block(block: Block, indent: int, meant: Meant, *, top: bool = False) -> list[str]:
    """The lines of ``block`` with its entries at the column ``indent``."""
    entries = block.entries
    noun = _noun_of(block, meant)
    if noun and block.kind == "map":
        entries = [entries[at] for at in in_order([_bare(entry.key) for entry in entries], noun)]
    lines: list[str] = []
    large = False
    for entry in entries:
        made = _entry(entry, indent, _meant(entry, block, meant))
        was, large = large, top and noun is not None and _large(entry, made)
        above = [*_comments(entry.above, indent)]
        if entry.blank and above and entry.above:
            above.append("")
        first_blank = bool(entry.above[0].blank) if entry.above else entry.blank
        if lines and (first_blank or was or large) and lines[-1] != "":
            lines.append("")
        while above and above[0] == "":
            above.pop(0)
        lines += [*above, *made]
    tail = _comments(block.tail, indent)
    return [*lines, *tail]


def _comments(lines: list[Line], indent: int) -> list[str]:
    found: list[str] = []
    for line in lines:
        found += ["", " " * indent + line.text] if line.blank else [" " * indent + line.text]
    return found


def _large(entry: Entry, lines: list[str]) -> bool:
    """Whether a blank line sets the entry apart: a map or list of several lines, or prose in paragraphs."""
    if isinstance(entry.value, Scalar):
        return entry.value.text.startswith("|")
    return len(lines) > 1


def _entry(entry: Entry, indent: int, meant: Meant) -> list[str]:
    """The lines of one entry, without the comments above it; those that find no place behind it come above."""
    lead = " " * indent + (f"{entry.key}:" if entry.key else "-")
    value = entry.value
    if isinstance(value, Scalar):
        return _with_scalar(entry, value, lead, indent)
    if kept := _on_one_line(value, len(lead) + 1):
        return _closed(entry, f"{lead} {kept}", indent)
    inner = _block(value, indent + STEP, meant)
    if entry.key:
        return [*_closed(entry, lead, indent), *inner]
    above = [f"{' ' * indent}{line.text}" for line in entry.behind]
    while inner and (not inner[0].strip() or inner[0].lstrip().startswith("#")):
        comment = inner.pop(0).strip()
        above += [" " * indent + comment] if comment else []
    if inner:
        inner[0] = f"{lead} {inner[0][indent + STEP :]}"
    return [*above, *inner]


def _closed(entry: Entry, line: str, indent: int) -> list[str]:
    """``line`` with the comment behind it; further comments stand above."""
    if not entry.behind:
        return [line]
    *others, last = entry.behind
    gap = "  " if entry.parent and entry.parent.flow else last.gap
    return [*(" " * indent + other.text for other in others), f"{line}{gap}{last.text}"]


def _with_scalar(entry: Entry, value: Scalar, lead: str, indent: int) -> list[str]:
    if not value.text:
        return _closed(entry, lead, indent)
    flow = bool(entry.parent and entry.parent.flow)
    first, *rest = value.text.split("\n")
    if rest and (flow or entry.column != indent):
        if first[0] in "|>":
            rest = [_shifted(line, indent - entry.column) for line in rest]
        else:
            rest = [" " * (indent + STEP) + line.strip(" \t") if line.strip(" \t") else "" for line in rest]
    begin = [lead, " " * (indent + STEP) + first] if value.below else [f"{lead} {first}"]
    *all_but, last = [*begin, *rest]
    closed = _closed(entry, last, indent)
    return [*closed[:-1], *all_but, closed[-1]]


def _shifted(line: str, by: int) -> str:
    if by >= 0:
        return " " * by + line if line else line
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _on_one_line(block: Block, column: int) -> str:
    """A list as typed in brackets that stays so, or an empty map or list; else nothing."""
    if not block.flow or block.tail:
        return ""
    if not block.entries:
        return "[]" if block.kind == "list" else "{}"
    values = [entry.value for entry in block.entries]
    if block.kind == "map" or any(entry.above or entry.behind for entry in block.entries):
        return ""
    texts = [value.text for value in values if isinstance(value, Scalar) and "\n" not in value.text]
    line = f"[{', '.join(texts)}]"
    return line if len(texts) == len(values) and column + len(line) <= WIDTH else ""


def _noun_of(block: Block, meant: Meant) -> type[Noun] | None:
    """The noun whose keys are those of ``block`` itself."""
    if isinstance(meant, Field):
        return meant.noun if meant.form == "record" and block.kind == "map" else None
    return meant


def _meant(entry: Entry, block: Block, meant: Meant) -> Meant:
    """What the value of ``entry`` of ``block`` is."""
    if noun := _noun_of(block, meant):
        return shape(noun).fields.get(_bare(entry.key)) if block.kind == "map" else None
    if isinstance(meant, Field) and meant.form in ("records", "record-map"):
        return meant.noun
    return None


def _bare(key: str) -> str:
    return re.sub(r"""^(["'])(.*)\1$""", r"\2", key)
