"""Wrong briefs by family, each with the one problem it has; and right ones that might be taken for wrong."""

import time

import pytest

from tests.read import town
from tests.read.corpus import containers, encodings, ids, layout, values, yaml_features
from tests.read.corpus.case import Case

FAMILIES = (layout, yaml_features, values, containers, ids, encodings)
CASES = [
    pytest.param(case, id=f"{family.__name__.rpartition('.')[2]}: {case.name[:60]}")
    for family in FAMILIES
    for case in family.CASES
]


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_brief_has_one_problem_at_its_place_and_a_right_one_none(case: Case, tmp_path):
    began = time.process_time()
    problems = town.read(tmp_path, {"briefs/town.yaml": case.text}).problems
    taken = time.process_time() - began
    expected = [("briefs/town.yaml", case.line, case.code)] if case.code else []
    assert [(p.place.file, max(p.place.line, 1), p.code) for p in problems] == expected, "\n".join(map(str, problems))
    assert all(map(town.well_formed, problems)), "\n".join(map(str, problems))
    assert taken < 2
