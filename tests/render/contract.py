"""What templates ask of their views, read from their syntax trees and held against the views' classes.

A component's first line says what its macro takes (``{# badge(badge: Badge) ... #}``); the types are followed through
loops, conditions, imports and calls. Faults are sentences; ``asked`` collects which fields are used, and where,
``deciding`` those on whose being empty it depends what is shown, and ``compared`` those on whose being the same as a
text, or as another field of their view (".end"), it does.
"""

from __future__ import annotations

import re
import types
import typing
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, nodes

from parley.model.page import Link, Prose, Words
from parley.pages import card_parts, list_views, machine_views, offers, parts, story_parts, text_views, views
from parley.pages.pictures import parts as picture_parts
from parley.pages.style import views as style_views

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
SIGNATURE = re.compile(r"\{#\s*(\w+)\(([^)]*)\)")
MODULES = (
    parts,
    story_parts,
    card_parts,
    offers,
    picture_parts,
    views,
    list_views,
    text_views,
    machine_views,
    style_views,
)
NAMES = {key: value for module in MODULES for key, value in vars(module).items()} | {
    "str": str,
    "int": int,
    "bool": bool,
}
TAKES: dict[str, Any] = {
    "link": Link,
    "links": tuple[Link, ...],
    "words": Words,
    "prose": Prose,
    "line": Prose,
    "jsonld": dict[str, object],
}
SETS = (nodes.For, nodes.If, nodes.Block, nodes.CallBlock)

Names = dict[str, Any]


def signature(source: str) -> tuple[str, dict[str, Any]]:
    """The macro's name and its parameters' types, from a component's first line."""
    match = SIGNATURE.match(source)
    assert match, "a component begins with a comment that says what it takes"
    found = re.findall(r"(\w+): ([\w\[\], .]+?)(?=, \w+:|$)", match[2])
    return match[1], {name: eval(kind, dict(NAMES)) for name, kind in found}


