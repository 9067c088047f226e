"""Links are held against each other again whenever any may lead elsewhere than before, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.publish import linked_pages
from parley.site import built
from tests.sites import written
from tests.stories.test_incremental import BRIDGE, FERRY, SITE, brief, build, order, replace

# A page that links to whatever its brief is called: "The bridge" leads to ../bridge/.
PAGE = (
    '{% extends "!pages/brief.html" %}{% block main %}'
    '<p><a href="../{{ view.frame.title[4:] }}/">there</a></p>{{ super() }}{% endblock %}'
)
LINKED = {**SITE, "theme/templates/pages/brief.html": PAGE}


def dead(root: Path) -> list[str]:
    """What is told of dead links after a build of what has changed; all that is told is that of a clean build."""
    found, _ = build(root, root / "output")
    assert found.problems == built(order(root)).problems
    assert found.site is not None
    return [problem.found for problem in found.problems if problem.code == "dead-link"]


def test_a_link_that_dies_and_comes_alive_is_told_as_by_a_clean_build(tmp_path: Path) -> None:
    root = written(tmp_path, LINKED)
    assert dead(root) == []
    replace(root / BRIDGE, "title: The bridge", "title: The brook")
    assert dead(root) == ['a link to "../brook/" (no such page)']
    replace(root / BRIDGE, "title: The brook", "title: The ./brook")  # to the same place, by another way
    assert dead(root) == ['a link to ".././brook/" (no such page)']
    replace(root / FERRY, "Would run it.", "Would run it, it says.")
    assert dead(root) == ['a link to ".././brook/" (no such page)']
    replace(root / BRIDGE, "title: The ./brook", "title: The bridge")
    assert dead(root) == []


def test_a_link_is_told_when_what_it_leads_to_goes(tmp_path: Path) -> None:
    root = written(tmp_path, {**LINKED, "briefs/other.yaml": brief(3).replace("Story 3", "The ferry")})
    assert dead(root) == []
    (root / FERRY).rename(root / "briefs/boats.yaml")
    assert dead(root) == ['a link to "../ferry/" (no such page)'] * 2  # of its own page, and of one that did not change


def test_they_are_not_looked_at_where_no_page_leads_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = written(tmp_path, SITE)
    looks = []
    monkeypatch.setattr(linked_pages, "missing", lambda facts: looks.append(len(facts)) or frozenset())
    build(root, root / "output")
    assert len(looks) == 1
    replace(root / FERRY, "Would run it.", "Would run it, it says.")
    found, _ = build(root, root / "output")
    assert found.rendered
    assert len(looks) == 1
