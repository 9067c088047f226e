"""Parley does the work of its peers by its own pipeline: their pages and links, kept and made again as ever."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bench import generator
from bench.contestants import Contestant, contestants
from bench.fair import looked_at
from bench.runner import EDITED, Patience, measured, single

BRIEFS = 12
ACTORS = 8
SAME, PLAIN = contestants(Path("peers"))[:2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site")
    SAME.prepare(made, BRIEFS)
    return made


def build(folder: Path, contestant: Contestant = SAME) -> str:
    done = subprocess.run(contestant.command, cwd=folder, env=contestant.settled(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_there_is_a_page_for_each_brief_and_actor_and_two_lists(folder: Path) -> None:
    build(folder)
    output = folder / SAME.output
    names = {path.relative_to(output).as_posix() for path in output.rglob("*.html")}
    assert names == {
        *("index.html", "actors/index.html"),
        *(f"briefs/brief-{number}/index.html" for number in range(BRIEFS)),
        *(f"actors/actor-{number}/index.html" for number in range(ACTORS)),
    }
    assert (output / "feed.xml").exists()
    assert (output / "sitemap.xml").read_text().count("<loc>") == len(names)
    assert looked_at(output).dead == ()


def test_lists_are_whole(folder: Path) -> None:
    build(folder)
    every = [generator.brief(number, BRIEFS) for number in range(BRIEFS)]
    busiest = max(generator.actors(BRIEFS), key=lambda actor: sum(actor in brief["who"] for brief in every))
    page = (folder / f"output/actors/{busiest}/index.html").read_text()
    for number, brief in enumerate(every):
        if busiest in brief["who"]:
            assert f'"../../briefs/brief-{number}/">{brief["title"]}</a>' in page
        for id_, proposal in brief["proposals"].items():
            if proposal["by"] == busiest:
                assert f'"../../briefs/brief-{number}/#proposal-{id_}">{proposal["title"]}</a>' in page


def test_only_what_has_changed_is_made_again(folder: Path) -> None:
    build(folder)
    assert build(folder) == f"{BRIEFS + ACTORS + 2} pages, 0 files rendered, 0 written\n"
    SAME.edit(folder, EDITED, "first edit")
    assert build(folder) == f"{BRIEFS + ACTORS + 2} pages, 4 files rendered, 4 written\n"  # brief, home, two feeds
    assert "The first edit is new." in (folder / f"output/briefs/brief-{EDITED}/index.html").read_text()


def test_a_cold_build_finds_nothing_of_an_earlier_one(folder: Path) -> None:
    first = build(folder)
    SAME.forget(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["briefs", "site.yaml", "theme"]
    assert " 0 files rendered" not in build(folder)
    assert first


def test_the_build_without_cards_and_search_has_every_other_page(tmp_path: Path) -> None:
    PLAIN.prepare(tmp_path, BRIEFS)
    build(tmp_path, PLAIN)
    output = tmp_path / PLAIN.output
    assert (output / "timeline/index.html").exists()
    assert (output / "proposals/brief-0/proposal-0/index.html").exists()
    assert not (output / "pagefind").exists()
    assert not list(output.rglob("card.png"))


def test_each_task_is_measured_in_turns_until_time_is_up() -> None:
    told: list[str] = []
    rows = measured([SAME], BRIEFS, Patience(rounds=2, seconds=60), told.append)
    assert [(row.task, len(row.runs)) for row in rows] == [("cold", 2), ("one edited", 2), ("nothing changed", 2)]
    assert {row.pages for row in rows} == {BRIEFS + ACTORS + 2}
    assert rows[2].busy < rows[0].busy
    hurried = measured([SAME], BRIEFS, Patience(rounds=5, seconds=0.001), told.append)
    assert [len(row.runs) for row in hurried] == [1, 1, 1]


def test_a_single_build_is_a_cold_one() -> None:
    told: list[str] = []
    row = single(SAME, BRIEFS, told.append)
    assert (row.task, row.pages, len(row.runs)) == ("cold", BRIEFS + ACTORS + 2, 1)
    assert told[0].startswith(f"{BRIEFS} briefs, once, Parley, same work: ")
