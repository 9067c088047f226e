"""What the search finds a page by."""

from parley.pages.desk import Desk
from parley.pages.facets import actor_facets, brief_facets, proposal_facets
from parley.pages.parts import Facet
from tests.derive.builders import brief, found, library, proposal
from tests.pages.conftest import desk_on


def values(facets: tuple[Facet, ...], name: str) -> list[str]:
    return [facet.value for facet in facets if facet.name == name]


def test_a_brief_is_found_by_everyone_in_it_and_by_the_statuses_of_its_proposals(desk12: Desk) -> None:
    facets = brief_facets(desk12, desk12.library.briefs["thirty-day-ceasefire"])
    assert values(facets, "kind") == ["Brief"]
    assert set(values(facets, "status")) == {"Rejected", "Announced"}
    assert {"Russia", "Ukraine", "Dmitry Peskov", "Volodymyr Zelensky"} <= set(values(facets, "actor"))
    assert "War in Ukraine" in values(facets, "topic")


def test_a_proposal_is_found_by_its_status_and_by_every_side_that_has_spoken(desk12: Desk) -> None:
    item = desk12.library.proposals["thirty-day-ceasefire/ceasefire"]
    facets = proposal_facets(desk12, item)
    assert values(facets, "kind") == ["Proposal"]
    assert values(facets, "status") == ["Rejected"]
    assert {"Russia", "United States"} <= set(values(facets, "actor"))
    assert values(facets, "topic") == list(desk12.library.briefs["thirty-day-ceasefire"].topics)


def test_an_actor_is_found_by_its_kind_and_name(desk12: Desk) -> None:
    assert actor_facets(desk12.library.actors["russia"]) == (
        Facet(name="kind", value="State"),
        Facet(name="actor", value="Russia"),
    )


def test_nothing_is_told_twice_and_a_topic_is_spelt_as_on_its_page() -> None:
    item = brief(proposal("p"), topics=("peace talks", "Peace talks", "War"))
    world = library(brief(proposal("other/q"), slug="other", topics=("Peace Talks",)), item)
    desk = Desk(world, found(world), desk_on("2025-05-12").dressing)
    for facets in (brief_facets(desk, item), proposal_facets(desk, next(iter(item.proposals.values())))):
        assert values(facets, "topic") == ["Peace Talks", "War"]
        assert len(set(facets)) == len(facets)
