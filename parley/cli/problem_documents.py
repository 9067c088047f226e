"""``docs/problems.md`` and the folder beside it: every entry of the catalogue, with examples as Parley tells them.

The heading of an entry is its code, so that every host of Markdown makes the same anchor of it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.cli.example import told_of
from parley.write.catalogue.collected import FAMILIES, Family
from parley.write.catalogue.entry import Entry
from parley.write.catalogue.examples import right_lines, wrong_files, wrong_lines

if TYPE_CHECKING:
    from parley.model.problem import Problem

HEAD = """\
# When Parley complains

Everything that Parley may say about your files, by the code that stands in brackets behind each message. An **error**
keeps the site from being published; with a **warning** it is published all the same. `parley explain CODE` tells the
same in the terminal.

Most examples are about one small brief, on who pays for a bridge. Made by `parley explain --markdown`.
"""
FOLDER = "problems"
MOST, WIDEST = 10, 100  # lines of an example, and letters of a line


def problems_documents() -> dict[str, str]:
    """The documents as Markdown, by their path below docs/: one for each family, and an index of them."""
    found = {f"{FOLDER}/{family.name}.md": "".join(_family(family)) for family in FAMILIES}
    return {f"{FOLDER}.md": "".join([HEAD, *_contents()]), **found}


def _contents() -> Iterator[str]:
    for family in FAMILIES:
        links = ", ".join(f"[{entry.code}]({FOLDER}/{family.name}.md#{entry.code})" for entry in family.entries)
        yield f"\n{_paragraph(f'**[{family.title}]({FOLDER}/{family.name}.md):** {links}')}\n"


def _family(family: Family) -> Iterator[str]:
    yield f"# {family.title}\n\nMessages of this kind, by their code. [All of them](../{FOLDER}.md).\n"
    for entry in family.entries:
        yield f"\n## {entry.code}\n\n{_paragraph(f'**{entry.title}.** {entry.says}')}\n"
        if entry.wrong:
            yield from _example(entry)


def _example(entry: Entry) -> Iterator[str]:
    with told_of(wrong_files(entry)) as (root, problems):
        messages = [_message(problem).replace(f"{root.as_posix()}/", "") for problem in problems]
    yield f"\nIn `{entry.file}`:\n\n{_fenced(wrong_lines(entry)[1])}"
    yield "\n" + "".join(f"> {message}\n" for message in messages)
    lines = right_lines(entry)
    if entry.renamed:
        yield (
            f"\nRight: the same text in `{entry.renamed}`.\n"
            if entry.right == entry.wrong
            else (f"\nRight: in `{entry.renamed}`.\n")
        )
    elif entry.encoding != "utf-8":
        yield "\nRight: the same text, saved as UTF-8.\n"
    elif lines:
        yield f"\nRight:\n\n{_fenced(lines)}"
    else:
        yield "\nRight: without the file.\n"


def _message(problem: Problem) -> str:
    """The message, with the signs of Markdown in it as they are."""
    text = f"{problem.severity}: {problem.found}; {problem.expected}"
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in text)


def _paragraph(text: str) -> str:
    """``text`` in lines of the length that the other documents have."""
    return textwrap.fill(text, 120, break_long_words=False, break_on_hyphens=False)


def _fenced(lines: list[str]) -> str:
    shown = [line if len(line) <= WIDEST else f"{line[:WIDEST]}…" for line in lines[:MOST]]
    more = ["…"] if len(lines) > MOST else []
    return "".join(["```yaml\n", *(f"{line}\n" for line in shown + more), "```\n"])
