"""The picture of the architecture shows the rooms that there are, in the order that the imports keep."""

from __future__ import annotations

import itertools
import tomllib

import lxml.etree

from tests.sites import ROOT

PICTURE = ROOT / "docs/pictures/architecture.svg"
SVG = "{http://www.w3.org/2000/svg}"


def rooms() -> dict[str, float]:
    """The rooms of the picture, each with how far below the top it stands."""
    root = lxml.etree.parse(PICTURE).getroot()
    return {
        (room.findtext(f"{SVG}text") or ""): float(room.find(f"{SVG}rect").get("y")) for room in root.iter(f"{SVG}g")
    }


def test_every_room_is_in_the_picture_and_no_other() -> None:
    there = {path.parent.name for path in (ROOT / "parley").glob("*/__init__.py")}
    assert rooms().keys() == there


def test_rooms_stand_in_the_order_of_the_layers() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = [layer.split(" | ") for layer in config["tool"]["importlinter"]["contracts"][0]["layers"]]
    heights = [[rooms()[name] for name in layer if name in rooms()] for layer in layers]
    heights = [layer for layer in heights if layer]
    assert len(heights) == 5
    assert all(max(above) < min(below) for above, below in itertools.pairwise(heights))


def test_the_page_shows_it_and_says_what_it_shows() -> None:
    assert "](pictures/architecture.svg)" in (ROOT / "docs/architecture.md").read_text("utf-8")
    root = lxml.etree.parse(PICTURE).getroot()
    assert root.get("role") == "img"
    assert "Imports only point down" in (root.findtext(f"{SVG}desc") or "")
