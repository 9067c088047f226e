"""What comes to light while one file is read: its problems, what it mentions by id, and where everything stands."""

from __future__ import annotations

from collections.abc import Hashable
from sys import intern
from typing import Any, TypeVar

import msgspec

from parley.model.brief import Reference
from parley.model.keys import Kind
from parley.model.link_addresses import MAY_LEAD, astray
from parley.model.mentions import Mention, mentions
from parley.model.problem import Mend, Place, Problem, quoted
from parley.read.nodes import Node, Scalar
from parley.read.wording import what

H = TypeVar("H", bound=Hashable)
NO_MEND = Mend()
MENTIONED = {"actor": Kind.ACTOR, "brief": Kind.BRIEF, "proposal": Kind.PROPOSAL, "source": Kind.SOURCE}


class Reading(msgspec.Struct):
    """The notes on one file. ``slug`` is empty for files that are no briefs."""

    file: str
    lines: list[str]
    slug: str = ""
    time_zone: str = "UTC"
    problems: list[Problem] = []
    references: list[Reference] = []
    places: dict[str, tuple[int, int]] = {}
    suspected: set[str] = set()  # words that would be ids if they stood where they belong
    for_later: set[Problem] = set()  # problems that a draft may have
    unread: set[str] = set()  # keys whose maps by id could not be read: what they define is not known
    said: dict[Hashable, Any] = {}  # ids and lists of ids, each by itself: those who say the same share one object

    def tell(self, node: Node, code: str, found: str, expected: str, mend: Mend = NO_MEND) -> None:
        """Note an error at ``node``."""
        self.problems.append(Problem(Place(self.file, node.line, node.column), code, found, expected, mend=mend))

    def tell_not_a(self, node: Node, code: str, name: str, expected: str, mend: Mend = NO_MEND) -> None:
        """Note that ``node``, which messages call ``name``, is not what it should be, unless something is told of it
        already."""
        if not node.refused:
            self.tell(node, code, f"{name} is {what(node)}", expected, mend)

    def allow_in_drafts(self) -> None:
        """Note that the last problem keeps no draft from being shown."""
        self.for_later.add(self.problems[-1])

    def full(self, reference: str) -> str:
        """``reference`` as a full id: with this brief's slug where it has none."""
        return self.once(reference if "/" in reference else f"{self.slug}/{reference}")

    def once(self, value: H) -> H:
        """``value``, or the first that was equal to it in this file: what is said often is kept once."""
        found: H = self.said.setdefault(value, value)
        return found

    def mention(self, kind: Kind, reference: str, line: int, column: int) -> str:
        """Note that ``reference`` is mentioned, and return the full id that it means."""
        # Actors are shared by many briefs, so that their ids are the same object in all of them.
        to = intern(reference) if kind is Kind.ACTOR or kind is Kind.BRIEF else self.full(reference)
        self.references.append(Reference(kind, to, line, column))
        return to

    def links(self, text: str, node: Scalar) -> None:
        """Note what the prose at ``node`` refers to, and tell of links that lead where none may, each at its line."""
        self._mentions(text, node)
        line, column = node.line, node.column
        for address, _ in astray(text):
            line, column = self._place(address, line, column, node.end) or (line, column)
            self.tell(Scalar(address, line, column, line), "bad-link", f"a link to {quoted(address)}", MAY_LEAD)
            column += 1

    def _mentions(self, text: str, node: Scalar) -> None:
        line, column = node.line, node.column
        lost = False  # an escaped text is not found as it was typed, so the rest is not looked for
        for mention in mentions(text):
            typed = text[mention.start : mention.end].partition("|")[0]
            if not lost and (place := self._place(typed.split()[0], line, column, node.end)):
                line, column = place
            else:
                lost = True
            if fault := _fault(mention, text):
                self.tell(Scalar(typed, line, column, line), "bad-link", *fault)
            else:
                self.mention(MENTIONED[mention.kind], mention.target, line, column)
            column += 1  # so that the next mention of the same is found behind this one

    def _place(self, typed: str, line: int, column: int, end: int) -> tuple[int, int] | None:
        """Where ``typed`` stands next, from a line and column on and up to the line ``end``."""
        for at in range(line - 1, min(end, len(self.lines))):
            found = self.lines[at].find(typed, column - 1 if at == line - 1 else 0)
            if found >= 0:
                return at + 1, found + 1
        return None


def _fault(mention: Mention, text: str) -> tuple[str, str] | None:
    """What is wrong with the form of a mention in ``text``, and what would be right."""
    if mention.target and mention.kind != "unknown":
        return None
    typed = quoted(text[mention.start : mention.end])
    if mention.text.startswith("[["):
        typed = quoted(text[mention.start : mention.start + 30].partition("\n")[0])
        return f'{typed}, which is never closed by "]]"', "close it, or write \\[[ for two plain brackets"
    if mention.kind == "source" and not mention.target:
        return f"{typed}, a citation of nothing", "write [^source-id]"
    what = "a link of an unknown sort" if mention.target else "a link to nothing"
    return f"{typed}, {what}", "write [[actor-id]], [[brief:its-name]] or [[proposal:its-id]]"
