"""Parley itself as a wheel, made of what is installed: a new site holds the very Parley that it was begun with.

So a site installs the same Parley on any machine, whether or not a package index has it, and never another package that
happens to have its name there. The wheel that Parley came from may be long gone; but all that was in it is installed,
with a list of it. Refuses to guess: where there is neither such a list nor a checkout, there is no wheel.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath
from typing import NamedTuple

PACKAGE = Path(__file__).parents[1]
OF_THE_INSTALLER = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}  # PEP 376, PEP 610: not the wheel's own
ONE_DAY = (2020, 2, 2, 0, 0, 0)  # the same files make the same bytes, whenever they were installed
SECONDS = 120


class Wheel(NamedTuple):
    """A wheel: the ``name`` of its file, which holds the version, and its ``data``."""

    name: str
    data: bytes


def own_wheel(package: Path = PACKAGE) -> Wheel | None:
    """Parley's wheel, made of ``package`` as it is installed, or built where that is a checkout; None where it is
    neither, or the checkout lacks its build backend."""
    if (package.parent / "pyproject.toml").is_file() and (package.parent / "theme").is_dir():
        return _built(package.parent)
    try:
        found = distribution(package.name)
    except PackageNotFoundError:
        return None
    if Path(str(found.locate_file(package.name))).resolve() != package.resolve():
        return None
    return _packed(found)


def _packed(found: Distribution) -> Wheel | None:
    """The files of an installed distribution as the wheel that they came in.

    https://packaging.python.org/en/latest/specifications/binary-distribution-format/
    """
    listed = [PurePosixPath(row[0]) for row in csv.reader((found.read_text("RECORD") or "").splitlines())]
    own = sorted(
        str(file)
        for file in listed
        if not (file.is_absolute() or ".." in file.parts or "__pycache__" in file.parts)
        and not (file.parent.suffix == ".dist-info" and file.name in OF_THE_INSTALLER)
    )
    info = next((name.partition("/")[0] for name in own if name.endswith(".dist-info/METADATA")), "")
    tags = [line[5:] for line in (found.read_text("WHEEL") or "").splitlines() if line.startswith("Tag: ")]
    if not info or len(tags) != 1:
        return None
    try:
        files = {name: Path(str(found.locate_file(name))).read_bytes() for name in own}
    except OSError:
        return None
    files[f"{info}/RECORD"] = _record(files, f"{info}/RECORD")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            member = zipfile.ZipInfo(name, ONE_DAY)
            member.external_attr = 0o100644 << 16
            archive.writestr(member, body, zipfile.ZIP_DEFLATED)
    return Wheel(f"{info.removesuffix('.dist-info')}-{tags[0]}.whl", data.getvalue())


def _record(files: dict[str, bytes], itself: str) -> bytes:
    """The list of ``files`` with hash and size, which names ``itself`` without."""
    lines = io.StringIO()
    rows = csv.writer(lines, lineterminator="\n")
    for name, body in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(body).digest()).rstrip(b"=").decode()
        rows.writerow([name, f"sha256={digest}", len(body)])
    rows.writerow([itself, "", ""])
    return lines.getvalue().encode()


def _built(checkout: Path) -> Wheel | None:
    """The wheel that the build backend makes of ``checkout``; None where it is not installed, or fails."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-I", "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        try:
            subprocess.run(command, cwd=checkout, capture_output=True, timeout=SECONDS, check=True)
        except (OSError, subprocess.SubprocessError):
            return None
        made = list(Path(folder).glob("*.whl"))
        return Wheel(made[0].name, made[0].read_bytes()) if made else None
