"""The ids of a site at a glance are those that reading finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.read.content import content
from parley.read.glanced import Glance
from tests.sites import FILES, ROOT, written


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path, {**FILES, "briefs/actors.yaml": "\ufeff# Who\nmayor: {name: M, kind: person}\n"})


@pytest.mark.parametrize("here", [True, False], ids=["our own briefs", "entries in braces"])
def test_what_is_seen_is_what_is_read(root: Path, here: bool) -> None:
    site = ROOT if here else root
    read, seen = content(site, drafts=True), Glance(site)
    assert sorted(seen.briefs()) == sorted(brief.slug for brief in read.briefs)
    assert set(seen.actors()) == {actor.id for actor in read.actors}.union(*(brief.actors for brief in read.briefs))
    for key in ("proposals", "next_steps", "sources"):
        found = sorted(f"{brief.slug}/{id_}" for brief in read.briefs for id_ in getattr(brief, key))
        assert found
        assert sorted(seen.of_briefs(key)) == found


def test_actors_of_briefs_can_be_told_from_those_that_all_share(root: Path) -> None:
    assert list(Glance(root).actors()) == ["mayor", "council", "traders", "reed"]
    assert list(Glance(root).actors(shared=False)) == ["council", "traders", "reed"]


@pytest.mark.parametrize(
    "text",
    [
        "sources:\n    one:\n        title: A\n\n    # a: comment\n    two: {title: B}\nwhat: |\n  three: no\n",
        "sources: # with a comment\r\n  one: {title: A}\r\n  two:\r\n    title: B\r\n",
        "what: [\nsources:\n  one: {title: A}\n  two:\n    title: 'B",
        "sources:\n  one:\n    inner: x\n  Two: no\n  two: x",
    ],
    ids=["deep", "windows", "broken", "cut off"],
)
def test_entries_are_seen_however_they_are_indented_and_whatever_else_is_wrong(tmp_path: Path, text: str) -> None:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs/a.yaml").write_bytes(text.encode())
    assert list(Glance(tmp_path).of_briefs("sources")) == ["a/one", "a/two"]


def test_where_there_is_no_site_nothing_is_seen(tmp_path: Path) -> None:
    seen = Glance(tmp_path)
    assert (list(seen.briefs()), list(seen.actors()), list(seen.of_briefs("sources"))) == ([], [], [])
