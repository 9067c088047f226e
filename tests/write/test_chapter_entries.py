"""What the catalogue tells of the site's own pages is so."""

from pathlib import Path

import pytest

from parley.write.catalogue.chapters import ENTRIES
from parley.write.catalogue.entry import Entry
from parley.write.catalogue.sample import DAY, SAMPLE
from tests.sites import built_from


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_example_brings_about_its_problem_and_the_mend_takes_it_away(entry: Entry, tmp_path: Path) -> None:
    assert entry.whole
    files = {**SAMPLE, **entry.beside}
    wrong = built_from(tmp_path / "wrong", files | {entry.file: entry.wrong}, as_of=DAY.isoformat())
    assert {problem.code for problem in wrong.problems} == {entry.code}
    right = built_from(tmp_path / "right", files | {entry.file: entry.right}, as_of=DAY.isoformat())
    assert right.problems == ()
