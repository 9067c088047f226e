"""Every English text of a template is a message, so that it can be said in another language.

What a reader is shown is told from the rest by reading a template as HTML, with a sign in place of each value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from parley.words.tongue import SLOT

THEME = Path(__file__).parents[2] / "theme"
TEMPLATES = THEME / "templates"
ENGLISH_ONLY = {"pages/style.html"}  # for those who change the look
NAMES = {"APA", "MLA", "BibTeX", "CSL-JSON"}  # the same in every language
SHOWN = {"aria-label", "aria-description", "aria-roledescription", "title", "alt", "placeholder", "label", "summary"}
IN_ATTRIBUTES = {"policy", "script_sources", "form_targets", "type"}  # blocks of base.html within attributes
UNREAD = {"code", "script", "style"}
VALUE = "\ufffc"
LETTER = re.compile(r"[^\W\d_]")
PROSE = re.compile(r"[A-Z]|[^\W\d_][.,:;]? | [^\W\d_]")  # English, and not a key, an id or a class
MARKUP = re.compile(r"[<>]|&\w|[\"']")

ENVIRONMENT = Environment(trim_blocks=True, lstrip_blocks=True)
SOURCES = {
    name: path.read_text(encoding="utf-8")
    for path in sorted(TEMPLATES.rglob("*.*ml"))
    if (name := path.relative_to(TEMPLATES).as_posix()) not in ENGLISH_ONLY
}


class Shown(HTMLParser):
    """Collects the texts of a page that a reader is shown: between tags, in attributes, and in those for scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNREAD:
            self.unread.append(tag)
        for name, value in attrs:
            text = value or ""
            if (name in SHOWN and LETTER.search(text)) or (name.startswith("data-") and PROSE.search(text)):
                self.texts.append(text)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.unread:
            self.unread.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self.unread and LETTER.search(data):
            self.texts.append(data)


def unmarked(source: str) -> list[str]:
    """The English texts of a template that are no messages."""
    tree = ENVIRONMENT.parse(source)
    found = Shown()
    found.feed("".join(_written(tree)))
    found.close()
    texts = [text.replace(VALUE, "…").strip() for text in found.texts]
    return [text for text in (*texts, *_constants(tree)) if text not in NAMES]


def _written(node: nodes.Node) -> Iterator[str]:
    for child in node.iter_child_nodes():
        if isinstance(node, nodes.Output):
            yield child.data if isinstance(child, nodes.TemplateData) else VALUE
        elif not (isinstance(child, nodes.Block) and child.name in IN_ATTRIBUTES):
            yield from _written(child)


def _constants(node: nodes.Node) -> Iterator[str]:
    """The English texts in expressions: given to a macro, joined to another, or put out as they are."""
    if isinstance(node, nodes.Filter) and node.name in ("say", "counted"):
        for kwarg in node.kwargs:
            yield from _constants(kwarg)
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and PROSE.search(node.value):
        yield node.value
    if isinstance(node, nodes.Filter) and node.name == "join":  # by a blank
        if node.node:
            yield from _constants(node.node)
        return
    for child in node.iter_child_nodes():
        yield from _constants(child)


def texts(node: nodes.Node | None) -> list[str]:
    """The constant texts, one or two, that an expression comes to. No others can be found for the catalogues."""
    if isinstance(node, nodes.CondExpr):
        return [*texts(node.expr1), *texts(node.expr2)]
    assert isinstance(node, nodes.Const), f"no constant text: {node}"
    return [str(node.value)]


def messages(source: str) -> Iterator[tuple[str, set[str] | None]]:
    """The messages of a template, each with the slots that are filled; None for things that are counted."""
    for node in ENVIRONMENT.parse(source).find_all(nodes.Filter):
        if node.name == "say":
            for text in texts(node.node):
                yield text, {kwarg.key for kwarg in node.kwargs}
        elif node.name == "counted":
            yield from ((text, None) for arg in node.args for text in texts(arg))


@pytest.mark.parametrize("name", SOURCES)
def test_a_template_says_nothing_but_messages(name: str) -> None:
    assert unmarked(SOURCES[name]) == []


@pytest.mark.parametrize("name", SOURCES)
def test_messages_are_plain_texts_whose_slots_are_filled(name: str) -> None:
    for text, slots in messages(SOURCES[name]):
        assert not MARKUP.search(text), f"neither tags, entities nor straight quotes: {text}"
        assert text == " ".join(text.split()), text
        if slots:
            assert slots == {match[1] for match in SLOT.finditer(text)}, text


def test_there_are_messages() -> None:
    found = {text for source in SOURCES.values() for text, _ in messages(source)}
    assert {"Skip to the content", "Copied", "Sources:", "Source:", "briefs", "{no_answer} from {sides}"} <= found
    assert len(found) > 150


@pytest.mark.parametrize("name", SOURCES)
def test_every_message_is_missed_when_it_is_no_longer_marked(name: str) -> None:
    marked = re.compile(r"""\{\{ ("[^"]+"|'[^']+') \| say(?:\(.*?\))? \}\}|("[^"]+") \| say(?:\(title=text\))?(?=\))""")
    source = SOURCES[name]
    for match in marked.finditer(source):
        bare = match[1][1:-1] if match[1] else match[2]
        unsaid = source[: match.start()] + bare + source[match.end() :]
        assert unmarked(unsaid), bare


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<p>Sources</p>", ["Sources"]),
        ("<p>On {{ view.day }}</p>", ["On …"]),
        ("{% if view.x %}<p{% if view.y %} class=\"note\"{% endif %}>told{% else %}<p>{% endif %}</p>", ["told"]),
        ('<nav aria-label="{{ view.x }} list">', ["… list"]),
        ('<nav class="a-b" id="Top" data-filter="kind">', []),
        ('<p data-none="Nothing was found." data-kind="event">', ["Nothing was found."]),
        ('{{ heading(2, "a-to-z", "A to Z") }}', ["A to Z"]),
        ('{{ heading(2, "a-to-z", "A to Z" | say) }}', []),
        ('{{ "this " ~ view.kind }}', ["this "]),
        ('{{ view.label or "Not asked" }}', ["Not asked"]),
        ('{{ "On {day}" | say(day="the " ~ view.day) }}', ["the "]),
        ('{% set x = "No answer" %}{{ x }}', ["No answer"]),
        ('{% set x %}No answer{% endset %}<b>{{ x }}</b>', ["No answer"]),
        ('{{ view.lines | join(" ") }}<code>briefs.json</code>', []),
        ("<b>APA</b>", []),
    ],
)  # fmt: skip
def test_texts_are_told_from_keys(source: str, texts: list[str]) -> None:
    assert unmarked(source) == texts


@pytest.mark.parametrize("path", sorted((THEME / "css").glob("*.css")), ids=lambda path: path.name)
def test_a_stylesheet_has_no_text_of_its_own(path: Path) -> None:
    shown = re.findall(r"content:([^;}]*)", path.read_text(encoding="utf-8"))
    strings = [text for value in shown for text in re.findall(r'"(.*?)"', value)]
    assert [text for text in strings if LETTER.search(re.sub(r"\\[0-9a-fA-F]+", "", text))] == []


@pytest.mark.parametrize("path", sorted((THEME / "js").glob("*.js")), ids=lambda path: path.name)
def test_a_script_has_no_text_of_its_own(path: Path) -> None:
    code = re.sub(r"^\s*//.*$|\s//\s.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    strings = re.findall(r'"([^"\n]*)"', code)
    assert [text for text in strings if re.match(r"[A-Z][a-z]+ |[A-Z][a-z]+$", text) and text != "Escape"] == []
