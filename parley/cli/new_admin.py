"""``new admin``: a form editor for the site, in `admin/`; again, to make it anew from the schema of this Parley.

Its packages are fetched once, from a registry of npm's form or from files, and are to the byte what Parley knows them
to be.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from parley import __version__
from parley.cli.arguments import WrongUse
from parley.cli.telling import Progress, counted, say_and, show

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from parley.site import Order

REGISTRY = "https://registry.npmjs.org"
LARGEST = 64_000_000  # bytes of a package
PATIENCE = 300  # seconds for one
BESIDES = {"gitlab": {"auth_type": "pkce"}}  # a login without a server of one's own (RFC 7636)
OF_OTHERS = {
    "github": "GitHub lets nobody in without a server for its login (OAuth): docs/admin.md tells how to name one.",
    "gitlab": "Name your application at GitLab in admin/config.yml: docs/admin.md tells how.",
}


def new_admin(order: Order, name: str, wish: argparse.Namespace) -> int:
    """Make `admin/`, or make it anew, and say what to do next."""
    from parley.read.admin import FOLDER
    from parley.web import NotFetched
    from parley.write.admin.config import FILE
    from parley.write.admin.files import own_files
    from parley.write.admin.packages import NotThePackage
    from parley.write.kept import NotKept

    if name:
        raise WrongUse(f'new admin takes no name: it is made in the folder {FOLDER}/, so leave out "{name}"')
    folder = order.root / FOLDER
    there = _there(folder)
    own = _wished(_own(folder / FILE), wish)
    try:
        files = _packed(there, wish) | own_files(own, _folders(order.root))
        written = _kept(folder, files, stale=there.keys() - files.keys())
    except (NotFetched, NotThePackage, NotKept) as fault:
        return say_and(1, f"parley: {fault}")
    show(f"A form editor in {folder}: {counted(len(files), 'file')} ({written} written).")
    _tell(own)
    return 0


def _there(folder: Path) -> dict[str, bytes]:
    """What an earlier run left in ``folder``, by path below it. Raises :class:`WrongUse` where something else is."""
    from parley.read.admin import FOLDER, admin, is_there

    root = folder.parent
    if folder.is_symlink() or (folder.exists() and not is_there(root) and not _is_empty(folder)):
        raise WrongUse(f"{folder} is there already, and is no form editor of Parley's; move it away first")
    return {path.removeprefix(f"{FOLDER}/"): body for path, body in admin(root).files.items()}


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _own(file: Path) -> Mapping[str, Any]:
    """The keys that the site chose in ``file`` before; nothing where there is none."""
    from parley.write.admin.config import own_keys

    try:
        return own_keys(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as fault:
        raise WrongUse(f"{file} can't be read, so what you set there would be lost; mend it or move it away: "
                       f"{' '.join(str(fault).split())}") from fault  # fmt: skip


def _wished(own: Mapping[str, Any], wish: argparse.Namespace) -> Mapping[str, Any]:
    """Those with the backend that is asked for."""
    before = own.get("backend")
    backend = dict(before) if isinstance(before, dict) else {}
    if wish.backend and wish.backend != backend.get("name"):
        backend = {"name": wish.backend, "branch": backend.get("branch", "main"), **BESIDES.get(wish.backend, {})}
    elif not wish.backend and (wish.repo or wish.branch) and not backend.get("repo"):
        raise WrongUse("--repo and --branch tell where a backend saves; say which: --backend github, for example")
    given = {key: value for key, value in (("repo", wish.repo), ("branch", wish.branch)) if value}
    if not (wish.backend or given):
        return own
    return {**own, "backend": {**backend, **given}, "local_backend": own.get("local_backend", True)}


def _packed(there: Mapping[str, bytes], wish: argparse.Namespace) -> dict[str, bytes]:
    """The files of the packages: those that are there already, from files that were named, or fetched."""
    from parley.web import NotFetched, fetched
    from parley.write.admin.packages import PACKAGES

    named = _named(wish.package)
    registry = (wish.registry or os.environ.get("NPM_CONFIG_REGISTRY") or REGISTRY).rstrip("/")
    found: dict[str, bytes] = {}
    for package in PACKAGES:
        known = package.of(there)
        data = next((data for data in named if package.is_in(data)), None)
        if data is None and package.is_unpacked(known):
            found |= known
            continue
        if data is None:
            address = f"{registry}/{package.path}"
            with Progress() as progress:
                progress.told(f"fetching {package.file}")
                try:
                    data = fetched(address, f"Parley/{__version__}", PATIENCE, LARGEST)
                except NotFetched as fault:
                    without = f"get {package.file} by another way, and name it: --package {package.file}"
                    raise NotFetched(f"{address} could not be fetched ({fault}); {without}") from fault
        found |= package.files(data)
    return found


def _named(files: Sequence[str]) -> list[bytes]:
    """The packages that were named, each known to be one of those that are needed."""
    from parley.write.admin.packages import PACKAGES

    found = []
    for file in files:
        try:
            data = Path(file).read_bytes()
        except OSError as fault:
            raise WrongUse(f"--package {file}: {fault.strerror}") from fault
        if not any(package.is_in(data) for package in PACKAGES):
            needed = " and ".join(package.file for package in PACKAGES)
            raise WrongUse(f"--package {file} is none of those that are needed as they were published: {needed}")
        found.append(data)
    return found


def _folders(root: Path) -> list[str]:
    """The folders with briefs below ``root``, `briefs` first."""
    below = {path.parent.relative_to(root).as_posix() for path in (root / "briefs").rglob("*.yaml")}
    return sorted({"briefs", *below})


def _kept(folder: Path, files: Mapping[str, bytes], stale: set[str]) -> int:
    """Make ``files`` stand below ``folder``, and take away what is ``stale``: how many were written."""
    from parley.write.kept import NotKept, kept

    written = 0
    places = sorted({os.path.dirname(name) for name in files})  # noqa: PTH120 (a name below the folder)
    try:
        folder.mkdir(exist_ok=True)
        for place in places:
            (folder / place).mkdir(parents=True, exist_ok=True)
            those = {Path(name).name: body for name, body in files.items() if Path(name).parent == Path(place)}
            written += len(kept(folder / place, those))
        for name in stale:
            (folder / name).unlink(missing_ok=True)
    except OSError as fault:
        raise NotKept(f"{folder} can't be written ({fault.strerror})") from fault
    return written


def _tell(own: Mapping[str, Any]) -> None:
    backend = own.get("backend")
    name = str(backend.get("name")) if isinstance(backend, dict) else "proxy"
    if name == "proxy":
        show("It saves to this folder, on this machine. In two terminals:")
        show("  npx decap-server     (needs Node)")
        show("  parley serve         then open http://127.0.0.1:8000/admin/")
        show("To let others save to a repository: parley new admin --backend github --repo OWNER/NAME")
        return
    show(f"It is published with the site, at /admin/, and saves to {name} as admin/config.yml says.")
    if name in OF_OTHERS:
        show(OF_OTHERS[name])
