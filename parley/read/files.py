"""The files of a site, each read once, as bytes; the only place that touches the disk to find briefs.

Refused, each with its place: names that are no ids or hold signs that do not show, links that lead out of the folder
or to folders, and whatever can't be read as a file. Nothing that looks like a brief is passed over in silence.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import field

from parley.model.forms import LANG
from parley.model.places import SHARED_ACTORS
from parley.model.problem import Place, Problem, Severity, quoted
from parley.read.text import MAX_BYTES
from parley.read.values import Refused, slug

LITTER = re.compile(r"^(\..*|.*~|#.*#|.*\.sw[a-z])$")
YAML = re.compile(r"(?P<stem>.*)(?P<ending>\.ya?ml(?:\.txt)?)", re.IGNORECASE | re.DOTALL)


DataAt = Callable[[str], bytes]  # the bytes of the file at a place; raises OSError


class SourceFile(msgspec.Struct, frozen=True):
    """One file: ``path`` below the site's root with forward slashes, its bytes, and for a brief its slug. A translation
    has its language (a tag) in ``lang``, and in ``slug`` the name of its original: a brief, "actors" or "site"."""

    path: str
    data: bytes
    slug: str = ""
    lang: str = ""


class Files(msgspec.Struct):
    """What a site is made of. ``lost`` are the names of files that are there and can't be used, without their ending:
    what others say of them can't be checked."""

    settings: SourceFile | None = None
    actors: SourceFile | None = None
    briefs: list[SourceFile] = []
    translations: list[SourceFile] = []
    problems: list[Problem] = []
    lost: set[str] = set()
    folders: list[str] = []  # where briefs were looked for, on this machine
    linked: bool = False  # whether there are links among the files
    data_at: DataAt = field(default_factory=lambda: data_of)


def files(root: Path, data_at: DataAt | None = None) -> Files:
    """The sources below ``root``: ``site.yaml``, ``briefs/actors.yaml`` and every brief, by path. ``data_at`` gives the
    bytes of a file, where these may be known from before."""
    found = Files(data_at=data_at or data_of)
    found.settings = _settings(root, found)
    for place in translated_settings(root):
        _take_translation(str(place), place.name, found)
    found.folders.append(str(root))
    folder = root / "briefs"
    if not folder.is_dir():
        expected = f"make one in {quoted(str(root))}, with a YAML file for each brief"
        _tell(found, "briefs", "no-briefs-folder", "no folder briefs/", expected)
        return found
    inside = _Inside(str(root), found)
    inside.look("briefs")
    for path in sorted(inside.paths, key=lambda path: path.split("/")):
        if path == SHARED_ACTORS:
            found.actors = _read(inside.at(path), path, found)
        elif _take_translation(inside.at(path), path, found):
            continue
        elif (name := _slug(path, found)) and (source := _read(inside.at(path), path, found, name)):
            found.briefs.append(source)
    _tell_twins(found)
    return found


def settings_file(root: Path) -> SourceFile | None:
    """The settings below ``root`` alone; no brief is looked for."""
    return _settings(root, Files())


def _settings(root: Path, found: Files) -> SourceFile | None:
    if os.path.lexists(root / "site.yaml"):
        if (root / "site.yaml").exists() and not _below(str(root), str(root / "site.yaml")):
            _tell(
                found, "site.yaml", "link-outside", "a link to a file outside the site's folder", "copy the file here"
            )
            return None
        return _read(str(root / "site.yaml"), "site.yaml", found)
    for name in ("site.yml", "site.yaml.txt"):
        if (root / name).exists():
            _tell(found, name, "bad-file-name", f'a file that ends in "{name[4:]}"', "rename it to site.yaml")
    return None


class _Inside:
    """What lies in the folders of briefs: ``paths`` are the ``.yaml`` files, below ``root`` and with forward slashes,
    without editors' litter; other endings of YAML are told. Paths are plain texts, since there may be very many."""

    def __init__(self, root: str, found: Files) -> None:
        self.root = root
        self.found = found
        self.paths: list[str] = []

    def at(self, path: str) -> str:
        """Where ``path`` is on this machine."""
        return os.path.join(self.root, path)  # noqa: PTH118 - many times faster than a Path for each file

    def look(self, folder: str) -> None:
        """Go through ``folder`` and those in it."""
        self.found.folders.append(self.at(folder))
        try:
            with os.scandir(self.at(folder)) as opened:
                entries = [entry for entry in opened if not LITTER.match(entry.name)]
        except OSError as error:
            what = f"a folder that can't be read ({error.strerror})"
            _tell(self.found, folder, "unreadable", what, "check its permissions")
            return
        for entry in sorted(entries, key=lambda entry: entry.name):
            path = f"{folder}/{entry.name}"
            self.found.linked |= entry.is_symlink()
            if _unseen(entry):
                self.refuse_unseen(path)
            elif _is_folder(entry):
                self.check_folder(entry, path)
                if not entry.is_symlink():
                    self.look(path)
            elif self.usable(entry, path):
                self.paths.append(path)

    def refuse_unseen(self, path: str) -> None:
        """Tell of a name with signs in it that do not show: it would pass for another, or act on a terminal."""
        name = path.rpartition("/")[2]
        match = YAML.fullmatch(shown := "".join(sign for sign in name if sign.isprintable()))
        self.found.lost.add(match["stem"] if match else shown)
        expected = f"rename it to {quoted(shown)}" if shown else "rename it in letters that show"
        _tell(self.found, path, "bad-file-name", f"the name {quoted(name)}, with signs that do not show", expected)

    def check_folder(self, entry: os.DirEntry[str], path: str) -> None:
        if entry.is_symlink():
            expected = "put the files themselves into briefs/: linked folders are not read"
            _tell(self.found, path, "link-folder", "a link to a folder", expected)
        elif match := YAML.fullmatch(entry.name):
            self.found.lost.add(match["stem"])
            expected = "take the ending off: a brief is a file"
            _tell(self.found, path, "bad-file-name", f"a folder that ends in {quoted(match['ending'])}", expected)

    def usable(self, entry: os.DirEntry[str], path: str) -> bool:
        """Whether ``entry`` is a YAML file of this site; where it only seems to be, that is told."""
        match = YAML.fullmatch(entry.name)
        if not match:
            return False
        if match["ending"] != ".yaml":
            self.found.lost.add(match["stem"].lower())
            expected = f"rename it to {quoted(match['stem'])[1:-1]}.yaml"
            what = f"a file that ends in {quoted(match['ending'])}"
            _tell(self.found, path, "bad-file-name", what, expected)
            return False
        if entry.is_symlink() and not _below(self.at("briefs"), entry.path):
            self.found.lost.add(match["stem"])
            expected = "copy the file into briefs/"
            _tell(self.found, path, "link-outside", "a link to a file outside briefs/", expected)
            return False
        return True


