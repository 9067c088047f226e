"""Who makes the pages makes no difference: bytes, problems and what is remembered are the same."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import nullcontext
from pathlib import Path

import pytest

from bench.generator import for_parley
from parley.pages.every import SHARED, unit_names
from parley.site import Order, built
from parley.site import workers as hiring
from parley.site.making import Bench
from parley.site.order import NoWorkers
from parley.site.recipe import recipe_of
from parley.site.workers import WORTH_FORKING, Workers, every_made, forked, looks_at, shares, spawned, turns
from tests.site.benches import bench_of
from tests.sites import FILES, NOW, written

BRIEFS = 45  # more units than are worth one worker


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("briefs")
    for_parley(folder, BRIEFS)
    return folder


@pytest.fixture(scope="module")
def bench(root: Path) -> Bench:
    return bench_of(root, watch=True)


def units(bench: Bench) -> list[str]:
    return list(unit_names(bench.desk))


def test_one_two_and_eight_workers_make_the_same(root: Path, bench: Bench) -> None:
    assert len(units(bench)) > WORTH_FORKING, "else all are made in this process"
    alone = list(every_made(bench, units(bench), Order(root, NOW, jobs=1)))
    assert [made.unit for made in alone] == units(bench)
    assert all(made.reads for made in alone)
    for jobs in (2, 8):
        assert list(every_made(bench, units(bench), Order(root, NOW, jobs=jobs))) == alone


def test_a_fault_that_many_pages_meet_is_told_once_by_any_number_of_workers(root: Path, tmp_path: Path) -> None:
    for_parley(tmp_path, BRIEFS)
    written(tmp_path, {"theme/templates/pages/actor.html": "<p>\n{{ view.nothing }}"})
    one, two = (built(Order(tmp_path, NOW, jobs=jobs, extras=False)) for jobs in (1, 2))
    assert (one.site, two.site) == (None, None)
    assert two.problems == one.problems
    assert [str(problem.place) for problem in two.problems if problem.code == "template"] == [
        "theme/templates/pages/actor.html:2:1"
    ]


def test_workers_that_are_given_nothing_but_a_recipe_make_the_same(root: Path, bench: Bench) -> None:
    few = units(bench)[-70:]
    order = Order(root, NOW)
    made = list(hiring._made(spawned(recipe_of(order, bench), 2), bench, few))
    assert made == [bench.made(unit) for unit in few]


def test_files_whose_bytes_are_at_hand_are_not_made_again_by_anyone(root: Path, bench: Bench) -> None:
    unit = units(bench)[-1]
    known = {unit: {file.path: file.view for file in bench.made(unit).files}}
    knowing = Bench(bench.desk, bench.theme, known)
    for hired in (forked(knowing, 1), spawned(recipe_of(Order(root, NOW), bench), 1)):
        (made,) = hiring._made(hired, knowing, [unit])
        assert made.files
        assert all(file.body is None for file in made.files)


def test_a_worker_that_is_killed_is_told_and_no_site_comes_of_it(bench: Bench) -> None:
    with forked(bench, 2) as workers:
        found = hiring._made(nullcontext(workers), bench, units(bench))
        next(found)
        for process in list(workers.executor._processes.values()):  # type: ignore[attr-defined]
            os.kill(process.pid, signal.SIGKILL)
        with pytest.raises(NoWorkers, match="a worker was lost"):
            list(found)


def test_workers_end_when_nobody_wants_more_of_them(bench: Bench) -> None:
    found = hiring._made(forked(bench, 2), bench, units(bench))
    next(found)
    found.close()
    assert not [thread for thread in threading.enumerate() if "QueueManager" in thread.name]


def test_what_the_whole_site_shares_is_made_one_by_one() -> None:
    parts = shares(["home", "timeline", *(f"brief/{number}" for number in range(100))])
    assert [len(part) for part in parts] == [1, 1, 60, 40]
    assert {"home", "timeline"} <= set(SHARED)


def test_workers_that_are_forked_anew_again_and_again_make_the_same(
    root: Path, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = list(every_made(bench, units(bench), Order(root, NOW, jobs=1)))
    forks = []
    truly = hiring.forked
    monkeypatch.setattr(hiring, "forked", lambda bench, jobs: forks.append(jobs) or truly(bench, jobs))
    monkeypatch.setattr(hiring, "MOST_FOR_ONE_FORK", 100)
    monkeypatch.setattr(hiring, "BETWEEN_FORKS", 80)
    assert list(every_made(bench, units(bench), Order(root, NOW, jobs=2))) == alone
    assert len(forks) > 2
    assert len(forks) == len(list(turns(unit for unit in units(bench) if looks_at(unit) < hiring.AT_MUCH)))


def test_workers_are_forked_anew_once_they_looked_at_much(bench: Bench) -> None:
    some = [unit for unit in units(bench) if looks_at(unit) < hiring.AT_MUCH] * 60
    found = list(turns(some))
    assert [unit for turn in found for unit in turn] == some
    assert len(found) > 3
    assert all(sum(map(looks_at, turn[:-1])) < hiring.BETWEEN_FORKS for turn in found)
    assert list(turns([])) == []


def test_a_small_site_needs_no_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Workers:
        raise AssertionError("workers for a small site")

    monkeypatch.setattr(hiring, "forked", refuse)
    assert built(Order(written(tmp_path, FILES), NOW, jobs=8, extras=False)).site
