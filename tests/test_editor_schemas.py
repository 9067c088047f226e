"""The commands keep the schemas in step with the content, in the real command: quietly, whole, and never in the way."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.sites import FILES, ROOT, STORY, run, written

DAY = ("--as-of", "2025-06-01")
SCHEMAS = sorted(f"{noun}{words}.json" for noun in ("actors", "brief", "site") for words in ("", "-translation"))


def actors(root: Path) -> set[str]:
    """The actors that the schema of briefs offers."""
    schema = json.loads((root / ".schema/brief.json").read_text())
    return {choice["const"] for choice in schema["definitions"]["actor"]["anyOf"] if "const" in choice}


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in sorted((root / ".schema").iterdir())}


def test_schema_writes_and_then_finds_everything_as_it_should_be(tmp_path: Path) -> None:
    root = written(tmp_path / "desk", FILES)
    done = run("schema", "--root", "desk", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "6 schemas in desk/.schema (6 files written)\n", "")
    before = stamps(root)
    assert list(before) == SCHEMAS
    done = run("schema", cwd=root)
    assert (done.returncode, done.stdout) == (0, "6 schemas in .schema (0 files written)\n")
    assert stamps(root) == before
    assert actors(root) == {"council", "traders", "reed"}


def test_schema_needs_a_site_and_a_place_to_write(tmp_path: Path) -> None:
    done = run("schema", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "parley: no folder briefs/ in .; give the site's folder as --root\n"
    root = written(tmp_path / "desk", {**FILES, ".schema": "a file in the way"})
    done = run("schema", cwd=root)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "parley: .schema can't be written (Not a directory)\n"


def test_every_build_keeps_them_and_touches_only_what_differs(tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    assert run("build", *DAY, cwd=root).returncode == 0
    before = stamps(root)
    assert list(before) == SCHEMAS
    assert run("build", *DAY, cwd=root).returncode == 0
    assert stamps(root) == before
    written(root, {"briefs/bridge.yaml": STORY.replace("actors:\n", "actors:\n  smith: {name: Smith, kind: person}\n")})
    assert run("build", *DAY, cwd=root).returncode == 0
    assert "smith" in actors(root)
    assert stamps(root)["site.json"] == before["site.json"]
    assert not [path for path in (root / "output").rglob("*") if "schema" in path.name]


def test_a_brief_with_faults_is_known_all_the_same_and_one_that_is_unreadable_takes_nothing_away(
    tmp_path: Path,
) -> None:
    root = written(tmp_path, {**FILES, "briefs/second.yaml": "actors: {mills: {name: Mills, kind: persn}}\n"})
    assert run("build", *DAY, cwd=root).returncode == 1
    assert actors(root) == {"council", "traders", "reed", "mills"}
    before = stamps(root)
    written(root, {"briefs/second.yaml": "actors: {mills: {name: [\n"})
    assert run("build", *DAY, cwd=root).returncode == 1
    assert stamps(root) == before


def test_checking_writes_none(tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    assert run("check", *DAY, cwd=root).returncode == 0
    assert not (root / ".schema").exists()


def test_what_hinders_writing_is_told_and_the_site_is_built(tmp_path: Path) -> None:
    root = written(tmp_path, {**FILES, ".schema": "a file in the way"})
    done = run("build", *DAY, cwd=root)
    assert done.returncode == 0
    assert done.stderr == "No help for editors: .schema can't be written (Not a directory)\n"
    assert (root / "output/index.html").is_file()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_root_that_may_not_be_written_to_is_built_elsewhere(tmp_path: Path) -> None:
    root = written(tmp_path / "desk", FILES)
    root.chmod(0o555)
    try:
        done = run("build", *DAY, "--output", str(tmp_path / "out"), cwd=root)
    finally:
        root.chmod(0o755)
    assert done.returncode == 0
    assert done.stderr == "No help for editors: .schema can't be written (Permission denied)\n"


def test_a_folder_that_is_no_site_gets_none(tmp_path: Path) -> None:
    assert run("build", cwd=tmp_path).returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_a_new_site_is_ready_for_editors_and_keeps_what_is_there(tmp_path: Path) -> None:
    written(tmp_path, {"desk/.gitignore": "mine\n"})
    done = run("new", "site", "desk", cwd=tmp_path)
    assert done.returncode == 0
    assert "desk/.gitignore is there already and stays as it is" in done.stderr
    assert "/.schema/" in done.stderr
    assert (tmp_path / "desk/.gitignore").read_text() == "mine\n"
    assert (tmp_path / "desk/.vscode/extensions.json").is_file()
    assert list(stamps(tmp_path / "desk")) == SCHEMAS
    assert actors(tmp_path / "desk") == {"first-council", "first-traders"}
    for path in ("site.yaml", "briefs/actors.yaml", "briefs/first-brief.yaml"):
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", (tmp_path / "desk" / path).read_text())
        assert named
        assert (tmp_path / "desk" / path).parent.joinpath(named[1]).is_file()


def test_a_new_brief_names_its_schema_and_is_known_at_once(tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    assert run("new", "brief", "Who", "pays", cwd=root).returncode == 0
    text = (root / "briefs/who-pays.yaml").read_text()
    assert text.startswith("# yaml-language-server: $schema=../.schema/brief.json\n")
    assert {"who-pays-first", "who-pays-second"} <= actors(root)


def test_the_briefs_that_come_with_parley_name_their_schemas() -> None:
    for path in (ROOT / "briefs").rglob("*.yaml"):
        kind = "actors" if path.name.startswith("actors.") else "brief"
        kind += "-translation" if path.name.count(".") == 2 else ""
        assert path.read_text().startswith(f"# yaml-language-server: $schema=../.schema/{kind}.json\n")
