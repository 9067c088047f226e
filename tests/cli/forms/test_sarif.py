"""Problems as SARIF 2.1.0: the shape of its schema, as far as it is used, and what the standard says beyond that."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from parley.cli.excerpts import Excerpts
from parley.cli.forms.sarif import sarif
from parley.model.problem import Mend, Place, Problem
from parley.write.catalogue.collected import catalogue

TEXT = {"text": str}
LOCATION = {"uri": str, "uriBaseId?": str}
REGION = {"startLine": int, "startColumn": int, "endLine?": int, "endColumn?": int}
RULE = {"id": str, "shortDescription": TEXT, "fullDescription?": TEXT, "help?": {"text": str, "markdown": str}}
FIX = {
    "description": TEXT,
    "artifactChanges": [
        {"artifactLocation": LOCATION, "replacements": [{"deletedRegion": REGION, "insertedContent": TEXT}]}
    ],
}
RESULT = {
    "ruleId": str,
    "ruleIndex": int,
    "level": re.compile("error|warning"),
    "message": TEXT,
    "locations": [{"physicalLocation": {"artifactLocation": LOCATION, "region?": REGION}}],
    "partialFingerprints": {"parleyProblem/v1": str},
    "fixes?": [FIX],
}
LOG = {
    "$schema": re.compile(r"https://docs\.oasis-open\.org/.*/sarif-schema-2\.1\.0\.json"),
    "version": re.compile(r"2\.1\.0"),
    "runs": [
        {
            "tool": {"driver": {"name": str, "version": str, "rules": [RULE]}},
            "originalUriBaseIds": {"%SRCROOT%": {"description": TEXT}},
            "columnKind": re.compile("unicodeCodePoints"),
            "results": [RESULT],
        }
    ],
}


def check(value, shape, path="log") -> None:
    """That ``value`` has the properties of ``shape`` and no others; a name that ends in ? may be missing."""
    if isinstance(shape, dict):
        assert isinstance(value, dict), path
        needed = {name for name in shape if not name.endswith("?")}
        assert needed <= value.keys() <= {name.rstrip("?") for name in shape}, (path, value.keys())
        for name, inner in shape.items():
            if name.rstrip("?") in value:
                check(value[name.rstrip("?")], inner, f"{path}.{name}")
    elif isinstance(shape, list):
        assert isinstance(value, list), path
        for at, item in enumerate(value):
            check(item, shape[0], f"{path}[{at}]")
    elif isinstance(shape, re.Pattern):
        assert shape.fullmatch(value), (path, value)
    else:
        assert type(value) is shape, (path, value)
        assert value or shape is int, f"{path} is empty"


def logged(folder: Path, *problems: Problem) -> dict:
    log = json.loads(sarif(problems, Excerpts(folder)))
    check(log, LOG)
    return log["runs"][0]


def bad_date(file: str = "briefs/a.yaml", line: int = 2, column: int = 7, **more) -> Problem:
    return Problem(Place(file, line, column), "bad-date", "found", "expected", **more)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs/a.yaml").write_text("title: T\ndate: 10 May 2025\nwhy: 橋\n")
    return tmp_path


def test_a_result_names_its_rule_its_place_and_says_what_to_do(folder):
    run = logged(folder, bad_date())
    (result,) = run["results"]
    assert result["level"] == "error"
    assert result["message"] == {"text": "found; expected"}
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "briefs/a.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 7},
    }
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "bad-date"


def test_the_rules_are_those_of_the_catalogue(folder):
    rules = logged(folder)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(catalogue())
    assert all(rule["help"]["text"] for rule in rules)


def test_a_code_that_is_not_in_the_catalogue_is_a_rule_all_the_same(folder):
    run = logged(folder, Problem(Place("briefs/a.yaml", 1, 1), "quite-new", "found", "expected"))
    assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"] == "quite-new"


def test_a_problem_of_a_whole_file_has_no_region(folder):
    (result,) = logged(folder, bad_date(line=0, column=0))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


@pytest.mark.parametrize("file", ["briefs/a b.yaml", "briefs/50%#1?.yaml", "briefs/橋.yaml", "briefs/a:b.yaml"])
def test_paths_are_uris(file, folder):
    (result,) = logged(folder, bad_date(file))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    parts = urlsplit(uri)
    assert (parts.scheme, parts.query, parts.fragment) == ("", "", "")
    assert uri.isascii()
    assert unquote(uri) == file


@pytest.mark.parametrize("file", ["/srv/site/a.yaml", "../site/a.yaml"])
def test_a_file_outside_the_current_folder_has_its_whole_address(file, folder):
    (result,) = logged(folder, bad_date(file))["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": Path(file).resolve().as_uri()}
    assert ".." not in location["uri"]


def test_a_mend_is_a_fix_that_takes_the_place_of_whole_lines(folder):
    (result,) = logged(folder, bad_date(mend=Mend(2, 3, "date: 2025-05-10\nwhy: x")))["results"]
    ((change,),) = (fix["artifactChanges"] for fix in result["fixes"])
    (replacement,) = change["replacements"]
    assert replacement["deletedRegion"] == {"startLine": 2, "startColumn": 1, "endLine": 3, "endColumn": 7}
    lines = (folder / "briefs/a.yaml").read_text().split("\n")
    lines[1:3] = [replacement["insertedContent"]["text"]]
    assert "\n".join(lines) == "title: T\ndate: 2025-05-10\nwhy: x\n"


def test_a_problem_keeps_its_mark_when_lines_move_and_two_alike_are_told_apart(folder):
    def marks(*problems: Problem) -> list[str]:
        return [result["partialFingerprints"]["parleyProblem/v1"] for result in logged(folder, *problems)["results"]]

    before = marks(bad_date())
    (folder / "briefs/a.yaml").write_text("title: T\n\n\n  date: 10 May 2025\nwhy: 橋\n")
    assert marks(bad_date(line=4, column=9)) == before
    first, second = marks(bad_date(line=4, column=9), bad_date(line=4, column=12))
    assert first == before[0] != second
    (folder / "briefs/a.yaml").write_text("title: T\ndate: 11 May 2025\n")
    assert marks(bad_date()) != before


def test_a_name_that_is_no_text_is_told_by_its_bytes(tmp_path: Path) -> None:
    problem = Problem(Place("briefs/\udcff.yaml"), "bad-file-name", "found", "expected")
    log = json.loads(sarif([problem], Excerpts(tmp_path)))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "briefs/%FF.yaml"


def test_a_link_that_leads_to_itself_is_told_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").symlink_to("site.yaml")
    problem = Problem(Place(f"{tmp_path}/site.yaml"), "unreadable", "found", "expected")
    log = json.loads(sarif([problem], Excerpts(Path("/"))))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == (tmp_path / "site.yaml").as_uri()
