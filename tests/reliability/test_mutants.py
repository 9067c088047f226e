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
        ("a == b", {"a != b": "noteq for eq"}),
        ("a < b", {"a <= b": "lte for lt"}),
        ("a and b", {"a or b": "or for and"}),
        ("a + b", {"a - b": "sub for add"}),
        ("a | b", {"a & b": "bitand for bitor"}),
        ("a + 'text'", {}),
        ("a += 'text'", {"...": "statement left out"}),
        ("a = 40", {"a = 41": "41 for 40"}),
        ("a = True", {"a = False": "False for True"}),
        ("return_ = not a", {"return_ = a": "not left out"}),
        ("f(x)", {"...": "statement left out"}),
        ("a += b", {"...": "statement left out", "a -= b": "sub for add"}),
        ("b if a else c", {"b if not a else c": "condition turned round"}),
        ("a = any(b)", {"a = all(b)": "all for any"}),
        ("[a for a in b if a]", {"[a for a in b]": "filter left out"}),
        ("def f():\n    return a", {"def f():\n    return None": "result left out"}),
        ("def f():\n    return None", {}),
        ("def f():\n    raise a", {"def f():\n    ...": "refusal left out"}),
        ("def f():\n    yield a", {"def f():\n    ...": "statement left out"}),
        ("for a in b:\n    continue", {"for a in b:\n    break": "break for continue"}),
        ("for a in b:\n    break", {"for a in b:\n    continue": "continue for break"}),
        ("a: b | None = c", {}),
        ("def f(a: b | None) -> c | None: ...", {}),
        ("'text'", {}),
    ],
)
def test_each_kind_of_fault(code: str, faults: dict[str, str]) -> None:
    assert {mutant.text: mutant.fault for mutant in mutants(code)} == faults


def test_faults_come_one_at_a_time_with_their_lines() -> None:
    code = "if a == 1:\n    f(x,\n      y)\n"
    assert [(mutant.line, mutant.last, mutant.fault) for mutant in mutants(code)] == [
        (1, 3, "condition turned round"),
        (1, 1, "noteq for eq"),
        (1, 1, "2 for 1"),
        (2, 3, "statement left out"),
    ]


def test_mutants_of_real_modules_are_python_and_differ_from_the_module_and_from_one_another() -> None:
    number = 0
    for path in sorted((ROOT / "parley/derive").glob("*.py"))[:6]:
        text = path.read_text()
        texts = [ast.unparse(ast.parse(text)), *(mutant.text for mutant in mutants(text))]
        assert len(set(texts)) == len(texts)
        for other in texts:
            ast.parse(other)
        number += len(texts) - 1
    assert number > 50
