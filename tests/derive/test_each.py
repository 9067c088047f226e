"""Tables and sets worked out one by one are, for whoever looks, the whole."""

from __future__ import annotations

import pytest

from parley.derive.each import Among, Each

WHOLE = {"a": 1, "b": 2}


def all_of_it() -> dict[str, int]:
    pytest.fail("worked out, where one was enough")


def test_one_entry_is_worked_out_alone_and_once() -> None:
    asked: list[str] = []
    table = Each(lambda key: asked.append(key) or WHOLE[key], all_of_it)
    assert (table["a"], table["a"], table["b"]) == (1, 1, 2)
    assert asked == ["a", "b"]
    with pytest.raises(KeyError):
        table["c"]
    assert table, "who asks only that does not wait for all of it"


def test_where_one_is_no_less_work_the_whole_is_made_once() -> None:
    made: list[int] = []
    table = Each(lambda _: None, lambda: made.append(1) or WHOLE)
    assert (table["a"], table["b"], dict(table), len(table), table == WHOLE) == (1, 2, WHOLE, 2, True)
    assert made == [1]


def test_a_set_is_asked_for_one_and_walked_and_counted_as_the_whole() -> None:
    made: list[int] = []
    among = Among(lambda key: key in WHOLE, lambda: made.append(1) or WHOLE.keys())
    assert "a" in among
    assert "c" not in among
    assert 1 not in among
    assert not made
    assert (set(among), len(among), among == {"a", "b"}, among == {"a"}) == ({"a", "b"}, 2, True, False)
    assert among | {"c"} == frozenset("abc")
    assert made == [1]
