"""Pages made on other machines: a real Dask cluster makes the very bytes that this process makes, or none."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.generator import for_parley
from parley.pages.every import unit_names
from parley.site import Order, built
from parley.site.order import NoWorkers
from parley.site.workers import every_made
from tests.site.benches import bench_of
from tests.site.clusters import Cluster, cluster_of, needs_dask
from tests.sites import FILES, NOW, ROOT, run, written

pytestmark = [needs_dask, pytest.mark.filterwarnings("default")]  # whatever Dask warns of is its own affair
BROKEN = {"theme/templates/pages/actor.html": "<p>\n{{ view.nothing }}"}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """One for the tests that leave it as it is."""
    with cluster_of(tmp_path_factory.mktemp("cluster"), 2) as cluster:
        yield cluster


def test_the_real_briefs_become_the_same_bytes(cluster: Cluster) -> None:
    here = built(Order(ROOT, NOW, jobs=1))
    there = built(Order(ROOT, NOW, executor=cluster.address))
    assert here.site is not None
    assert there.site is not None
    assert dict(there.site) == dict(here.site)
    assert there.problems == here.problems


def test_a_hundred_briefs_become_the_same_bytes_and_problems(cluster: Cluster, tmp_path: Path) -> None:
    for_parley(tmp_path, 100)
    here = built(Order(tmp_path, NOW, jobs=1, extras=False))
    there = built(Order(tmp_path, NOW, executor=cluster.address, extras=False))
    assert here.site is not None
    assert there.site is not None
    assert dict(there.site) == dict(here.site)
    assert there.problems == here.problems
    assert here.problems, "there is something to tell"


def test_drafts_days_addresses_and_an_own_theme_go_along(cluster: Cluster, tmp_path: Path) -> None:
    draft = "draft: true\ntitle: Later\npublished: 2025-05-02\nwhat: W\nwho: {reed: R}\n"
    own = {"theme/css/site.css": ":root { --accent: light-dark(#123456, #abcdef) }\n", "briefs/sub/later.yaml": draft}
    wish = {"as_of": NOW.date().replace(day=15, month=5), "drafts": True, "address": "https://other.example/x/"}
    root = written(tmp_path, {**FILES, **own})
    here, there = built(Order(root, NOW, jobs=1, **wish)), built(Order(root, NOW, executor=cluster.address, **wish))
    assert here.site is not None
    assert there.site is not None
    assert dict(there.site) == dict(here.site)
    assert "briefs/later/index.html" in there.site


def test_a_fault_in_a_template_is_told_once_and_by_its_path_at_home(cluster: Cluster, tmp_path: Path) -> None:
    root = written(tmp_path, {**FILES, **BROKEN})
    here = built(Order(root, NOW, jobs=1, extras=False))
    there = built(Order(root, NOW, executor=cluster.address, extras=False))
    assert (here.site, there.site) == (None, None)
    assert there.problems == here.problems
    faults = [str(problem.place) for problem in there.problems if problem.code == "template"]
    assert faults == ["theme/templates/pages/actor.html:2:1"]


def test_the_command_builds_and_checks_with_it(cluster: Cluster, tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    assert run("check", "--pages", "--executor", cluster.address, cwd=root).returncode == 0
    done = run("build", "--executor", cluster.address, cwd=root)
    assert done.returncode == 0, done.stderr
    assert run("build", "--jobs", "1", "--output", "here", cwd=root).returncode == 0
    there = {path.name: path.read_bytes() for path in (root / "output").rglob("*.html")}
    assert there == {path.name: path.read_bytes() for path in (root / "here").rglob("*.html")}


def test_others_take_over_from_a_worker_that_is_lost_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    for_parley(tmp_path, 30)
    bench = bench_of(tmp_path)
    units = list(unit_names(bench.desk))
    (tmp_path / "cluster").mkdir()
    with cluster_of(tmp_path / "cluster", 2) as cluster:
        made = every_made(bench, units, Order(tmp_path, NOW, executor=cluster.address))
        first = next(made)
        cluster.processes[1].kill()
        assert [first, *made] == [bench.made(unit) for unit in units]


@pytest.mark.parametrize("lost", [slice(1, 3), slice(0, 3)], ids=["workers", "workers and scheduler"])
def test_where_nobody_is_left_no_site_comes_of_it(lost: slice, tmp_path: Path) -> None:
    for_parley(tmp_path, 30)
    bench = bench_of(tmp_path)
    units = list(unit_names(bench.desk))
    (tmp_path / "cluster").mkdir()
    with cluster_of(tmp_path / "cluster", 2) as cluster:
        made = every_made(bench, units, Order(tmp_path, NOW, executor=cluster.address))
        next(made)
        for process in cluster.processes[lost]:
            process.kill()
        with pytest.raises(NoWorkers, match="lost"):
            list(made)


def test_a_worker_with_other_code_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(ROOT / "parley", other / "parley")
    shutil.copytree(ROOT / "theme", other / "theme")
    (other / "parley" / "__init__.py").write_text('"""Parley of another day."""\n\n__version__ = "0.0.1"\n')
    root = written(tmp_path / "site", FILES)
    (tmp_path / "cluster").mkdir()
    with cluster_of(tmp_path / "cluster", 1) as cluster:
        cluster.worker(code=other)
        done = run("build", "--executor", cluster.address, cwd=root)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "would not make the same bytes: it has Parley 0.0.1, and here it is" in done.stderr
    assert not (root / "output").exists()


def test_a_cluster_without_workers_is_told(tmp_path: Path) -> None:
    root = written(tmp_path / "site", FILES)
    (tmp_path / "cluster").mkdir()
    with cluster_of(tmp_path / "cluster", 0) as cluster, pytest.raises(NoWorkers, match="has no workers"):
        built(Order(root, NOW, executor=cluster.address, extras=False))


def test_nobody_there_and_somebody_else_there_are_told_in_one_line(tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = run("build", "--executor", f"dask://127.0.0.1:{port}", cwd=root)
    assert (done.returncode, done.stderr) == (
        1,
        f"parley: what answers at 127.0.0.1:{port} is no Dask scheduler that can be spoken to\n",
    )
    done = run("build", "--executor", f"dask://127.0.0.1:{port}", cwd=root)
    assert (done.returncode, done.stderr) == (
        1,
        f"parley: no Dask scheduler can be reached at 127.0.0.1:{port}: Connection refused\n",
    )
