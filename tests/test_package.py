"""What is shipped and what is pinned: the wheel carries the theme, and the locks keep to pyproject.toml."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {
    "requirements.lock": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"],
    "requirements-dev.lock": PROJECT["dependency-groups"]["dev"],
}


def pins(lock: str) -> dict[str, str]:
    """The version of each package that ``lock`` names."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names in the wheel that the documented command makes."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", ".", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, "--no-build-isolation", "-w", str(folder)], cwd=ROOT, timeout=120, check=True)
    (made,) = folder.iterdir()
    with zipfile.ZipFile(made) as archive:
        return set(archive.namelist())


def test_the_wheel_carries_the_theme_inside_the_package(wheel):
    files = [path for path in (ROOT / "theme").rglob("*") if path.is_file()]
    assert files
    assert {f"parley/{path.relative_to(ROOT).as_posix()}" for path in files} <= wheel


def test_the_wheel_carries_every_module_and_nothing_beside_the_package(wheel):
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "parley").rglob("*.py")}
    assert modules <= wheel
    assert {name.partition("/")[0] for name in wheel if ".dist-info/" not in name} == {"parley"}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_what_the_project_allows(lock):
    pinned = pins(lock)
    for requirement in map(Requirement, LOCKS[lock]):
        assert pinned[canonicalize_name(requirement.name)] in requirement.specifier, requirement


def test_the_dev_lock_holds_the_other_one_whole():
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(lock))
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "--index" not in text


def test_setup_installs_the_backend_that_the_build_system_asks_for():
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]
