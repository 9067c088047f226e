"""A proposal's way, from the real briefs and a small one."""

from __future__ import annotations

from pathlib import Path

from parley.model.page import plain
from parley.pages.desk import Desk
from parley.pages.pictures.parts import Progress
from parley.pages.proposal import proposal_pages
from parley.pages.views import ProposalView
from tests.pages.conftest import view_of
from tests.sites import FILES, STORY, site_from


def way(desk: Desk, proposal: str) -> Progress:
    return view_of(proposal_pages(desk, desk.library.proposals[proposal])[0], ProposalView).progress


def stages(found: Progress) -> list[tuple[str, str, str]]:
    return [(stage.state, plain(stage.who), stage.date.words if stage.date else "") for stage in found.stages]


def test_it_goes_from_the_day_it_was_put_forward_over_the_answers_to_where_it_stands(desk12: Desk) -> None:
    found = way(desk12, "thirty-day-ceasefire/ceasefire")
    assert stages(found) == [
        ("proposed", "Ukraine, France, Germany, United Kingdom and Poland", "10 May 2025"),
        ("defers", "Russia", "10 May 2025"),
        ("rejects", "Russia", "11 May 2025"),
        ("rejects-unless", "Russia", "11 May 2025"),
    ]
    assert found.now.status == "rejected"
    assert found.stages[2].href.endswith("#answer-ceasefire.putin.2025-05-11")


def test_a_deadline_is_ahead_until_it_has_passed(desk12: Desk, desk17: Desk) -> None:
    before = way(desk12, "istanbul-talks/leaders-meeting")
    assert [(stage.state, stage.date.words) for stage in before.ahead if stage.date] == [("deadline", "15 May 2025")]
    after = way(desk17, "istanbul-talks/leaders-meeting")
    assert after.ahead == ()
    assert ("deadline", "", "15 May 2025") in stages(after)


def test_a_side_that_says_the_same_again_takes_no_second_stage(desk17: Desk) -> None:
    found = way(desk17, "istanbul-talks/direct-talks")
    assert [state for state, _, _ in stages(found)] == ["proposed", "accepts-if", "accepts"]


def test_no_answer_is_a_stage_while_it_is_open(desk12: Desk) -> None:
    found = way(desk12, "tribunal-and-sanctions/seventeenth-package")
    assert stages(found)[-1] == ("no-answer", "Council of the European Union", "")
    assert found.now.status == "open"


def test_what_was_replaced_or_taken_back_says_so(tmp_path: Path) -> None:
    more = """\
  ferry: {title: Run a ferry, by: council, date: 2025-05-12, replaces: keep-open}
  toll: {title: Ask a toll, by: traders, to: council, date: 2025-05-03, withdrawn: 2025-05-04}
rejections:
"""
    text = STORY.replace("rejections:\n", more)
    site = site_from(tmp_path, {**FILES, "briefs/bridge.yaml": text})
    old, toll = (site[f"proposals/bridge/{name}/index.html"] for name in ("keep-open", "toll"))
    assert "Replaced by</span> <span><a" in old
    assert "Run a ferry" in old.partition("Replaced by")[2][:200]
    assert 'data-word="withdrawn">Taken back</span> <span><time datetime="2025-05-04"' in toll
