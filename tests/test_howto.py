"""The guides for contributors name files, symbols and commands that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from parley.cli import COMMANDS
from tests.sites import ROOT

GUIDES = sorted((ROOT / "docs/howto").glob("*.md"))
FILE = re.compile(r"`((?:parley|tests|theme|docs|briefs)/[\w./-]*|[A-Z]+\.md)`")
SYMBOL = re.compile(r"`([A-Za-z_]\w+)`(?:,| of| in) `(parley/[\w/]+\.py)`")
MADE_UP = {"tests/pages/test_NAME.py", "theme/templates/pages/NAME.html"}


def names_in(path: Path) -> set[str]:
    """The names that a module defines at its top, and the fields and functions of its classes."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
    return found


def test_there_are_guides() -> None:
    assert len(GUIDES) == 3
    listed = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert all(f"docs/howto/{guide.name}" in listed for guide in GUIDES)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_file_that_a_guide_names_is_there(guide: Path) -> None:
    named = set(FILE.findall(guide.read_text("utf-8"))) - MADE_UP
    assert len(named) > 8
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_symbol_stands_in_the_file_that_the_guide_gives(guide: Path) -> None:
    found = SYMBOL.findall(re.sub(r"\s+", " ", guide.read_text("utf-8")))
    assert found
    assert [(name, file) for name, file in found if name not in names_in(ROOT / file)] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_command_that_a_guide_shows_is_one(guide: Path) -> None:
    text = guide.read_text("utf-8")
    doors = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= doors
    assert set(re.findall(r"(?:build\.py|`parley) ([a-z]+)", text)) <= set(COMMANDS)
