"""The lines of a new actor, and where they go."""

from __future__ import annotations

import pytest

from parley.write.new_actor import NewActor, at_the_end, entry, in_brief

BO = NewActor(id="bo", name="Bo", kind="group")


def test_an_entry_holds_what_is_known_in_the_order_of_the_format() -> None:
    actor = NewActor(
        id="reed", name="Ann: Reed", kind="person", role="Mayor", speaks_for="council", country="GB", aka=("A", "#B")
    )
    assert entry(actor) == (
        'reed:\n  name: "Ann: Reed"\n  kind: person\n  role: Mayor\n  speaks_for: council\n  country: GB\n'
        '  aka:\n    - A\n    - "#B"\n'
    )
    assert entry(BO, "  ") == "  bo:\n    name: Bo\n    kind: group\n"


@pytest.mark.parametrize("before", [b"", b"a: {}\n", b"a: {}", b"a: {}\r\n", b"\xef\xbb\xbfa: {}\r\n# end"])
def test_every_byte_that_was_there_stays_in_front(before: bytes) -> None:
    after = at_the_end(before, BO)
    assert after.startswith(before)
    assert after.count(b"\r\n") in (0, after.count(b"\n"))
    assert after.removeprefix(before).strip().splitlines()[0] == b"bo:"


def test_an_actor_of_a_brief_stands_behind_the_last_one_and_before_what_belongs_to_the_next_key() -> None:
    before = b"actors:\n    a:\n        name: A\n\n    # of the actors\n\n# of the next\nwho:\n  a: A.\n"
    after = in_brief(before, BO, {"actors": (1, 1), "actors.a": (2, 5), "actors.a.name": (3, 9)})
    assert after == before.replace(
        b"    # of the actors\n", b"    # of the actors\n    bo:\n      name: Bo\n      kind: group\n"
    )


def test_a_brief_without_actors_is_given_some_at_its_end() -> None:
    assert in_brief(b"title: T", BO, {"title": (1, 1)}) == (
        b"title: T\n\nactors:\n  bo:\n    name: Bo\n    kind: group\n"
    )
