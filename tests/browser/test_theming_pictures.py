"""The pictures of the guide to theming are there, small, and can be made anew."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

from tests.browser.theming_pictures import pictures
from tests.sites import ROOT

DOCS = ROOT / "docs"
NAMED = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (DOCS / "theming.md").read_text(encoding="utf-8"))


def test_the_guide_shows_pictures_that_are_small() -> None:
    assert len(NAMED) == 4
    assert all((DOCS / name).stat().st_size < 60_000 for name in NAMED)


def test_the_script_makes_those_that_the_guide_shows(tmp_path: Path) -> None:
    made = pictures(tmp_path, width=360, height=480)
    assert {path.name for path in made} == {Path(name).name for name in NAMED}
    seen = [Image.open(path).convert("RGB").tobytes() for path in made]
    assert len(set(seen)) == len(made)  # no two looks alike
