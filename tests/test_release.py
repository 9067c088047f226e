"""What a release is called is said in one way: in the package, to those who cite it, and in the list of changes."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

import parley

ROOT = Path(__file__).parent.parent
SECTION = re.compile(r"^## \[?(\d+\.\d+\.\d+)\]? - (\d{4}-\d{2}-\d{2})$", re.MULTILINE)


def test_those_who_cite_parley_name_the_version_of_the_package() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert str(cited["version"]) == parley.__version__


def test_the_newest_section_of_the_changelog_is_the_version_and_day_that_are_cited() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    released = SECTION.search(changes)
    headings = re.findall(r"^## (.+)$", changes, re.MULTILINE)
    assert headings[0] == "Unreleased" or released
    assert all(heading == "Unreleased" or SECTION.fullmatch(f"## {heading}") for heading in headings)
    if released:
        assert (released[1], released[2]) == (parley.__version__, str(cited.get("date-released")))
    else:
        assert "date-released" not in cited
