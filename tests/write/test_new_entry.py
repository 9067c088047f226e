"""Where new entries go in a writer's file: everything that was there stays as it was."""

from __future__ import annotations

import pytest

from parley.write.new_entry import at_the_end, in_block


def bo(indent: str) -> str:
    return f"{indent}bo:\n{indent}  name: Bo\n"


@pytest.mark.parametrize("before", [b"", b"a: {}\n", b"a: {}", b"a: {}\r\n", b"\xef\xbb\xbfa: {}\r\n# end"])
def test_every_byte_that_was_there_stays_in_front(before: bytes) -> None:
    after = at_the_end(before, bo)
    assert after.startswith(before)
    assert after.count(b"\r\n") in (0, after.count(b"\n"))
    assert after.removeprefix(before).strip().splitlines()[0] == b"bo:"


def test_an_entry_of_a_brief_stands_behind_the_last_one_and_before_what_belongs_to_the_next_key() -> None:
    before = b"actors:\n    a:\n        name: A\n\n    # of the actors\n\n# of the next\nwho:\n  a: A.\n"
    after = in_block(before, "actors", bo, {"actors": (1, 1), "actors.a": (2, 5), "actors.a.name": (3, 9)})
    assert after == before.replace(b"    # of the actors\n", b"    # of the actors\n    bo:\n      name: Bo\n")


def test_a_brief_without_the_block_is_given_one_at_its_end() -> None:
    assert in_block(b"title: T", "sources", bo, {"title": (1, 1)}) == b"title: T\n\nsources:\n  bo:\n    name: Bo\n"
