"""HTML of prose: Markdown from a brief, made safe, with its references put in as links.

Python-Markdown reads it, nh3 then lets through only what prose needs, and last of all the marks become links, which
therefore never pass through Markdown. HTML in prose is shown as text. Pictures, tables, ids and classes are refused.
Most prose holds no Markdown at all, or just emphasis by stars; that is told by three patterns and set directly, with
the very same result.
"""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import AutomailInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from parley.model.link_addresses import SCHEMES
from parley.model.page import MARK, Link, Prose
from parley.render.emphasis import Emphasis
from parley.render.links import link_html
from parley.render.markdown_links import Links, References, ShortReferences

TAGS = {"p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "h3", "h4", "h5", "h6", "a", "hr"}
HTML_READERS = ("html", "entity", "image_link", "image_reference", "short_image_ref")
BLOCKS = ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Past so many signs a text is set as typed: reading takes time that grows with the square of their number.
MOST_BRACKETS, MOST_SIGNS, MOST_BLOCKS = 400, 2_000, 1_000
# So deep in quotes and lists, reading could end at Python's limit of recursion, sooner or later by who asks.
DEEP = re.compile(r"^(?:>|[ \t]|[*+-][ \t]|\d+\.[ \t]){60}", re.MULTILINE)

OPENS = re.compile(r"^[ \t>]*(?:[-=+*_#>]|\d+\.)", re.MULTILINE | re.ASCII)  # an item, a quote, a heading, a line
# How Python-Markdown notes a sign behind a backslash; it forgets to put it back where that becomes a part of code.
ESCAPED = re.compile("\x02(\\d+)\x03")
SIGNS = re.compile(r"[\\`*_<]")
BLANKS = re.compile(r"[ \t\r\n]+")
MARKED = re.compile(f"{MARK[0]}(\\d+){MARK[1]}")
STRAY = re.compile(f"[{MARK[0]}{MARK[1]}]")
# Markdown's own, but for marks, which it would spell as numbers of characters that are marks again in the end.
AUTOMAIL = rf"<([^<> !{MARK[0]}{MARK[1]}]+@[^@<> {MARK[0]}{MARK[1]}]+)>"
# Plain: nothing that Markdown, HTML or the sanitiser would change. White space but for a blank and a line's end is left
# to the slow path, and so is a line that begins with a blank, a list's or a heading's sign, or ends in a blank.
SPACES = r"\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ufffe\uffff"
PLAIN = re.compile(rf"[^\\`*_\[\]<>&{SPACES}]*")
# Emphasis in its simplest form: within a line, with no star next to it and none in it.
EMPHASIS = re.compile(r"(?<!\*)(\*\*?)(?! )([^*\n]+)(?<! )\1(?!\*)")
LINES = re.compile(r"(?:^|\n)(?: |[-+=#]|\d+\.)| (?:\n|$)", re.ASCII)


def prose_html(prose: Prose, inline: bool = False) -> Markup:
    """The HTML of ``prose``: blocks, or with ``inline`` the content of one paragraph, whatever the lines say.

    A text with more Markdown signs than any writer needs is set as typed. Marks without a link vanish.
    """
    text = BLANKS.sub(" ", prose.text).strip(" ") if inline else prose.text.strip("\n")
    html = plain_html(text, inline) if is_plain(text) else markdown_html(text, prose.links, inline)
    if MARK[0] in html:
        html = MARKED.sub(lambda mark: _link(mark, prose.links), html)
    if prose.lang and html:
        tag = "span" if inline else "div"
        html = f'<{tag} lang="{escape(prose.lang)}" dir="auto">{html}</{tag}>'
    return Markup(html)


def line_html(prose: Prose) -> Markup:
    """The HTML of ``prose`` as the content of one paragraph."""
    return prose_html(prose, inline=True)


def is_plain(text: str) -> bool:
    """Whether ``text`` holds nothing that Markdown would change but for simple emphasis."""
    if 0 < text.count("*") <= MOST_SIGNS:
        text = EMPHASIS.sub(r"\2", text)
    return PLAIN.fullmatch(text) is not None and LINES.search(text) is None


def plain_html(text: str, inline: bool) -> str:
    """The HTML of a text that is plain: its paragraphs, and the emphasis in them."""
    if "*" in text:
        text = EMPHASIS.sub(_emphasised, text)
    return _paragraphs(text, inline)


def _emphasised(found: re.Match[str]) -> str:
    tag = "strong" if found[1] == "**" else "em"
    return f"<{tag}>{found[2]}</{tag}>"


def _paragraphs(text: str, inline: bool) -> str:
    if inline or not text:
        return text
    return "\n".join(f"<p>{part}</p>" for part in re.split(r"\n{2,}", text))


def markdown_html(text: str, links: tuple[Link, ...], inline: bool) -> str:
    """The HTML of a text with Markdown in it; marks are kept where a link may stand and are plain words elsewhere."""
    if text.count("[") > MOST_BRACKETS or len(SIGNS.findall(text)) > MOST_SIGNS or DEEP.search(text):
        return _as_typed(text, inline)
    if not inline and len(OPENS.findall(text)) > MOST_BLOCKS:
        return _as_typed(text, inline)
    reader = _reader(inline)
    reader.reset()
    settle = reader.treeprocessors["settle"]
    assert isinstance(settle, Settle)
    settle.links = links
    try:
        html = reader.convert(text)
    except BaseException:  # whatever it is: a reader that was stopped midway would go on in the middle of a list
        _reader.cache_clear()
        raise
    if "\x02" in html:
        html = ESCAPED.sub(lambda sign: str(escape(chr(int(sign[1])))), html)
    html = _cleaner().clean(html)
    return html.removeprefix("<p>").removesuffix("</p>") if inline else html


class Settle(Treeprocessor):
    """Lowers headings below those of the page, and takes marks out of attributes, code and the words of links.

    The highest heading of a text becomes ``h3``, whatever its writer began with, so that no level is left out.
    """

    links: tuple[Link, ...] = ()

    def run(self, root: Element) -> None:
        used = sorted({element.tag for element in root.iter() if element.tag in HEADINGS})
        lowered = dict(zip(used, (*HEADINGS[2:], "h6", "h6"), strict=False))
        waiting = [(root, False)]
        while waiting:
            element, bare = waiting.pop()
            element.tag = lowered.get(element.tag, element.tag)
            for name, value in element.attrib.items():
                element.set(name, self._words(value))
            bare = bare or element.tag in ("a", "code")
            if bare and element.text:
                element.text = type(element.text)(self._words(element.text))
            for child in element:
                if bare and child.tail:
                    child.tail = type(child.tail)(self._words(child.tail))
                waiting.append((child, bare))

    def _words(self, text: str) -> str:
        if MARK[0] not in text:
            return text
        return MARKED.sub(lambda mark: _link_text(mark, self.links), text)


@cache
def _reader(inline: bool) -> Markdown:
    sane_lists = SaneListExtension()  # by its name it would be looked for in all packages
    reader = Markdown(extensions=[sane_lists], output_format="html")
    reader.preprocessors.deregister("html_block")
    for name in HTML_READERS:
        reader.inlinePatterns.deregister(name)
    # In the place of Markdown's own, which lose letters and time.
    reader.inlinePatterns.register(Emphasis(reader), "em_strong", 60)
    reader.inlinePatterns.register(References(reader), "reference", 170)
    reader.inlinePatterns.register(Links(reader), "link", 160)
    reader.inlinePatterns.register(ShortReferences(reader), "short_reference", 130)
    reader.inlinePatterns.register(AutomailInlineProcessor(AUTOMAIL, reader), "automail", 110)
    heading = reader.parser.blockprocessors["hashheader"]
    heading.RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ ]+(?P<header>[^\n]*?)[ ]*#*(?:\n|$)")  # type: ignore[attr-defined]
    for name in BLOCKS if inline else ():
        reader.parser.blockprocessors.deregister(name)
    reader.treeprocessors.register(Settle(reader), "settle", 15)  # after the inline patterns (20)
    return reader


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        clean_content_tags=set(),
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def _link(mark: re.Match[str], links: tuple[Link, ...]) -> str:
    number = int(mark[1])
    return link_html(links[number]) if number < len(links) else ""


def _link_text(mark: re.Match[str], links: tuple[Link, ...]) -> str:
    number = int(mark[1])
    return STRAY.sub("", links[number].text) if number < len(links) else ""


def _as_typed(text: str, inline: bool) -> str:
    return _paragraphs(str(escape(re.sub(r"\n\s+\n", "\n\n", text))), inline)
