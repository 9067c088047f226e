"""Sources are told with what stands beside a claim, and as no more than works."""

from parley.pages.desk import Desk
from parley.pages.linked.source import cited, source_node
from tests.pages.linked.story import ADDRESS


def test_a_source_has_its_publisher_its_day_its_address_and_a_kept_copy(desk: Desk) -> None:
    assert source_node(desk, desk.library.briefs["bridge"].sources["minutes"]) == {
        "@type": "CreativeWork",
        "@id": f"{ADDRESS}briefs/bridge/#source-minutes",
        "name": "Minutes <b>&</b>",
        "publisher": {"name": "Alder Council"},
        "datePublished": "2025-05-01",
        "inLanguage": "de",
        "url": "https://example.org/minutes?a=1&b=2",
        "archivedAt": "https://archive.example/minutes",
    }


def test_what_is_not_known_of_a_source_is_not_told(desk: Desk) -> None:
    letter = source_node(desk, desk.library.briefs["bridge"].sources["letter"])
    assert set(letter) == {"@type", "@id", "name", "datePublished"}


def test_a_source_is_cited_by_its_address(desk: Desk) -> None:
    assert cited(desk, ["bridge/letter"]) == [{"@id": f"{ADDRESS}briefs/bridge/#source-letter"}]
