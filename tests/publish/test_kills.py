"""SIGKILL: at every call that publishing makes, and at random moments of a larger build."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.publish import generation
from parley.publish.folder import Left, Published, publish
from tests.reliability.figures import Chapter, Figures

Site = dict[str, bytes]
Publishing = Callable[[Site], Published]
Holds = Callable[[Path, Site], bool]
CALLS = ["open", "write", "mkdir", "link", "rename", "replace", "unlink", "rmdir", "chmod", "chown", "utime", "fsync"]


def die_at(number: int) -> None:
    """From now on, the n-th call that changes the disk (or looks at a folder) is the last of this process."""
    calls = 0

    def dying(act: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return act(*arguments, **options)

        return watched

    for name in CALLS:
        setattr(os, name, dying(getattr(os, name)))
    generation.exchange = dying(generation.exchange)


@pytest.mark.parametrize("way", ["first", "swap", "swap, spare", "swap, spare, left", "in place", "in place, first"])
def test_a_kill_at_any_call_leaves_what_the_next_build_makes_whole_without_litter(
    tmp_path: Path,
    output: Path,
    sources: list[Path],
    litter: Callable[[], list[str]],
    small: Callable[[int], Site],
    holds: Holds,
    in_child: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    figures: Figures,
    way: str,
) -> None:
    spare = tmp_path / "spare" if "spare" in way else None
    old, new, newer = (small(number) for number in (1, 2, 3))
    if way.startswith("in place"):
        monkeypatch.setattr("parley.publish.generation._begun", no_swap)
    same = frozenset(path for path in new if new[path] == old.get(path))
    counts = {"old": 0, "new": 0, "mixed": 0, "leftovers": 0}
    left: Left | None = None
    killed, at = True, 0
    while killed:
        at += 1
        if "first" in way:
            shutil.rmtree(output, ignore_errors=True)
        if way == "in place, first":
            output.mkdir()
        elif way != "first":
            left = publish(old, output, sources, spare, left=left).left
            if "left" not in way:
                left = None

        def build(at: int = at, left: Left | None = left) -> None:
            die_at(at)
            publish(new, output, sources, spare, kept=same if left else frozenset(), left=left)

        killed = in_child(build).killed()
        was = holds(output, old) if output.exists() and any(output.iterdir()) else "first" in way
        state = "new" if holds(output, new) else "old" if was else "mixed"
        counts[state] += killed
        counts["leftovers"] += killed and bool(litter())
        left = publish(newer, output, sources, spare, left=left).left
        assert holds(output, newer)
        assert litter() == []
    wrong = 0 if way.startswith("in place") else counts["mixed"]
    note = ", ".join(f"{number} {state}" for state, number in counts.items()) + "; the next build clean, no litter"
    figures.tell(Chapter.FAULTS, f"kills at calls of publishing ({way})", at - 1, wrong, note)
    assert at > 15
    assert counts["mixed"] == 0 or way.startswith("in place")


def no_swap(*_: object) -> None:
    """In the place of the first step: as if the output were a mount."""
    raise generation.SwapImpossible


def test_a_kill_at_random_moments_leaves_the_old_site_or_the_new_one(
    output: Path,
    sources: list[Path],
    publishing: Publishing,
    make_site: Callable[..., Site],
    holds: Holds,
    litter: Callable[[], list[str]],
    in_child: Callable[..., Any],
    figures: Figures,
) -> None:
    sites = [make_site(number, 25) for number in range(2)]
    chance = random.Random(3)
    counts = {"leftovers": 0, "site 0": 0, "site 1": 0}
    publishing(sites[0])

    def build() -> None:
        while True:
            for site in reversed(sites):
                publish(site, output, sources)

    for trial in range(trials := figures.many(30, 1_000)):
        child = in_child(build)
        time.sleep(chance.uniform(0.001, 0.03))
        child.kill()
        assert child.killed()
        whole = [number for number, site in enumerate(sites) if holds(output, site)]
        assert len(whole) == 1
        counts[f"site {whole[0]}"] += 1
        counts["leftovers"] += bool(litter())
        publishing(sites[trial % 2])
        assert holds(output, sites[trial % 2])
        assert litter() == []
    note = f"a whole site each time, {counts['leftovers']:,} with something left, which the next build cleared up"
    figures.tell(Chapter.FAULTS, "kills at any time of publishing", trials, 0, note)
