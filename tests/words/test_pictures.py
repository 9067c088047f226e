"""Words in and around the pictures."""

import pytest

from parley.model.dates import day
from parley.words import pictures
from tests.words.named import Plainly


@pytest.mark.parametrize(
    ("days", "told"), [(31, "1 month"), (61, "2 months"), (400, "13 months"), (731, "2 years"), (1200, "3 years")]
)
def test_a_gap_is_told_in_months_and_years(days: int, told: str) -> None:
    assert pictures.gap(days) == told


def test_a_mark_tells_its_days_and_what_it_stands_for() -> None:
    assert pictures.marked(day("2025-05-10"), day("2025-05-10"), "Event") == "10 May 2025: Event"
    assert pictures.marked(day("2025-05-10"), day("2025-05-12"), "2 events") == "10 May 2025 to 12 May 2025: 2 events"
    assert pictures.marked(day("2025-05~"), day("2025-05~"), "Event") == "about May 2025: Event"


def test_an_arrow_is_told_by_whom_it_comes_from_and_whom_it_leads_to() -> None:
    assert pictures.led(["a", "b"], ["c"], Plainly()) == "from A and B to C"
    assert pictures.led(["a"], [], Plainly()) == "from A to nobody in particular"


def test_a_month_is_short_enough_for_an_axis() -> None:
    assert pictures.month(2025, 9) == "Sep 2025"


def test_what_has_no_addressee_is_announced_or_put_to_nobody_named() -> None:
    assert pictures.alone("decision") == "Announced"
    assert pictures.alone("proposal") == "To nobody named"
