"""Every Python that the package names makes the same site, and warns of nothing that a later one will refuse.

One that is not on this machine is skipped, and said to be.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from parley.write.own_wheel import own_wheel
from tests.sites import FILES, ROOT, written

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAMED = re.findall(r"Python :: (3\.\d+)$", "\n".join(PROJECT["classifiers"]), re.MULTILINE)

OURS = "{}.{}".format(*sys.version_info)  # all the other tests are about it


def interpreter(version: str) -> str | None:
    """A Python of that version that runs, from the path or from pyenv."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    for found in (shutil.which(f"python{version}"), *kept.glob(f"{version}.*/bin/python")):
        if found and ran(found, "-c", "import sys; print('%d.%d' % sys.version_info[:2])").stdout.strip() == version:
            return str(found)
    return None


def ran(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=180, check=False)


def built(folder: Path, *parley: object) -> dict[str, bytes]:
    """The site that a Python and a Parley make, with each warning an error."""
    written(folder, FILES)
    python, *rest = parley
    done = ran(python, "-W", "error", *rest, "build", "--root", folder, "--as-of", "2025-06-01")
    assert done.returncode == 0, done.stderr
    site = folder / "output"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_oldest_python_that_is_named_is_the_oldest_that_is_allowed() -> None:
    assert PROJECT["requires-python"] == f">={NAMED[0]}"


@pytest.mark.parametrize("version", [version for version in NAMED if version != OURS])
def test_another_python_that_is_named_makes_the_same_site_without_a_warning(version: str, tmp_path: Path) -> None:
    python = interpreter(version)
    if python is None:
        pytest.skip(f"there is no Python {version} on this machine")
    wheel = own_wheel()
    assert wheel is not None
    (tmp_path / wheel.name).write_bytes(wheel.data)
    made = ran(python, "-I", "-m", "venv", tmp_path / "env")
    assert made.returncode == 0, made.stderr
    its = tmp_path / "env/bin/python"
    pip = (its, "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    for options in (("--require-hashes", "-r", ROOT / "requirements.lock"), ("--no-deps", tmp_path / wheel.name)):
        done = ran(*pip, *options)
        assert done.returncode == 0, done.stderr
    theirs = built(tmp_path / "theirs", its, "-I", "-m", "parley")
    assert theirs == built(tmp_path / "ours", sys.executable, ROOT / "build.py")
