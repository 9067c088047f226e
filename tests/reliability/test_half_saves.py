"""Sources that are saved while a site is built of them: what is published was saved whole.

A program that leaves half a file there for longer than a build takes has, for all that can be seen, saved it so.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from parley.site import Order
from parley.site import publish as publishing
from parley.site.order import Unsteady
from parley.site.publish import published
from tests.reliability.figures import Chapter, Figures
from tests.sites import FILES, NOW, STORY, written

WRITER = """
import sys, time
path, text, pause = sys.argv[1], sys.argv[2], float(sys.argv[3])
number = 0
while True:
    number += 1
    now = text.replace("NUMBER", str(number) if sys.argv[4] == "new" else "1")
    half = now.index("why_it_matters:")
    with open(path, "w") as file:
        file.write(now[:half])
        file.flush()
        time.sleep(pause)
        file.write(now[half:])
    time.sleep(float(sys.argv[5]))
"""
SAVED = STORY.replace("The bridge", "Bridge first-NUMBER-first", 1).replace(
    "costs the traders their summer", "last-NUMBER-last"
)  # cut in half, it is a brief without fault

PAGE = "briefs/bridge/index.html"


@contextmanager
def saving(path: Path, pause: float, rest: float, what: str) -> Iterator[None]:
    """A program that saves a brief in two halves with so many seconds in between, and again after a rest: ``new`` words
    each time, or the ``same``."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path), SAVED, str(pause), what, str(rest)])
    try:
        yield
    finally:
        process.kill()
        process.wait()


def order(root: Path) -> Order:
    return Order(root, NOW, extras=False)


def ends(output: Path) -> list[set[str]]:
    """The numbers that stand in the first half of the brief that is published, and in the last."""
    page = (output / PAGE).read_text()
    return [set(re.findall(f"{end}-(\\w+)-{end}", page)) for end in ("first", "last")]


def test_no_half_of_a_save_is_ever_published(tmp_path: Path, figures: Figures) -> None:
    half = none = whole = 0
    times = [(0.0, 0.0), (0.001, 0.001), (0.05, 0.05), (0.02, 3.0)]
    ways = [(*time, what) for time in times for what in ("new", "same")]
    each = figures.many(1, 125)
    for pause, rest, what in ways:
        root = written(tmp_path / f"{pause}-{what}", {**FILES, "briefs/bridge.yaml": SAVED})
        output = root / "output"
        with saving(root / "briefs/bridge.yaml", pause, rest, what):
            for _ in range(each):
                try:
                    done = published(order(root), output, lambda _: None, lambda _: None)[1]
                except Unsteady:
                    done = None
                if done is None:
                    none += 1
                elif (output / PAGE).exists():
                    found = ends(output)
                    whole += found[0] == found[1] != set()
                    half += found[0] != found[1]
        (root / "briefs/bridge.yaml").write_text(SAVED)  # the program may have been killed amid a save
        assert published(order(root), output, lambda _: None, lambda _: None)[1] is not None
    note = f"{whole:,} whole, {none:,} not published, as the brief was saved all the time"
    figures.tell(Chapter.FAULTS, "sites published with half of a save", each * len(ways), half, note)
    assert half == 0


def test_a_save_while_a_site_is_made_is_in_the_site(tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    stages: list[str] = []

    def save_once(stage: str) -> None:
        if stage == "rendering" and stage not in stages:
            (root / "briefs/bridge.yaml").write_text(STORY.replace("The bridge", "The new bridge", 1))
        stages.append(stage)

    published(order(root), root / "output", save_once, lambda _: None)
    assert "The new bridge" in (root / "output/briefs/bridge/index.html").read_text()
    assert stages.count("rendering") == 2


def test_a_fault_in_half_of_a_save_is_not_told(tmp_path: Path) -> None:
    root = written(tmp_path, {**FILES, "briefs/bridge.yaml": STORY.partition("published")[0]})

    saved: list[str] = []

    def save(stage: str) -> None:
        if stage == "working out where things stand" and not saved:
            saved.append(stage)
            (root / "briefs/bridge.yaml").write_text(STORY)

    found, done = published(order(root), root / "output", save, lambda _: None)
    assert found.problems == ()
    assert done is not None


@pytest.mark.parametrize("same", [True, False])
def test_while_a_source_is_saved_all_the_time_nothing_is_published(tmp_path: Path, same: bool) -> None:
    root = written(tmp_path, FILES)
    published(order(root), root / "output", lambda _: None, lambda _: None)
    before = (root / "output/briefs/bridge/index.html").read_bytes()
    stages: list[str] = []

    def save(stage: str) -> None:
        stages.append(stage)
        (root / "briefs/bridge.yaml").write_text(f"{STORY}# {'' if same else len(stages)}\n")

    with pytest.raises(Unsteady, match="saved again and again"):
        published(order(root), root / "output", save, lambda _: None, quickly=False)
    assert stages.count("reading") == publishing.MOST_TRIES
    assert (root / "output/briefs/bridge/index.html").read_bytes() == before