def _unseen(entry: os.DirEntry[str]) -> bool:
    """Whether the name of ``entry`` hides signs. Of a brief's own name this is told with all else that is wrong."""
    return not entry.name.isprintable() and (_is_folder(entry) or not entry.name.endswith(".yaml"))


def _below(folder: str, place: str) -> bool:
    """Whether ``place`` lies in ``folder``, wherever links lead."""
    return Path(os.path.realpath(place)).is_relative_to(os.path.realpath(folder))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _slug(path: str, found: Files) -> str | None:
    """The slug of the brief at ``path``, from its file name; ``None`` with the reason told."""
    name = path.rpartition("/")[2].removesuffix(".yaml")
    if name == "actors":
        found.lost.add("actors")
        expected = "shared actors stand in briefs/actors.yaml alone"
        _tell(found, path, "misplaced-actors", "a second actors.yaml", expected)
        return None
    try:
        return slug(name)
    except Refused as refused:
        found.lost.add(refused.meant or name)
        _tell(found, path, "bad-file-name", f"the file name {refused.found}", refused.expected)
        return None


def translated_settings(root: Path) -> list[Path]:
    """The translations of the settings below ``root``, which stand beside these."""
    return [place for place in sorted(root.glob("site.*.yaml")) if _translated(place.name)]


def _translated(path: str) -> tuple[str, str] | None:
    """The name of what the file at ``path`` translates, and the language; ``None`` where it is no translation."""
    stem, _, lang = path.rpartition("/")[2].removesuffix(".yaml").partition(".")
    return (stem, lang) if stem and LANG.fullmatch(lang) else None


def _take_translation(place: str, path: str, found: Files) -> bool:
    """Read the file at ``place`` if its name is that of a translation; whether it is."""
    original = _translated(path)
    if original and (source := _read(place, path, found)):
        found.translations.append(SourceFile(path, source.data, *original))
    return original is not None


def _tell_twins(found: Files) -> None:
    """Two briefs with one file name in different folders would have one address."""
    seen: dict[str, str] = {}
    for source in found.briefs:
        if source.slug in seen:
            what = f'a second brief named "{source.slug}" (the first is {seen[source.slug]})'
            expected = "rename one of them: the file name is the brief's address"
            _tell(found, source.path, "same-slug", what, expected)
        seen.setdefault(source.slug, source.path)


def _read(place: str, path: str, found: Files, name: str = "") -> SourceFile | None:
    """The file at ``place``, or as much of it as tells that it is too large; ``None`` with the reason told."""
    try:
        # Not a folder, a pipe or a device: some of these never end. What can't be looked at raises the second time.
        if os.path.isfile(place) or Path(place).is_file():  # noqa: PTH113
            return SourceFile(path, found.data_at(place), name)
        if os.path.islink(place):  # noqa: PTH114
            what, expected = "a link that leads to no file", "remove it, or copy the file here"
        else:
            what, expected = "something that is no file", "put a text file in its place"
    except OSError as error:
        what, expected = f"a file that can't be read ({error.strerror})", "check its permissions"
    found.lost.add(Path(path).stem)
    _tell(found, path, "unreadable", what, expected)
    return None


def data_of(place: str) -> bytes:
    """The bytes at ``place``, up to one more than a file may have; no more room is asked for than it takes."""
    with open(place, "rb", buffering=0) as file:  # noqa: PTH123
        data = file.read(min(os.fstat(file.fileno()).st_size, MAX_BYTES) + 1)
        while more := file.read(MAX_BYTES + 1 - len(data)):
            data += more
    return data


def _tell(found: Files, path: str, code: str, what: str, expected: str, severity: Severity = "error") -> None:
    found.problems.append(Problem(Place(path), code, what, expected, severity))
