"""The site is told on its front page, with its search; who publishes it, with its rules."""

from pathlib import Path

from parley.pages.desk import Desk
from parley.pages.linked.site import about_nodes, site_nodes
from tests.pages.linked.story import ADDRESS, desk_of


def test_the_site_can_be_searched_and_lists_its_briefs(desk: Desk) -> None:
    site = site_nodes(desk, desk.library.briefs.values())[0]
    assert (site["@type"], site["name"], site["url"]) == ("WebSite", "The Desk", ADDRESS)
    assert site["potentialAction"] == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{ADDRESS}search/?q={{search_term_string}}"},
    }
    assert site["mainEntity"]["numberOfItems"] == 1  # type: ignore[index]


def test_the_publisher_names_the_page_of_its_rules_and_a_policy_only_where_there_is_one(
    desk: Desk, tmp_path: Path
) -> None:
    publisher = site_nodes(desk, ())[1]
    assert publisher["publishingPrinciples"] == f"{ADDRESS}about/"
    assert publisher["correctionsPolicy"] == f"{ADDRESS}about/#corrections"
    without = desk_of(tmp_path, **{"site.yaml": f"address: {ADDRESS}\n"})
    assert "correctionsPolicy" not in site_nodes(without, ())[1]


def test_the_page_on_how_we_work_is_about_the_publisher(desk: Desk) -> None:
    (about,) = about_nodes(desk, "How we work", "What we promise.")
    assert (about["@type"], about["about"]) == ("AboutPage", {"@id": f"{ADDRESS}#publisher"})
