"""From the sdist to a served site, as somebody meets Parley who has neither a checkout nor anything else of it.

The site is begun with an installed wheel, which is then taken away, environment and all: what is left works by itself.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tarfile
import time
import tomllib
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from parley import __version__
from tests.sites import ROOT

BASE = Path(sys._base_executable)  # type: ignore[attr-defined]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAMED = re.findall(r"Python :: (3\.\d+)$", "\n".join(PROJECT["classifiers"]), re.MULTILINE)
NAME = f"parley-{__version__}-py3-none-any.whl"


def ran(*command: object, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """What a command says that must succeed."""
    done = subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def eventually(holds: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of somebody with an empty home; only how to reach the package index is as it is here, and its
    cache, so that nothing is fetched twice."""
    kept = {name: value for name, value in os.environ.items() if name.upper().startswith(("PIP_", "SSL_"))}
    kept |= {name: value for name, value in os.environ.items() if name.upper().endswith("_PROXY")}
    cache = ran(sys.executable, "-m", "pip", "cache", "dir", cwd=ROOT).strip().splitlines()[-1]
    return {
        **kept,
        "HOME": str(tmp_path_factory.mktemp("home")),
        "PATH": os.pathsep.join([str(BASE.parent), "/usr/bin", "/bin"]),
        "LANG": "C.UTF-8",
        "PIP_CACHE_DIR": cache,
        "PYTHON": str(BASE),
    }


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    ran(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    (packed,) = folder.iterdir()
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    return folder / f"parley-{__version__}"


@pytest.fixture(scope="module")
def wheel(sdist: Path) -> Path:
    """The wheel that the sdist makes, far from any checkout."""
    command = (sys.executable, "-I", "-m", "pip", "wheel", ".", "--quiet", "--no-deps", "--no-index")
    ran(*command, "--no-build-isolation", "-w", "made", cwd=sdist)
    return sdist / "made" / NAME


@pytest.fixture(scope="module")
def desk(wheel: Path, bare: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that an installed wheel began, after the wheel and its environment are gone."""
    folder = tmp_path_factory.mktemp("stranger")
    carried = shutil.copy(wheel, folder)
    ran(BASE, "-I", "-m", "venv", "env", cwd=folder, env=bare)
    ran("env/bin/python", "-I", "-m", "pip", "install", "--quiet", carried, cwd=folder, env=bare)
    assert ran("env/bin/parley", "--version", cwd=folder, env=bare) == f"parley {__version__}\n"
    told = ran("env/bin/parley", "new", "site", "my désk", cwd=folder, env=bare)
    assert "2. make serve, and open http://127.0.0.1:8000/" in told
    shutil.rmtree(folder / "env")
    Path(carried).unlink()
    assert "Setting up .venv" in ran("make", "check", cwd=folder / "my désk", env=bare)
    return folder / "my désk"


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_sdist_alone_makes_the_wheel_that_the_checkout_makes(wheel: Path, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "pip", "wheel", ".", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    ran(*command, "-w", tmp_path, cwd=ROOT)
    assert members(wheel) == members(tmp_path / NAME)


def test_the_page_on_installing_names_the_wheel_and_all_that_a_site_holds(desk: Path) -> None:
    text = (ROOT / "docs/installing.md").read_text()
    assert set(re.findall(r"parley-\d[\w.-]+\.whl", text)) == {NAME}
    told = re.findall(r"^    (\S+?)/? {2,}\S", text, re.MULTILINE)
    made = {".venv", "output", ".parley", ".schema"}
    assert sorted(told) == sorted(path.name for path in desk.iterdir() if path.name not in made)
    for version in NAMED:
        assert version in text


def test_make_sets_up_once_builds_and_checks(desk: Path, bare: dict[str, str]) -> None:
    built = ran("make", "build", cwd=desk, env=bare)
    assert "Setting up" not in built
    assert "The first brief" in (desk / "output/index.html").read_text()
    assert (desk / "output/pagefind").is_dir(), "a site of one's own has a search"
    assert ran("make", "check", cwd=desk, env=bare) == "No problems in briefs\n"
    where = ran(".venv/bin/python", "-I", "-c", "import parley; print(parley.__file__)", cwd=desk, env=bare)
    assert where.startswith(str(desk.resolve() / ".venv"))


def test_make_serve_shows_the_site_then_a_save_and_stops_at_ctrl_c(desk: Path, bare: dict[str, str]) -> None:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    brief = desk / "briefs/first-brief.yaml"
    before = brief.read_text()
    log = desk.parent / "serve.log"

    def page() -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError:
            return ""

    with log.open("w") as told:
        command = ["make", "serve", f"ARGS=--port {port}"]
        serving = subprocess.Popen(command, cwd=desk, env=bare, stdout=told, stderr=told, start_new_session=True)
    try:
        assert eventually(lambda: "The first brief" in page()), log.read_text()
        brief.write_text(before.replace("title: The first brief", "title: The second thought"))
        assert eventually(lambda: "The second thought" in page()), log.read_text()
        os.killpg(serving.pid, signal.SIGINT)  # what a terminal does at Ctrl-C: all that it runs hear it
        serving.wait(30)
    finally:
        brief.write_text(before)
        if serving.poll() is None:
            os.killpg(serving.pid, signal.SIGKILL)
            serving.wait()
    assert "Traceback" not in log.read_text()
    assert not page()


def test_a_repository_of_the_site_holds_its_sources_and_parley_and_nothing_that_is_made(
    desk: Path, bare: dict[str, str]
) -> None:
    ran("make", "build", cwd=desk, env=bare)
    (desk / ".gitignore").rename(desk / "kept")
    try:
        ran("git", "init", "--quiet", cwd=desk, env=bare)
        alone = ran("git", "ls-files", "--others", "--exclude-standard", cwd=desk, env=bare)
        assert ".venv" not in alone, "even where the site's own list was not there"
        (desk / "kept").rename(desk / ".gitignore")
        held = ran("git", "ls-files", "--others", "--exclude-standard", cwd=desk, env=bare).splitlines()
    finally:
        shutil.rmtree(desk / ".git")
    assert sorted(held) == [
        ".gitignore",
        ".vscode/extensions.json",
        ".vscode/settings.json",
        "Makefile",
        "README.md",
        "briefs/actors.yaml",
        "briefs/first-brief.yaml",
        "requirements.txt",
        "site.yaml",
        f"vendor/{NAME}",
    ]


def test_a_site_that_was_moved_is_set_up_anew(desk: Path, bare: dict[str, str], tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere's [desk]"
    shutil.copytree(desk, moved, symlinks=True)
    told = ran("make", "check", cwd=moved, env=bare)
    assert "Setting up .venv" in told
    assert "No problems in briefs" in told
    assert "Setting up .venv" not in ran("make", "check", cwd=moved, env=bare)
