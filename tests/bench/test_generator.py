"""Generated briefs are the same for the same number, of the size that was promised, and sound."""

from __future__ import annotations

from pathlib import Path

import yaml

from bench import generator
from parley.model.problem import errors
from parley.read.content import content

BRIEFS = 30


def test_a_brief_is_the_same_every_time_and_none_is_like_another() -> None:
    texts = [generator.as_yaml(generator.brief(number, BRIEFS)) for number in range(BRIEFS)]
    assert texts == [generator.as_yaml(generator.brief(number, BRIEFS)) for number in range(BRIEFS)]
    assert len(set(texts)) == BRIEFS
    assert all(3_000 < len(text) < 6_000 for text in texts)


def test_the_site_for_parley_is_sound(tmp_path: Path) -> None:
    generator.for_parley(tmp_path, BRIEFS)
    found = content(tmp_path)
    assert errors(found.problems) == []
    assert len(found.briefs) == BRIEFS
    assert len(found.actors) == max(BRIEFS // 5, 8)


def test_actors_whom_one_file_could_not_hold_stand_in_briefs(tmp_path: Path) -> None:
    generator.for_parley(tmp_path, BRIEFS, shared=2)
    found = content(tmp_path)
    assert errors(found.problems) == []
    assert len(found.actors) == 2
    assert len({id_ for brief in found.briefs for id_ in brief.actors}) == max(BRIEFS // 5, 8) - 2


def test_one_file_holds_the_actors_that_are_shared(tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    shared = generator.actors(5 * generator.SHARED)
    (tmp_path / "briefs/actors.yaml").write_text(generator.as_yaml(shared))
    found = content(tmp_path)
    assert errors(found.problems) == []
    assert len(found.actors) == generator.SHARED


def test_the_peers_get_the_same_facts(tmp_path: Path) -> None:
    generator.for_hugo(tmp_path, BRIEFS)
    for number in (0, BRIEFS - 1):
        _, front, body = (tmp_path / f"content/briefs/brief-{number}.md").read_text().split("---\n", 2)
        told, data = yaml.load(front, yaml.BaseLoader), generator.brief(number, BRIEFS)
        assert {key: told[key] for key in ("title", "who", "proposals", "rejections", "next_steps", "sources")} == {
            key: data[key] for key in ("title", "who", "proposals", "rejections", "next_steps", "sources")
        }
        assert "[[" not in body
        assert body.count("](/actors/") == 5
