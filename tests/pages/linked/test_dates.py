"""Dates keep the precision they have."""

import pytest

from parley.model.dates import parsed_date
from parley.pages.linked.dates import ends, iso


@pytest.mark.parametrize(
    ("typed", "told", "both"),
    [
        ("2025-05-10", "2025-05-10", ("2025-05-10", "")),
        ("2025-05", "2025-05", ("2025-05", "")),
        ("2025", "2025", ("2025", "")),
        ("2025-05-10T14:30+03:00", "2025-05-10T14:30+03:00", ("2025-05-10T14:30+03:00", "")),
        ("2025-05-10T14:30Z", "2025-05-10T14:30Z", ("2025-05-10T14:30Z", "")),
        ("2025-05~", "", ("", "")),
        ("2025-05-08/2025-05-10", "", ("2025-05-08", "2025-05-10")),
        ("2025-05/2025-06~", "", ("2025-05", "")),
        ("2025-05-12/..", "", ("2025-05-12", "")),
    ],
)
def test_a_date_is_as_precise_as_it_was_typed(typed: str, told: str, both: tuple[str, str]) -> None:
    assert iso(parsed_date(typed)) == told
    assert ends(parsed_date(typed)) == both


def test_no_date_is_nothing() -> None:
    assert iso(None) == ""
