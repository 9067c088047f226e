"""The recipes for hosts that can't be run here, judged by tools that know these hosts, offline."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.recipes.hosts import RECIPES, program
from tests.sites import ROOT

WORKFLOWS = [RECIPES / "github-pages.yml", *sorted((ROOT / ".github").glob("workflows/*.y*ml"))]
CASES = [
    *(
        (schema, file)
        for schema in ("vendor.github-workflows", "custom.github-workflows-require-timeout")
        for file in WORKFLOWS
    ),
    ("vendor.gitlab-ci", RECIPES / "gitlab-pages.yml"),
]


def told(tool: str, *arguments: str) -> tuple[int, str]:
    """How ``tool``, which is installed beside this Python, ends, and what it says."""
    command = [program(tool, beside=sys.executable), *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode, done.stdout


def of_schema(schema: str, file: Path) -> tuple[int, str]:
    transform = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []  # it knows GitLab's !reference
    return told("check-jsonschema", "--builtin-schema", schema, *transform, str(file))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_workflows_give_nobody_a_way_in(file: Path) -> None:
    code, text = told("zizmor", "--offline", "--pedantic", "--no-progress", "--no-config", str(file))

    assert code == 0, text


@pytest.mark.parametrize(("schema", "file"), CASES, ids=lambda part: getattr(part, "name", part))
def test_files_are_what_their_hosts_read(schema: str, file: Path) -> None:
    code, text = of_schema(schema, file)

    assert code == 0, text


def test_a_way_in_is_found(tmp_path: Path) -> None:
    """What the test above asks of the tool, it does."""
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    assert text.count("permissions: {}") == 1
    (tmp_path / "opened.yml").write_text(text.replace("permissions: {}", "permissions: write-all"))

    code, said = told("zizmor", "--offline", "--pedantic", "--no-progress", "--no-config", str(tmp_path / "opened.yml"))

    assert code != 0
    assert "excessive-permissions" in said


@pytest.mark.parametrize(("schema", "file"), CASES, ids=lambda part: getattr(part, "name", part))
def test_a_word_that_the_host_does_not_know_is_found(schema: str, file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    known = "timeout-minutes:" if "github" in schema else "artifacts:"
    assert known in text
    (tmp_path / "misspelt.yml").write_text(text.replace(known, "misspelt:"))

    code, said = of_schema(schema, tmp_path / "misspelt.yml")

    assert code == 1, said
