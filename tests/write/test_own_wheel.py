"""Parley as a wheel, made of what is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from parley import __version__
from parley.write.own_wheel import own_wheel
from tests.sites import ROOT

NAME = f"parley-{__version__}-py3-none-any.whl"
# What a process that sees only the installed package says: its wheel, or the lack of one.
TOLD = """
import sys
from pathlib import Path
from parley.write.own_wheel import own_wheel
wheel = own_wheel()
print(wheel.name if wheel else None)
if wheel:
    Path(sys.argv[1]).write_bytes(wheel.data)
"""


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    made = own_wheel()
    assert made is not None
    path = tmp_path_factory.mktemp("wheel") / made.name
    path.write_bytes(made.data)
    return path


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Path:
    """The folder that the wheel was installed into, by the installer that everybody has."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target"]
    subprocess.run([*command, str(tmp_path / "there"), str(wheel)], timeout=120, check=True)
    return tmp_path / "there"


def told(installed: Path, to: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", TOLD, str(to)],
        cwd=to.parent,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


def test_a_checkout_is_built(wheel: Path) -> None:
    assert wheel.name == NAME
    assert {"parley/__init__.py", "parley/theme/templates/base.html"} <= members(wheel).keys()


def test_an_installed_package_gives_the_wheel_that_it_came_from(wheel: Path, installed: Path, tmp_path: Path) -> None:
    assert told(installed, tmp_path / "again.whl") == NAME
    before, after = members(wheel), members(tmp_path / "again.whl")
    record = f"parley-{__version__}.dist-info/RECORD"
    assert sorted(after.pop(record).splitlines()) == sorted(before.pop(record).splitlines())
    assert after == before


def test_it_is_the_same_wheel_wherever_and_whenever_it_was_installed(
    wheel: Path, installed: Path, tmp_path: Path
) -> None:
    told(installed, tmp_path / "one.whl")
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(installed, elsewhere)
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(elsewhere / "parley/model")], timeout=60, check=True)
    for path in elsewhere.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    told(elsewhere, tmp_path / "two.whl")
    assert (tmp_path / "one.whl").read_bytes() == (tmp_path / "two.whl").read_bytes()


@pytest.mark.parametrize("lost", ["RECORD", "WHEEL", "METADATA"])
def test_where_the_list_is_lost_there_is_no_wheel(installed: Path, tmp_path: Path, lost: str) -> None:
    (installed / f"parley-{__version__}.dist-info" / lost).unlink()
    assert told(installed, tmp_path / "none.whl") == "None"


def test_where_a_file_is_lost_there_is_no_wheel(installed: Path, tmp_path: Path) -> None:
    (installed / "parley/theme/css/tokens.css").unlink()
    assert told(installed, tmp_path / "none.whl") == "None"


def test_a_package_that_was_only_copied_gives_none(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "parley", tmp_path / "parley")
    assert own_wheel(tmp_path / "parley") is None


def test_a_checkout_that_cannot_be_built_gives_none(tmp_path: Path) -> None:
    (tmp_path / "parley").mkdir()
    (tmp_path / "theme").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    assert own_wheel(tmp_path / "parley") is None
