"""How Parley starts: what a command that does nothing loads, and what build.py says where it cannot run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {"PIL", "jinja2", "markdown", "nh3", "starlette", "uvicorn", "watchdog"}


def run(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What this interpreter does with ``arguments``, started in ``folder``."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def strangers_copy(tmp_path):
    """A copy of build.py beside a ``parley`` whose command line is the code given."""

    def copy(code: str) -> Path:
        (tmp_path / "parley").mkdir()
        (tmp_path / "parley" / "__init__.py").touch()
        (tmp_path / "parley" / "cli.py").write_text(code, encoding="utf-8")
        door = tmp_path / "build.py"
        door.write_bytes((ROOT / "build.py").read_bytes())
        return door

    return copy


def test_help_loads_nothing_heavy():
    result = run("-X", "importtime", "build.py", "--help")
    assert result.returncode == 0, result.stderr
    loaded = set(re.findall(r"^import time:.*\| +([\w.]+)$", result.stderr, re.MULTILINE))
    assert "parley.cli" in loaded
    assert not HEAVY & loaded


def test_build_py_runs_from_any_folder(tmp_path):
    result = run(str(ROOT / "build.py"), "--help", folder=tmp_path)
    assert result.returncode == 0
    assert "build" in result.stdout


def test_build_py_and_the_installed_command_say_the_same_version():
    command = Path(sys.executable).with_name("parley")
    installed = subprocess.run([command, "--version"], capture_output=True, text=True, timeout=60, check=True)
    assert run("build.py", "--version").stdout == installed.stdout


@pytest.mark.parametrize(
    "code",
    ["import no_such_package", "def main():\n    import no_such_package"],
    ids=["at start", "when used"],
)
def test_a_missing_package_is_one_line_that_names_make_setup(strangers_copy, code):
    result = run(str(strangers_copy(code)))
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr == (
        "build.py: this Python has no module 'no_such_package'; run `make setup`, then `.venv/bin/python build.py`\n"
    )


def test_a_missing_module_of_parley_itself_is_not_blamed_on_the_setup(strangers_copy):
    result = run(str(strangers_copy("import parley.no_such_room")))
    assert result.returncode == 1
    assert "ModuleNotFoundError: No module named 'parley.no_such_room'" in result.stderr


def test_the_exit_code_of_the_command_line_is_that_of_build_py(strangers_copy):
    assert run(str(strangers_copy("def main():\n    return 3"))).returncode == 3