def members(kind: Any) -> list[Any]:
    """The classes that a type stands for, without ``None``."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return [each for each in typing.get_args(kind) if each is not type(None)]
    return [kind]


def is_view(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


class Contract:
    """Walks one template at a time; ``faults`` and ``asked`` grow."""

    def __init__(self) -> None:
        self.environment = Environment(trim_blocks=True, lstrip_blocks=True)
        self.faults: list[str] = []
        self.asked: dict[tuple[type, str], set[str]] = {}
        self.deciding: set[tuple[type, str]] = set()
        self.compared: set[tuple[type, str, str]] = set()
        self.testing = False
        self.where = ""

    def walk(self, name: str, known: Names) -> None:
        """Walks the template ``name`` and what it extends; a component is walked with its own parameters."""
        source = (TEMPLATES / name).read_text(encoding="utf-8")
        tree = self.environment.parse(source)
        self.where, known = name, dict(known)
        for extends in tree.find_all(nodes.Extends):
            assert isinstance(extends.template, nodes.Const)
            self.walk(extends.template.value, known)
            self.where = name
        for imported in tree.find_all(nodes.FromImport):
            assert isinstance(imported.template, nodes.Const)
            macro, takes = signature((TEMPLATES / imported.template.value).read_text(encoding="utf-8"))
            known[macro] = list(takes.values())
        for macro_node in tree.find_all(nodes.Macro):
            macro, takes = signature(source)
            assert macro == macro_node.name == Path(name).stem.replace("-", "_")
            assert [arg.name for arg in macro_node.args] == list(takes)
            self.body(macro_node.body, known | takes)
        self.body([node for node in tree.body if not isinstance(node, nodes.Macro)], known)

    def body(self, body: list[nodes.Node], known: Names) -> None:
        known = dict(known)
        for node in body:
            if isinstance(node, nodes.For):
                assert isinstance(node.target, nodes.Name)
                inside = known | {node.target.name: self.element(self.type(node.iter, known)), "loop": None}
                self.body(node.body, inside)
                self.body(node.else_, known)
            elif isinstance(node, nodes.If):
                self.tested(node.test, known)
                self.body([*node.body, *node.elif_, *node.else_], known)
            elif isinstance(node, nodes.Block):
                self.body(node.body, known)
            elif isinstance(node, nodes.AssignBlock):
                assert isinstance(node.target, nodes.Name)
                self.body(node.body, known)
                known[node.target.name] = None  # HTML
            elif isinstance(node, nodes.Output):
                for part in node.nodes:
                    self.printed(self.type(part, known))
            elif not isinstance(node, nodes.Extends | nodes.FromImport):
                self.faults.append(f"{self.where}: {type(node).__name__} is not understood")

    def printed(self, kind: Any) -> None:
        if any(is_view(each) or typing.get_origin(each) in (tuple, dict) for each in members(kind)):
            self.faults.append(f"{self.where}: prints {kind} as it is")

    def element(self, kind: Any) -> Any:
        if typing.get_origin(kind) is not tuple:
            self.faults.append(f"{self.where}: loops over {kind}")
            return None
        return typing.get_args(kind)[0]

    def type(self, node: nodes.Node, known: Names) -> Any:
        """The type of an expression; ``None`` for what is no view's value."""
        if isinstance(node, nodes.Name):
            if node.name not in known:
                self.faults.append(f"{self.where}: unknown name {node.name}")
            return known.get(node.name)
        if isinstance(node, nodes.Getattr):
            testing, self.testing = self.testing, False  # of what a test asks for a field, no more is asked
            owner = self.type(node.node, known)
            self.testing = testing
            return self.field(owner, node.attr)
        if isinstance(node, nodes.Filter) and node.name in TAKES:
            assert node.node
            self.passed(self.type(node.node, known), TAKES[node.name], f"the filter {node.name}")
            return None
        if isinstance(node, nodes.Filter) and node.name == "say":
            for slot in node.kwargs:
                self.printed(self.type(slot.value, known))
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            takes = known[node.node.name]
            given = [self.type(arg, known) for arg in node.args]
            if len(given) != len(takes) or node.kwargs:
                self.faults.append(f"{self.where}: {node.node.name} takes {len(takes)} values")
            for kind, wanted in zip(given, takes, strict=False):
                self.passed(kind, wanted, node.node.name)
            return None
        if isinstance(node, nodes.CondExpr) and node.expr2:
            self.tested(node.test, known)
            return self.type(node.expr1, known) or self.type(node.expr2, known)
        if isinstance(node, nodes.Compare) and self.testing:
            self.comparison(node, known)
            return None
        for child in node.iter_child_nodes():
            self.type(child, known)
        return None

    def comparison(self, node: nodes.Compare, known: Names) -> None:
        """Keeps what is compared with what, on either side of ``==`` or ``!=``."""
        self.testing = False
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        for side in sides:
            self.type(side, known)
        assert len(sides) == 2, "a comparison has two sides"
        one, other = sides
        if isinstance(one, nodes.Getattr):
            with_what = f".{other.attr}" if isinstance(other, nodes.Getattr) else str(other.as_const())
            self.compared |= {
                (kind, one.attr, with_what) for kind in members(self.type(one.node, known)) if is_view(kind)
            }
        self.testing = True

    def tested(self, node: nodes.Node, known: Names) -> None:
        self.testing = True
        self.type(node, known)
        self.testing = False

    def passed(self, kind: Any, wanted: Any, to: str) -> None:
        if kind is not None and wanted not in (str, int, bool) and members(kind) != members(wanted):
            self.faults.append(f"{self.where}: {to} takes {wanted}, not {kind}")

    def field(self, owner: Any, name: str) -> Any:
        for kind in members(owner):
            if is_view(kind):
                if name not in kind.__struct_fields__:
                    self.faults.append(f"{self.where}: {kind.__name__} has no field {name}")
                    return None
                self.asked.setdefault((kind, name), set()).add(self.where)
                if self.testing:
                    self.deciding.add((kind, name))
                return typing.get_type_hints(kind, include_extras=False)[name]
        if owner is not None:
            self.faults.append(f"{self.where}: {owner} has no fields, so no {name}")
        return None
