"""The doors of a new site: what they say where they can't open, and what they leave."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from parley.write.site_help import site_help
from tests.sites import written

ALONE = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "ARGS", "PYTHON"))}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path, dict(site_help("")))


def made(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *words], cwd=root, env=ALONE, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("door", ["serve --drafts", "build", "check"])
def test_each_door_is_a_command_that_may_be_installed_elsewhere_and_takes_options(root: Path, door: str) -> None:
    done = made(root, "-n", door.split()[0], "PARLEY=a parley", "ARGS=--strict")
    assert (done.stdout, done.stderr) == (f"a parley {door} --strict\n", "")


def test_the_requirements_name_a_wheel_of_the_site_and_never_a_package_of_an_index() -> None:
    text = site_help("parley-1.2-py3-none-any.whl")["requirements.txt"]
    needed = [line for line in text.splitlines() if not line.startswith("#")]
    assert needed == ["./vendor/parley-1.2-py3-none-any.whl[search]"]
    assert all(line.startswith("#") for line in site_help("")["requirements.txt"].splitlines())


def test_where_no_parley_is_named_it_is_said_and_the_next_run_begins_anew(root: Path) -> None:
    for _ in range(2):
        done = made(root, "check")
        assert done.returncode == 2
        assert "Setting up .venv" in done.stdout
        assert "make: requirements.txt names no Parley; its first lines say how it does" in done.stderr
    assert not (root / ".venv/ready").exists()


def test_what_cannot_be_installed_is_told(root: Path) -> None:
    (root / "requirements.txt").write_text("./vendor/parley-9-py3-none-any.whl[search]\n")
    done = made(root, "check")
    assert done.returncode == 2
    assert "vendor/parley-9-py3-none-any.whl" in done.stderr
    assert "make: Parley could not be installed, as told above; once that is mended, run the same again" in done.stderr


def test_a_python_that_is_missing_too_old_or_without_venv_is_told_before_anything_is_made(root: Path) -> None:
    assert "make: no Python found" in made(root, "check", "PYTHON=no-such-python").stderr
    for tried, said in (("version_info", "Parley needs Python 3.11 or later, not "), ("ensurepip", "no virtual env")):
        (root / "poor").write_text(  # this Python, but for one of the questions that the Makefile has
            f'#!/bin/sh\ncase "$*" in *_base_executable*) echo "$PWD/poor";; *{tried}*) exit 1;; '
            f'*) exec {sys.executable} "$@";; esac\n'
        )
        (root / "poor").chmod(0o755)
        done = made(root, "check", "PYTHON=./poor")
        assert done.returncode == 2
        assert said in done.stderr
    assert not (root / ".venv").exists()


def test_clean_takes_away_what_is_made_and_nothing_else(root: Path) -> None:
    written(root, {f"{name}/x": "" for name in (".venv", "output", ".parley", ".schema", "briefs", "vendor")})
    assert made(root, "clean").returncode == 0
    assert {path.name for path in root.iterdir()} == {"Makefile", "README.md", "requirements.txt", "briefs", "vendor"}


def test_the_page_names_only_doors_that_there_are(root: Path) -> None:
    text = (root / "README.md").read_text()
    doors = {word.split("`")[0] for word in text.split("`make ")[1:]} | {"serve"}
    assert {"serve", "build", "check", "clean"} == doors
    for door in doors:
        assert made(root, "-n", door, "PARLEY=parley").returncode == 0
