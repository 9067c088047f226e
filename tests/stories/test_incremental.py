"""A build after any edits gives what a build from nothing gives, byte for byte, and makes no more than has changed."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from parley.site import Order, built
from parley.site.inputs import code_mark
from parley.site.memory import file_for
from parley.site.publish import published
from tests.reliability.figures import Chapter, Figures
from tests.sites import NOW, STORY, written
from tests.stories.edits import BRIDGE, EDITS, FERRY, SITE, begun, brief, by_hand, mended, replace


def order(root: Path, **given: object) -> Order:
    return Order(**{"root": root, "now": NOW, "extras": False, **given})  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".parley"
    }


def build(root: Path, output: Path, **given: object):
    return published(order(root, **given), output, lambda _: None, lambda _: None)


def test_after_any_edits_the_output_is_what_a_build_from_nothing_gives(tmp_path: Path, figures: Figures) -> None:
    builds = differing = told = made = fine = 0
    tried: Counter[str] = Counter()
    for number in range(figures.many(5, 2_000)):
        desk = begun(tmp_path / str(number), number)
        for _ in range(desk.chance.randrange(3, figures.many(12, 30))):
            edits = desk.chance.sample(sorted(EDITS), desk.chance.choice([1, 1, 1, 2, 3]))
            for name in edits:
                EDITS[name](desk)
            tried.update(edits)
            found, done = build(desk.root, desk.root / "output", **desk.wish)
            clean = built(order(desk.root, **desk.wish))
            builds += 1
            made += len(found.rendered)
            told += found.problems != clean.problems
            assert found.problems == clean.problems, (number, edits)
            if clean.site is None:
                assert done is None
                mended(desk)
                continue
            fine += 1
            differing += tree(desk.root / "output") != dict(clean.site)
            assert tree(desk.root / "output") == dict(clean.site), (number, edits)
        shutil.rmtree(desk.root)
    note = (
        f"{number + 1:,} sequences of {len(tried)} of {len(EDITS)} kinds; {fine:,} published, {made:,} files rendered"
    )
    figures.tell(Chapter.INCREMENTAL, "builds after random edits that differ from a clean one", builds, differing, note)
    assert fine > builds / 2


def test_with_social_cards_and_the_search_index_it_is_the_same(tmp_path: Path, figures: Figures) -> None:
    builds = differing = 0
    for number in range(figures.many(1, 20)):
        desk = begun(tmp_path / str(number), number)
        for _ in range(figures.many(3, 12)):
            for name in desk.chance.sample(sorted(EDITS), 2):
                EDITS[name](desk)
            mended(desk)
            build(desk.root, desk.root / "output", **desk.wish, extras=True)
            clean = built(order(desk.root, **desk.wish, extras=True))
            builds += 1
            differing += clean.site is None or tree(desk.root / "output") != dict(clean.site)
    figures.tell(Chapter.INCREMENTAL, "the same with social cards and the index of the search", builds, differing)
    assert differing == 0


def test_what_has_not_changed_is_not_made_again_and_nothing_is_written(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    first, _ = build(root, root / "output")
    times = {path: path.stat().st_mtime_ns for path in (root / "output").rglob("*")}
    again, done = build(root, root / "output")
    assert done is not None
    assert (done.written, done.deleted, done.how) == (0, 0, "nothing to do")
    assert again.rendered == {}
    assert again.problems == first.problems
    assert (again.pages, again.briefs) == (first.pages, first.briefs)
    assert times == {path: path.stat().st_mtime_ns for path in (root / "output").rglob("*")}


def test_an_edit_renders_only_the_pages_that_show_it_and_says_why(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    build(root, root / "output")
    replace(root / FERRY, "Would run it.", "Would run it, it says.")
    found, done = build(root, root / "output")
    assert done is not None
    assert found.rendered["briefs/ferry/index.html"] == 'changed: the brief "ferry"'
    assert "briefs/bridge/index.html" not in found.rendered
    assert done.written == len(found.rendered) < 12


def test_a_change_that_shows_nowhere_renders_nothing(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    build(root, root / "output")
    replace(root / FERRY, "topics: [Town planning, Rivers]", "topics: [Town planning, Rivers]   # a comment")
    found, done = build(root, root / "output")
    assert done is not None
    assert (found.rendered, done.how) == ({}, "nothing to do")


@pytest.mark.parametrize(
    "wish", [{"drafts": True}, {"strict": True}, {"as_of": NOW.date()}, {"address": "https://a.example/"}]
)
def test_another_wish_is_another_build(tmp_path: Path, wish: dict[str, object]) -> None:
    root = written(tmp_path, {**SITE, "briefs/late.yaml": f"draft: true\n{brief(3)}"})
    build(root, root / "output")
    found, done = build(root, root / "output", **wish)
    clean = built(order(root, **wish))
    assert found.problems == clean.problems
    if clean.site is None:
        assert done is None
    else:
        assert tree(root / "output") == dict(clean.site)


def test_another_day_is_another_build(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    build(root, root / "output")
    later = NOW.replace(month=8)
    build(root, root / "output", now=later)
    assert tree(root / "output") == dict(built(order(root, now=later)).site or {})


def test_whatever_happens_to_the_memory_the_site_is_right(tmp_path: Path, figures: Figures) -> None:
    root = written(tmp_path, SITE)
    output = root / "output"
    build(root, output)
    file = file_for(root, output)
    whole, wrong = file.read_bytes(), 0
    for number in range(tried := figures.many(8, 2_000)):
        chance = random.Random(number)
        replace(root / BRIDGE, "It is not safe.", f"It is not safe {number}.")
        at = chance.randrange(len(whole))
        file.write_bytes(
            chance.choice([whole[:at], whole[:at] + b"\0" + whole[at + 1 :], whole, b"", chance.randbytes(99)])
        )
        build(root, output)
        wrong += tree(output) != dict(built(order(root)).site or {})
    figures.tell(Chapter.INCREMENTAL, "builds with a damaged memory, or one of an earlier build", tried, wrong)
    assert wrong == 0


def test_whatever_is_edited_in_the_output_is_restored(tmp_path: Path, figures: Figures) -> None:
    desk = begun(tmp_path, 1)
    build(desk.root, desk.root / "output")
    whole = tree(desk.root / "output")
    wrong = 0
    for _ in range(tried := figures.many(12, 200)):
        by_hand(desk)
        build(desk.root, desk.root / "output")
        wrong += tree(desk.root / "output") != whole
    figures.tell(Chapter.INCREMENTAL, "outputs edited by hand that were not restored", tried, wrong)
    assert wrong == 0


def test_parley_itself_and_its_packages_are_part_of_what_a_build_depends_on() -> None:
    assert len(code_mark()) == 16
    assert code_mark() == code_mark()


def test_a_site_that_could_not_be_fineis_not_remembered(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    build(root, root / "output")
    before = tree(root / "output")
    (root / BRIDGE).write_text(STORY.replace("by: reed", "by: nobody"))
    found, done = build(root, root / "output")
    assert (found.site, done) == (None, None)
    assert tree(root / "output") == before
    (root / BRIDGE).write_text(STORY)
    again, _ = build(root, root / "output")
    assert again.rendered == {}
    assert msgspec.structs.asdict(again)["problems"] == built(order(root)).problems


def test_of_very_many_units_it_is_remembered_only_whether_anything_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = written(tmp_path, SITE)
    build(root, root / "output")
    monkeypatch.setattr("parley.site.units.MOST_REMEMBERED", 3)
    for old, new in (("Would run it.", "Would run it, it says."), ("it says.", "perhaps.")):
        replace(root / FERRY, old, new)
        found, done = build(root, root / "output")
        assert done is not None
        assert found.units[0] == found.units[1]
        assert 0 < done.written < 12
        site = built(order(root)).site
        assert site is not None
        assert tree(root / "output") == dict(site)
        found, done = build(root, root / "output")
        assert done is not None
        assert (found.rendered, done.how) == ({}, "nothing to do")
