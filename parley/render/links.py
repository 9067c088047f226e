"""HTML of links, and of sentences with links in them.

This is Python and not a template because links are by far the commonest thing on a page, and because the rule of which
addresses a link may have must hold in every theme. It refuses addresses that a browser could run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from parley.model.page import Link, Words

SAFE = re.compile(r"https?:|mailto:|[^:]*(?:[/?#]|$)", re.IGNORECASE)


def safe_url(address: str) -> str:
    """``address`` if it is relative or begins with http, https or mailto; else nothing.

    A colon before the first slash, question mark or hash makes a scheme (RFC 3986, 3.1), whatever white space or
    control character a browser may overlook in it; so every other scheme is refused, not a list of bad ones.
    """
    return address if SAFE.match(address) else ""


def link_html(link: Link) -> Markup:
    """``<a>`` for ``link``; an actor's name is isolated (``<bdi>``), a citation in prose is raised (``<sup>``).

    A citation and a term of the glossary have a class of that name.
    """
    text: str = escape(link.text)
    if link.kind == "actor":
        text = f"<bdi>{text}</bdi>"
    extra = f' class="{link.kind}"' if link.kind in ("cite", "term") else ""
    if link.lang:
        extra += f' lang="{escape(link.lang)}"'
    if link.title:
        extra += f' title="{escape(link.title)}"'
    html = f'<a{extra} href="{escape(safe_url(link.href))}">{text}</a>'
    return Markup(f"<sup>{html}</sup>" if link.kind == "cite" else html)


def links_html(links: Iterable[Link]) -> Markup:
    """Several links with commas between them."""
    return Markup(", ".join(link_html(link) for link in links))


def words_html(words: Words) -> Markup:
    """A sentence: its text escaped, its links as ``<a>``."""
    return Markup("".join(escape(part) if isinstance(part, str) else link_html(part) for part in words))
