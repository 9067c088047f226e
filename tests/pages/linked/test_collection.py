"""Pages that gather: by topic with a list of briefs in the order shown, or without one."""

import msgspec

from parley.pages.desk import Desk
from parley.pages.linked.collection import MOST_BRIEFS, brief_list, collection_nodes
from tests.pages.linked.story import ADDRESS


def test_a_topic_is_about_its_subject_and_lists_its_briefs(desk: Desk) -> None:
    briefs = list(desk.library.briefs.values())
    (page,) = collection_nodes(desk, "topics/bridges/", "Bridges", "All of them.", topic="Bridges", briefs=briefs)
    assert page["about"] == {"@type": "Thing", "name": "Bridges"}
    assert page["mainEntity"] == {
        "@type": "ItemList",
        "numberOfItems": 1,
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": 1,
                "url": f"{ADDRESS}briefs/bridge/",
                "name": "Who may cross the bridge?",
            }
        ],
    }


def test_a_page_without_briefs_lists_none(desk: Desk) -> None:
    (page,) = collection_nodes(desk, "next/", "Next steps", "What comes.")
    assert page["@id"] == f"{ADDRESS}next/"
    assert not {"about", "mainEntity"} & page.keys()


def test_of_very_many_briefs_the_first_are_listed_and_all_counted(desk: Desk) -> None:
    (brief,) = desk.library.briefs.values()
    many = [msgspec.structs.replace(brief, slug=f"b{at}") for at in range(MOST_BRIEFS + 5)]
    found = brief_list(desk, many)
    assert found is not None
    assert found["numberOfItems"] == MOST_BRIEFS + 5
    assert [item["position"] for item in found["itemListElement"]] == list(range(1, MOST_BRIEFS + 1))  # type: ignore[attr-defined]
