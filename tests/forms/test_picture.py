"""The picture of the guide is there, small, and can be made anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.forms.picture import PICTURE, picture
from tests.sites import ROOT

pytestmark = pytest.mark.browser


def test_the_guide_shows_a_picture_that_is_small() -> None:
    assert f"(pictures/{PICTURE.name})" in (ROOT / "docs/admin.md").read_text("utf-8")
    assert PICTURE.stat().st_size < 60_000


def test_the_script_makes_the_picture(tmp_path: Path, forms: Path) -> None:
    picture(tmp_path / "made.png", forms)
    with Image.open(tmp_path / "made.png") as made, Image.open(PICTURE) as shown:
        assert made.size == shown.size
        assert len(made.getcolors()) > 8  # no blank page
