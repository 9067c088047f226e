"""HTML of links, and of sentences with links in them.

This is Python and not a template because links are by far the commonest thing on a page, and because the rule of which
addresses a link may have must hold in every theme. It refuses addresses that a browser could run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from parley.model.page import Foreign, Link, Piece, Words
from parley.render.escaping import as_html, escaped
from parley.words.labels import direction
from parley.words.tongue import spoken

CLASSES = {"cite", "term"}
SAFE = re.compile(r"https?:|mailto:|[^:]*(?:[/?#]|$)", re.IGNORECASE)


def safe_url(address: str) -> str:
    """``address`` if it is relative or begins with http, https or mailto; else nothing.

    A colon before the first slash, question mark or hash makes a scheme (RFC 3986, 3.1), whatever white space or
    control character a browser may overlook in it; so every other scheme is refused, not a list of bad ones.
    """
    return address if ":" not in address or SAFE.match(address) else ""


def link_html(link: Link) -> Markup:
    """``<a>`` for ``link``; an actor's name is isolated (``<bdi>``), a citation in prose is raised (``<sup>``).

    A citation and a term of the glossary have a class of that name.
    """
    return as_html(_link(link))


def links_html(links: Iterable[Link]) -> Markup:
    """Several links with commas between them."""
    return as_html(", ".join([_link(link) for link in links]))


def words_html(words: Words) -> Markup:
    """A sentence: its text escaped, its links as ``<a>``."""
    return as_html("".join([escaped(part) if type(part) is str else _piece(part) for part in words]))


def lang_html(lang: str) -> Markup:
    """The attributes of an element whose text is in ``lang`` (a tag): it, and the direction where the page runs the
    other way (WCAG 2.2, 3.1.2). Nothing for no language."""
    return as_html(_attributes(spoken().code, lang) if lang else "")


@lru_cache(maxsize=256)
def _attributes(page: str, lang: str) -> str:
    way = direction(lang)
    return f' lang="{escaped(lang)}"' + (f' dir="{way}"' if way != direction(page) else "")


def _piece(part: Piece) -> str:
    """A piece of a sentence."""
    if isinstance(part, Link):
        return _link(part)
    return f"<span{lang_html(part.lang)}>{escaped(part.text)}</span>" if isinstance(part, Foreign) else escaped(part)


def _link(link: Link) -> str:
    text, kind = escaped(link.text), link.kind
    if kind == "actor":
        text = f"<bdi>{text}</bdi>"
    extra = f' class="{kind}"' if kind in CLASSES else ""
    if link.lang:
        extra += lang_html(link.lang)
    if link.title:
        extra += f' title="{escaped(link.title)}"'
    html = f'<a{extra} href="{escaped(safe_url(link.href))}">{text}</a>'
    return f"<sup>{html}</sup>" if kind == "cite" else html
