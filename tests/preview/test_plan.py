from __future__ import annotations

from pathlib import Path

import pytest

from parley.preview.plan import links_in, plan_for, unlinked


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("project/briefs/2026", "project/theme", "project/output", "elsewhere/deep"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "project/site.yaml").touch()
    return tmp_path.resolve() / "project"


def folders(plan) -> dict[str, bool]:
    return {folder: below for folder, (below, _) in plan.folders.items()}


def test_a_folder_is_watched_with_all_below_and_a_file_through_its_folder(project):
    plan = plan_for([project / "briefs", project / "site.yaml"], [])
    assert folders(plan) == {str(project): False, str(project / "briefs"): True}


def test_a_folder_inside_a_watched_one_is_not_watched_twice(project):
    plan = plan_for([project / "briefs" / "2026", project / "briefs"], [])
    assert folders(plan) == {str(project): False, str(project / "briefs"): True}


def test_what_does_not_exist_is_watched_for_in_the_nearest_folder_that_does(project):
    plan = plan_for([project / "new/deeper/site.yaml"], [])
    assert folders(plan) == {str(project): False}
    assert plan.leads_to_a_place(str(project / "new"))


def test_a_link_is_watched_where_it_stands_and_where_it_points(project):
    (project / "linked").symlink_to(project.parent / "elsewhere")
    plan = plan_for([project / "linked"], [])
    assert folders(plan) == {
        str(project): False,
        str(project.parent): False,
        str(project.parent / "elsewhere"): True,
    }
    assert plan.matters(str(project / "linked"), ())
    assert plan.matters(str(project.parent / "elsewhere/deep/a"), ())


@pytest.mark.parametrize(
    ("path", "matters"),
    [
        ("briefs", True),
        ("briefs/a.yaml", True),
        ("briefs/2026/b.yaml", True),
        ("site.yaml", True),
        ("site.yaml.new", False),
        ("sit", False),
        ("briefs2/a.yaml", False),
        ("briefs/.git/index", False),
        ("briefs/__pycache__/x.py", False),
        ("briefs/a.yaml~", False),
        ("briefs/cache/x", False),
        ("briefs/cached", True),
        ("output/index.html", False),
    ],
)
def test_only_writes_to_what_is_watched_matter(project, path, matters):
    plan = plan_for([project / "briefs", project / "site.yaml"], [])
    ignored = (str(project / "output"), str(project / "briefs/cache"))
    assert plan.matters(str(project / path), ignored) is matters


def test_litter_above_a_watched_folder_hides_nothing(tmp_path):
    folder = tmp_path.resolve() / "node_modules" / "x~" / "briefs"
    folder.mkdir(parents=True)
    assert plan_for([folder], []).matters(str(folder / "a.yaml"), ())


def test_links_are_followed_inside_the_project_and_not_out_of_it(project):
    briefs = project / "briefs"
    (briefs / "to-theme").symlink_to(project / "theme")
    (briefs / "2026/to-file.yaml").symlink_to(project / "site.yaml")
    (briefs / "out").symlink_to(project.parent / "elsewhere")
    (briefs / "2026/around").symlink_to(briefs)
    (briefs / "up").symlink_to(project)
    (briefs / "self").symlink_to(briefs / "self")
    assert set(links_in(briefs, [project])) == {briefs / "to-theme", briefs / "2026/to-file.yaml"}


def test_a_path_is_freed_of_links_but_for_its_end(project, monkeypatch):
    (project / "way").symlink_to(project / "briefs")
    (project / "briefs/end").symlink_to(project / "theme")
    assert unlinked(project / "way/end") == project / "briefs/end"
    monkeypatch.chdir(project / "way/2026")
    assert unlinked(Path("..")) == project / "briefs"
    assert unlinked(Path()) == project / "briefs/2026"
