"""Mutants meet the tests that run their lines, where they can do no harm, and it is told which of them live."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.reliability.mutants import mutants
from tests.reliability.mutation import ELSEWHERE, ROOT, UNTRACED, Mutant, changed, chosen, fenced, meeting, verdict

MODULE = """
def grown(number):
    if number < 10:
        return number + 1
    return number
"""
TESTS = """
from grown import grown

def test_small():
    assert grown(1) == 2

def test_large():
    assert grown(99) == 99
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project of one module, of which the border is not tested."""
    if subprocess.run(fenced(tmp_path, ["true"]), capture_output=True, check=False).returncode:
        pytest.skip("mounts of its own are not permitted here")
    (tmp_path / "tmp").mkdir()
    place = tmp_path / "tree"
    place.mkdir()
    (place / "grown.py").write_text(MODULE)
    (place / "test_grown.py").write_text(TESTS)
    (place / "pytest.ini").write_text("[pytest]\nmarkers = browser\n")
    return place


def test_what_is_fenced_writes_nothing_outside_and_sees_no_other_process(
    tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    for place, code in ((tree, 0), (outside, 1)):
        done = subprocess.run(fenced(tree.parent, ["touch", place / "new"]), capture_output=True, check=False)
        assert (done.returncode, (place / "new").exists()) == (code, code == 0)
    processes = subprocess.run(fenced(tree.parent, ["ls", "/proc"]), capture_output=True, text=True)
    assert len([name for name in processes.stdout.split() if name.isdigit()]) < 5


def test_a_fault_that_tests_notice_is_killed_and_another_lives(tree: Path) -> None:
    found = {mutant.fault: verdict(tree, "grown.py", mutant, (["test_grown.py"], [])) for mutant in mutants(MODULE)}
    assert found == {
        "condition turned round": "killed",
        "lte for lt": "survived",
        "11 for 10": "survived",
        "result left out": "killed",
        "sub for add": "killed",
        "2 for 1": "killed",
    }
    assert (tree / "grown.py").read_text() == MODULE


def test_who_survives_the_first_tests_meets_the_others(tree: Path) -> None:
    (turned,) = (mutant for mutant in mutants(MODULE) if mutant.fault == "sub for add")
    heaps = (["test_grown.py::test_large"], ["test_grown.py"])
    assert verdict(tree, "grown.py", turned, heaps) == "killed"
    assert verdict(tree, "grown.py", turned, (heaps[0], [])) == "survived"


def test_the_nearest_tests_come_first_and_those_of_an_imported_line_are_those_of_its_module() -> None:
    ways, status = "tests/derive/test_ways.py::test_a", "tests/derive/test_status.py::test_b"
    known = {"parley/derive/ways.py": {30: {ways, status}, 31: {"tests/words/test_reasons.py::test_c"}}}
    first, others = meeting(known, "parley/derive/ways.py", Mutant(30, 30, "", ""))
    assert (first, others) == (["tests/derive/test_ways.py", status], ["tests/derive"])
    first, _ = meeting(known, "parley/derive/ways.py", Mutant(23, 23, "", ""))
    assert first == ["tests/derive/test_ways.py", status, "tests/words/test_reasons.py::test_c"]


def test_a_sample_is_the_same_for_the_same_seed_and_keeps_to_its_place() -> None:
    one, same, other = (chosen(["parley/derive/ways.py"], 5, seed) for seed in (1, 1, 2))
    assert len(one) == 5
    assert one == same != other
    line = one[0][1].line
    assert {mutant.line for _, mutant in chosen([f"parley/derive/ways.py:{line}"], 99, 1)} == {line}


def test_what_was_changed_is_told_in_two_lines() -> None:
    (mutant,) = (mutant for mutant in mutants(MODULE) if mutant.fault == "lte for lt")
    assert changed(MODULE, mutant.text) == ["  - if number < 10:", "  + if number <= 10:"]


def test_the_tests_that_are_named_are_there() -> None:
    for test in UNTRACED:
        file, _, name = test.partition("::")
        assert f"def {name}(" in (ROOT / file).read_text()
    assert all((ROOT / module).exists() and (ROOT / test).exists() for module, test in ELSEWHERE.items())
