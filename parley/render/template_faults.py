"""Faults of templates that can be told without rendering: for a site's own theme, before any page is made.

Told are errors of syntax, unknown filters, names that nothing defines, templates and macros that do not exist, blocks
that fill no slot, and switching off the escaping. What depends on a page's view shows when it is rendered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, meta, nodes

from parley.model.problem import Place, Problem
from parley.render.environment import NAMES, nearest

# What Jinja raises for a template that is sound but too much for it: levels, and numbers that it works out at once.
UNREADABLE = (RecursionError, ValueError, OverflowError, MemoryError)
REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


def template_faults(environment: Environment, names: Collection[str]) -> list[Problem]:
    """The faults of the templates ``names``, each at its line."""
    return [fault for name in sorted(names) for fault in _faults(environment, name)]


def syntax_fault(error: TemplateSyntaxError) -> Problem:
    """The problem that an error of syntax is."""
    message = (error.message or "an error of syntax").rstrip(".")
    return _fault(error.filename or error.name or "", error.lineno, message[0].lower() + message[1:], "mend it")


def _faults(environment: Environment, name: str) -> Iterator[Problem]:
    assert environment.loader
    text, file, _ = environment.loader.get_source(environment, name)
    file = file or name
    try:
        tree = environment.parse(text, name, file)
        environment.get_template(name)
    except TemplateSyntaxError as error:
        yield syntax_fault(error)
        return
    except UNREADABLE as error:
        what = "too many levels in one another" if isinstance(error, RecursionError) else str(error)
        yield _fault(file, 1, f"a template that can't be read ({what})", "make it simpler")
        return
    if circle := _circle(environment, tree, name, file):
        yield circle
        return
    unknown = meta.find_undeclared_variables(tree) - NAMES - set(_at_the_top(tree))
    lines = {node.name: node.lineno for node in reversed(list(tree.find_all(nodes.Name))) if node.name in unknown}
    for wrong in sorted(unknown):
        known = sorted({node.name for node in tree.find_all(nodes.Name)} - unknown | NAMES)
        expected = f'a template sees "view" and what it imports; {nearest(wrong, known)}'
        yield _fault(file, lines.get(wrong, 1), f'the name "{wrong}", which nothing defines', expected)
    yield from _lost_references(environment, tree, file)
    yield from _lost_blocks(environment, tree, file)
    for switch in tree.find_all(nodes.ScopedEvalContextModifier):
        yield _fault(file, switch.lineno, "escaping switched off", "leave it on: a brief may be pasted from anywhere")


def _at_the_top(tree: nodes.Template) -> Iterator[str]:
    """The names that a template imports or defines outside all blocks: its blocks see them, which Jinja's ``meta`` does
    not know."""
    for node in tree.body:
        if isinstance(node, nodes.FromImport):
            yield from (name if isinstance(name, str) else name[1] for name in node.names)
        elif isinstance(node, nodes.Import):
            yield node.target
        elif isinstance(node, nodes.Macro):
            yield node.name
        elif isinstance(node, nodes.Assign):
            yield from (target.name for target in node.find_all(nodes.Name) if target.ctx == "store")


def _circle(environment: Environment, tree: nodes.Template, name: str, file: str) -> Problem | None:
    """That the template ``name`` leads back to itself, at the line where it sets out; it would never end."""
    for node in tree.find_all(REFERENCES):
        first = _target(node)
        seen, waiting = set[str](), [first] if first else []
        while waiting:
            here = waiting.pop()
            if here == name:
                what = "extends itself" if first == name else f'leads back to itself by way of "{first}"'
                return _fault(file, node.lineno, f"a template that {what}", f'write "!{name}" for the built-in one')
            if here not in seen and (found := _parsed(environment, here)):
                seen.add(here)
                waiting += [target for inner in found.find_all(REFERENCES) if (target := _target(inner))]
    return None


def _target(node: nodes.Node) -> str:
    """The name of the template that ``node`` refers to; empty where it is worked out."""
    named = getattr(node, "template", None)
    return named.value if isinstance(named, nodes.Const) and isinstance(named.value, str) else ""


def _lost_references(environment: Environment, tree: nodes.Template, file: str) -> Iterator[Problem]:
    """References to templates and macros that do not exist."""
    for node in tree.find_all(REFERENCES):
        if not isinstance(named := getattr(node, "template", None), nodes.Const) or not isinstance(named.value, str):
            yield _fault(file, node.lineno, "a template whose name is worked out", "write the name itself")
            continue
        if (target := _parsed(environment, named.value)) is None:
            yield _fault(
                file, node.lineno, f'the template "{named.value}", which there is not', "see the built-in theme"
            )
        elif isinstance(node, nodes.FromImport):
            macros = [macro.name for macro in target.find_all(nodes.Macro)]
            for wanted in (name if isinstance(name, str) else name[0] for name in node.names):
                if wanted not in macros:
                    yield _fault(
                        file, node.lineno, f'"{wanted}", which {named.value} does not have', nearest(wanted, macros)
                    )


def _lost_blocks(environment: Environment, tree: nodes.Template, file: str) -> Iterator[Problem]:
    """Blocks of an extending template that fill no slot of what it extends, and so would never be seen."""
    slots: set[str] = set()
    parent = tree
    while extends := next(parent.find_all(nodes.Extends), None):
        named = extends.template
        above = _parsed(environment, named.value) if isinstance(named, nodes.Const) else None
        if above is None:
            return
        slots |= {block.name for block in above.find_all(nodes.Block)}
        parent = above
    if parent is tree:
        return
    inner = {block.name for outer in tree.find_all(nodes.Block) for block in outer.find_all(nodes.Block)}
    for block in tree.find_all(nodes.Block):
        if block.name not in slots | inner:
            found = f'the block "{block.name}", which fills no slot'
            yield _fault(file, block.lineno, found, nearest(block.name, sorted(slots)))


def _parsed(environment: Environment, name: str) -> nodes.Template | None:
    """The tree of a template; none where there is no such template, an empty one where it has a fault of its own."""
    assert environment.loader
    try:
        return environment.parse(environment.loader.get_source(environment, name)[0], name)
    except TemplateNotFound:
        return None
    except (TemplateSyntaxError, *UNREADABLE):
        return environment.parse("")


def _fault(file: str, line: int, found: str, expected: str) -> Problem:
    return Problem(place=Place(file, line), code="template", found=found, expected=expected)
