"""The recipe: one folder and one day make one site, or the problems why not."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from parley.site import Order, built, built_in_theme, checked, sources, theme_folders
from tests.sites import FILES, NOW, STORY, built_from, written

LATE = "briefs/late.yaml"
LATE_TEXT = "title: Late\npublished: 2025-05-20\nreview_by: 2025-05-25\nwhat: W\nwho: {reed: R}\n"


def order(root, **given) -> Order:
    return Order(root=root, now=NOW, **{"extras": False, **given})


def codes(problems) -> list[str]:
    return [problem.code for problem in problems]


class Sound:
    """A site that was built once: what came of it, what was told meanwhile, and the files before and after."""

    def __init__(self, root: Path) -> None:
        written(root, {**FILES, LATE: f"draft: true\n{LATE_TEXT}"})
        self.stages: list[str] = []
        self.before = sorted(root.rglob("*"))
        self.built = built(order(root), self.stages.append)
        self.after = sorted(root.rglob("*"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Sound:
    return Sound(tmp_path_factory.mktemp("sound"))


def test_a_site_is_a_mapping_from_path_to_bytes(sound):
    found = sound.built
    assert found.problems == ()
    assert found.briefs == 1
    assert found.pages == sum(path.endswith(".html") for path in found.site) > 5
    assert all(isinstance(body, bytes) for body in found.site.values())
    assert not any(path.startswith(("/", ".")) or ".." in path.split("/") for path in found.site)


def test_the_same_folder_makes_the_same_bytes_wherever_it_stands(sound, tmp_path):
    assert Sound(tmp_path / "deeper" / "still").built == sound.built


def test_building_writes_nothing(sound):
    assert sound.before == sound.after


def test_whoever_watches_is_told_which_stage_begins(sound):
    assert sound.stages == ["reading", "working out where things stand", "rendering", "checking links"]


def test_an_error_leaves_no_site_and_does_not_hide_what_others_have_to_tell(tmp_path):
    own = LATE_TEXT.replace("reed", "late") + "actors: {late: {name: L, kind: person}}\n"
    files = {**FILES, "briefs/a-late.yaml": own, "briefs/bridge.yaml": STORY.replace("by: reed", "by: red")}
    found = built_from(tmp_path, files)
    assert found.site is None
    assert codes(found.problems) == ["review-due", "unknown-actor"], "in the order of files, whoever found them"


def test_a_fault_in_what_all_briefs_share_is_told_before_anything_is_worked_out(tmp_path):
    found = built_from(tmp_path, {**FILES, LATE: LATE_TEXT, "site.yaml": "nam: X\n"})
    assert found.site is None
    assert codes(found.problems) == ["unknown-key"]


def test_a_warning_is_told_and_the_site_is_built_but_not_where_all_must_be_well(tmp_path):
    found = built_from(tmp_path, {**FILES, LATE: LATE_TEXT})
    assert "briefs/late/index.html" in found.site
    assert {problem.severity for problem in found.problems} == {"warning"}
    strict = built_from(tmp_path, {}, strict=True)
    assert strict.site is None
    assert {problem.severity for problem in strict.problems} == {"error"}


def test_checking_tells_what_building_would(tmp_path):
    files = {**FILES, LATE: LATE_TEXT, "briefs/bridge.yaml": STORY.replace("by: reed", "by: red")}
    assert checked(order(written(tmp_path, files))) == built(order(tmp_path)).problems != ()


def test_what_comes_later_is_left_out_as_of_a_day(tmp_path):
    assert "briefs/late/index.html" not in built_from(tmp_path, {**FILES, LATE: LATE_TEXT}, as_of="2025-05-19").site


@pytest.mark.parametrize(("zone", "due"), [("Pacific/Kiritimati", True), ("America/New_York", False)])
def test_the_day_is_that_of_the_sites_own_zone(zone, due, tmp_path):
    root = written(tmp_path, {**FILES, LATE: LATE_TEXT, "site.yaml": f"time_zone: {zone}\n"})
    evening = dt.datetime(2025, 5, 25, 12, tzinfo=dt.UTC)  # the 26th in one, the 25th in the other
    problems = checked(msgspec.structs.replace(order(root), now=evening))
    assert codes(problems) == (["review-due"] if due else [])


def test_a_draft_is_built_only_where_drafts_are_asked_for(sound, tmp_path):
    assert "briefs/late/index.html" not in sound.built.site
    drafted = built_from(tmp_path, {**FILES, LATE: f"draft: true\n{LATE_TEXT}"}, drafts=True)
    assert "briefs/late/index.html" in drafted.site


def test_an_address_of_the_order_takes_the_place_of_the_settings(sound, tmp_path):
    assert b"https://desk.example/" in sound.built.site["index.html"]
    other = built(order(written(tmp_path, FILES), address="https://preview.example/")).site["index.html"]
    assert b"https://desk.example/" not in other


def test_a_folder_without_briefs_is_a_problem_and_no_site(tmp_path):
    found = built(order(tmp_path))
    assert found.site is None
    assert codes(found.problems) == ["no-briefs-folder"]


def test_a_sites_own_theme_comes_before_the_built_in_one(tmp_path):
    assert theme_folders(tmp_path) == [built_in_theme()]
    (tmp_path / "theme").mkdir()
    assert theme_folders(tmp_path) == [tmp_path / "theme", built_in_theme()]
    assert theme_folders(built_in_theme().parent) == [built_in_theme()], "a checkout is its own theme"


def test_everything_that_a_site_is_made_from_is_a_source(tmp_path):
    assert sources(tmp_path)[0] == tmp_path
    assert {tmp_path / "briefs", tmp_path / "site.yaml", tmp_path / "theme", built_in_theme()} <= set(sources(tmp_path))


def test_a_page_that_a_template_cannot_make_is_one_problem_however_many_lead_to_it(tmp_path):
    found = built_from(tmp_path, {**FILES, "theme/templates/pages/brief.html": "{{ 1 // 0 }}"})
    assert found.site is None
    assert codes(found.problems) == ["template"]
