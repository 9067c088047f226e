"""The example theme is whole: it is built without a warning, shows what it changes, and all text in it is seen."""

from __future__ import annotations

import re

import pytest

from tests.sites import FILES, ROOT, built_from, texts

EXAMPLE = ROOT / "docs/examples/broadsheet"
OWN = {path.relative_to(EXAMPLE).as_posix(): path.read_text(encoding="utf-8")
       for path in sorted(EXAMPLE.rglob("*")) if path.is_file()}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    settings = OWN["site.yaml"] + "address: https://desk.example/\n"
    found = built_from(tmp_path_factory.mktemp("site"), {**FILES, **OWN, "site.yaml": settings}, strict=True)
    assert found.site is not None, "\n".join(map(str, found.problems))
    assert found.problems == ()  # among others: no budget passed, no copy of an older original, no accent unseen
    return texts(found.site)


def test_the_slot_is_filled_on_every_kind_of_page(site: dict[str, str]) -> None:
    for path in ("index.html", "briefs/bridge/index.html", "about/index.html", "404.html"):
        assert "Set as a broadsheet" in site[path], path


def test_the_block_of_one_page_is_overridden_and_keeps_what_was_there(site: dict[str, str]) -> None:
    assert "people of Alder" in site["index.html"]
    assert "The bridge" in site["index.html"]
    assert "people of Alder" not in site["briefs/bridge/index.html"]


def test_its_colours_and_fonts_reach_the_stylesheet(site: dict[str, str]) -> None:
    (css,) = [body for path, body in site.items() if path.endswith(".css")]
    assert "--accent:light-dark(#8c1c13,#ef9a8d)" in css
    assert '--serif:"Iowan Old Style"' in css
    assert "--bg:light-dark(#fcfaf5,#161513)" in css


def test_all_its_text_stands_out_from_its_ground(site: dict[str, str]) -> None:
    page = site["style/index.html"]
    assert re.search(r"\d:1", page)
    assert "too low" not in page


def test_it_knows_no_left_or_right() -> None:
    css = re.sub(r"/\*.*?\*/", "", OWN["theme/css/layout.css"], flags=re.DOTALL)
    assert not re.search(
        r"(?<![\w-])(?:left|right|top|bottom|width|height|(?:margin|padding|border)-(?:left|right|top|bottom))\s*:", css
    )
