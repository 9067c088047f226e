"""``import``: what another program knows comes into the writer's files, which stay as they were otherwise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import FILES, ROOT, STORY, run, written

BIB = """@article{doe, title={A day in Alder}, author={Jane Doe}, journal={The Alder Post}, date={2025-05-03},
  url={https://post.example/day}}
@misc{minutes, title={Other minutes}, url={https://other.example/}}
@misc{again, title={Minutes}, url={http://www.example.org/minutes/}}
@misc{odd, title={Odd}, date={2025-13}, url={ftp://odd.example}}
"""
TABLE = """name,kind,role,speaks for,country
Bo Lund,person,Engineer,council,gb
The Post,organisation,,,
Ann Reed,person,,,
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    remarks = STORY.replace("sources:\n", "# our sources\nsources:  # as read\n").replace(
        "authors:", "\n# who wrote it\nauthors:"
    )
    return written(tmp_path, dict(FILES) | {"briefs/bridge.yaml": remarks, "refs.bib": BIB, "table.csv": TABLE})


def imported(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("import", *arguments, "--root", str(root), cwd=root)


def test_sources_come_behind_those_that_are_there_and_nothing_else_changes(root: Path) -> None:
    brief = root / "briefs/bridge.yaml"
    before = brief.read_text()
    done = imported(root, "sources", "refs.bib", "--brief", "bridge")
    assert done.returncode == 0, done.stderr
    after = brief.read_text()
    added = (
        "  doe:\n    title: A day in Alder\n    author:\n      - Jane Doe\n    publisher: The Alder Post\n"
        "    date: 2025-05-03\n    url: https://post.example/day\n"
        "  minutes-2:\n    title: Other minutes\n    url: https://other.example/\n  odd:\n    title: Odd\n"
    )
    assert after.replace(added, "") == before
    assert added in after
    assert done.stdout == "doe: A day in Alder\nminutes-2: Other minutes\nodd: Odd\n"
    assert 'refs.bib:4: "Minutes" is there already, as minutes; left out' in done.stderr
    assert 'refs.bib:5: the date of "Odd" can\'t be told; add it by hand' in done.stderr
    assert "Imported 3 sources into" in done.stderr
    checked = run("check", "--root", str(root))
    assert checked.returncode == 0, checked.stderr


def test_a_second_import_changes_nothing(root: Path) -> None:
    imported(root, "sources", "refs.bib", "--brief", "bridge")
    before = (root / "briefs/bridge.yaml").read_bytes()
    done = imported(root, "sources", "refs.bib", "--brief", "bridge")
    assert (done.returncode, done.stdout) == (0, "")
    assert "No source was imported." in done.stderr
    assert (root / "briefs/bridge.yaml").read_bytes() == before


def test_actors_come_into_the_shared_file_which_is_made_for_them(root: Path) -> None:
    done = imported(root, "actors", "table.csv")
    assert done.returncode == 0, done.stderr
    text = (root / "briefs/actors.yaml").read_text()
    assert text.endswith(
        "bo-lund:\n  name: Bo Lund\n  kind: person\n  role: Engineer\n  speaks_for: council\n  country: GB\n"
        "the-post:\n  name: The Post\n  kind: organisation\n"
    )
    assert 'table.csv:4: "Ann Reed" is there already, as reed; left out' in done.stderr
    assert run("check", "--root", str(root)).returncode == 0


def test_actors_come_into_a_brief_where_that_is_asked_for(root: Path) -> None:
    done = imported(root, "actors", "table.csv", "--brief", "bridge")
    assert done.returncode == 0, done.stderr
    assert "speaks_for: council}\n  bo-lund:\n    name: Bo Lund\n" in (root / "briefs/bridge.yaml").read_text()
    assert not (root / "briefs/actors.yaml").exists()


def test_a_trial_writes_nothing(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    for wish in (("sources", "refs.bib", "--brief", "bridge"), ("actors", "table.csv")):
        done = imported(root, *wish, "--dry-run")
        assert (done.returncode, "Would import" in done.stderr) == (0, True)
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_sources_can_be_piped_in(root: Path) -> None:
    command = [sys.executable, str(ROOT / "build.py")]
    done = subprocess.run(
        [*command, "import", "sources", "-", "--brief", "bridge", "--root", str(root)],
        input='[{"id": "a", "title": "Älder", "issued": {"date-parts": [[2025]]}}]',
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "a: Älder\n")


@pytest.mark.parametrize(
    ("wish", "code", "told"),
    [
        (("sources", "refs.bib"), 2, "sources belong to a brief; say which, with --brief NAME"),
        (("sources", "refs.bib", "--brief", "brigde"), 2, "no such brief; give its file name without .yaml"),
        (("sources", "none.bib", "--brief", "bridge"), 2, "none.bib: no such file or directory"),
        (("actors", "refs.bib"), 1, "refs.bib:1:1: error: no column that is known"),
        (("sources", "table.csv", "--brief", "bridge"), 1, "table.csv:1:1: error: no entry of BibTeX"),
        (("steps", "table.csv"), 2, "invalid choice"),
    ],
)  # fmt: skip
def test_wrong_use_and_wrong_files_are_told_and_nothing_is_written(
    wish: tuple[str, ...], code: int, told: str, root: Path
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    done = imported(root, *wish)
    assert done.returncode == code
    assert told in done.stderr
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_a_brief_in_braces_is_left_with_the_lines_to_paste(root: Path) -> None:
    brief = root / "briefs/bridge.yaml"
    text = "{title: T, published: 2025-05-01, summary: S., actors: {}, sources: {a: {title: A}}}\n"
    brief.write_text(text)
    done = imported(root, "sources", "refs.bib", "--brief", "bridge")
    assert done.returncode == 2
    assert "Put these lines among its sources yourself:" in done.stderr
    assert "doe:\n  title: A day in Alder" in done.stderr
    assert brief.read_text() == text


def test_two_who_speak_for_one_another_are_told_and_come_without(root: Path) -> None:
    (root / "table.csv").write_text("id,name,kind,speaks for\nann,Ann,person,bo\nbo,Bo,person,ann\ncy,Cy,person,ann\n")
    done = imported(root, "actors", "table.csv")
    assert done.returncode == 0, done.stderr
    assert 'table.csv:2: "Ann" speaks for itself by way of others; left out' in done.stderr
    assert "speaks_for: ann" in (root / "briefs/actors.yaml").read_text()
    assert run("check", "--root", str(root)).returncode == 0


def test_what_would_make_check_refuse_the_site_is_not_written(root: Path) -> None:
    brief = root / "briefs/bridge.yaml"
    brief.write_text(brief.read_text().replace("role: Mayor,", "role: Mayor, aliases: [bo-lund],"))
    before = brief.read_bytes()
    done = imported(root, "actors", "table.csv", "--brief", "bridge")
    assert done.returncode == 2
    assert "check would refuse the site; nothing was written" in done.stderr
    assert (root / "briefs/bridge.yaml").read_bytes() == before


def test_addresses_are_the_same_whatever_the_case_of_the_host_alone(root: Path) -> None:
    (root / "refs.bib").write_text(
        "@misc{one, title={One}, url={https://a.example/CASE/a}}\n@misc{two, title={Two}, url={https://A.example/CASE/A}}\n"
        "@misc{three, title={Three}, url={http://www.A.example/CASE/a/}}\n"
    )
    done = imported(root, "sources", "refs.bib", "--brief", "bridge")
    assert done.stdout == "one: One\ntwo: Two\n"


def test_one_bad_name_does_not_stop_the_rest(root: Path) -> None:
    (root / "table.csv").write_text("name,kind,aka\nCy,person,A\x07B;Good\n")
    done = imported(root, "actors", "table.csv")
    assert done.returncode == 0, done.stderr
    assert "    - Good\n" in (root / "briefs/actors.yaml").read_text()
