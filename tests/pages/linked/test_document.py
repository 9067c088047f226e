"""The tree of a page: what it tells, then the way that leads to it."""

from parley.model.page import Link
from parley.pages.linked.document import linked_data
from parley.pages.linked.node import node

URL = "https://desk.example/news/proposals/bridge/open-it/"
CRUMBS = (Link(text="Briefs", href="../../../"), Link(text="The bridge", href="../../../briefs/bridge/"))


def test_crumbs_become_absolute_and_end_at_the_page_itself() -> None:
    tree = linked_data(URL, "Open it", CRUMBS, [node("Thing", name="x")])
    assert tree["@context"] == "https://schema.org"
    thing, trail = tree["@graph"]  # type: ignore[misc]
    assert thing == {"@type": "Thing", "name": "x"}
    assert [(step["position"], step["name"], step.get("item")) for step in trail["itemListElement"]] == [
        (1, "Briefs", {"@id": "https://desk.example/news/"}),
        (2, "The bridge", {"@id": "https://desk.example/news/briefs/bridge/"}),
        (3, "Open it", None),
    ]


def test_a_page_to_which_no_crumbs_lead_has_no_trail() -> None:
    assert linked_data(URL, "Open it", (), [node("Thing", name="x")])["@graph"] == [{"@type": "Thing", "name": "x"}]


def test_without_an_address_or_anything_to_tell_there_is_no_tree() -> None:
    assert linked_data("", "Open it", CRUMBS, [node("Thing", name="x")]) == {}
    assert linked_data(URL, "Open it", (), []) == {}
