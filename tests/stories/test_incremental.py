"""A build after any edits gives what a build from nothing gives, byte for byte, and makes no more than has changed."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from parley.site import Order, built
from parley.site.inputs import code_mark
from parley.site.memory import file_for, recall
from parley.site.publish import published
from tests.reliability.figures import Chapter, Figures
from tests.sites import FILES, NOW, STORY, written

SECOND = """\
title: The ferry
published: 2025-05-03
topics: [Town planning, Rivers]
what: |
  Alder Traders ask for a ferry while the bridge is closed; see [[brief:bridge]] and [[reed]].
who:
  traders: Ask.
  harbour: Would run it.
actors:
  harbour: {name: Harbour Board, kind: organisation, speaks_for: council}
proposals:
  ferry: {title: Run a ferry, by: traders, to: [council, harbour], date: 2025-05-04, about: bridge/keep-open}
reactions:
  - {of: bridge/keep-open, by: harbour, date: 2025-05-12, stance: supports, why: It depends.}
next_steps:
  meeting: {title: The board meets, date: 2025-06-20, about: ferry}
"""
ACTORS = "mediator: {name: Vera Moll, kind: person, role: Mediator}\n"
SITE = {**FILES, "briefs/ferry.yaml": SECOND, "briefs/actors.yaml": ACTORS}


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


def brief(number: int) -> str:
    return (
        f"title: Story {number}\npublished: 2025-05-0{number % 9 + 1}\ntopics: [Rivers]\nwhat: It is about Ann Reed.\n"
        f"who: {{person-{number}: Says so.}}\nactors:\n  person-{number}: {{name: Person {number}, kind: person}}\n"
        f"proposals:\n  plan: {{title: Plan {number}, by: person-{number}, to: mediator, date: 2025-05-10}}\n"
    )


def replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new))


def swap(one: Path, other: Path) -> None:
    held = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(held)


def same_size_and_time(path: Path, old: str, new: str) -> None:
    assert len(old) == len(new)
    there = path.stat()
    replace(path, old, new)
    os.utime(path, ns=(there.st_atime_ns, there.st_mtime_ns))


def add(root: Path, chance: random.Random) -> None:
    number = chance.randrange(5)
    (root / f"briefs/story-{number}.yaml").write_text(brief(number))


def rename(root: Path, chance: random.Random) -> None:
    stories = sorted(root.glob("briefs/story-*.yaml"))
    if stories:
        chance.choice(stories).rename(root / f"briefs/story-{chance.randrange(5, 9)}.yaml")


def delete(root: Path, chance: random.Random) -> None:
    for path in sorted(root.glob("briefs/story-*.yaml"))[:1]:
        path.unlink()


def draft(root: Path, chance: random.Random) -> None:
    for path in sorted(root.glob("briefs/story-*.yaml"))[:1]:
        text = path.read_text()
        path.write_text(text.removeprefix("draft: true\n") if text.startswith("draft") else f"draft: true\n{text}")


def swap_two(root: Path, chance: random.Random) -> None:
    stories = sorted(root.glob("briefs/story-*.yaml"))
    if len(stories) > 1:
        swap(stories[0], stories[-1])


def template(root: Path, chance: random.Random) -> None:
    folder = root / "theme/templates/pages"
    folder.mkdir(parents=True, exist_ok=True)
    own = (
        '{% extends "!pages/brief.html" %}{% block main %}<p>'
        + str(chance.random())
        + "</p>{{ super() }}{% endblock %}"
    )
    (folder / "brief.html").write_text(own)


def no_theme(root: Path, chance: random.Random) -> None:
    shutil.rmtree(root / "theme", ignore_errors=True)


def style(root: Path, chance: random.Random) -> None:
    (root / "theme/css").mkdir(parents=True, exist_ok=True)
    (root / "theme/css/site.css").write_text(f"h1{{line-height:{chance.random():.2f}}}")


def move(root: Path, chance: random.Random) -> None:
    folder = root / "briefs/deeper"
    if folder.is_dir():
        for path in folder.iterdir():
            path.rename(root / "briefs" / path.name)
        folder.rmdir()
    else:
        folder.mkdir()
        for path in sorted(root.glob("briefs/story-*.yaml")):
            path.rename(folder / path.name)


def by_hand(root: Path, chance: random.Random) -> None:
    """Somebody edits, deletes or adds a file in the output."""
    output = root / "output"
    files = sorted(path for path in output.rglob("*") if path.is_file())
    if files:
        path = chance.choice(files)
        if chance.random() < 0.3:
            (path.parent / "stray.html").write_text("stray")
        elif chance.random() < 0.5:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-1] + b"!")


BRIDGE, FERRY = "briefs/bridge.yaml", "briefs/ferry.yaml"
EDITS: dict[str, Callable[[Path, random.Random], object]] = {
    "a summary": lambda root, chance: replace(root / BRIDGE, "wants to close", f"{chance.random()} wants to close"),
    "an actor's name": lambda root, chance: replace(root / BRIDGE, "Alder T", f"Alder {chance.choice('ABC')} T"),
    "an answer": lambda root, chance: replace(
        root / BRIDGE, "by: reed, date: 2025-05-10", "by: reed, date: 2025-05-11"
    ),
    "a role": lambda root, chance: replace(root / "briefs/actors.yaml", "Mediator", chance.choice(["Judge", "Dean"])),
    "a date to come": lambda root, chance: replace(root / FERRY, "2025-06-20", f"2025-06-{chance.randrange(10, 30)}"),
    "the site's name": lambda root, chance: replace(root / "site.yaml", "The Desk", f"The Desk {chance.randrange(3)}"),
    "nothing but a time": lambda root, chance: os.utime(root / BRIDGE),
    "same size and time": lambda root, chance: same_size_and_time(root / BRIDGE, "The council", "The sheriff"[:11]),
    "add": add,
    "rename": rename,
    "delete": delete,
    "draft": draft,
    "swap": swap_two,
    "a template": template,
    "no theme": no_theme,
    "a style": style,
    "folders": move,
    "the output": by_hand,
}


def test_after_any_edits_the_output_is_what_a_build_from_nothing_gives(tmp_path: Path, figures: Figures) -> None:
    builds = differing = made = fine = 0
    for number in range(figures.many(6, 2_000)):
        chance = random.Random(number)
        root = written(tmp_path / str(number), SITE)
        for _ in range(chance.randrange(3, figures.many(12, 30))):
            edits = chance.sample(sorted(EDITS), chance.choice([1, 1, 1, 2, 3]))
            for name in edits:
                EDITS[name](root, chance)
            found, done = build(root, root / "output")
            clean = built(order(root))
            builds += 1
            made += len(found.rendered)
            assert found.problems == clean.problems, edits
            if clean.site is None:
                assert done is None
                continue
            fine += 1
            differing += tree(root / "output") != dict(clean.site)
            assert tree(root / "output") == dict(clean.site), (number, edits)
    note = f"{number + 1:,} sequences; {fine:,} builds published, {made:,} files rendered"
    figures.tell(Chapter.INCREMENTAL, "builds after random edits that differ from a clean one", builds, differing, note)
    assert fine > builds / 2


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
    for number in range(tried := figures.many(25, 2_000)):
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


@pytest.mark.parametrize("left", ["settled", "marks", "files", "views", "inputs"])
def test_each_part_of_what_is_remembered_is_needed(tmp_path: Path, left: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test of the tests above: with one part taken as unchanged whatever it is, a stale page is seen."""
    from parley.site import making, units
    from parley.site.entries import Entries

    root = written(tmp_path, SITE)
    output = root / "output"
    if left == "settled":
        monkeypatch.setattr(units, "_settled", lambda dressing, theme: bytes(8))
    elif left == "marks":
        monkeypatch.setattr(Entries, "mark", lambda self, read: bytes(8))
    elif left == "views":
        monkeypatch.setattr(making, "view_mark", lambda page: bytes(8))
    build(root, output)
    if left == "files":
        memory = recall(file_for(root, output))
        assert memory is not None
        path = "briefs/bridge/index.html"
        (output / path).write_bytes(b"by hand")
    if left == "inputs":
        from parley.site import unchanged

        monkeypatch.setattr(unchanged, "inputs_mark", lambda order, beside: recall(file_for(root, output)).inputs)  # type: ignore[union-attr]
    if left == "settled":
        style(root, random.Random(1))
    elif left != "files":
        replace(root / BRIDGE, "It is not safe.", "It is not so.")
    build(root, output)
    stale = tree(output) != dict(built(order(root)).site or {})
    assert stale == (left != "files")


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
