"""Several values under one key: each counts once, and what says the same is one object."""

from parley.model.brief import Brief
from parley.model.proposal import Proposal
from parley.model.schema import shape
from parley.read.reading import Reading
from parley.read.several import texts_by_key, values_of
from parley.read.tree import tree


def read(text: str, key: str, noun: type[Brief] | type[Proposal] = Proposal):
    """What is read under ``key`` of ``text``, and the notes on it."""
    found = tree(f"{key}: {text}".encode(), "a.yaml")
    reading = Reading("a.yaml", found.lines, "town")
    value_of = texts_by_key if key == "who" else values_of
    return value_of(reading, shape(noun).fields[key], found.root.entries[key][1], key), reading


def test_one_value_or_a_list_of_them_may_stand_under_a_key():
    assert read("reed", "by")[0] == ("reed",)
    assert read("[reed, traders, reed]", "by")[0] == ("reed", "traders")


def test_lists_that_say_the_same_are_one_object():
    found = tree(b"by: [reed, traders]\nto: [reed, traders]", "a.yaml")
    reading = Reading("a.yaml", found.lines, "town")
    by, to = (values_of(reading, shape(Proposal).fields[key], found.root.entries[key][1], key) for key in ("by", "to"))
    assert by is to


def test_an_empty_item_is_told_and_left_out():
    found, reading = read("\n  - reed\n  -\n", "by")
    assert found == ("reed",)
    assert [problem.code for problem in reading.problems] == ["empty"]


def test_a_dash_without_a_space_is_told():
    found, reading = read("\n  -reed\n  -traders\n", "by")
    assert found == ()
    assert [problem.code for problem in reading.problems] == ["no-space"]


def test_the_keys_of_a_map_are_mentions_where_they_are_actors():
    found, reading = read("{reed: Speaks., traders: ''}", "who", Brief)
    assert found == {"reed": "Speaks.", "traders": ""}
    assert [reference.to for reference in reading.references] == ["reed", "traders"]
