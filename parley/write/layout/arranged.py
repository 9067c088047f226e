"""A text with its keys in the order of the format, in blocks indented by two, and every comment at what it belongs to.

Values stay as typed. What is in brackets becomes a block, but a list of plain values that fits on the line. Blank lines
stay where they are typed, one at a time; the large blocks of a brief have one above and below.
"""

from __future__ import annotations

from parley.model.keys import Noun
from parley.model.schema import Field, shape
from parley.write.layout.entries import Block, Entry, Line, NotKnown, Scalar, layout
from parley.write.layout.order import in_order
from parley.write.layout.outside import ends_line
from parley.write.layout.shifted import STEP, scalar_lines

WIDTH = 100
GLUE = "\0"  # at the end of a line below which a blank one would be part of the text above; no text can hold this sign
Meant = type[Noun] | Field | None  # what a value is: a record, the value of a key, or nothing that is known


def arranged(text: str, meant: Meant) -> str:
    """``text`` (line ends as ``\\n``), the record or map of records that ``meant`` says, as it should be typed. A text
    without a line end at its end stays so.

    Raises ``yaml.YAMLError`` where it can't be read or be put in order.
    """
    found = layout(text)
    if found is None or not found.root.entries:
        return text
    lines = _block(found.root, 0, meant, top=True)
    end = _end(text, _last(found.root, None, typed=True), _last(found.root, meant, typed=False))
    if found.head:
        lines = [found.head, *([""] if found.gap else []), *lines]
    if found.foot:
        lines.append(found.foot)
    return "\n".join(lines).replace(GLUE, "") + end


def _end(text: str, was: Scalar | None, now: Scalar | None) -> str:
    """The line end at the end, or none where none was typed and none is part of a value."""
    if was and was.bare and was.ends_line and was is not now:
        raise NotKnown("its last line has no line end; go to the end of the file and press Enter")
    needed = now and now.ends_line and now is not was
    return "\n" if needed or ends_line(text) else ""


def _last(block: Block, meant: Meant, *, typed: bool) -> Scalar | None:
    """The scalar that a block ends with, as ``typed`` or in order; none where it ends with a comment."""
    if block.tail or not block.entries:
        return None
    entry = (block.entries if typed else _in_order(block, meant))[-1]
    if isinstance(entry.value, Scalar):
        return None if entry.below else entry.value
    return _last(entry.value, _meant(entry, block, meant), typed=typed)


def _block(block: Block, indent: int, meant: Meant, *, top: bool = False) -> list[str]:
    """The lines of ``block`` with its entries at the column ``indent``."""
    noun = _noun_of(block, meant)
    lines: list[str] = []
    large = False
    for entry in _in_order(block, meant):
        made = _entry(entry, indent, _meant(entry, block, meant))
        was, large = large, top and noun is not None and _large(entry, made)
        above = _comments(entry.above, indent)
        first_blank = entry.above[0].blank if entry.above else entry.blank
        if first_blank or was or large:
            _blank(lines)
        lines += above[1:] if above and not above[0] else above
        if entry.blank and entry.above:
            _blank(lines)
        lines += made
    tail = _comments(block.tail, indent)
    if tail and not tail[0]:
        _blank(lines)
        tail = tail[1:]
    return [*lines, *tail]


def _in_order(block: Block, meant: Meant) -> list[Entry]:
    noun = _noun_of(block, meant)
    if noun is None or block.kind != "map":
        return block.entries
    return [block.entries[at] for at in in_order([entry.name for entry in block.entries], noun)]


def _blank(lines: list[str]) -> None:
    """Add a blank line, but never a second one, or at the beginning, or where it would become part of a text."""
    if lines and lines[-1] and not lines[-1].endswith(GLUE):
        lines.append("")


def _comments(lines: list[Line], indent: int) -> list[str]:
    found: list[str] = []
    for line in lines:
        found += ["", " " * indent + line.text] if line.blank else [" " * indent + line.text]
    return found


def _large(entry: Entry, lines: list[str]) -> bool:
    """Whether a blank line sets the entry apart: a map or list of several lines, or prose in paragraphs."""
    if isinstance(entry.value, Scalar):
        return entry.value.style == "|"
    return len(lines) > 1


def _entry(entry: Entry, indent: int, meant: Meant) -> list[str]:
    """The lines of one entry, without the comments above it; those that find no place behind it come above."""
    lead = " " * indent + (f"{entry.key}:" if entry.key else "-")
    value = entry.value
    if isinstance(value, Scalar):
        return _with_scalar(entry, value, lead, indent)
    if not value.entries:
        inside = [" " * indent + line.text for line in value.tail]
        return [*inside, *_closed(entry, f"{lead} {'[]' if value.kind == 'list' else '{}'}", indent)]
    if kept := _on_one_line(value, len(lead) + 1):
        return _closed(entry, f"{lead} {kept}", indent)
    inner = _block(value, indent + STEP, meant)
    if entry.key:
        return [*_closed(entry, lead, indent), *inner]
    return _item(entry, inner, lead, indent)


def _item(entry: Entry, inner: list[str], lead: str, indent: int) -> list[str]:
    """The lines of a map or list that is an item: its first entry stands behind the dash, and what stands above that
    entry above the dash."""
    above = [" " * indent + line.text for line in entry.behind]
    first = next(at for at, line in enumerate(inner) if line and not line.lstrip(" ").startswith("#"))
    above += [" " * indent + line.lstrip(" ") for line in inner[:first] if line]
    return [*above, f"{lead} {inner[first][indent + STEP :]}", *inner[first + 1 :]]


def _closed(entry: Entry, line: str, indent: int) -> list[str]:
    """``line`` with the comment behind it; further comments stand above."""
    if not entry.behind:
        return [line]
    *others, last = entry.behind
    gap = "  " if entry.parent and entry.parent.flow else last.gap
    return [*(" " * indent + other.text for other in others), f"{line}{gap}{last.text}"]


def _with_scalar(entry: Entry, value: Scalar, lead: str, indent: int) -> list[str]:
    if not value.text:
        return [*_closed(entry, lead, indent), *_comments(entry.below, indent + STEP)]
    lines = scalar_lines(entry, value, indent)
    if value.below and not value.block:
        lines = [lead, " " * (indent + STEP) + lines[0], *lines[1:]]
    else:
        lines[0] = f"{lead} {lines[0]}"
    if value.keeps:
        lines[-1] += GLUE
    *all_but, last = lines
    *above, last = _closed(entry, last, indent)
    return [*above, *all_but, last]


def _on_one_line(block: Block, column: int) -> str:
    """A list of plain values as typed in brackets that stays so; else nothing."""
    if not block.flow or block.tail or block.kind == "map":
        return ""
    if any(entry.above or entry.behind for entry in block.entries):
        return ""
    values = [entry.value for entry in block.entries]
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
        return shape(noun).fields.get(entry.name) if block.kind == "map" else None
    if isinstance(meant, Field) and meant.form in ("records", "record-map"):
        return meant.noun
    return None
