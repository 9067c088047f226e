"""The manifest's view: the site's names, and the icons that the theme has."""

from __future__ import annotations

import pytest

from parley.pages.desk import Desk, Dressing
from parley.pages.manifest import manifest_page, short_name
from parley.pages.social_parts import ManifestView
from tests.pages.conftest import ASSETS, desk_on, view_of


def manifest(**assets: str) -> ManifestView:
    found = desk_on("2025-05-17")
    page = manifest_page(Desk(found.library, found.found, Dressing({**ASSETS, **assets})))
    assert page.path == "manifest.webmanifest"
    return view_of(page, ManifestView)


def test_it_names_the_site_and_its_icons_by_where_they_lie() -> None:
    view = manifest(**{"icon-192.png": "assets/i.1.png", "maskable-512.png": "assets/m.2.png", "favicon.ico": "x"})
    assert (view.name, view.short_name, view.lang, view.dir) == ("Parley", "Parley", "en", "ltr")
    assert [(icon.src, icon.sizes, icon.purpose) for icon in view.icons] == [
        ("assets/icon.svg", "any", "any"),
        ("assets/i.1.png", "192x192", "any"),
        ("assets/m.2.png", "512x512", "maskable"),
    ]


def test_where_a_theme_has_but_an_icon_that_is_all_there_is() -> None:
    assert [icon.src for icon in manifest().icons] == ["assets/icon.svg"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Parley", "Parley"),
        ("The Desk of the Town", "The Desk of"),
        ("Auseinandersetzungen heute", "Auseinandersetzungen"),
    ],
)
def test_below_an_icon_stand_the_first_words_that_find_room(name: str, short: str) -> None:
    assert short_name(name) == short
