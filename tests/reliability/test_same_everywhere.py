"""One site, whatever surrounds the command that builds it: one hash of all paths and bytes.

What is tried: hash seeds, time zones, locales, umask, numbers of workers, where the site lies and by what name it is
called, the order in which its files were made, no home folder, no network, and every later Python that is here with
Parley's packages (named in PARLEY_PYTHONS, paths with a colon between them; without it, only this one).
"""

from __future__ import annotations

import getpass
import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bench.generator import for_parley
from tests.reliability.figures import Chapter, Figures
from tests.sites import ROOT
from tests.stories.edits import SITE

BRIEFS = 45  # more than one worker's share of pages
NO_NETWORK = """\
import socket
def refused(*_, **__):
    raise AssertionError("the network was asked for")
class Refused(socket.socket):
    connect = connect_ex = sendto = refused
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = socket.gethostname = socket.getfqdn = refused
socket.socket = Refused
"""
UNSHARE = shutil.which("unshare") and not subprocess.run(["unshare", "-n", "true"], check=False).returncode
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1")
WAYS: dict[str, dict[str, str]] = {
    **{f"hash seed {seed}": {"PYTHONHASHSEED": seed} for seed in ("0", "1", "2", "random")},
    **{f"time zone {zone}": {"TZ": zone} for zone in ("UTC", "Pacific/Kiritimati", "America/St_Johns")},
    **{f"locale {name}": {"LC_ALL": name, "LANG": name} for name in LOCALES},
    "Python without UTF-8 mode": {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
    "another user's names": {"USER": "somebody", "LOGNAME": "somebody", "HOSTNAME": "elsewhere"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
    "as in a terminal": {"FORCE_COLOR": "1", "COLUMNS": "20"},
}  # fmt: skip
SHORT = ["hash seed random", "locale tr_TR.UTF-8"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an address, so that it has feeds, linked data and social cards."""
    root = tmp_path_factory.mktemp("sites") / "desk"
    for_parley(root, BRIEFS)
    for name in ("briefs/bridge.yaml", "briefs/ferry.yaml"):
        (root / name).write_text(SITE[name])
    (root / "site.yaml").write_text("name: The Desk\naddress: https://desk.example/\ntime_zone: Europe/Kyiv\n")
    return root


def hashed(output: Path) -> str:
    """One hash of all paths and bytes below ``output``."""
    digest = hashlib.sha256()
    for path in sorted(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()):
        body = (output / path).read_bytes()
        digest.update(f"{path} {len(body)}\n".encode() + body)
    return digest.hexdigest()


def site_hash(root: Path, *arguments: str, before: tuple[str, ...] = (), python: str = "", **given: str | None) -> str:
    """The hash of the site in ``root``, built anew by the real command in such an environment."""
    output = root / "out"
    for folder in (output, root / ".parley"):
        shutil.rmtree(folder, ignore_errors=True)
    environment = {**{name: value for name, value in os.environ.items() if name != "COV_CORE_SOURCE"}, **given}
    line = [*before, python or sys.executable, str(ROOT / "build.py"), "build", "--root", str(root)]
    done = subprocess.run(
        [*line, "--as-of", "2025-06-01", "--output", str(output), *arguments],
        capture_output=True,
        text=True,
        env={name: value for name, value in environment.items() if value is not None},
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return hashed(output)


def test_one_site_whatever_surrounds_the_command(desk: Path, tmp_path: Path, figures: Figures) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed/sitecustomize.py").write_text(NO_NETWORK)
    ways = WAYS if figures.long else {name: WAYS[name] for name in SHORT}
    tries: dict[str, Callable[[], str]] = {name: partial(site_hash, desk, **given) for name, given in ways.items()}
    tries["no home"] = partial(site_hash, desk, HOME=None)
    tries["no network for Python"] = partial(site_hash, desk, PYTHONPATH=str(tmp_path / "closed"))
    if UNSHARE:
        tries["no network at all"] = partial(site_hash, desk, before=("unshare", "-n"))
    for jobs in (1, 2, 8):
        tries[f"{jobs} workers"] = partial(site_hash, desk, "--jobs", str(jobs))
    for mask in ("077", "000"):
        tries[f"umask {mask}"] = partial(site_hash, desk, before=("sh", "-c", f'umask {mask}; exec "$@"', "sh"))
    found = {name: tries[name]() for name in list(tries)[:: figures.many(3, 1)]}
    deep = tmp_path / "a b" / "Ünï ☃" / "/".join(["deep"] * 20) / "desk"
    shutil.copytree(desk, deep, ignore=shutil.ignore_patterns("out", ".parley", ".schema"))
    found["deep, with spaces and other letters"] = site_hash(deep)
    backwards = tmp_path / "backwards"
    for path in sorted((path for path in desk.rglob("*.yaml")), reverse=True):
        (backwards / path.relative_to(desk)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, backwards / path.relative_to(desk))
    found["files made in another order"] = site_hash(backwards)
    for python in filter(None, os.environ.get("PARLEY_PYTHONS", "").split(":")):
        found[python] = site_hash(desk, python=python)
    usual = site_hash(desk)
    other = [name for name, its in found.items() if its != usual]
    figures.tell(Chapter.SAME, "surroundings in which other bytes are built", len(found), len(other), usual[:16])
    assert other == []


def test_nothing_tells_where_or_by_whom_a_site_was_built(desk: Path, figures: Figures) -> None:
    site_hash(desk)
    secret = {str(desk), desk.as_uri(), str(ROOT), str(Path.home()), socket.gethostname(), sys.prefix, str(os.getpid())}
    secret |= {getpass.getuser()} if len(getpass.getuser()) > 4 else set()
    words = [word.encode() for word in secret if len(word) > 4]
    files = [path for path in (desk / "out").rglob("*") if path.is_file()]
    telling = [path for path in files if any(word in path.read_bytes() for word in words)]
    figures.tell(Chapter.SAME, "files that tell a path, a user or a host of the machine", len(files), len(telling))
    assert telling == []


def test_no_two_addresses_or_ids_are_one_on_any_file_system(desk: Path, figures: Figures) -> None:
    site_hash(desk)
    out = desk / "out"
    paths = [path.relative_to(out).as_posix() for path in out.rglob("*")]
    ids = [
        f"{path}#{name}"
        for path in paths
        if path.endswith(".html")
        for name in re.findall(r'\sid="([^"]+)"', (out / path).read_text())
    ]
    names = [*paths, *ids]
    same = len(names) - len({unicodedata.normalize("NFC", name).casefold() for name in names})
    figures.tell(Chapter.SAME, "addresses and ids that are one under NFC and case folding", len(names), same)
    assert same == 0


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_package_of_the_locks_has_its_hashes(lock: str) -> None:
    packages = re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text(), flags=re.IGNORECASE)
    pinned = [package for package in packages if re.match(r"[a-z0-9._\[\]-]+==", package, re.IGNORECASE)]
    assert len(pinned) > 10
    assert [package for package in pinned if "--hash=sha256:" not in package] == []
