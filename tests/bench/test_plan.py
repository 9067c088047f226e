"""What is measured at which size."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.contestants import contestants
from bench.plan import plan

EVERYONE = contestants(Path("peers"))
SLOW = "Parley, with cards and search"
NAMES = ["Parley, same work", "Parley", SLOW, "Hugo", "Eleventy", "Hugo, nothing written"]


@pytest.mark.parametrize(
    ("briefs", "turns", "once", "tenth", "saves"),
    [
        (100, NAMES, [], [], False),
        (1_000, [name for name in NAMES if name != SLOW], [], [], True),
        (10_000, [name for name in NAMES if name != SLOW], [], ["Parley, same work", "Parley"], True),
        (100_000, [], ["Parley, same work", "Parley"], ["Parley, same work", "Parley"], False),
    ],
)
def test_large_sites_are_built_by_fewer_and_less_often(
    briefs: int, turns: list[str], once: list[str], tenth: list[str], saves: bool
) -> None:
    found = plan(EVERYONE, briefs, [briefs])
    assert [one.name for one in found.turns] == turns
    assert [one.name for one in found.once] == once
    assert [one.name for one in found.tenth] == tenth
    assert found.saves is saves


def test_a_tenth_is_not_built_again_where_that_size_is_measured_anyway() -> None:
    assert plan(EVERYONE, 10_000, [1_000, 10_000]).tenth == ()
