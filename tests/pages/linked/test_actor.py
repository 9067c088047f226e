"""Actors are told as what they are, with what the format knows of them and no more."""

from parley.pages.desk import Desk
from parley.pages.linked.actor import actor_nodes, mentioned
from parley.pages.linked.node import Node
from tests.pages.linked.story import ADDRESS


def told(desk: Desk, actor: str, summary: str = "") -> Node:
    (found,) = actor_nodes(desk, desk.library.actors[actor], summary)
    return found


def same(*actors: str) -> list[Node]:
    return [{"@id": f"{ADDRESS}actors/{actor}/#actor"} for actor in actors]


def test_a_person_has_an_office_a_side_and_groups_but_no_nationality(desk: Desk) -> None:
    assert told(desk, "reed", "Leads Alder.") == {
        "@type": "Person",
        "@id": f"{ADDRESS}actors/reed/#actor",
        "name": "Ann Reed",
        "description": "Leads Alder.",
        "jobTitle": "Mayor",
        "affiliation": same("alder"),
        "memberOf": same("walkers"),
        "mainEntityOfPage": f"{ADDRESS}actors/reed/",
    }


def test_a_state_is_a_place_and_can_act(desk: Desk) -> None:
    found = told(desk, "alder")
    assert found["@type"] == ["Country", "Organization"]
    assert found["alternateName"] == ["The Republic of Alder"]
    assert found["identifier"] == {"@type": "PropertyValue", "propertyID": "ISO 3166-1 alpha-2", "value": "AL"}
    assert found["sameAs"] == ["https://www.wikidata.org/wiki/Q1"]
    assert found["memberOf"] == same("union")


def test_an_organisation_has_a_larger_body_and_members_but_is_called_no_government(desk: Desk) -> None:
    office = told(desk, "office")
    assert office["@type"] == "Organization"
    assert office["parentOrganization"] == same("union")
    assert office["description"] == "Runs the forest"
    assert office["sameAs"] == ["https://office.example/"]
    assert "identifier" not in office
    assert [member["name"] for member in told(desk, "union")["member"]] == ["Alder", "Birch"]  # type: ignore[attr-defined]


def test_nobody_is_affiliated_to_a_person(desk: Desk) -> None:
    assert desk.library.actors["page"].speaks_for == "reed"
    assert "affiliation" not in told(desk, "page")


def test_elsewhere_an_actor_is_told_by_what_it_is_and_its_name(desk: Desk) -> None:
    assert mentioned(desk, ["walkers"]) == [
        {"@type": "Organization", "@id": f"{ADDRESS}actors/walkers/#actor", "name": "The walkers"}
    ]
