"""What a shell offers: in a real bash, in fish and zsh where they are installed, and by what they are told."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.cli import COMMANDS
from parley.cli.arguments import parser
from parley.cli.offered import OFFERS
from parley.write.catalogue.collected import catalogue
from tests.sites import FILES, ROOT, run, written

# As bash does at Tab, for each line given: the function that the script has registered is called with the line.
BASH = """
source <(parley completion bash)
complete=($(complete -p parley))
for COMP_LINE in "$@"; do
    COMP_POINT=${#COMP_LINE} COMP_TYPE=9 COMPREPLY=()
    "${complete[-2]}" parley
    (IFS='|'; echo "${COMPREPLY[*]}")
done
"""
ACTORS = "mayor: {name: Mo May, kind: person}\n"


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A search path on which `parley` is the one of this tree."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "parley").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {ROOT / "build.py"} "$@"\n')
    (folder / "parley").chmod(0o755)
    return os.pathsep.join([str(folder), os.environ["PATH"]])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return written(tmp_path / "site", {**FILES, "briefs/actors.yaml": ACTORS, "notes.txt": "", "theme/x": ""})


def shell(site: Path, path: str, *command: str) -> str:
    done = subprocess.run(
        command, cwd=site, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


@pytest.fixture
def bash(site: Path, path: str) -> Callable[..., list[list[str]]]:
    """What bash offers for each line, as a list of words."""

    def offered(*lines: str) -> list[list[str]]:
        told = shell(site, path, "bash", "--norc", "-c", BASH, "bash", *lines)
        return [[word.strip() for word in line.split("|") if word] for line in told.splitlines()]

    return offered


def test_bash_offers_commands_and_their_options(bash: Callable[..., list[list[str]]]) -> None:
    commands, begun, options, own = bash("parley ", "parley ch", "parley --s", "parley diff --f")
    assert commands == list(COMMANDS)
    assert begun == ["check"]
    assert options == ["--strict"]
    assert own == ["--from", "--format"]


def test_bash_offers_values(bash: Callable[..., list[list[str]]]) -> None:
    shells, forms, codes, lists, kinds, editors = bash(
        "parley completion ", "parley check --format ", "parley explain ", "parley list overdue un",
        "parley new actor --kind o", "parley serve --editor vs",
    )  # fmt: skip
    assert shells == ["bash", "zsh", "fish"]
    assert forms == ["people", "json", "github", "sarif"]
    assert codes == list(catalogue())
    assert lists == ["unanswered", "unsourced"]
    assert kinds == ["organisation"]
    assert editors == ["vscode", "vscodium"]


def test_bash_offers_what_is_in_the_site(bash: Callable[..., list[list[str]]]) -> None:
    briefs, all_actors, own, renamed, proposals, steps, sources = bash(
        "parley list --brief=", "parley list --actor ", "parley promote ", "parley rename actor m",
        "parley rename proposal ", "parley rename step bridge/", "parley rename --dry-run source b",
    )  # fmt: skip
    assert briefs == ["bridge"]
    assert all_actors == ["mayor", "council", "traders", "reed"]
    assert own == ["council", "traders", "reed"]
    assert renamed == ["mayor"]
    assert proposals == ["bridge/keep-open"]
    assert steps == ["bridge/report"]
    assert sources == ["bridge/minutes"]


def test_another_root_is_heeded_before_and_behind_the_command(bash: Callable[..., list[list[str]]], site: Path) -> None:
    written(site / "other", {"briefs/dam.yaml": "title: The dam\n"})
    assert bash("parley --root other list --brief ", "parley list --root other --brief ") == [["dam"], ["dam"]]


def test_paths_are_offered_where_an_argument_is_one_and_for_a_text_nothing_is(
    bash: Callable[..., list[list[str]]],
) -> None:
    folders, files, kinds, new, title, text, day = bash(
        "parley --root ", "parley draft n", "parley fmt briefs/", "parley new site t", "parley new brief t",
        "parley new actor --role t", "parley --as-of ",
    )  # fmt: skip
    assert folders == ["briefs/", "theme/"]
    assert files == ["notes.txt"]
    assert kinds == ["briefs/actors.yaml", "briefs/bridge.yaml"]
    assert new == ["theme/"]
    assert title == text == day == []


def test_a_site_that_cannot_be_read_is_offered_nothing_of_and_says_nothing(
    bash: Callable[..., list[list[str]]], site: Path
) -> None:
    shutil.rmtree(site / "briefs")
    (site / "briefs").write_text("no folder")
    assert bash("parley list --actor ", "parley --root nowhere list --actor ") == [[], []]


def test_each_offer_is_for_an_argument_that_there_is() -> None:
    (commands,) = (
        action.choices
        for action in parser(COMMANDS.values())._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    arguments = {(name, action.dest) for name, command in commands.items() for action in command._actions}
    arguments |= {("", argument) for _command, argument in arguments}
    assert set(OFFERS) <= arguments


@pytest.mark.parametrize(
    ("name", "registers"),
    [("bash", "complete -o nospace"), ("zsh", "compdef "), ("fish", "complete --command parley ")],
)
def test_each_shell_is_given_a_script_that_registers_the_command(name: str, registers: str) -> None:
    done = run("completion", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert registers in done.stdout
    assert run("completion", "tcsh").returncode == 2


@pytest.mark.parametrize(("name", "between"), [("zsh", ":"), ("fish", "\t")])
@pytest.mark.parametrize(
    ("line", "word", "what"),
    [
        ("parley ch", "check", COMMANDS["check"].help),
        ("parley explain bad-da", "bad-date", catalogue()["bad-date"].title),
        ("parley build --stri", "--strict", "take warnings for errors"),
    ],
)
def test_zsh_and_fish_are_told_what_each_word_is_for(
    site: Path, name: str, between: str, line: str, word: str, what: str
) -> None:
    told = site / "told"
    asked = {"_ARGCOMPLETE": "1", "_ARGCOMPLETE_SHELL": name, "_ARGCOMPLETE_IFS": "\n"}
    asked |= {"_ARGCOMPLETE_DFS": "\t"} if name == "fish" else {}
    asked |= {"_ARGCOMPLETE_SUPPRESS_SPACE": "1", "_ARGCOMPLETE_STDOUT_FILENAME": str(told)}
    assert run(cwd=site, COMP_LINE=line, COMP_POINT=str(len(line)), **asked).returncode == 0
    assert told.read_text().splitlines()[0] == f"{word}{between}{what}"


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
def test_fish_offers_the_same(site: Path, path: str) -> None:
    script = "parley completion fish | source; complete -C 'parley ch'; complete -C 'parley rename actor m'"
    home = {"HOME": str(site)}
    told = subprocess.run(
        ["fish", "--no-config", "-c", script], cwd=site, env={**os.environ, **home, "PATH": path},
        capture_output=True, text=True, timeout=60, check=True,
    ).stdout  # fmt: skip
    assert told.splitlines() == [f"check\t{COMMANDS['check'].help}", "mayor"]


# A terminal within zsh, on which a line is typed and Tab pressed; what is on the screen then is printed.
ZSH = r"""
zmodload zsh/zpty
zpty -b z zsh -f
zpty -w z $'autoload -U compinit; compinit -u -D; source <(parley completion zsh); PS1=\'READY\'\'> \''
zpty -r -m z seen $'*READY> *'
zpty -n -w z $'parley rename actor m\t'
zpty -r -m z seen '*mayor*' && print -r -- found
zpty -d z
"""


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_zsh_offers_the_same(site: Path, path: str) -> None:
    done = subprocess.run(
        ["timeout", "20", "zsh", "-f", "-c", ZSH], cwd=site, env={**os.environ, "HOME": str(site), "PATH": path},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "found" in done.stdout, done


def test_an_answer_loads_nothing_that_is_slow(site: Path) -> None:
    asked = {
        "_ARGCOMPLETE": "1", "_ARGCOMPLETE_SHELL": "bash", "_ARGCOMPLETE_STDOUT_FILENAME": str(site / "told"),
        "COMP_LINE": "parley list --actor m", "COMP_POINT": "21", "PYTHONPROFILEIMPORTTIME": "1",
    }  # fmt: skip
    done = run(cwd=site, **asked)
    assert (site / "told").read_text().strip() == "mayor"
    loaded = set(re.findall(r"^import time:.*\| +([\w.]+)$", done.stderr, re.MULTILINE))
    assert {"argcomplete", "parley.read.glanced"} <= loaded
    assert not {"PIL", "jinja2", "markdown", "nh3", "yaml", "starlette", "watchdog", "parley.site.build"} & loaded


def test_without_a_shell_that_asks_the_library_is_not_loaded() -> None:
    done = run("--version", PYTHONPROFILEIMPORTTIME="1")
    assert "parley.cli.completion" in done.stderr
    assert "argcomplete" not in done.stderr
