"""What two processes must have in common for both to make the same bytes: Parley itself, and what it works with."""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from parley import __version__
from parley.site.folders import built_in_theme

# What has a part in the bytes of pages, or in how workers are spoken to.
PACKAGES = (
    *("jinja2", "markdown", "markupsafe", "msgspec", "nh3", "pillow", "pyyaml", "rcssmin", "rjsmin"),
    *("dask", "distributed"),
)
INSIDE_PILLOW = ("freetype2", "harfbuzz", "raqm", "zlib")


class Kit(msgspec.Struct, frozen=True):
    """Versions by name. ``code`` is the mark of Parley's code and theme: in a checkout they change without a new
    version."""

    versions: Mapping[str, str]
    code: bytes


@cache
def kit() -> Kit:
    """That of this process."""
    from PIL import features

    found = {"Parley": __version__, "Python": platform.python_version()}
    found |= {name: _version(name) for name in PACKAGES}
    found |= {f"Pillow's {name}": str(features.version(name) or "none") for name in INSIDE_PILLOW}
    return Kit(found, _code())


def unlike(here: Kit, there: Kit) -> str:
    """In what ``there`` is another kit than ``here``, in words; nothing where they are the same."""
    for name, wanted in here.versions.items():
        if (found := there.versions.get(name, "none")) != wanted:
            return f"{name} {found}, and here it is {wanted}"
    if here.code != there.code:
        return f"other code of Parley {here.versions['Parley']}"
    return ""


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _code() -> bytes:
    """The mark of all code and of the built-in theme, wherever they are installed."""
    digest = blake2b(digest_size=16)
    code = Path(sys.modules["parley"].__path__[0])
    theme = built_in_theme()
    found = {f"parley/{path.relative_to(code).as_posix()}": path for path in code.rglob("*.py")}
    found |= {f"theme/{path.relative_to(theme).as_posix()}": path for path in theme.rglob("*") if path.is_file()}
    for name, path in sorted(found.items()):
        for part in (name.encode(), path.read_bytes()):
            digest.update(len(part).to_bytes(8, "little"))
            digest.update(part)
    return digest.digest()
