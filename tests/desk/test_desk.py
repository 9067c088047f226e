"""What the desk has to do, from a story with one thing of each kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.desk import Row, desk, table
from parley.model.problem import Place, Problem
from parley.site import Order, worked_out
from tests.sites import NOW, written

ACTORS = """\
alder: {name: Alder, kind: state}
birch: {name: Birch, kind: state}
reed: {name: Ann Reed, kind: person, speaks_for: alder}
"""
HEAD = """\
title: {title}
published: 2025-04-01
what: W.
who: {{alder: A., birch: B.}}
sources: {{s: {{title: S}}}}
"""
STORY = (
    HEAD.format(title="The dam")
    + """\
review_by: 2025-05-20
proposals:
  talks: {title: Talks, by: alder, to: birch, date: 2025-05-02, source: s}
  truce: {title: A truce, by: birch, to: alder, date: 2025-05-30, answer_by: 2025-06-04, source: s}
  late: {title: A loan, by: birch, to: alder, date: 2025-04-02, answer_by: 2025-05-01, source: s}
  water: {title: Share the water, by: alder, to: birch, date: 2025-05-03, source: s}
  power: {title: Share the power, by: birch, to: alder, date: 2025-05-03, source: s}
  visit: {title: A visit, by: birch, to: alder, date: 2025-05-03, source: s}
  bare: {title: A word, kind: warning, by: alder, date: 2025-05-03, note: 'See[^s].'}
rejections:
  - {of: water, by: birch, date: 2025-05-04, why: No., unless: power, source: s}
  - {of: power, by: reed, date: 2025-05-06, why: No., unless: water, source: s}
acceptances:
  - {of: visit, by: reed, date: 2025-05-05, if: opening, source: s}
next_steps:
  opening: {title: The gate opens, date: 2025-05-08, source: s, outcome: {result: done, date: 2025-05-08, source: s}}
  report: {title: The report, date: 2025-05-15, who: reed, source: s}
  vote: {title: The vote, date: 2025-06-03, who: birch, source: s}
  far: {title: The feast, date: 2025-06-20, source: s}
events:
  - {date: 2025-07-01, what: Later., source: s}
  - {date: 2025-05-09, what: Rain., who: birch, source: s}
"""
)
FILES = {
    "briefs/actors.yaml": ACTORS,
    "briefs/dam.yaml": STORY,
    "briefs/idea.yaml": HEAD.format(title="An idea").replace("2025-04-01", "2025-06-10") + "draft: true\n",
    "briefs/over.yaml": HEAD.format(title="All over") + "expires: 2025-05-01\nreview_by: 2025-04-20\n",
}


PROBLEMS = [
    Problem(Place("briefs/idea.yaml", 3, 1), "todo", "“TODO who?” left to write", "write it", "warning"),
    Problem(Place("briefs/dam.yaml", 14, 3), "claim-without-source", "the warning “bare” without a source", "x"),
]


@pytest.fixture
def rows(tmp_path: Path) -> tuple[Row, ...]:
    work = worked_out(Order(written(tmp_path, FILES), NOW, drafts=True))
    assert work.found
    assert not [problem for problem in work.problems if problem.severity == "error"]
    others = [problem for problem in work.problems if problem.code not in {told.code for told in PROBLEMS}]
    return desk(work.whole, work.now, work.found, [*others, *PROBLEMS])


TOLD = {
    "overdue": ["“The report” was due 15 May 2025, 17 days ago; what became of it is not recorded."],
    "lapsing": ["Proposal “A truce” lapses after 4 June 2025 (in 3 days) unless Alder answers."],
    "unanswered": [
        "Proposal “A loan”: no answer from Alder for 60 days, since 2 April 2025; one was asked for by 1 "
        "May 2025, so it has lapsed.",
        "Proposal “Talks”: no answer from Birch for 30 days, since 2 May 2025.",
    ],
    "deadlocks": [
        "Deadlock: Birch would not accept “Share the water” unless “Share the power” came first; Alder would not "
        "accept “Share the power” unless “Share the water” came first. It ends when Birch or Alder drops its "
        "condition, or when both come about at once."
    ],
    "met": ["What Alder asked for has come; its answer to “A visit” is still that of 5 May 2025, 27 days ago."],
    "unsourced": ["The warning “bare” without a source."],
    "todo": ["“TODO who?” left to write."],
    "review": [
        "“All over” expired on 1 May 2025, 31 days ago; does it still help readers?",
        "“The dam” was to be reviewed by 20 May 2025, 12 days ago.",
    ],
    "drafts": ["“An idea” is a draft, dated 10 June 2025, in 9 days."],
    "coming": ["“The vote”, 3 June 2025 (in 2 days): Birch."],
}  # fmt: skip


@pytest.mark.parametrize("kind", TOLD)
def test_each_kind_is_told_with_what_and_how_long(rows: tuple[Row, ...], kind: str) -> None:
    assert [row.what for row in rows if row.kind == kind] == TOLD[kind]


def test_nothing_else_is_told_and_the_kinds_stand_together(rows: tuple[Row, ...]) -> None:
    kinds = [row.kind for row in rows]
    assert list(dict.fromkeys(kinds)) == list(TOLD)
    assert len(kinds) == sum(map(len, TOLD.values()))


def test_each_leads_to_the_line_where_it_is_mended(rows: tuple[Row, ...], tmp_path: Path) -> None:
    def line(row: Row) -> str:
        return (tmp_path / row.place.file).read_text().splitlines()[row.place.line - 1].strip()

    found = {row.kind: line(row) for row in reversed(rows)}
    assert found["overdue"].startswith("report:")
    assert found["lapsing"].startswith("truce:")
    assert found["deadlocks"].startswith("- {of: water")
    assert found["met"].startswith("- {of: visit")
    assert found["drafts"] == "draft: true"
    assert found["review"] == "expires: 2025-05-01"
    assert found["unsourced"].startswith("bare:")


def test_what_stands_in_a_draft_is_marked(rows: tuple[Row, ...]) -> None:
    assert [row.kind for row in rows if row.draft] == ["todo", "drafts"]


def test_whom_it_concerns_is_told_with_the_sides(rows: tuple[Row, ...]) -> None:
    assert [row.actors for row in rows if row.kind == "overdue"] == [("reed", "alder")]
    assert [row.actors for row in rows if row.kind == "lapsing"] == [("alder", "birch")]


def test_the_table_has_a_cell_for_each_column(rows: tuple[Row, ...]) -> None:
    found = table(rows)
    first = dict(zip(found.columns, found.rows[0], strict=True))
    assert first == {
        "kind": "overdue", "what": TOLD["overdue"][0], "since": "2025-05-15", "days": 17, "brief": "dam",
        "draft": False, "actors": ("reed", "alder"), "file": "briefs/dam.yaml", "line": rows[0].place.line,
    }  # fmt: skip
