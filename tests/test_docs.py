"""What the documents say is so: every key is documented, every example builds, every command is one that runs."""

import re
from pathlib import Path

import pytest

from parley.cli import COMMANDS
from parley.cli.arguments import parser
from tests.sites import ROOT, run, site_from

DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    ROOT / "theme/README.md",
]


def test_the_reference_is_the_one_that_the_schema_makes() -> None:
    done = run("reference")
    assert done.returncode == 0, done.stderr
    assert (ROOT / "docs/reference.md").read_text() == done.stdout, "run: parley reference > docs/reference.md"


def test_the_pages_of_problems_are_those_that_the_catalogue_makes(tmp_path: Path) -> None:
    done = run("explain", "--markdown", str(tmp_path))
    assert done.returncode == 0, done.stderr
    made = {path.relative_to(tmp_path): path.read_text() for path in tmp_path.rglob("*.md")}
    assert len(made) > 10
    kept = [ROOT / "docs/problems.md", *(ROOT / "docs/problems").glob("*.md")]
    assert {path.relative_to(ROOT / "docs"): path.read_text() for path in kept} == made, (
        "parley explain --markdown docs"
    )


def test_the_brief_in_the_format_s_page_builds_without_a_warning(tmp_path: Path) -> None:
    example, correction = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/format.md").read_text(), re.DOTALL)
    site = site_from(tmp_path, {"briefs/bridge.yaml": example + correction}, strict=True)
    assert "Council rejected it on 10 May 2025: no, unless an engineer finds it safe." in re.sub(
        r"<[^>]+>", "", site["proposals/bridge/keep-open/index.html"]
    )


def test_the_settings_in_the_settings_page_are_taken(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/settings.md").read_text(), re.DOTALL)
    site = site_from(tmp_path, {"site.yaml": example, "briefs/actors.yaml": ""}, strict=True)
    assert "The Desk" in site["index.html"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_in_a_document_leads_to_a_file(document: Path) -> None:
    for target in re.findall(
        r"\]\((?!https?:|mailto:|#)([^)#]+)", re.sub(r"`[^`]*`|```.*?```", "", document.read_text())
    ):
        assert (document.parent / target).exists(), target


def test_every_command_that_the_readme_shows_is_understood() -> None:
    text = (ROOT / "README.md").read_text()
    shown = re.findall(r"^\.venv/bin/python build\.py (.+?)(?:\s+#.*)?$", text, re.MULTILINE)
    assert len(shown) >= 4
    for arguments in shown:
        parser(COMMANDS.values()).parse_args(arguments.split())


def test_every_door_that_the_readme_shows_is_in_the_makefile() -> None:
    doors = set(re.findall(r"`make (\w+)`", (ROOT / "README.md").read_text()))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {"build", "serve", "check", "test", "setup"} <= doors <= targets


@pytest.mark.parametrize("page", ["beyond-one-machine.md", "uploading.md"])
def test_every_command_of_the_pages_on_large_sites_is_understood(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parley.cli.workers.PACKAGE", "json")  # whether Dask is there or not
    text = (ROOT / "docs" / page).read_text().replace("HOST:", "host:")
    lines = re.findall(r"^parley .*?(?= &&$|$)", text, re.MULTILINE)
    assert lines
    for line in lines:
        parser(COMMANDS.values()).parse_args(line.split()[1:])
