"""A copy of a built-in file remembers its original, looks the same, and is told of when the original moves on."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.render.assets import assets
from parley.render.ejected import can_be_ejected, ejected, moved_on
from parley.render.pages import rendered
from parley.render.theme import built_in_texts, theme
from tests.render.example_pages import around_pages

BUILT_IN = Path(__file__).parents[2] / "theme"
TEXTS = {name: text for name, text in built_in_texts(BUILT_IN).items() if can_be_ejected(name)}


def test_a_theme_of_copies_makes_the_same_pages(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        if name != "icon.svg":  # whose pictures would go with it
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(ejected(name, text), encoding="utf-8")
    copied, plain = theme([tmp_path, BUILT_IN]), theme([BUILT_IN])
    assert copied.problems == ()
    assert rendered(around_pages(), copied) == rendered(around_pages(), plain)
    assert assets(copied) == assets(plain)


@pytest.mark.parametrize("name", ["templates/base.html", "css/tokens.css", "js/search.js", "icon.svg"])
def test_a_copy_is_told_when_its_original_moves_on(name: str) -> None:
    copy = ejected(name, TEXTS[name])
    assert not moved_on(name, copy + "changed by the site", TEXTS[name])
    assert moved_on(name, copy, TEXTS[name] + " ")


def test_a_file_without_a_mark_is_no_copy() -> None:
    assert not moved_on("css/base.css", "a { color: red }", "b")


def test_the_warning_names_the_file_and_how_to_see_the_difference(tmp_path: Path) -> None:
    path = tmp_path / "css/print.css"
    path.parent.mkdir()
    path.write_text(ejected("css/print.css", "an older one"), encoding="utf-8")
    (problem,) = theme([tmp_path, BUILT_IN]).problems
    assert (problem.code, problem.severity, problem.place.line) == ("theme-moved-on", "warning", 1)
    assert problem.place.file.endswith("css/print.css")
    assert "parley theme diff css/print.css" in problem.expected
