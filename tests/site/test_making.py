"""Units made by any number of workers: the same files, faults and reads."""

from __future__ import annotations

import pytest

from parley.pages.every import SHARED, unit_names
from parley.render.theme import theme
from parley.site import workers
from parley.site.folders import built_in_theme
from parley.site.making import Bench
from parley.site.order import Order
from parley.site.workers import every_made, shares
from tests.pages.conftest import desk_on
from tests.sites import NOW, ROOT


def by(jobs: int) -> Order:
    return Order(ROOT, NOW, jobs=jobs)


@pytest.mark.parametrize("jobs", [2, 3, 8])
def test_the_number_of_workers_makes_no_difference(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, look = desk_on("2025-05-17"), theme([built_in_theme()])
    units = list(unit_names(desk))
    alone = list(every_made(Bench(desk, look, watch=True), units, by(1)))
    monkeypatch.setattr(workers, "WORTH_FORKING", 1)
    monkeypatch.setattr(workers, "MOST_IN_SHARE", 2)
    assert list(every_made(Bench(desk, look, watch=True), units, by(jobs))) == alone
    assert [made.unit for made in alone] == units
    assert sum(len(made.files) for made in alone) > 50


def test_a_file_whose_view_is_known_is_not_rendered() -> None:
    desk, look = desk_on("2025-05-17"), theme([built_in_theme()])
    (first,) = every_made(Bench(desk, look), ["about"], by(1))
    known = {file.path: file.view for file in first.files}
    (again,) = every_made(Bench(desk, look, {"about": known}), ["about"], by(1))
    assert [file.body for file in again.files] == [None] * len(first.files)
    (other,) = every_made(Bench(desk, look, {"about": {**known, "about/index.html": bytes(8)}}), ["about"], by(1))
    assert [file.path for file in other.files if file.body is not None] == ["about/index.html"]
    assert other.files[0].body == first.files[0].body


def test_large_units_are_shares_of_their_own_and_all_units_are_in_one() -> None:
    units = [*SHARED, *(f"brief/{number}" for number in range(150))]
    found = shares(units)
    assert [unit for share in found for unit in share] == units
    assert all(len(share) == 1 for share in found if share[0] in SHARED)
    assert max(map(len, found)) == workers.MOST_IN_SHARE
