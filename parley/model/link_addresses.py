"""Where the links of a text may lead: to the web, to a mailbox, or to a place of the site itself. Nowhere else.

What is refused here is told to whoever wrote it, at its place. That a page never has such a link, whatever was found
here, is the sanitiser's work (``render/prose.py``), by the same list.
"""

import html
import re
from collections.abc import Iterator

from parley.model.markdown import without_code

SCHEMES = frozenset({"http", "https", "mailto"})
MAY_LEAD = "links lead to addresses that begin with https://, http:// or mailto:, or to a page of the site"
GIVEN = re.compile(
    r"(?<!\\)\]\(\s*<?\s*(?P<inline>[^\s<>]+)"  # [words](address)
    r"|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<apart>[^\s<>]+)"  # [name]: address
    r"|<(?P<bare>ftps?://[^\s<>]*)",
    re.MULTILINE | re.IGNORECASE,
)
IGNORED = re.compile(r"[\t\n\r]|^[\0- ]+")  # by browsers (URL Standard, 4.4)
SCHEME = re.compile(r"([^/?#\\]*?):")


def may_lead(address: str) -> bool:
    """Whether a link may lead to ``address``, as it is typed in Markdown."""
    read = IGNORED.sub("", html.unescape(address))
    scheme = SCHEME.match(read)
    return not read.startswith(("//", "\\")) and (scheme is None or scheme[1].lower() in SCHEMES)


def astray(text: str) -> Iterator[tuple[str, int]]:
    """The addresses in the prose ``text`` to which no link may lead, as they are typed, each with where it stands."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return
    for found in GIVEN.finditer(without_code(text)):
        kind = str(found.lastgroup)
        address = found[kind]
        if kind == "inline" and address.count(")") > address.count("("):
            address = address.rpartition(")")[0]
        if not may_lead(address):
            yield address, found.start(kind)
