"""Mutants have one fault each, are Python, and do something else than the module they come from."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.reliability.mutants import mutants

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ("a == b", {"a != b": "eq for noteq"}),
        ("a < b", {"a <= b": "lt for lte"}),
        ("a and b", {"a or b": "and for or"}),
        ("a + b", {"a - b": "add for sub"}),
        ("a + 'text'", {}),
        ("a = 40", {"a = 41": "40 for 41"}),
        ("a = True", {"a = False": "True for False"}),
        ("f(x)", {"...": "statement left out"}),
        ("a += b", {"...": "statement left out"}),
        ("b if a else c", {"b if not a else c": "condition turned round"}),
        ("def f():\n    return a", {"def f():\n    return None": "result left out"}),
        ("def f():\n    return None", {}),
        ("for a in b:\n    continue", {"for a in b:\n    break": "continue for break"}),
    ],
)
def test_each_kind_of_fault(code: str, faults: dict[str, str]) -> None:
    assert {mutant.text: mutant.fault for mutant in mutants(code)} == faults


def test_faults_come_one_at_a_time_with_their_lines() -> None:
    code = "if a == 1:\n    f(x)\n"
    assert [(mutant.line, mutant.fault) for mutant in mutants(code)] == [
        (1, "condition turned round"), (1, "eq for noteq"), (1, "1 for 2"), (2, "statement left out")]  # fmt: skip


def test_mutants_of_real_modules_are_python_and_differ() -> None:
    number = 0
    for path in sorted((ROOT / "parley/derive").glob("*.py"))[:6]:
        text = path.read_text()
        same = ast.unparse(ast.parse(text))
        for mutant in mutants(text):
            assert mutant.text != same
            ast.parse(mutant.text)
            number += 1
    assert number > 50
