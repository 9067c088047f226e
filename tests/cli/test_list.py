"""`parley list`, as a process."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.desk.test_desk import FILES
from tests.sites import ROOT, run, written

DAY = ("--as-of", "2025-06-01")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path, FILES)


def test_the_whole_list_is_grouped_each_with_its_file_and_line(root: Path) -> None:
    done = run("list", *DAY, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "On 1 June 2025: 10 things to look at"
    assert "Steps overdue (1)" in lines
    at = lines.index("Steps overdue (1)")
    assert lines[at + 1] == "  “The report” was due 15 May 2025, 17 days ago; what became of it is not recorded."
    number = (
        (root / "briefs/dam.yaml")
        .read_text()
        .splitlines()
        .index("  report: {title: The report, date: 2025-05-15, who: reed, source: s}")
    )
    assert lines[at + 2] == f"    briefs/dam.yaml:{number + 1}"


def test_the_kinds_that_are_named_are_told_alone_and_what_is_unanswered_is_also_what_lapses(root: Path) -> None:
    def heads(*kinds: str) -> list[str]:
        lines = run("list", *kinds, *DAY, cwd=root).stdout.splitlines()[1:]
        return [line for line in lines if line and not line.startswith(" ")]

    assert heads("overdue", "Deadlock") == ["Steps overdue (1)", "Deadlocks (1)"]
    assert heads("unanswered") == ["About to lapse (1)", "Without an answer (2)"]


def test_json_and_csv_hold_the_same_rows(root: Path) -> None:
    rows = json.loads(run("list", "--format", "json", *DAY, cwd=root).stdout)
    assert len(rows) == 10
    assert rows[0]["kind"] == "overdue"
    assert (rows[0]["since"], rows[0]["days"], rows[0]["actors"]) == ("2025-05-15", 17, ["reed", "alder"])
    table = list(csv.DictReader(io.StringIO(run("list", "--format", "csv", *DAY, cwd=root).stdout)))
    assert [row["what"] for row in table] == [row["what"] for row in rows]
    assert json.loads(run("list", "todo", "--format", "json", *DAY, cwd=root).stdout) == []


def test_a_brief_and_an_actor_can_be_asked_for(root: Path) -> None:
    def rows(*arguments: str) -> list[dict[str, object]]:
        return json.loads(run("list", "--format", "json", *DAY, *arguments, cwd=root).stdout)

    assert {row["brief"] for row in rows("--brief", "over")} == {"over"}
    assert rows("--brief", "briefs/over.yaml") == rows("--brief", "over")
    assert [row["kind"] for row in rows("--actor", "reed")] == ["overdue", "deadlocks", "met"]
    assert "overdue" in {row["kind"] for row in rows("--actor", "alder")}  # Reed speaks for Alder


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("overdu",), 'parley: list "overdu": there is no such list; choose among overdue, lapsing, unanswered, '),
        (("--brief", "damm"), 'parley: --brief "damm": there is none; did you mean "dam"?'),
        (("--actor", "Birch"), 'parley: --actor "Birch": there is none; did you mean "birch"?'),
    ],
)
def test_what_does_not_exist_is_wrong_use(root: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("list", *arguments, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)


def test_drafts_are_listed_and_what_stands_in_them_is_marked(root: Path) -> None:
    text = (root / "briefs/idea.yaml").read_text().replace("2025-06-10", "2025-05-10")
    step = "next_steps: {print: {title: The printing, date: 2025-05-20, source: s}}\n"
    (root / "briefs/idea.yaml").write_text(text + step)
    done = run("list", "--brief", "idea", *DAY, cwd=root)
    assert "“The printing” was due 20 May 2025, 12 days ago; what became of it is not recorded. [draft]" in done.stdout
    assert "“An idea” is a draft, dated 10 May 2025, 22 days ago." in done.stdout


def test_nothing_to_do_is_said_kindly(tmp_path: Path) -> None:
    text = "title: T\npublished: 2025-05-01\nwhat: W.\nwho: {a: A.}\nactors: {a: {name: A, kind: group}}\n"
    root = written(tmp_path, {"briefs/a.yaml": text})
    assert run("list", *DAY, cwd=root).stdout == "Nothing to do on 1 June 2025. Well kept.\n"
    assert run("list", "overdue", *DAY, cwd=root).stdout == "No step is overdue, on 1 June 2025.\n"


def test_what_a_broken_file_leaves_out_is_said_and_told_by_the_code(root: Path) -> None:
    (root / "briefs/dam.yaml").write_text("title: The dam\nwat: x\n")
    done = run("list", *DAY, cwd=root)
    assert done.returncode == 1
    assert re.match(r"briefs/dam\.yaml has \d errors? and is left out of this list; `check` tells", done.stderr)
    assert "All over" in done.stdout
    (root / "briefs/actors.yaml").write_text("alder: 7\n")
    done = run("list", *DAY, cwd=root)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("parley: nothing can be listed before that is mended\n")


def test_the_briefs_that_come_with_parley_have_a_list() -> None:
    done = run("list", "--as-of", "2025-05-12", cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Deadlocks (1)" in done.stdout
