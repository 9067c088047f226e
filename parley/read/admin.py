"""The form editor of a site, as `parley new admin` left it in `admin/`: the only folder that is published as it is.

Only files by the names that the command writes are taken, and none without its mark: a folder of that name with
something else in it is nobody's to publish. Links are passed over.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec

from parley.model.problem import Place, Problem

FOLDER = "admin"
MARK = "parley.js"
OWN = re.compile(
    r"index\.html|config\.yml|(?:parley|shaped|patched|typed|shapes)\.js|decap-cms\.js(?:\.LICENSE\.txt)?"
    r"|yaml/(?:LICENSE|[\w./-]+\.js)"
)


class Admin(msgspec.Struct):
    """Its files by path below the site's top, and why some are missing."""

    files: dict[str, bytes] = {}
    problems: list[Problem] = []


def admin(root: Path) -> Admin:
    """The form editor of the site in ``root``, if there is one."""
    found = Admin()
    if is_there(root):
        for name in names(root, found):
            path = f"{FOLDER}/{name}"
            try:
                found.files[path] = (root / path).read_bytes()
            except OSError as fault:
                _tell(found, path, fault)
    return found


def is_there(root: Path) -> bool:
    """Whether the site in ``root`` has a form editor."""
    return not (root / FOLDER).is_symlink() and (root / FOLDER / MARK).is_file()


def names(root: Path, found: Admin) -> list[str]:
    """The names of its files below `admin/`, with forward slashes; folders that can't be read are told in ``found``."""
    folder = root / FOLDER
    those = []
    for place, inside, files in os.walk(folder, onerror=lambda fault: _tell(found, FOLDER, fault)):
        inside[:] = [name for name in inside if not (Path(place) / name).is_symlink()]
        paths = [Path(place) / name for name in files]
        those += [path.relative_to(folder).as_posix() for path in paths if path.is_file() and not path.is_symlink()]
    return sorted(name for name in those if OWN.fullmatch(name))


def _tell(found: Admin, path: str, fault: OSError) -> None:
    what = f"a file or folder that can't be read ({fault.strerror})"
    found.problems.append(Problem(Place(path), "unreadable", what, "check its permissions"))
