"""A site that is built again and again in memory is the one that a build from nothing gives, whatever came before."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import msgspec

from parley.site import Order, built
from parley.site.live import Live, Stage
from tests.reliability.figures import Chapter, Figures
from tests.sites import NOW, STORY, written
from tests.stories.edits import BRIDGE, EDITS, FERRY, OUTSIDE, SITE, begun, brief, mended, replace


def order(root: Path) -> Order:
    return Order(root=root, now=NOW, extras=False)


def stages(live: Live) -> list[Stage]:
    return [stage for stage in live.stages(NOW) if stage is not None]


def page(stage: Stage, path: str) -> str:
    assert stage.site is not None
    return stage.site[path].decode()


def test_after_any_edits_it_is_what_a_build_from_nothing_gives(tmp_path: Path, figures: Figures) -> None:
    fine = left = 0
    for number in range(sequences := figures.many(6, 1_000)):
        desk = begun(tmp_path / str(number), number)
        chance, root = desk.chance, desk.root
        live = Live(order(root))
        for _ in range(chance.randrange(3, 10)):
            names = chance.sample(sorted(EDITS.keys() - OUTSIDE), chance.choice([1, 1, 2, 3]))
            for name in names:
                EDITS[name](desk)
            if chance.random() < 0.3:  # the next save comes before all is done
                list(islice(live.stages(NOW), chance.randrange(1, 40)))
                left += 1
                continue
            last, clean = stages(live)[-1], built(order(root))
            assert last.problems == clean.problems, (number, names)
            assert last.names == clean.names
            if clean.site is not None:
                fine += 1
                assert last.site is not None
                assert dict(last.site) == dict(clean.site), (number, names)
                assert last.pages == clean.pages
            else:
                mended(desk)
    what = "sites in memory after random edits that differ from a clean one"
    figures.tell(Chapter.INCREMENTAL, what, fine, 0, f"{sequences:,} sequences; {left:,} builds left midway")
    assert fine > sequences
    assert left


def test_every_page_is_found_before_any_other_is_made(tmp_path: Path) -> None:
    aliased = STORY.replace("title: The bridge", "title: The bridge\naliases: [old-bridge]", 1)
    root = written(tmp_path, {**SITE, BRIDGE: aliased})
    clean = built(order(root)).site
    assert clean is not None
    assert "briefs/old-bridge/index.html" in clean
    for path in clean:
        first = next(stage for stage in Live(order(root)).stages(NOW) if stage)
        assert first.site is not None
        assert first.site[path] == clean[path]
        assert "briefs/bridge/nothing.html" not in first.site


def linked_to_nowhere(root: Path, name: str) -> None:
    """A theme with a dead link on every page of a brief."""
    EDITS["a page's template"](begun(root, 1))
    replace(root / "theme/templates/pages/brief.html", "<p>", f'<p><a href="{name}/">there</a>')


def test_what_is_looked_at_is_shown_before_its_problems_are_known_and_told_once_they_are(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    live = Live(order(root))
    before = stages(live)[-1].problems
    linked_to_nowhere(root, "nowhere")
    first, *_, last = stages(live)
    assert first.problems is None
    assert "nowhere" in page(first, "briefs/bridge/index.html")
    assert before is not None
    assert last.problems is not None
    assert [problem.code for problem in set(last.problems) - set(before)] == ["dead-link"] * 2
    assert last.problems == built(order(root)).problems


def test_known_problems_stay_told_until_all_is_looked_at_again(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    linked_to_nowhere(root, "nowhere")
    live = Live(order(root))
    before = stages(live)[-1].problems
    replace(root / FERRY, "Would run it.", "Would run it soon.")
    assert {stage.problems for stage in stages(live)} == {None, before}


def test_a_fault_of_the_theme_leaves_the_last_good_site_and_its_problem_is_told_first(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    live = Live(order(root))
    good = stages(live)[-1]
    EDITS["a page's template"](begun(root, 1))
    file = root / "theme/templates/pages/brief.html"
    file.write_text(file.read_text().replace("<p>", "<p>{{ view.nothing.at_all }}"))
    first, *_, last = stages(live)
    assert [problem.code for problem in first.problems or () if problem.severity == "error"] == ["template"]
    assert first.site is last.site is good.site
    assert last.problems == built(order(root)).problems
    file.unlink()
    assert stages(live)[0].site is not good.site


def test_what_can_t_be_true_leaves_the_last_good_site(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    live = Live(order(root))
    good = stages(live)[-1]
    late = STORY.replace("date: 2025-05-10", "date: 2024-05-10")  # answered before it was proposed
    assert late != STORY
    (root / BRIDGE).write_text(late)
    clean = built(order(root))
    assert clean.site is None
    last = stages(live)[-1]
    assert last.problems == clean.problems
    assert last.site is good.site
    assert page(last, "briefs/bridge/index.html") == page(good, "briefs/bridge/index.html")


def test_only_what_has_changed_is_made_again(tmp_path: Path) -> None:
    root = written(tmp_path, {**SITE, "briefs/story-1.yaml": brief(1)})
    live = Live(order(root))
    stages(live)
    units = dict(live._workshop._units)
    replace(root / FERRY, "Would run it.", "Would run it, it says.")
    stages(live)
    after = live._workshop._units
    again = {name for name, unit in after.items() if units.get(name) is not unit}
    assert "brief/ferry" in again
    assert again.isdisjoint({"brief/story-1", "proposal/story-1/plan", "actor/person-1", "manifest", "style"})


def test_pages_that_nobody_asked_for_are_not_held(tmp_path: Path) -> None:
    live = Live(order(written(tmp_path, SITE)))
    last = stages(live)[-1]
    page(last, "briefs/ferry/index.html")
    replace(tmp_path / BRIDGE, "It is not safe.", "It is not so.")
    stages(live)
    assert live._workshop.lately()[0] == "brief/ferry"
    assert "timeline" not in live._workshop.lately()


def test_the_mark_is_of_what_was_read_and_not_of_the_way_to_it(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    live = Live(order(root))
    marks = []
    for title in ("The bridge", "The long bridge", "The bridge"):
        (root / BRIDGE).write_text(STORY.replace("title: The bridge", f"title: {title}"))
        site = stages(live)[-1].site
        assert site is not None
        marks.append(site.mark)
    other = stages(Live(order(root)))[-1].site
    assert other is not None
    assert marks[0] == marks[2] == other.mark != marks[1]


def test_nothing_of_earlier_builds_stays_in_memory(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    live = Live(order(root))
    for number in range(8):
        replace(root / FERRY, f"Would run it{'.' * number}", f"Would run it{'.' * (number + 1)}")
        stages(live)
    assert len({id(unit.world) for unit in live._workshop._units.values()}) == 1
    assert msgspec.structs.asdict(stages(live)[-1])["pages"]


def test_nothing_of_earlier_themes_stays_in_memory_while_no_build_is_finished(tmp_path: Path) -> None:
    root = written(tmp_path, SITE)
    live = Live(order(root))
    pages = [path for path in stages(live)[-1].site or () if path.endswith("/index.html")]
    slot = '{{% extends "!base.html" %}}{{% block footer_extra %}}<p>{}</p>{{% endblock %}}'
    for number, path in enumerate(pages[:12]):
        written(root, {"theme/templates/base.html": slot.format(number)})
        shown = next(stage for stage in live.stages(NOW) if stage)
        assert f"<p>{number}</p>" in page(shown, path)
    assert len(pages) >= 12
    assert len({unit.world.theme.digest for unit in live._workshop._units.values()}) <= 2
