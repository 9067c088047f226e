"""``explain`` tells what a code means, with an example; without a code, which there are."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.telling import painted, show

if TYPE_CHECKING:
    from parley.cli.forms.look import Look
    from parley.site import Order
    from parley.write.catalogue.entry import Entry

INDENT = "  "


def explain(_order: Order, wish: argparse.Namespace) -> int:
    """Print one entry of the catalogue or the list of all, or write the documents."""
    import sys

    from parley.cli.forms.look import look
    from parley.write.catalogue.collected import FAMILIES, catalogue

    if wish.markdown:
        return _documents(Path(wish.markdown))
    if not wish.code:
        for family in FAMILIES:
            show(family.title)
            for entry in family.entries:
                show(f"{INDENT}{entry.code:24} {entry.title}")
            show()
        show(f"One of them with an example: {_called()} explain {FAMILIES[1].entries[0].code}")
    else:
        code = wish.code.strip("[]").lower()
        if code not in catalogue():
            raise WrongUse(_unknown(wish.code, code))
        for line in _entry(catalogue()[code], look(sys.stdout)):
            painted(line)
    return 0


def _documents(folder: Path) -> int:
    """Write the documents below ``folder``, and take away those of families that are no more."""
    from parley.cli.problem_documents import FOLDER, problems_documents

    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    found = problems_documents()
    for name, text in found.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for path in (folder / FOLDER).glob("*.md"):
        if f"{FOLDER}/{path.name}" not in found:
            path.unlink()
    show(f"{len(found)} documents in {folder}")
    return 0


def _unknown(typed: str, code: str) -> str:
    from parley.read.nearest import nearest
    from parley.write.catalogue.collected import catalogue

    near = nearest(code, catalogue())
    meant = f'did you mean "{near}"? Type: {_called()} explain {near}' if near else f"see all: {_called()} explain"
    return f'there is no code "{typed}"; {meant}'


def _called() -> str:
    from parley.cli.called import called

    return called()


def _entry(entry: Entry, look: Look) -> Iterator[str]:
    from parley.cli.forms.columns import wrapped

    yield from wrapped(f"{entry.title} [{entry.code}]", look.width, INDENT)
    yield ""
    yield from wrapped(entry.says, look.width)
    if entry.wrong:
        yield from _example(entry, look)


def _example(entry: Entry, look: Look) -> Iterator[str]:
    from parley.cli.example import told_of
    from parley.cli.excerpts import Excerpts
    from parley.cli.forms.terminal import shown
    from parley.write.catalogue.examples import right_lines, wrong_files

    yield "\nFor example:\n"
    with told_of(wrong_files(entry)) as (root, problems):
        for problem in problems:
            yield from textwrap.indent("\n".join(shown(problem, Excerpts(root), look)), INDENT).split("\n")
    lines = right_lines(entry)
    if entry.renamed:
        yield f"\nRight: the file is {entry.renamed}"
    elif not lines:
        yield "\nRight: the file is gone"
    elif entry.encoding != "utf-8":
        yield "\nRight: the same text, saved as UTF-8"
    else:
        yield "\nRight:\n"
        yield from (f"{INDENT}{line}".rstrip() for line in lines)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", metavar="CODE", help="the word in brackets behind a message")
    parser.add_argument("--markdown", metavar="DIR", help="write all of them into a folder as documents (docs/)")


EXPLAIN = Command("explain", "tell what a message means, with an example", explain, _arguments, of_a_site=False)
