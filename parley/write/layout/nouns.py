"""What a layout is made of: entries with their values as typed, and the comments that belong to each."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Line:
    """A comment as typed, with the spaces before it where it stands behind something."""

    text: str
    blank: bool = False  # whether a blank line stands above it
    gap: str = "  "


@dataclass
class Entry:
    """A key with its value, or one item of a list (``key`` is empty). ``name`` is the key as it is read."""

    key: str
    start: int
    column: int
    value: Scalar | Block
    above: list[Line] = field(default_factory=list)
    behind: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)  # of a key without a value: what stands in the value's place
    blank: bool = False
    parent: Block | None = None
    name: str = ""


@dataclass
class Scalar:
    """A value as typed; ``below`` where it begins on a later line than its key."""

    text: str
    start: int
    end: int
    below: bool = False
    column: int = 0  # that of its first sign
    bare: bool = False  # a text below a bar, at the end of a file that ends without a line end
    style: str = ""  # ``|`` or ``>``, a quotation mark, or nothing

    @property
    def block(self) -> bool:
        """Whether it is a text below a bar, whose lines mean what their indentation says."""
        return self.style in ("|", ">")

    @property
    def keeps(self) -> bool:
        """Whether the blank lines below it are part of it (``|+``)."""
        return self.block and "+" in self.text[:3]

    @property
    def ends_line(self) -> bool:
        """Whether the end of its last line is part of it (``|``, but not ``|-``)."""
        return self.block and "-" not in self.text[:3]


@dataclass
class Block:
    """A map or a list; ``flow`` where it is typed in brackets."""

    kind: str
    flow: bool
    start: int
    end: int
    column: int
    entries: list[Entry] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    owner: Entry | None = None


@dataclass
class Layout:
    """A whole text: what stands above its first entry for good, the map or list itself, and what ends the document
    (``...`` and what follows it)."""

    head: str
    root: Block
    gap: bool = False  # whether a blank line parts the head from the rest
    foot: str = ""
