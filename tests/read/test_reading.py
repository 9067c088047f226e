"""Mentions in prose are noted where they stand, and told where they are malformed."""

import time

import pytest

from parley.model.brief import Reference
from parley.model.keys import Kind
from parley.read.nodes import Scalar
from parley.read.reading import Reading
from parley.read.tree import tree


def read(text: str) -> Reading:
    """What is noted of the prose under ``a`` in ``text``."""
    found = tree(text.encode(), "a.yaml")
    (value,) = (value for key, (_, value) in found.root.entries.items() if key == "a")
    assert isinstance(value, Scalar)
    reading = Reading("a.yaml", found.lines, "town")
    reading.links(value.text, value)
    return reading


def places(text: str) -> list[tuple[str, int, int]]:
    return [(reference.to, reference.line, reference.column) for reference in read(text).references]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: See [[reed]].", [("reed", 1, 8)]),
        ("a: Of [[x]] and [[x]]", [("x", 1, 7), ("x", 1, 17)]),
        ("a: |\n  One.\n\n  Two [[x]].\n  [[y]]", [("x", 4, 7), ("y", 5, 3)]),
        ("a: >-\n  One [[x|the\n  other]] and\n  [[y]]", [("x", 2, 7), ("y", 4, 3)]),
        ("a: >-\n  One [[brief:x\n  |it]]", [("x", 2, 7)]),
        ('a: "One\n  [[x]]\n  two [^y]"', [("x", 2, 3), ("town/y", 3, 7)]),
        ("a: 'It''s [[x]]'", [("x", 1, 11)]),
        ("a: One\n  [[x]] two", [("x", 2, 3)]),
        ("b: '[[x]]'\na: |\n  [[x]]", [("x", 3, 3)]),
        ("a: |\n  [[proposal:x]] [[proposal:city/x]] [[ actor : x ]]",
         [("town/x", 2, 3), ("city/x", 2, 18), ("x", 2, 38)]),
        ('a: "\\x5b[x]] [[y]]"', [("x", 1, 4), ("y", 1, 5)]),
    ],
)  # fmt: skip
def test_a_mention_is_noted_where_it_stands(text, found):
    assert places(text) == found


def test_a_mention_has_the_kind_of_its_form():
    text = "a: |\n  [[x]] [[actor:x]] [[brief:x]] [[proposal:x]] [^x]"
    assert [(it.kind, it.to) for it in read(text).references] == [
        (Kind.ACTOR, "x"),
        (Kind.ACTOR, "x"),
        (Kind.BRIEF, "x"),
        (Kind.PROPOSAL, "town/x"),
        (Kind.SOURCE, "town/x"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Of [[x\n  y", '1:7: error: "[[x y", which is never closed by "]]"; '
         "close it, or write \\[[ for two plain brackets"),
        ("Of [[]]", '1:7: error: "[[]]", a link to nothing; '
         "write [[actor-id]], [[brief:its-name]] or [[proposal:its-id]]"),
        ("Of [[brief:|x]]", '1:7: error: "[[brief:|x]]", a link to nothing; '
         "write [[actor-id]], [[brief:its-name]] or [[proposal:its-id]]"),
        ("Of [[step:x]]", '1:7: error: "[[step:x]]", a link of an unknown sort; '
         "write [[actor-id]], [[brief:its-name]] or [[proposal:its-id]]"),
        ("Of [^]", '1:7: error: "[^]", a citation of nothing; write [^source-id]'),
    ],
)  # fmt: skip
def test_a_malformed_mention_is_told_with_the_right_form(text, message):
    (problem,) = read(f"a: {text}").problems
    assert str(problem).rpartition(" [")[0] == f"a.yaml:{message}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Of [x](javascript:a)", "1:11"),
        ("|\n  Of [[reed]]\n  and [x](javascript:a).", "3:11"),
        ("|\n  Of [x]\n\n  [x]: javascript:a", "4:8"),
    ],
)
def test_a_link_that_may_not_be_set_is_told_where_it_stands(text: str, place: str) -> None:
    (problem,) = read(f"a: {text}").problems
    assert str(problem).startswith(f'a.yaml:{place}: error: a link to "javascript:a"; links lead to addresses')


def test_two_links_to_one_place_are_told_each_where_it_stands() -> None:
    found = read("a: |\n  [x](data:y) [x](data:y)\n  [x](data:y)").problems
    assert [(problem.place.line, problem.place.column) for problem in found] == [(2, 7), (2, 19), (3, 7)]


def test_a_full_id_keeps_its_brief():
    reading = Reading("a.yaml", [], "town")
    assert (reading.full("x"), reading.full("city/x")) == ("town/x", "city/x")
    assert reading.mention(Kind.ACTOR, "x", 1, 2) == "x"
    assert reading.mention(Kind.ITEM, "x", 3, 4) == "town/x"
    assert reading.references == [Reference(Kind.ACTOR, "x", 1, 2), Reference(Kind.ITEM, "town/x", 3, 4)]


@pytest.mark.parametrize("lines", ["  [[a\n  b]]\n" * 4_000, "  [[a]]\n" * 4_000, "  [[a\n" * 4_000])
def test_thousands_of_mentions_are_placed_at_once(lines):
    began = time.process_time()
    assert read(f"a: >-\n{lines}")
    assert time.process_time() - began < 5


def test_thousands_of_escaped_mentions_are_placed_at_once():
    text = "\n".join(['a: "', *["  \\x5b\\x5bx]]"] * 4_000, '"'])
    began = time.process_time()
    assert len(places(text)) == 4_000
    assert time.process_time() - began < 5
