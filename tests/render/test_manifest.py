"""The manifest as JSON: what W3C's "Web Application Manifest" asks for, in the colours of the theme."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from parley.pages.social_parts import IconEntry, ManifestView
from parley.render.manifest import manifest_json
from parley.render.theme import theme

BUILT_IN = theme([Path(__file__).parents[2] / "theme"])
VIEW = ManifestView(
    name="The Desk of “Alder”",
    short_name="The Desk",
    description="Who said what",
    lang="ar",
    dir="rtl",
    icons=(IconEntry(src="assets/m.png", sizes="512x512", type="image/png", purpose="maskable"),),
)


def test_a_manifest_holds_all_of_its_view_and_addresses_that_work_at_any_path() -> None:
    assert json.loads(manifest_json(VIEW, BUILT_IN)) == {
        "name": "The Desk of “Alder”",
        "short_name": "The Desk",
        "description": "Who said what",
        "lang": "ar",
        "dir": "rtl",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#0f5c6e",
        "icons": [{"src": "assets/m.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"}],
    }


def test_its_colours_are_those_of_the_theme() -> None:
    css = ":root { --accent: light-dark(#7a1f5c, #ffffff) }"
    look = msgspec.structs.replace(BUILT_IN, styles={**BUILT_IN.styles, "site.css": css})
    assert json.loads(manifest_json(VIEW, look))["theme_color"] == "#7a1f5c"
