"""The codes of problems as the source has them: found by reading the code, so that no list of them must be kept.

A code is what is handed to a parameter or a field named ``code``, wherever problems are known. In the reader of
files every other text of that form counts, too, since some of its functions hand codes on in tuples.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from parley.read.references import WHAT

PARLEY = Path(__file__).parents[3] / "parley"
HYPHENATED = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
OTHER_WORDS = {"utf-8-sig", "record-map", "utf-8"}  # a form of keys, an encoding


def codes() -> set[str]:
    """Every code that a problem may have."""
    texts = {path.relative_to(PARLEY).as_posix(): path.read_text() for path in PARLEY.rglob("*.py")}
    stages = {
        name: ast.parse(text)
        for name, text in texts.items()
        if not name.startswith(("cli/", "write/catalogue/"))
        and (name.startswith("read/") or "parley.model.problem" in text or name == "model/problem.py")
    }
    takers = _takers(stages.values())
    found = {f"unknown-{what.split()[0]}" for what in WHAT.values()}
    for name, tree in stages.items():
        named = _named(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found |= set(_handed(node, takers, named))
            elif name.startswith("read/") and isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {node.value} if HYPHENATED.fullmatch(node.value) else set()
        found |= set(_defaults(tree))
    return {code for code in found if " " not in code} - OTHER_WORDS


def _takers(trees) -> dict[str, set[int]]:
    """The functions and nouns that take a code, by name, and at which position."""
    found: dict[str, set[int]] = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.FunctionDef):
            names = [arg.arg for arg in node.args.args if arg.arg != "self"]
            name = node.name
        elif isinstance(node, ast.ClassDef):
            init = next((part for part in node.body if getattr(part, "name", "") == "__init__"), None)
            names = (
                [arg.arg for arg in init.args.args[1:]]
                if init
                else [part.target.id for part in node.body if isinstance(part, ast.AnnAssign)]
            )
            name = node.name
        else:
            continue
        if "code" in names:
            found.setdefault(name, set()).add(names.index("code"))
    return found


def _named(tree: ast.Module) -> dict[str, str]:
    """The texts that a module gives a name to."""
    return {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }  # fmt: skip


def _handed(call: ast.Call, takers: dict[str, set[int]], named: dict[str, str]) -> Iterator[str]:
    name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
    given = [call.args[at] for at in takers.get(name, ()) if at < len(call.args)]
    given += [keyword.value for keyword in call.keywords if keyword.arg == "code" and name in takers]
    for value in given:
        for part in ast.walk(value):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value
            elif isinstance(part, ast.Name) and part.id in named:
                yield named[part.id]


def _defaults(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.args.defaults:
            args = [*node.args.posonlyargs, *node.args.args]
            for arg, value in zip(args[-len(node.args.defaults) :], node.args.defaults, strict=True):
                if arg.arg == "code" and isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value
