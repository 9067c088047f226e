"""Moves as Markdown, for a pull request: a table of answers and statuses, and lists of the rest.

All that comes from the content is escaped: it must neither be taken for Markdown or HTML nor call upon people or other
pull requests (``@``, ``#``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.cli.moves_told import Sides, groups, notes, summary
from parley.model.move import Move
from parley.model.page import plain
from parley.words.answer_moves import stand_words
from parley.words.keyed_moves import details
from parley.words.labels import STATUS
from parley.words.moves import told
from parley.words.named import Named

SIGNS = {sign: f"\\{sign}" for sign in "\\`*_[]|~$"} | {sign: f"&#{ord(sign)};" for sign in "&<>@#"}
LEADING = re.compile(r"^(\d*)([-+=.)])")  # would begin a list, or make a heading of the line above
LINKING = re.compile(r"(?<=:)//|(?<=www)\.", re.IGNORECASE)  # GitHub makes links of bare addresses
TABLED = frozenset((("status", "changed"), ("position", "changed"), ("answer", "added")))


def as_markdown(sides: Sides) -> str:
    """The moves as GitHub-flavoured Markdown."""
    blocks = [f"## What moved\n\n{escaped(sides.headline)}. {escaped(summary(sides.comparison))}"]
    for title, file, moves in groups(sides):
        blocks.append(f"### {escaped(title)}" + (f"\n\n{_code(file)}" if file else ""))
        rows = [row for move in moves if (row := _row(move, sides.names))]
        if rows:
            blocks.append("\n".join(["| Answer or status | was | is now |", "|---|---|---|", *rows]))
        rest = [line for move in moves if not _row(move, sides.names) for line in _lines(move, sides.names)]
        if rest:
            blocks.append("\n".join(rest))
    if warnings := sides.comparison.warnings:
        lines = [
            f"- {_code(str(warning.place))} {escaped(warning.found)}; {escaped(warning.expected)}"
            for warning in warnings
        ]
        blocks.append("\n".join(["### Changed without a correction", "", *lines]))
    blocks += [f"> {escaped(note)}" for note in notes(sides)]
    return "\n\n".join(blocks)


def escaped(text: str) -> str:
    """``text`` as Markdown shows it, sign by sign, in one line."""
    line = "".join(SIGNS.get(sign, sign) for sign in " ".join(text.split()))
    line = LINKING.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), line)
    return LEADING.sub(lambda match: f"{match[1]}\\{match[2]}", line)


def _code(name: str) -> str:
    """``name`` as code; as text where it would end the code and begin something else."""
    return escaped(name) if "`" in name else f"`{name}`"


def _row(move: Move, names: Named) -> str:
    """A row of the table of answers and statuses; empty for what is told in a sentence."""
    if (move.thing, move.how) not in TABLED:
        return ""
    if move.thing == "status":
        cells = (f"Status of “{names.proposal(move.item)}”", STATUS[move.was.status], STATUS[move.now.status])
    else:
        cells = stand_words(move, names)
    return f"| {' | '.join(escaped(cell) for cell in cells)} |" if cells[2] else ""


def _lines(move: Move, names: Named) -> Iterator[str]:
    yield f"- {escaped(plain(told(move, names)))}"
    for when, sentence in details(move):
        yield f"  - {when}: {escaped(sentence)}"
