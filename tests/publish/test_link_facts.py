"""The facts of pages can be taken apart, kept, joined, and held against each other."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.publish import link_facts
from parley.publish.link_facts import Facts, leads_to_any, merged, missing, page_facts

HOME = page_facts("index.html", b'<a href="a/#b">1</a> <a href="a/#c">2</a> <a href="#d" id="d">3</a>')
BELOW = page_facts("a/index.html", b'<i id="b"></i> <a href="../">up</a> <a href="https://x.example/">out</a>')
SHEET = page_facts("a.css", b'<a href="x" id="y">')
SHORT = st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 9), max_size=9)


def facts(has: list[int], leads_to: list[int]) -> Facts:
    packed = [link_facts._packed(set(numbers)) for numbers in (has, leads_to)]
    return Facts(*packed)


def test_a_page_has_itself_and_its_places_and_leads_to_what_is_not_in_it() -> None:
    assert [len(told) // 8 for told in (HOME.has, HOME.leads_to, BELOW.has, BELOW.leads_to)] == [2, 2, 2, 1]


def test_a_file_that_is_no_page_has_only_itself() -> None:
    assert [len(SHEET.has) // 8, len(SHEET.leads_to)] == [1, 0]


def test_what_is_led_to_and_nowhere_had_is_missing_and_is_found_where_it_is_led_to() -> None:
    lost = missing([HOME, BELOW, SHEET])
    assert len(lost) == 1
    assert [leads_to_any(each, lost) for each in (HOME, BELOW, SHEET)] == [True, False, False]
    assert len(missing([HOME])) == 2
    assert not leads_to_any(HOME, frozenset())


def test_the_facts_of_several_pages_are_one_without_what_leads_from_one_to_another() -> None:
    whole = merged([HOME, BELOW])
    assert [len(whole.has) // 8, len(whole.leads_to) // 8] == [4, 1]
    assert missing([whole]) == missing([HOME, BELOW])
    assert merged([merged([HOME]), BELOW]) == whole == merged([BELOW, HOME])


def test_facts_are_kept_as_data() -> None:
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(HOME), type=Facts) == HOME


def test_another_process_finds_the_same_facts() -> None:
    code = """
from parley.publish.link_facts import page_facts
told = page_facts("a/b.html", b'<a href="../c/#d">')
print((told.has + told.leads_to).hex())
"""
    told = page_facts("a/b.html", b'<a href="../c/#d">')
    for seed in ("1", "2"):
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                             env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)})  # fmt: skip
        assert run.stdout.strip() == (told.has + told.leads_to).hex()


@given(st.lists(st.tuples(SHORT, SHORT), max_size=6), st.integers(1, 40))
def test_what_is_missing_is_the_same_in_however_many_stretches(
    pairs: list[tuple[list[int], list[int]]], most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(link_facts, "AT_ONCE", most)
        has = {number for numbers, _ in pairs for number in numbers}
        leads_to = {number for _, numbers in pairs for number in numbers}
        assert missing([facts(*pair) for pair in pairs]) == leads_to - has
