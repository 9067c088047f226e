"""The messages that readers are told, found where they are said: in the syntax trees of code and templates.

`make words` brings the catalogues of `parley/words/locale/` up to date with them: new messages come
in without a translation, those that nobody says any more go out, translations stay.
"""

from __future__ import annotations

import ast
import datetime as dt
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from jinja2 import nodes

from parley.render.environment import environment
from parley.words.tongue import LANGUAGES
from parley.words.translated import CATALOGUES

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "theme" / "templates"
# What only those read who write briefs, or programs: it stays English.
ENGLISH = {"answer_moves.py", "changed_values.py", "keyed_moves.py", "moves.py", "news.py", "todo.py", "tongue.py",
           "data_sheets.py", "llms.py"}  # fmt: skip
ENGLISH_TEMPLATES = {"pages/style.html"}
JINJA = environment(lambda _: None)
ABOUT = {
    "project": "Parley",
    "version": "interface",
    "last_translator": "Parley contributors",
    "language_team": "Parley contributors",
    "msgid_bugs_address": "CONTRIBUTING.md",
}
SAYING = {"say", "said", "message"}
HEADER = """\
# What Parley tells readers, in {language}.
# The first line of an entry is the English text, which is its key; what stands in braces is filled in and must be kept.
# After a change of the English: make words
"""


WRITTEN = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)  # fixed, so that the same catalogue has the same bytes


class Found(NamedTuple):
    """A message: its English text, that of its plural (or empty), and the files that say it."""

    one: str
    many: str
    places: tuple[str, ...]


@cache
def messages() -> tuple[Found, ...]:
    """Every message, each once, in the order of its text."""
    places: dict[tuple[str, str], list[str]] = {}
    for path in _sources():
        for one, many in _of_code(ast.parse(path.read_text("utf-8"))):
            places.setdefault((one, many), []).append(path.relative_to(ROOT).as_posix())
    for path in sorted(TEMPLATES.rglob("*.html")):
        if path.relative_to(TEMPLATES).as_posix() not in ENGLISH_TEMPLATES:
            for one, many in _of_template(path.read_text("utf-8")):
                places.setdefault((one, many), []).append(path.relative_to(ROOT).as_posix())
    return tuple(Found(one, many, tuple(dict.fromkeys(places[one, many]))) for one, many in sorted(places))


def _sources() -> list[Path]:
    words, pages = (ROOT / "parley" / room for room in ("words", "pages"))
    found = [*words.glob("*.py"), *pages.rglob("*.py")]
    return sorted(path for path in found if path.name not in ENGLISH and path.parent.name != "style")


def _of_code(tree: ast.AST) -> Iterator[tuple[str, str]]:
    lowered = _lowered()
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Name(id="counted"), args=[_, ast.Constant(value=str(one)), ast.Constant(value=many)]
            ):
                yield f"{{n}} {one}", f"{{n}} {many}"
            case ast.Call(func=ast.Name(id=name), args=[text, *_]) if name in SAYING:
                yield from ((it, "") for it in _texts(text))
            case ast.Call(func=ast.Name(id="Part"), args=[_, title, *_]):
                yield from ((it, "") for it in _texts(title))
            case ast.Assign(targets=[ast.Name(id=table)], value=ast.Call(args=[ast.Dict() as texts])) if _labels(node):
                for it in _texts(texts):
                    yield it, ""
                    if table in lowered:
                        yield it.lower(), ""
            case ast.Assign(targets=[ast.Name(id="told" | "template")], value=text):
                yield from ((it, "") for it in _texts(text))
            case ast.Assign(targets=[ast.Name(id="IN_SHORT" | "SEVERAL")]):
                yield from _tables(node)


def _labels(node: ast.Assign) -> bool:
    """Whether what is assigned is a table of labels: ``Labels({...})`` or ``Labels[Word]({...})``."""
    called = node.value.func if isinstance(node.value, ast.Call) else None
    name = called.value if isinstance(called, ast.Subscript) else called
    return isinstance(name, ast.Name) and name.id == "Labels"


def _tables(node: ast.Assign) -> Iterator[tuple[str, str]]:
    """The two tables that are put together of others, or hold plurals."""
    for inner in ast.walk(node.value):
        if isinstance(inner, ast.Dict):
            for value in inner.values:
                match value:
                    case ast.Tuple(elts=[ast.Constant(value=one), ast.Constant(value=many)]):
                        yield f"{{n}} {one}", f"{{n}} {many}"
                    case ast.Constant(value=str(text)):
                        yield text, ""


@cache
def _lowered() -> frozenset[str]:
    """The tables whose labels stand within sentences, too."""
    found = set()
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Attribute(attr="within", value=ast.Name(id=table) | ast.Attribute(attr=table)):
                    found.add(table)
    return frozenset(found)


def _texts(node: ast.AST) -> Iterator[str]:
    """The texts that an expression may be: itself, one of two, or the values of a table."""
    match node:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*_texts(one), *_texts(other))
        case ast.Dict(values=values) | ast.Tuple(elts=values):
            for value in values:
                yield from _texts(value)


def _of_template(text: str) -> Iterator[tuple[str, str]]:
    tree = JINJA.parse(text)
    for node in tree.find_all(nodes.Filter):
        if node.name == "say":
            assert node.node is not None, "a message is a text"
            yield from ((it, "") for it in _of_expression(node.node))
        elif node.name == "counted":
            one, many = (arg.as_const() for arg in node.args)
            yield f"{{n}} {one}", f"{{n}} {many}"


def _of_expression(node: nodes.Node) -> Iterator[str]:
    match node:
        case nodes.Const(value=str(text)):
            yield text
        case nodes.CondExpr(expr1=one, expr2=other):
            yield from (*_of_expression(one), *_of_expression(other or nodes.Const("")))


def catalogue(code: str) -> Catalog:
    """The catalogue of a language as it stands; an empty one where there is none."""
    path = CATALOGUES / f"{code}.po"
    if not path.exists():
        return Catalog(locale=code)
    with path.open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def brought_up_to_date(code: str) -> Catalog:
    """The catalogue with just the messages that are said, each with the translation it had."""
    old = catalogue(code)
    new = Catalog(locale=code, fuzzy=False, creation_date=WRITTEN, revision_date=WRITTEN, **ABOUT)
    new.header_comment = HEADER.format(language=new.locale.english_name if new.locale else code)
    for found in messages():
        known = old.get(found.one)
        string = known.string if known and bool(found.many) == bool(known.pluralizable) else None
        new.add((found.one, found.many) if found.many else found.one, string, [(it, None) for it in found.places])
    return new


def is_translated(message: Message) -> bool:
    """Whether a message has a translation, in every plural form."""
    return bool(message.string) and all(message.string)


def main() -> None:
    """Writes the catalogues."""
    for code in LANGUAGES:
        if code != "en":
            new = brought_up_to_date(code)
            with (CATALOGUES / f"{code}.po").open("wb") as file:
                write_po(file, new, width=0, omit_header=False)
            missing = sum(not is_translated(message) for message in new if message.id)
            sys.stderr.write(f"{code}: {len(new)} messages, {missing} without a translation\n")


if __name__ == "__main__":
    main()
