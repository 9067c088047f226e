"""The files of a site, each read once, as bytes; the only place that touches the disk to find briefs.

Refused, each with its place: names that are no ids, links that lead out of the folder or to folders, and whatever
can't be read as a file. Nothing that looks like a brief is passed over in silence.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec

from parley.model.forms import LANG
from parley.model.problem import Place, Problem, Severity, quoted
from parley.read.text import MAX_BYTES
from parley.read.values import Refused, slug

LITTER = re.compile(r"^(\..*|.*~|#.*#|.*\.sw[a-z])$")
YAML = re.compile(r"(?P<stem>.*)(?P<ending>\.ya?ml(?:\.txt)?)", re.IGNORECASE | re.DOTALL)


class SourceFile(msgspec.Struct, frozen=True):
    """One file: ``path`` below the site's root with forward slashes, its bytes, and for a brief its slug."""

    path: str
    data: bytes
    slug: str = ""


class Files(msgspec.Struct):
    """What a site is made of. ``lost`` are the names of files that are there and can't be used, without their ending:
    what others say of them can't be checked."""

    settings: SourceFile | None = None
    actors: SourceFile | None = None
    briefs: list[SourceFile] = []
    problems: list[Problem] = []
    lost: set[str] = set()


def files(root: Path) -> Files:
    """The sources below ``root``: ``site.yaml``, ``briefs/actors.yaml`` and every brief, by path."""
    found = Files()
    found.settings = _settings(root, found)
    folder = root / "briefs"
    if not folder.is_dir():
        expected = f"make one in {quoted(str(root))}, with a YAML file for each brief"
        _tell(found, "briefs", "no-briefs-folder", "no folder briefs/", expected)
        return found
    for path in _yaml_files(folder, found):
        relative = path.relative_to(root).as_posix()
        if relative == "briefs/actors.yaml":
            found.actors = _read(path, relative, found)
        elif (name := _slug(path, relative, found)) and (source := _read(path, relative, found, name)):
            found.briefs.append(source)
    _tell_twins(found)
    return found


def _settings(root: Path, found: Files) -> SourceFile | None:
    if os.path.lexists(root / "site.yaml"):
        return _read(root / "site.yaml", "site.yaml", found)
    for name in ("site.yml", "site.yaml.txt"):
        if (root / name).exists():
            _tell(found, name, "bad-file-name", f'a file that ends in "{name[4:]}"', "rename it to site.yaml")
    return None


def _yaml_files(folder: Path, found: Files) -> list[Path]:
    """The ``.yaml`` files below ``folder``, without editors' litter; other endings of YAML are told."""

    def unreadable(error: OSError) -> None:
        place = Path(error.filename or folder).relative_to(folder.parent).as_posix()
        _tell(found, place, "unreadable", f"a folder that can't be read ({error.strerror})", "check its permissions")

    paths = []
    inside = Path(os.path.realpath(folder))
    for current, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not LITTER.match(name))
        for path in (Path(current, name) for name in folders):
            _check_folder(path, path.relative_to(folder.parent).as_posix(), found)
        for path in (Path(current, name) for name in names if not LITTER.match(name)):
            if _usable(path, path.relative_to(folder.parent).as_posix(), inside, found):
                paths.append(path)
    return sorted(paths)


def _check_folder(path: Path, relative: str, found: Files) -> None:
    if path.is_symlink():
        expected = "put the files themselves into briefs/: linked folders are not read"
        _tell(found, relative, "link-folder", "a link to a folder", expected)
    elif match := YAML.fullmatch(path.name):
        found.lost.add(match["stem"])
        expected = "take the ending off: a brief is a file"
        _tell(found, relative, "bad-file-name", f"a folder that ends in {quoted(match['ending'])}", expected)


def _usable(path: Path, relative: str, inside: Path, found: Files) -> bool:
    """Whether ``path`` is a YAML file of this site; where it only seems to be, that is told."""
    match = YAML.fullmatch(path.name)
    if not match:
        return False
    if match["ending"] != ".yaml":
        found.lost.add(match["stem"].lower())
        expected = f"rename it to {match['stem']}.yaml"
        _tell(found, relative, "bad-file-name", f"a file that ends in {quoted(match['ending'])}", expected)
        return False
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(inside):
        found.lost.add(path.stem)
        _tell(found, relative, "link-outside", "a link to a file outside briefs/", "copy the file into briefs/")
        return False
    return True


def _slug(path: Path, relative: str, found: Files) -> str | None:
    """The slug of a brief, from its file name; ``None`` with the reason told."""
    stem, _, lang = path.stem.partition(".")
    if lang and LANG.fullmatch(lang):
        what = f'a translation ("{lang}"), which this version does not build'
        expected = f"the brief {quoted(stem)} is shown in its own language only"
        _tell(found, relative, "translation", what, expected, "warning")
        return None
    if path.stem == "actors":
        found.lost.add("actors")
        expected = "shared actors stand in briefs/actors.yaml alone"
        _tell(found, relative, "misplaced-actors", "a second actors.yaml", expected)
        return None
    try:
        return slug(path.stem)
    except Refused as refused:
        found.lost.add(refused.meant or path.stem)
        _tell(found, relative, "bad-file-name", f"the file name {refused.found}", refused.expected)
        return None


def _tell_twins(found: Files) -> None:
    """Two briefs with one file name in different folders would have one address."""
    seen: dict[str, str] = {}
    for source in found.briefs:
        if source.slug in seen:
            what = f'a second brief named "{source.slug}" (the first is {seen[source.slug]})'
            expected = "rename one of them: the file name is the brief's address"
            _tell(found, source.path, "same-slug", what, expected)
        seen.setdefault(source.slug, source.path)


def _read(path: Path, relative: str, found: Files, name: str = "") -> SourceFile | None:
    """The file, or as much of it as tells that it is too large; ``None`` with the reason told."""
    try:
        if path.is_file():  # not a folder, a pipe or a device: some of these never end
            with path.open("rb") as file:
                return SourceFile(relative, file.read(MAX_BYTES + 1), name)
        if path.is_symlink():
            what, expected = "a link that leads to no file", "remove it, or copy the file here"
        else:
            what, expected = "something that is no file", "put a text file in its place"
    except OSError as error:
        what, expected = f"a file that can't be read ({error.strerror})", "check its permissions"
    found.lost.add(path.stem)
    _tell(found, relative, "unreadable", what, expected)
    return None


def _tell(found: Files, path: str, code: str, what: str, expected: str, severity: Severity = "error") -> None:
    found.problems.append(Problem(Place(path), code, what, expected, severity))
