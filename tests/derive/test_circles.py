"""Circles in graphs."""

import pytest

from parley.derive.circles import circle, circles, knots


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"a": "b", "b": "c"}, [], id="a row"),
        pytest.param({"a": "bc", "b": "d", "c": "d"}, [], id="two ways to one end"),
        pytest.param({"a": "a"}, [{"a"}], id="itself"),
        pytest.param({"a": "b", "b": "a"}, [{"a", "b"}], id="a pair"),
        pytest.param({"a": "b", "b": "c", "c": "b"}, [{"b", "c"}], id="a way in is not part of it"),
        pytest.param(
            {"a": "b", "b": "ac", "c": "d", "d": "c"}, [{"a", "b"}, {"c", "d"}], id="two, one leads to the other"
        ),
        pytest.param({"a": "b", "b": "ac", "c": "b"}, [{"a", "b", "c"}], id="two that share a node are one tangle"),
        pytest.param({"a": "bd", "b": "c", "c": "a", "d": "c"}, [{"a", "b", "c", "d"}], id="a chord"),
    ],
)
def test_knots(graph, expected):
    found = [set(members) for members in knots(graph)]

    assert sorted(found, key=min) == expected


def test_the_shortest_circle_through_a_node():
    graph = {"a": "bc", "b": "d", "c": "a", "d": "a"}

    assert circle(graph, "a") == ["a", "c"]
    assert circle(graph, "d") == ["d", "a", "b"]
    assert circle({"a": "b"}, "a") == []


def test_each_tangle_gives_one_circle_and_each_loop_one_of_its_own():
    assert circles({"b": "ab", "a": "b", "c": "c", "d": "a"}) == [["b"], ["c"], ["a", "b"]]
    assert circles({"b": "ca", "a": "b", "c": "b"}) == [["a", "b"]]
    assert circles({"c": "a", "b": "a", "a": "cb"}) == [["a", "b"]]


def test_a_very_long_circle_is_no_trouble():
    length = 20_000
    graph = {at: [(at + 1) % length] for at in range(length)}

    assert [len(members) for members in knots(graph)] == [length]
    assert len(circle(graph, 7)) == length
