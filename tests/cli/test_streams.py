"""Every command has its three streams, even where it was started without them, and can print any text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import FILES, ROOT, run, written

COMMANDS = ["build -v", "check --format json", "reference", "draft -"]


def closed(root: Path, streams: str, command: str) -> subprocess.CompletedProcess[str]:
    """What came of ``command`` without some of its ``streams``."""
    line = f'exec "$0" "$@" {streams}'
    asked = [sys.executable, str(ROOT / "build.py"), *command.split()]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        ["/bin/sh", "-c", line, *asked],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        check=False,
    )


@pytest.mark.parametrize("streams", [">&-", "<&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_without_a_stream_ends_as_with_it(command: str, streams: str, tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    assert closed(root, "</dev/null", command).returncode == (done := closed(root, streams, command)).returncode
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [*COMMANDS, "--help", "build --nonsense"])
def test_a_command_whose_words_can_t_be_written_ends_with_a_code_of_its_own(command: str, tmp_path: Path) -> None:
    root = written(tmp_path, {**FILES, "briefs/wrong.yaml": "title: [\n"})
    done = closed(root, "</dev/null >/dev/full 2>/dev/full", command)
    assert done.returncode == (2 if "nonsense" in command else 1)


def test_what_others_print_never_lands_in_a_file_of_the_site(tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    closed(root, "<&- >&- 2>&-", "build --output one")
    closed(root, "</dev/null", "build --output two")
    one, two = (
        {path.relative_to(root / name): path.read_bytes() for path in (root / name).rglob("*") if path.is_file()}
        for name in ("one", "two")
    )
    assert {path for path in one if one[path] != two.get(path)} <= {path for path in one if "parley" in path.name}
    assert one.keys() == two.keys()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("command", ["reference", "explain no-bar"])
def test_signs_that_a_terminal_has_not_are_told_by_their_numbers(command: str, encoding: str) -> None:
    asked = [sys.executable, str(ROOT / "build.py"), *command.split()]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(asked, capture_output=True, env=environment, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("option", ["--root", "--output"])
def test_a_folder_without_a_name_is_wrong_use(option: str, tmp_path: Path) -> None:
    done = run("build", option, "", cwd=written(tmp_path, FILES))
    assert done.returncode == 2
    assert done.stderr == f'parley: {option} "": no folder is named; leave the option out for the usual one\n'
    assert not (tmp_path / "output").exists()
