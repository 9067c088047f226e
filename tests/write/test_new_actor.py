"""The lines of a new actor."""

from __future__ import annotations

from parley.write.new_actor import NewActor, entry

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


def test_what_a_table_may_know_besides_stands_behind() -> None:
    actor = NewActor(
        id="eu", name="EU", kind="organisation", wikidata="Q458", url="https://eu.example", summary="Many: states",
        part_of=("world",), members=("france", "italy"),
    )  # fmt: skip
    assert entry(actor) == (
        "eu:\n  name: EU\n  kind: organisation\n  wikidata: Q458\n  url: https://eu.example\n"
        '  summary: "Many: states"\n'
        "  part_of:\n    - world\n  members:\n    - france\n    - italy\n"
    )
