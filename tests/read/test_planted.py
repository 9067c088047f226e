"""Planted faults: nearly all are told where they are, and in one run all of them."""

import random
import re
from pathlib import Path

import pytest

from parley.model.problem import Problem
from parley.read.content import content
from tests.read.full_brief import TWO
from tests.read.planting import KINDS, Kind, planted, planted_in_prose
from tests.read.town import ROOT, well_formed, written
from tests.reliability.figures import Chapter, Figures
from tests.sites import run

TELLABLE = [kind for kind in KINDS if not kind.syntax]
SOUND = """\
title: Story {n}
published: 2025-05-12
what: |
  The council met.[^minutes] [[reed]] spoke.
who:
  council: Decides.
proposals:
  plan-{n}:
    title: The plan
    by: traders
    to: council
    date: 2025-05-10
    says: It says so.
    note: A remark.
  second-{n}:
    title: Another plan
    kind: demand
    by: traders
    date: 2025-05-10
    source: minutes
rejections:
  - of: plan-{n}
    by: council
    date: 2025-05-11
    why: It is not safe.
    source: minutes
  - of: second-{n}
    by: council
    date: 2025-05-12
    why: It costs too much.
    note: Said in passing.
next_steps:
  report-{n}:
    title: The report
    date: 2025-07-01
    where: Alder
    about: plan-{n}
    certainty: expected
events:
  - date: 2025-05-09
    what: It rained.
    where: Alder
sources:
  minutes:
    title: Minutes
    publisher: Alder
    author: Jane Doe
    date: 2025-05-10
    url: https://example.org/minutes
    kind: official
corrections:
  - date: 2025-05-14
    was: It was May.
    now: It was June.
"""


def told_at(problems: tuple[Problem, ...], file: str, line: int) -> bool:
    return any(it.place.file == file and abs(max(it.place.line, 1) - line) <= 1 for it in problems)


@pytest.fixture(scope="module")
def real_site(tmp_path_factory) -> Path:
    """A copy of the briefs that come with Parley."""
    root = tmp_path_factory.mktemp("real")
    (root / "briefs").mkdir()
    for path in (path for path in (ROOT / "briefs").glob("*.yaml") if path.name.count(".") == 1):  # no translations
        (root / "briefs" / path.name).write_bytes(path.read_bytes())
    assert not [problem for problem in content(root).problems if problem.severity == "error"]
    return root


def outcomes(root: Path, file: str, kind: Kind | None, times: int) -> list[tuple[bool, int]]:
    """For each of some faults of one kind in one file: whether it was told at its line, and in how many messages."""
    path = root / file
    sound = path.read_text(encoding="utf-8")
    chance = random.Random(f"{file}{kind.name if kind else ''}")
    found = []
    for _ in range(times):
        spoilt = planted(sound, kind, chance, set()) if kind else planted_in_prose(sound, chance)
        if spoilt is None:
            break
        path.write_text(spoilt[0], encoding="utf-8")
        problems = content(root).problems
        assert all(map(well_formed, problems)), "\n".join(map(str, problems))
        found.append((told_at(problems, file, spoilt[1]), len(problems)))
    path.write_text(sound, encoding="utf-8")
    return found


def test_of_faults_in_the_briefs_95_in_100_are_told_within_a_line_and_nearly_all_in_one_message(
    real_site, tmp_path, figures: Figures
):
    found = []
    for kind in (*KINDS, None):
        for file in ("briefs/istanbul-talks.yaml", "briefs/tribunal-and-sanctions.yaml"):
            found += outcomes(real_site, file, kind, figures.many(2, 20))
        found += outcomes(written(tmp_path, TWO), "briefs/everything.yaml", kind, figures.many(6, 60))
    located = sum(at for at, _ in found) / len(found)
    alone = sum(messages == 1 for _, messages in found) / len(found)
    elsewhere = sum(not at for at, _ in found)
    told = f"{located:.1%}; {alone:.1%} in one message"
    figures.tell(Chapter.BAD_INPUT, "planted faults told within a line of their place", len(found), elsewhere, told)
    assert len(found) > 200
    assert located >= 0.95
    assert alone >= 0.9


def wrong_brief(number: int) -> tuple[str, list[int]]:
    """A brief with ten faults, each of another kind, and their lines."""
    chance = random.Random(number)
    text, lines = SOUND.replace("{n}", str(number)), []
    for kind in chance.sample(TELLABLE, len(TELLABLE)):
        spoilt = planted(text, kind, chance, {line - 1 for line in lines}) if len(lines) < 10 else None
        if spoilt:
            grown = spoilt[0].count("\n") - text.count("\n")
            text, line = spoilt
            lines = [old + grown if old >= line else old for old in lines] + [line]
    assert len(lines) == 10
    return text, sorted(lines)


def test_of_200_faults_in_20_briefs_one_run_tells_195_and_leaves_the_site_as_it_was(tmp_path, figures: Figures):
    good = {f"briefs/story-{number}.yaml": SOUND.replace("{n}", str(number)) for number in range(3)}
    root = written(tmp_path, {**good, "briefs/town.yaml": None})
    built = run("build", "--root", str(root))
    assert built.returncode == 0, built.stderr
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes()) for path in pages(root)}
    assert len(before) > 10

    wrong = [(f"briefs/story-{number}.yaml", *wrong_brief(number)) for number in range(20)]
    written(root, {file: text for file, text, _ in wrong} | {"briefs/town.yaml": None})
    ended = run("build", "--root", str(root))
    places = {
        (match[1], int(match[2]))
        for match in re.finditer(r"^.*?(briefs/story-\d+\.yaml):(\d+):\d+: error: ", ended.stderr, re.MULTILINE)
    }
    told = sum(
        bool(places & {(file, near) for near in (at - 1, at, at + 1)}) for file, _, lines in wrong for at in lines
    )
    figures.tell(Chapter.BAD_INPUT, "faults in 20 briefs, ten in each, told by one run", 200, 200 - told)
    assert told >= 195
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    assert ended.stderr.splitlines()[-1].endswith(f"nothing was published, {root}/output is as it was")
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes()) for path in pages(root)} == before


def pages(root: Path) -> list[Path]:
    return sorted(path for path in (root / "output").rglob("*") if path.is_file())
