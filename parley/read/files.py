"""The files of a site, each read once, as bytes; the only place that touches the disk to find briefs.

Refused, each with its place: names that are no ids, links that lead out of the folder, files that can't be read.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec

from parley.model.problem import Place, Problem
from parley.read.values import LANG, Refused, slug

LITTER = re.compile(r"^(\..*|.*~|#.*#|.*\.sw[a-z])$")


class SourceFile(msgspec.Struct, frozen=True):
    """One file: ``path`` below the site's root with forward slashes, its bytes, and for a brief its slug."""

    path: str
    data: bytes
    slug: str = ""


class Files(msgspec.Struct):
    """What a site is made of."""

    settings: SourceFile | None = None
    actors: SourceFile | None = None
    briefs: list[SourceFile] = []
    problems: list[Problem] = []


def files(root: Path) -> Files:
    """The sources below ``root``: ``site.yaml``, ``briefs/actors.yaml`` and every brief, by path."""
    found = Files()
    folder = root / "briefs"
    found.settings = _read(root / "site.yaml", "site.yaml", found) if (root / "site.yaml").exists() else None
    if not folder.is_dir():
        _tell(
            found,
            "briefs",
            "no-briefs-folder",
            "no folder briefs/",
            f"make one in {root}, with a YAML file for each brief",
        )
        return found
    for path in _yaml_files(folder, found):
        relative = path.relative_to(root).as_posix()
        if relative == "briefs/actors.yaml":
            found.actors = _read(path, relative, found)
        elif (name := _slug(path, relative, found)) and (source := _read(path, relative, found, name)):
            found.briefs.append(source)
    _tell_twins(found)
    return found


def _yaml_files(folder: Path, found: Files) -> list[Path]:
    """The ``.yaml`` files below ``folder``, without editors' litter; other endings of YAML are told."""
    paths = []
    inside = folder.resolve()
    for current, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not LITTER.match(name))
        for name in sorted(names):
            path = Path(current, name)
            relative = path.relative_to(folder.parent).as_posix()
            if LITTER.match(name):
                continue
            if path.suffix.lower() in (".yml", ".yaml") and path.suffix != ".yaml":
                _tell(
                    found,
                    relative,
                    "bad-file-name",
                    f'a file that ends in "{path.suffix}"',
                    f"rename it to {path.stem}.yaml",
                )
            elif path.suffix == ".yaml":
                if not path.resolve().is_relative_to(inside):
                    _tell(
                        found,
                        relative,
                        "link-outside",
                        "a link to a file outside briefs/",
                        "copy the file into briefs/",
                    )
                else:
                    paths.append(path)
    return sorted(paths)


def _slug(path: Path, relative: str, found: Files) -> str | None:
    """The slug of a brief, from its file name; ``None`` with the reason told."""
    stem, _, lang = path.stem.partition(".")
    if lang and LANG.fullmatch(lang):
        _tell(
            found,
            relative,
            "translation",
            f'a translation ("{lang}"), which this version does not build',
            f"the brief {stem} is shown in its own language only",
            "warning",
        )
        return None
    if path.stem == "actors":
        _tell(
            found,
            relative,
            "misplaced-actors",
            "a second actors.yaml",
            "shared actors stand in briefs/actors.yaml alone",
        )
        return None
    try:
        return slug(path.stem)
    except Refused as refused:
        _tell(found, relative, "bad-file-name", f"the file name {refused.found}", refused.expected)
        return None


def _tell_twins(found: Files) -> None:
    """Two briefs with one file name in different folders would have one address."""
    seen: dict[str, str] = {}
    for source in found.briefs:
        if source.slug in seen:
            _tell(
                found,
                source.path,
                "same-slug",
                f'a second brief named "{source.slug}" (the first is {seen[source.slug]})',
                "rename one of them: the file name is the brief's address",
            )
        seen.setdefault(source.slug, source.path)


def _read(path: Path, relative: str, found: Files, name: str = "") -> SourceFile | None:
    try:
        return SourceFile(relative, path.read_bytes(), name)
    except OSError as error:
        _tell(found, relative, "unreadable", f"a file that can't be read ({error.strerror})", "check its permissions")
        return None


def _tell(found: Files, path: str, code: str, what: str, expected: str, severity: str = "error") -> None:
    found.problems.append(Problem(Place(path), code, what, expected, "warning" if severity == "warning" else "error"))
