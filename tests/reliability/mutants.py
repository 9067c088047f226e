"""Mutants of a module: the same code with one small fault each, as a programmer might make it.

A test suite that does not notice a mutant leaves that fault unguarded. The faults are the usual ones of mutation
testing (DeMillo, Lipton and Sayward, 1978): other comparisons and operators, numbers one off, conditions turned round,
statements and results left out.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COUNTED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}


class Mutant(NamedTuple):
    """One faulty module: the line of the fault (from 1), what it is, and the module's text."""

    line: int
    fault: str
    text: str


def mutants(text: str) -> Iterator[Mutant]:
    """Every mutant of the module ``text``, in the order of its lines."""
    tree = ast.parse(text)
    nodes = [*ast.walk(tree)]
    found = []
    for at, node in enumerate(nodes):
        for fault, change in _faults(node):
            other = copy.deepcopy(tree)
            twin = [*ast.walk(other)][at]
            change(twin)
            found.append(Mutant(getattr(node, "lineno", 0), fault, ast.unparse(ast.fix_missing_locations(other))))
    yield from sorted(found, key=lambda mutant: mutant.line)


def _faults(node: ast.AST) -> Iterator[tuple[str, object]]:
    """The faults that ``node`` may have, each with what brings it into a copy of the node."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARED:
            yield f"{_name(op)} for {_name(COMPARED[type(op)]())}", _compared
        case ast.BoolOp(op=op):
            yield "and for or" if isinstance(op, ast.And) else "or for and", _joined
        case ast.BinOp(op=op) if type(op) in COUNTED and not _is_text(node):
            yield f"{_name(op)} for {_name(COUNTED[type(op)]())}", _counted
        case ast.Constant(value=bool(value)):
            yield f"{value} for {not value}", lambda twin: setattr(twin, "value", not twin.value)
        case ast.Constant(value=int(value)):
            yield f"{value} for {value + 1}", lambda twin: setattr(twin, "value", twin.value + 1)
        case ast.If() | ast.IfExp() | ast.While():
            yield "condition turned round", _turned
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield "result left out", lambda twin: setattr(twin, "value", ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield "statement left out", _left_out
        case ast.Continue():
            yield "continue for break", lambda twin: setattr(twin, "__class__", ast.Break)


def _name(op: ast.AST) -> str:
    return type(op).__name__.lower()


def _is_text(node: ast.BinOp) -> bool:
    """Whether it plainly puts texts or lists together, where another operator would only raise."""
    sides = (node.left, node.right)
    return any(isinstance(side, ast.JoinedStr | ast.List | ast.Tuple) or _is_str(side) for side in sides)


def _is_str(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _compared(twin: ast.Compare) -> None:
    twin.ops = [COMPARED[type(twin.ops[0])]()]


def _joined(twin: ast.BoolOp) -> None:
    twin.op = ast.Or() if isinstance(twin.op, ast.And) else ast.And()


def _counted(twin: ast.BinOp) -> None:
    twin.op = COUNTED[type(twin.op)]()


def _turned(twin: ast.If | ast.IfExp | ast.While) -> None:
    twin.test = ast.UnaryOp(ast.Not(), twin.test)


def _left_out(twin: ast.Expr | ast.AugAssign) -> None:
    twin.__class__ = ast.Expr  # type: ignore[assignment]
    twin.value = ast.Constant(...)
