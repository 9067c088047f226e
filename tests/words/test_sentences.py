"""Sentences keep their links, their lists and their capitals."""

import pytest

from parley.model.page import Link, plain
from parley.words.sentences import joined, listed, quoted, run, said

RUSSIA = Link(text="Russia", href="../russia/")


def test_links_stay_links_within_a_sentence() -> None:
    assert said("{side} said no.", side=RUSSIA) == (RUSSIA, " said no.")


def test_a_whole_sentence_begins_with_a_capital_and_a_part_does_not() -> None:
    union = joined(["the ", Link(text="European Union", href="")])
    assert plain(said("{side} said no.", side=union)) == "The European Union said no."
    assert plain(said("{side} said no", side=union)) == "the European Union said no"


def test_braces_in_what_is_filled_in_are_text() -> None:
    assert plain(said("{a} and {b}", a="{b}", b="{{ x }}")) == "{b} and {{ x }}"


@pytest.mark.parametrize(
    ("items", "told"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_a_list_reads_as_one(items: list[str], told: str) -> None:
    assert plain(listed(items)) == told


def test_sentences_run_on_with_one_space_and_empty_ones_leave_none() -> None:
    assert run(("One.",), (), (RUSSIA, " too.")) == ("One. ", RUSSIA, " too.")
    assert run((), ()) == ()


def test_a_title_within_a_sentence_stands_in_quotation_marks() -> None:
    assert plain(quoted(RUSSIA)) == "“Russia”"
