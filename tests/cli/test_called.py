"""The next command is named as this one was called."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from parley.cli.called import called
from tests.sites import ROOT, run


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("parley", "parley"),
        ("/nowhere/bin/parley", "parley"),
        ("", "parley"),
        ("build.py", "python build.py"),
        ("/x/parley/__main__.py", "python -m parley"),
    ],
)
def test_a_command_is_named_as_a_shell_finds_it(typed: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [typed])
    assert called() == told


@pytest.mark.parametrize(("bins", "told"), [("desk/bin", "parley"), ("other/bin", "desk/bin/parley")])
def test_a_command_that_a_shell_does_not_find_is_named_with_its_place(tmp_path: Path, bins: str, told: str) -> None:
    for folder in ("desk/bin", "other/bin"):
        (tmp_path / folder).mkdir(parents=True)
        script = tmp_path / folder / "parley"
        script.write_text(
            f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
            "from parley.cli import main\nsys.exit(main())\n"
        )
        script.chmod(0o755)
    done = subprocess.run(
        ["desk/bin/parley", "explain"], cwd=tmp_path, env={**os.environ, "PATH": str(tmp_path / bins)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1].startswith(f"One of them with an example: {told} explain ")


def test_a_checkout_is_called_by_its_door() -> None:
    assert f"python {ROOT / 'build.py'} explain " in run("explain").stdout.splitlines()[-1]
