"""A step is told as an event only where it is one: sure, at a day, at a place."""

import pytest

from parley.pages.desk import Desk
from parley.pages.linked.event import event_node
from parley.pages.linked.node import Node
from tests.pages.linked.story import ADDRESS


def told(desk: Desk, step: str) -> Node | None:
    return event_node(desk, desk.library.steps[f"bridge/{step}"])


def test_what_is_confirmed_is_scheduled_with_its_days_its_place_and_who_comes(desk: Desk) -> None:
    fair = told(desk, "fair")
    assert fair is not None
    assert [each["name"] for each in fair.pop("attendee")] == ["Alder", "Ann Reed"]  # type: ignore[attr-defined]
    assert fair == {
        "@type": "Event",
        "@id": f"{ADDRESS}briefs/bridge/#step-fair",
        "name": "The fair",
        "description": "Confirmed",
        "startDate": "2025-07-01",
        "endDate": "2025-07-03",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": "Oak Square", "address": "Oak Square"},
        "about": [{"@id": f"{ADDRESS}proposals/bridge/open-it/#proposal"}],
        "subjectOf": {"@id": f"{ADDRESS}briefs/bridge/"},
    }


@pytest.mark.parametrize(
    ("step", "status", "start", "before", "words"),
    [
        ("held", "EventScheduled", "2025-05-08", None, "Happened on 8 May 2025."),
        ("late", "EventRescheduled", "2025-05-09T11:00+02:00", "2025-05-08", "Happened in part on 9 May 2025."),
        ("off", "EventCancelled", "2025-05-08", None, "Cancelled on 7 May 2025."),
        ("later", "EventPostponed", "2025-05-08", None, "Postponed."),
    ],
)
def test_what_became_of_it_is_told(
    desk: Desk, step: str, status: str, start: str, before: str | None, words: str
) -> None:
    found = told(desk, step)
    assert found is not None
    assert found["eventStatus"] == f"https://schema.org/{status}"
    assert (found["startDate"], found.get("previousStartDate"), found["description"]) == (start, before, words)


@pytest.mark.parametrize(
    "step",
    [
        "vote",  # only proposed
        "debate",  # only expected
        "reply",  # a deadline is no event
        "season",  # in some month
        "call",  # at no place
        "missed",  # its day has passed, and nobody knows
        "vague",  # happened on a day that is not known
        "none",  # did not happen, but was not called off either
    ],
)
def test_what_is_not_sure_to_be_an_event_is_left_out(desk: Desk, step: str) -> None:
    assert told(desk, step) is None
