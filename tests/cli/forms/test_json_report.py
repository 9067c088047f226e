"""Problems as JSON: every field, and what is null."""

import json
from pathlib import Path

from parley import __version__
from parley.cli.excerpts import Excerpts
from parley.cli.forms.json_report import json_report
from parley.model.problem import Mend, Place, Problem


def reported(folder: Path, *problems: Problem) -> dict:
    return json.loads(json_report(problems, Excerpts(folder)))


def test_a_problem_is_told_with_all_that_is_known(tmp_path):
    (tmp_path / "a.yaml").write_text("title: T\ndate: 10 May 2025\n")
    mend = Mend(2, 2, "date: 2025-05-10")
    assert reported(tmp_path, Problem(Place("a.yaml", 2, 7), "bad-date", "found", "expected", mend=mend)) == {
        "version": 1,
        "tool": {"name": "parley", "version": __version__},
        "errors": 1,
        "warnings": 0,
        "problems": [
            {
                "file": "a.yaml",
                "line": 2,
                "column": 7,
                "severity": "error",
                "code": "bad-date",
                "title": "A date in another form, or one that does not exist",
                "found": "found",
                "expected": "expected",
                "mend": {"first": 2, "last": 2, "text": "date: 2025-05-10"},
                "docs": "docs/problems/date-problems.md#bad-date",
                "excerpt": {
                    "lines": [
                        {"number": 1, "text": "title: T"},
                        {"number": 2, "text": "date: 10 May 2025"},
                        {"number": 3, "text": ""},
                    ],
                    "line": 2,
                    "column": 7,
                },
            }
        ],
    }


def test_of_a_whole_file_there_is_no_line_and_no_excerpt(tmp_path):
    (problem,) = reported(tmp_path, Problem(Place("gone.yaml"), "unreadable", "f", "e", "warning"))["problems"]
    assert (problem["line"], problem["column"], problem["excerpt"], problem["mend"]) == (None, None, None, None)


def test_errors_and_warnings_are_counted(tmp_path):
    error, warning = (Problem(Place("a.yaml"), "unreadable", "f", "e", severity) for severity in ("error", "warning"))
    report = reported(tmp_path, error, warning, warning)
    assert (report["errors"], report["warnings"], len(report["problems"])) == (1, 2, 3)
    assert reported(tmp_path)["problems"] == []
