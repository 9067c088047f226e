"""Bytes become a tree of plain text with places; nothing is resolved, and nothing ends the program."""

import time

import pytest
import yaml

from parley.read import syntax
from parley.read.nodes import Mapping, Scalar, Sequence
from parley.read.tree import tree


def root(text: str):
    """The tree of a text without problems."""
    found = tree(text.encode(), "a.yaml")
    assert found.problems == []
    assert found.whole
    return found.root


def codes(text: str) -> list[str]:
    return [problem.code for problem in tree(text.encode(), "a.yaml").problems]


@pytest.mark.parametrize("word", ["no", "NO", "yes", "null", "~", "1.10", "007", "12:30", "1e3", "2025-05-11", "="])
def test_a_word_stays_the_word_that_was_typed(word):
    assert root(f"a: {word}").entries["a"][1].text == word


def test_places_count_from_one_and_by_characters():
    found = root("ä: 😀\nb:\n  - 'c'\n  - |\n    d\n    e\n")
    assert isinstance(found, Mapping)
    assert (found.line, found.column) == (1, 1)
    key, value = found.entries["ä"]
    assert (key.line, key.column, value.line, value.column, value.text) == (1, 1, 1, 4, "😀")
    key, items = found.entries["b"]
    assert isinstance(items, Sequence)
    assert (items.line, items.column) == (3, 3)
    quoted, block = items.items
    assert (quoted.line, quoted.column, quoted.plain) == (3, 5, False)
    assert (block.line, block.text, block.end) == (4, "d\ne\n", 7)


def test_keys_keep_the_order_in_which_they_were_typed():
    assert list(root("z: 1\na: 2\nm: 3").entries) == ["z", "a", "m"]


@pytest.mark.parametrize("text", ["", "\n", "# a remark\n", "---\n", "---\n...\n", "--- # a\n"])
def test_nothing_is_no_tree_and_no_problem(text):
    assert root(text) is None


def test_an_empty_text_in_quotes_is_something():
    assert isinstance(root('""'), Scalar)


def test_reading_goes_on_after_what_is_refused():
    text = "a: &x 1\nb: *x\n<<: {c: 1}\nd: !!int 2\na: 3\n[e]: 4\n"
    assert codes(text) == ["anchor", "alias", "merge-key", "tag", "duplicate-key", "key-not-text"]


def test_both_places_of_a_key_that_stands_twice_are_told():
    (problem,) = tree(b"a: 1\nb: 2\na: 3\n", "a.yaml").problems
    assert str(problem) == 'a.yaml:3:1: error: "a" a second time (first on line 1); keep one of the two [duplicate-key]'


def test_what_stands_under_the_second_of_two_keys_is_kept_for_checking():
    found = tree(b"a: {x: 1}\na: {x: 2, y: 3}\nb: [1]\nb: [2]\n", "a.yaml").root
    assert {key: value.text for key, (_, value) in found.entries["a"][1].entries.items()} == {"x": "1", "y": "3"}
    assert [item.text for item in found.entries["b"][1].items] == ["1", "2"]


def test_what_is_refused_keeps_its_place():
    (item,) = tree(b"title:\n  - *a\n", "a.yaml").root.entries["title"][1].items
    assert (item.line, item.column, item.end, item.refused) == (2, 5, 2, True)


def test_a_value_that_is_refused_says_so_and_is_looked_at_no_more():
    found = tree(b'a: *x\nb: !y z\nc: "\\0"\nd: e #1\n', "a.yaml")
    assert [value.refused for _, value in found.root.entries.values()] == [True] * 4
    assert len(found.problems) == 4


@pytest.mark.parametrize("depth", [10, 31])
def test_as_many_steps_as_may_be_are_read(depth):
    assert codes("".join(f"{' ' * step}a:\n" for step in range(depth))) == []


@pytest.mark.parametrize("text", ["[" * 30_000, "{a: " * 30_000, "- " * 30_000, "? " * 30_000, "a: " + "[" * 30_000])
def test_a_tree_that_is_too_deep_is_refused_at_once(text):
    began = time.process_time()
    assert codes(text) == ["too-much"]
    assert time.process_time() - began < 5


def test_a_tree_of_too_many_values_is_refused():
    assert codes("[" + "a," * 49_998 + "]") == []
    assert codes("[" + "a," * 50_001 + "]") == ["too-much"]


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join(['*' + a] * 8)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        "a: &a {x: y}\n" + "".join(f"k{n}: &k{n}\n  <<: [*a, *a, *a]\n" for n in range(30)),
        "&a [*a]",
    ],
    ids=["aliases", "merges", "itself"],
)
def test_a_bomb_does_not_go_off(bomb):
    began = time.process_time()
    found = tree(bomb.encode(), "a.yaml")
    assert {problem.code for problem in found.problems} <= {"anchor", "alias", "merge-key"}
    assert found.problems
    assert time.process_time() - began < 5


def test_what_was_read_of_a_broken_text_is_still_there_for_whoever_looks_for_ids():
    found = tree(b"a: 1\nb: [\n  c,\n", "a.yaml")
    assert (found.whole, found.stuck, found.lines) == (False, 2, ["a: 1", "b: [", "  c,", ""])
    assert found.root.entries["a"][1].text == "1"
    assert tree(b"a: \xff\nb: 1\n", "a.yaml").lines[1] == "b: 1"


@pytest.mark.parametrize("text", ['a: "\\U99999999"', 'a: "\\U00110000"', "a: [", "a: 'b", '"\\ud800"', "\ta: b", "%A"])
def test_without_libyaml_the_same_is_refused(text, monkeypatch):
    expected = codes(text)
    monkeypatch.setattr(syntax, "LOADER", yaml.SafeLoader)
    refused = codes(text)
    assert len(refused) == 1
    assert refused == expected or refused[0] == "control-character"


def test_a_text_that_is_refused_before_yaml_gives_up_is_told_with_what_yaml_says():
    assert sorted(codes("a #b\n# c\n    d")) == ["cut-off", "indentation"]


def test_where_reading_again_would_take_too_long_a_fault_is_told_without_a_mend(monkeypatch):
    text = b"title: The bridge: open\nsummary: It: is\n"
    assert [bool(it.mend) for it in tree(text, "x.yaml").problems] == [True, True]
    monkeypatch.setattr("parley.read.tree.MOST_READ_AGAIN", len(text) + 1)
    assert [bool(it.mend) for it in tree(text, "x.yaml").problems] == [True, False]
