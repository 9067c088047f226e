"""What is said in the language of the page: English by itself, other languages by their catalogues and the CLDR."""

from __future__ import annotations

import pytest

from parley.words.tongue import (
    ENGLISH,
    LANGUAGES,
    Labels,
    counted,
    figure,
    is_spoken,
    remembered,
    say,
    speaking,
    spoken,
)
from parley.words.tongue import tongue as tongue_of


def test_english_needs_no_catalogue() -> None:
    assert say("Sources") == "Sources"
    assert say("Updated {day}", day="11 May 2025") == "Updated 11 May 2025"
    assert [counted(n, "brief", "briefs") for n in (0, 1, 2)] == ["no briefs", "1 brief", "2 briefs"]
    assert figure(1200) == "1,200"


def test_a_slot_that_is_a_number_is_written_as_the_language_does() -> None:
    assert say("{shown} of {total}", shown=3, total=1200) == "3 of 1,200"
    with speaking("de"):
        assert say("{shown} of {total}", shown=3, total=1200).endswith("1.200")


def test_braces_mean_nothing_without_slots_and_nothing_in_what_fills_them() -> None:
    assert say("{n} results") == "{n} results"
    assert say("{title}: updated {date}", title="{date}", date="May") == "{date}: updated May"


def test_a_language_is_spoken_within_its_block_only() -> None:
    with speaking("uk"):
        assert spoken().code == "uk"
        with speaking("fr-CA"):
            assert spoken().code == "fr"
        assert spoken().code == "uk"
    assert spoken() is ENGLISH


def test_a_language_is_found_by_the_first_part_of_its_tag() -> None:
    assert [is_spoken(lang) for lang in ("de-AT", "AR", "en-GB", "pl", "", "den")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]
    assert tongue_of("pl") is ENGLISH
    assert {tongue_of(lang).code for lang in LANGUAGES} == set(LANGUAGES)


def test_labels_are_said_when_they_are_looked_up() -> None:
    table = Labels({"open": "Open", "rejected": "Rejected"})
    assert (table["open"], table.within("open"), list(table), len(table)) == ("Open", "open", ["open", "rejected"], 2)
    with speaking("de"):
        assert table["rejected"] == "Abgelehnt"
    assert table["rejected"] == "Rejected"


def test_what_is_remembered_is_remembered_in_each_language() -> None:
    asked = []

    @remembered(4)
    def told(of: int) -> str:
        """Told of it."""
        asked.append(of)
        return f"{spoken().code}{of}"

    for lang in ("en", "de", "en", "de"):
        with speaking(lang):
            assert told(1) == f"{lang}1"
    assert asked == [1, 1]
    assert told.__doc__ == "Told of it."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_joins_lists_and_quotes_titles(lang: str) -> None:
    with speaking(lang):
        assert len(spoken().gaps(2, "and")) == 1
        assert len(spoken().gaps(4, "or")) == 3
        assert all(spoken().quotes())
