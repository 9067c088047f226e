"""The site as the file system will hold it: paths as UTF-8 bytes, and the folders that they need.

Why bytes: the name of a page must not depend on the locale of the machine that builds it, and a plain bytes
path costs less than a Path object. Contents stay in the mapping and are asked for one at a time, so that a
mapping may make them on demand.

Refused, as errors of the program that made the mapping (ValueError): paths that are not relative POSIX paths
inside the folder, a path that is at once a file and a folder, and names which Parley or git keep for
themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from parley.publish.marker import MARKER_NAME, MARKER_TEXT

_SUSPECT = ("//", "/./", "/../", "/.git/", f"/{MARKER_NAME.decode()}/", "\\", "\0")


class Tree(msgspec.Struct, frozen=True):
    """What the folder is to hold, marker included: `keys` leads from path to key in the site."""

    site: Mapping[str, bytes]
    keys: dict[bytes, str]
    folders: dict[bytes, None]  # used as an ordered set: every folder stands after its parent

    def __contains__(self, path: bytes) -> bool:
        return path in self.keys or path == MARKER_NAME

    def content(self, path: bytes) -> bytes:
        """The bytes that the file at this path is to hold."""
        return MARKER_TEXT if path == MARKER_NAME else self.site[self.keys[path]]

    def paths(self) -> list[bytes]:
        """Every file, the marker first."""
        return [MARKER_NAME, *self.keys]


def tree_of(site: Mapping[str, bytes]) -> Tree:
    """The tree of a site, from a mapping of relative POSIX paths to bytes. Raises ValueError (see above)."""
    names = list(site)
    for key in names if _suspect(names) else ():
        if fault := path_fault(key):
            raise ValueError(f"{key!r} cannot be a path of the site: {fault}")
    keys = {key.encode(): key for key in names}
    folders = folders_of(keys)
    both = next((path for path in folders if path in keys), None)
    if both is not None:
        raise ValueError(f"{keys[both]!r} is both a file and a folder in the site")
    return Tree(site, keys, folders)


def folders_of(paths: Iterable[bytes]) -> dict[bytes, None]:
    """The folders that files at these paths need, sorted, so that every folder stands after its parent."""
    found: set[bytes] = set()
    more = {path.rpartition(b"/")[0] for path in paths}
    while more:
        found |= more
        more = {path.rpartition(b"/")[0] for path in more} - found
    return dict.fromkeys(sorted(found - {b""}))


def _suspect(paths: list[str]) -> bool:
    """Whether one of these paths may be a bad one: asked of all at once, as it nearly never is."""
    text = f"/{'/'.join(paths)}/" if paths else ""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return any(part in text for part in _SUSPECT)


def path_fault(path: str) -> str | None:
    """What is wrong with a path of the site, in words; None where it is a good one."""
    if "\0" in path or "\\" in path:
        return "it holds a backslash or a NUL"
    if path.startswith("/"):
        return "it is absolute"
    segments = path.split("/")
    if "" in segments:
        return "it has an empty segment"
    if "." in segments or ".." in segments:
        return "it has a segment that is a dot or two dots"
    if ".git" in segments:
        return "git keeps the name .git for itself"
    if segments[0] == MARKER_NAME.decode():
        return f"Parley keeps the name {segments[0]} for itself"
    try:
        path.encode()
    except UnicodeEncodeError:
        return "it cannot be written as UTF-8"
    return None
