"""A proposal is told with its status, who put it to whom, the answers that are acts, and their sources."""

from pathlib import Path

from parley.pages.desk import Desk
from parley.pages.linked.node import Node
from parley.pages.linked.proposal import MOST_ANSWERS, proposal_nodes
from tests.pages.linked.story import ADDRESS, BRIEF, desk_of


def told(desk: Desk, proposal: str) -> list[Node]:
    return proposal_nodes(desk, desk.library.proposals[f"bridge/{proposal}"], "Rejected. Why.", ["bridge"])


def names(things: object) -> list[object]:
    assert isinstance(things, list)
    return [thing["name"] for thing in things]


def test_a_proposal_is_a_work_by_whoever_put_it_with_its_status_and_the_reason(desk: Desk) -> None:
    work = told(desk, "open-it")[0]
    assert work["@type"] == "CreativeWork"
    assert names(work["creator"]) == ["The walkers", "Ann Reed"]
    assert (work["creativeWorkStatus"], work["description"]) == ("Rejected", "Rejected. Why.")
    assert work["dateCreated"] == "2025-05-02"
    assert work["subjectOf"] == [{"@id": f"{ADDRESS}briefs/bridge/"}]


def test_it_was_put_to_those_who_were_asked(desk: Desk) -> None:
    put = told(desk, "open-it")[1]
    assert put["@type"] == "CommunicateAction"
    assert names(put["recipient"]) == ["Birch", "Union of Trees"]
    assert put["object"] == {"@id": f"{ADDRESS}proposals/bridge/open-it/#proposal"}


def test_a_proposal_that_is_only_reported_says_so_wherever_it_is_told(desk: Desk) -> None:
    work, put, *_ = told(desk, "close-it")
    assert put["description"] == "Birch demanded of Alder: Close the bridge (reported by others)"
    assert work["description"] == f"{put['description']}. Rejected. Why."


def test_what_took_days_has_a_start_and_an_end_and_no_day_of_making(desk: Desk) -> None:
    work, put, *_ = told(desk, "guard-it")
    assert "dateCreated" not in work
    assert (put["startTime"], put["endTime"]) == ("2025-05-03", "2025-05-05")


def test_the_answers_that_are_acts_follow_oldest_first_and_then_their_sources_once(desk: Desk) -> None:
    assert [(each["@type"], str(each.get("@id")).rpartition("#")[2]) for each in told(desk, "open-it")[2:]] == [
        ("RejectAction", "answer-open-it.birch.2025-05-03"),
        ("AcceptAction", "answer-open-it.union.2025-05-04"),
        ("CreativeWork", "source-minutes"),
        ("CreativeWork", "source-letter"),
    ]


def test_of_very_many_answers_the_newest_are_told(tmp_path: Path) -> None:
    days = [f"2025-05-{day:02d}T{hour:02d}:00Z" for day in range(10, 20) for hour in (8, 9, 10, 11)]
    more = "".join(f"  - {{of: open-it, by: birch, date: {day}, source: letter}}\n" for day in days)
    desk = desk_of(tmp_path, **{"briefs/bridge.yaml": BRIEF.replace("acceptances:\n", f"{more}acceptances:\n")})
    acts = [each for each in told(desk, "open-it")[2:] if each["@type"] != "CreativeWork"]
    assert [each["startTime"] for each in acts] == days[-MOST_ANSWERS:]
