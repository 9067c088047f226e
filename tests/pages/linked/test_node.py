"""A node tells what is known and nothing else."""

from parley.pages.linked.node import node, same


def test_what_is_empty_is_left_out_and_what_is_nought_is_kept() -> None:
    made = node("Thing", name="", url=None, about=[], isPartOf={}, position=0, keywords=["a"], value=False)
    assert made == {"@type": "Thing", "position": 0, "keywords": ["a"], "value": False}


def test_type_and_address_come_first() -> None:
    assert list(node(["Country", "Organization"], "https://x.example/#a", name="A")) == ["@type", "@id", "name"]


def test_a_thing_told_of_elsewhere_is_only_named() -> None:
    assert same("https://x.example/#a") == {"@id": "https://x.example/#a"}
