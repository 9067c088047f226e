"""Days of other programs as dates of a brief: as much as is known, and nothing made up."""

import pytest

from parley.exchange.days import month, of_parts, of_text
from parley.model.dates import parsed_date


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ([2025, 5, 10], "2025-05-10"), (["2025", "5"], "2025-05"), ([2025], "2025"), ([], ""), ([0], ""),
        ([2025, 0], ""), ([2025, 5, 10, 1], ""), (["spring"], ""), ([None], ""), ([2025, 13], ""), ([2025, 2, 30], ""),
    ],
)  # fmt: skip
def test_parts_of_a_day(parts: list[int | str], date: str) -> None:
    assert of_parts(parts) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-05-10", "2025-05-10"), ("2025-5-1", "2025-05-01"), ("2025-05~", "2025-05~"), ("2025?", "2025~"),
        ("2025-05-08/2025-05-10", "2025-05-08/2025-05-10"), ("2025-05-12/..", "2025-05-12/.."),
        ("2025-05-10T12:00:00Z", "2025-05-10"), ("May 2025", ""), ("2025/x", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_date_in_one_piece(text: str, date: str) -> None:
    assert of_text(text) == date
    if date:
        assert parsed_date(date).text == date


def test_months_by_name_and_number() -> None:
    assert [month(text) for text in ("may", "May", "december", "5", "", "sprung")] == [5, 5, 12, 5, 0, 0]
