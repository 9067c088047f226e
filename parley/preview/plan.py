"""Which folders have to be watched so that every write to the watched paths is seen, and which of the events then
matter.

Folders are watched, never files: an editor that saves by renaming puts a new file in the place of the old one, and a
watch on the old one sees nothing any more. So a file is watched through its folder, a path that does not exist yet
through the nearest folder that does, and a symbolic link through its own folder (it may be turned) and through its
target (it may be written). Links inside a watched folder are followed as long as they stay beside the watched paths;
one that leaves would have the system watch half a disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from parley.preview.litter import is_litter

Identity = tuple[int, int]  # device and inode: the system watches these, whatever stands at the path by now


class Plan(msgspec.Struct, frozen=True):
    """`folders` maps each folder to watch to whether with all below it, and to its identity; `places` are the paths
    of interest.

    Text, absolute, and without links in their folders, because that is what events carry and there may be thousands a
    second.
    """

    folders: dict[str, tuple[bool, Identity]]
    places: frozenset[str]

    def matters(self, path: str, ignored: Iterable[str]) -> bool:
        """Whether a write to `path` may change a build: it is at or under a place, no litter, and not at or under
        `ignored`."""
        if any(is_within(path, one) for one in ignored):
            return False
        return any(is_within(path, place) and not _has_litter(path[len(place) :]) for place in self.places)

    def leads_to_a_place(self, path: str) -> bool:
        """Whether the coming or going of `path` changes what there is to watch."""
        return any(is_within(place, path) for place in self.places)


def plan_for(watched: Iterable[Path], links: Iterable[Path]) -> Plan:
    """The plan for these watched paths and the known links inside of them, as the disk is now."""
    places: set[Path] = set()
    wanted: dict[Path, bool] = {}
    for path in (*watched, *links):
        for place in {unlinked(path), target_of(path)}:
            places.add(place)
            if place.is_dir() and not place.is_symlink():
                wanted[place] = True
            wanted.setdefault(_nearest_folder(place.parent), False)
    whole = {folder for folder, below in wanted.items() if below}
    folders = {}
    for folder in sorted(wanted):
        identity = _identity(folder)
        if identity is not None and whole.isdisjoint(folder.parents):
            folders[str(folder)] = (wanted[folder], identity)
    return Plan(folders, frozenset(map(str, places)))


def links_in(path: Path, homes: Iterable[Path]) -> Iterator[Path]:
    """The links at or under `path` that are followed."""
    if path.is_symlink():
        if is_followed(path, homes):
            yield path
    elif path.is_dir():
        for entry in entries(str(path)):
            if entry.is_symlink() or entry.is_dir():
                yield from links_in(Path(entry.path), homes)


def is_followed(path: Path, homes: Iterable[Path]) -> bool:
    """Whether `path` is a link to something under one of `homes` that is no folder around the link itself."""
    if not path.is_symlink():
        return False
    target = target_of(path)
    if target.is_symlink() or target in unlinked(path).parents:  # in a circle, at once or further down
        return False
    return any(target.is_relative_to(home) for home in homes)


def entries(folder: str | None) -> Iterator[os.DirEntry[str]]:
    """What is in a folder, without litter; nothing when it cannot be read."""
    try:
        with os.scandir(folder) as found:
            yield from (entry for entry in found if not is_litter(entry.name))
    except OSError:
        return


def unlinked(path: Path) -> Path:
    """The path without links but perhaps at its end: what the system calls it in the events of its folder."""
    path = path.absolute()
    return target_of(path) if path.name in {"", ".."} else target_of(path.parent) / path.name


def target_of(path: Path) -> Path:
    """The path without any links; a link that points to itself stays (`Path.resolve` would raise)."""
    return Path(os.path.realpath(path))


def is_within(path: str, folder: str) -> bool:
    """Whether a path is a folder or something below it."""
    return path == folder or path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)


def _has_litter(below: str) -> bool:
    return any(is_litter(part) for part in Path(below).parts)


def _nearest_folder(path: Path) -> Path:
    return next((folder for folder in (path, *path.parents) if folder.is_dir()), path)


def _identity(folder: Path) -> Identity | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
