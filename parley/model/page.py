"""A page before it is rendered: where it goes, which template it takes, and the view that is all the template may see.

Also the small values that every view is made of: links, sentences with links in them, and prose.
"""

from typing import Literal

import msgspec

from parley.model.keys import Noun

MARK = "\ue000", "\ue001"  # around the number of a link inside prose; private-use characters, refused in sources

LinkKind = Literal["", "actor", "brief", "proposal", "step", "topic", "cite", "source", "term"]


class Link(Noun, frozen=True, kw_only=True):
    """Words that lead somewhere. ``href`` is relative to the page that holds the link."""

    text: str
    href: str
    kind: LinkKind = ""
    lang: str = ""
    title: str = ""


class Foreign(Noun, frozen=True, kw_only=True):
    """Words in another language than the page's."""

    text: str
    lang: str


Piece = str | Link | Foreign
Words = tuple[Piece, ...]  # one sentence: plain text with links in it


class Prose(Noun, frozen=True, kw_only=True):
    """Markdown from a brief, whose references are marks (``MARK``) that number ``links``."""

    text: str = ""
    links: tuple[Link, ...] = ()
    lang: str = ""  # where it differs from the page's

    def __bool__(self) -> bool:
        return bool(self.text)


class Page(Noun, frozen=True, kw_only=True):
    """One file of the site: ``path`` below the output folder, the template's name, its view, and the language in which
    it speaks to readers (a tag; empty: English)."""

    path: str
    template: str
    view: msgspec.Struct
    lang: str = ""


Value = str | int | bool | tuple[str, ...] | None


class Table(Noun, frozen=True, kw_only=True):
    """Rows of data for machines. A cell is text, a number, yes or no, a list of texts, or ``None`` for nothing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def plain(words: Words) -> str:
    """The text of a sentence without its links."""
    return "".join(part if isinstance(part, str) else part.text for part in words)


def plain_prose(prose: Prose) -> str:
    """Prose in one line, without its links, for places where nothing can link; the numbers of citations go."""
    text = prose.text
    for at, link in enumerate(prose.links):
        text = text.replace(f"{MARK[0]}{at}{MARK[1]}", "" if link.kind == "cite" else link.text)
    return " ".join(text.split())
