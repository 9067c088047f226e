"""Mutants of a module: the same code with one small fault each, as a programmer might make it.

A test suite that does not notice a mutant leaves that fault unguarded. The faults are the usual ones of mutation
testing (DeMillo, Lipton and Sayward, 1978): other comparisons and operators, numbers one off, conditions turned round,
statements, refusals and results left out. Annotations and texts are let be.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
CALLED = {"any": "all", "all": "any", "min": "max", "max": "min"}


class Mutant(NamedTuple):
    """One faulty module: the lines of the fault (from 1, the last included), what it is, and the module's text.

    The text is that of ``ast.unparse``: without comments, and in lines of its own.
    """

    line: int
    last: int
    fault: str
    text: str


Change = Callable[[Any], None]


def mutants(text: str) -> Iterator[Mutant]:
    """Every mutant of the module ``text``, in the order of its lines."""
    tree = ast.parse(text)
    sites = [(node, fault, change) for node in _code(tree) for fault, change in _faults(node)]
    for node, fault, change in sorted(sites, key=lambda site: site[0].lineno):
        before, kind = dict(vars(node)), type(node)
        change(node)
        mutated = ast.unparse(ast.fix_missing_locations(tree))
        node.__class__ = kind
        vars(node).clear()
        vars(node).update(before)
        yield Mutant(node.lineno, node.end_lineno or node.lineno, fault, mutated)


def _code(node: ast.AST) -> Iterator[Any]:
    """The nodes below ``node`` that stand at a place of the text and are no part of an annotation."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.comprehension):
                yield from _code(child)
            elif isinstance(child, ast.AST):
                if hasattr(child, "lineno"):
                    yield child
                yield from _code(child)


def _faults(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """The faults that ``node`` may have, each with what brings it in."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARED:
            yield f"{_name(COMPARED[type(op)]())} for {_name(op)}", _compared
        case ast.BoolOp(op=op):
            yield "or for and" if isinstance(op, ast.And) else "and for or", _joined
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in COUNTED and not _is_text(node):
            yield f"{_name(COUNTED[type(op)]())} for {_name(op)}", _counted
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not left out", lambda twin: _become(twin, operand)
        case ast.Constant(value=bool(value)):
            yield f"{not value} for {value}", lambda twin: setattr(twin, "value", not value)
        case ast.Constant(value=int(value)):
            yield f"{value + 1} for {value}", lambda twin: setattr(twin, "value", value + 1)
        case ast.If() | ast.IfExp() | ast.While():
            yield "condition turned round", _turned
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield "result left out", lambda twin: setattr(twin, "value", ast.Constant(None))
        case ast.Raise() | ast.Assert():
            yield "refusal left out", _left_out
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield "statement left out", _left_out
        case ast.Continue():
            yield "break for continue", lambda twin: setattr(twin, "__class__", ast.Break)
        case ast.Break():
            yield "continue for break", lambda twin: setattr(twin, "__class__", ast.Continue)
        case ast.Call(func=ast.Name(id=name)) if name in CALLED:
            yield f"{CALLED[name]} for {name}", lambda twin: setattr(twin, "func", ast.Name(CALLED[name], ast.Load()))
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            for at, loop in enumerate(node.generators):
                if loop.ifs:
                    yield "filter left out", lambda twin, at=at: _unfiltered(twin, at)  # type: ignore[misc]
    if isinstance(node, ast.AugAssign):
        yield "statement left out", _left_out


def _name(op: ast.AST) -> str:
    return type(op).__name__.lower()


def _is_text(node: ast.AST) -> bool:
    """Whether it plainly puts texts or lists together, where another operator would only raise."""
    sides = (node.left, node.right) if isinstance(node, ast.BinOp) else (getattr(node, "value", None),)
    return any(isinstance(side, ast.JoinedStr | ast.List | ast.Tuple) or _is_str(side) for side in sides)


def _is_str(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _compared(twin: ast.Compare) -> None:
    twin.ops = [COMPARED[type(twin.ops[0])]()]


def _joined(twin: ast.BoolOp) -> None:
    twin.op = ast.Or() if isinstance(twin.op, ast.And) else ast.And()


def _counted(twin: ast.BinOp | ast.AugAssign) -> None:
    twin.op = COUNTED[type(twin.op)]()


def _turned(twin: ast.If | ast.IfExp | ast.While) -> None:
    twin.test = ast.UnaryOp(ast.Not(), twin.test)


def _become(twin: ast.AST, other: ast.AST) -> None:
    twin.__class__ = other.__class__
    vars(twin).update(vars(other))


def _left_out(twin: ast.stmt) -> None:
    _become(twin, ast.Expr(ast.Constant(...)))


def _unfiltered(twin: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, at: int) -> None:
    loops = [*twin.generators]
    loop = loops[at]
    loops[at] = ast.comprehension(loop.target, loop.iter, [], loop.is_async)
    twin.generators = loops
