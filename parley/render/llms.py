"""The view of ``llms.txt`` -> Markdown in the order that llmstxt.org asks for.

This is Python and not a template because the escaping is that of Markdown: a text keeps to its line, makes no link, no
HTML and no heading, and the words of a link hold no brackets, which simple readers take for its end.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

BRACKETS = str.maketrans("[]", "()")
MARKS = str.maketrans({"\\": "\\\\", "<": "&lt;", "[": "\\[", "]": "\\]"})


def llms_txt(view: Any) -> bytes:
    """``view`` (an ``LlmsView``) as Markdown."""
    parts = [f"# {_line(view.name)}", f"> {_line(view.summary)}"]
    if view.notes:
        parts.append("\n".join(f"- {_line(note)}" for note in view.notes))
    for section in view.sections:
        links = "\n".join(_link(link) for link in section.links)
        parts.append(f"## {_line(section.title)}\n\n{links}")
    return ("\n\n".join(parts) + "\n").encode("utf-8", "ignore")


def _link(link: Any) -> str:
    """One line of a list: ``- [name](url): note``."""
    name = _line(link.name.translate(BRACKETS))
    address = quote(link.url, safe=":/?#@!$&'*+,;=%~-._")
    return f"- [{name}]({address}): {_line(link.note)}" if link.note else f"- [{name}]({address})"


def _line(text: str) -> str:
    """``text`` in one line, with nothing in it that Markdown would make a link or HTML of."""
    return " ".join(text.translate(MARKS).split())
