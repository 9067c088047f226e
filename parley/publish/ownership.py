"""Which folders Parley may fill, and which it refuses, before anything is touched.

Making a folder equal to the site deletes whatever else is in it, so the place is checked twice: when a build
starts, and again under the lock. Folders are compared by what they are (device and inode) and not only by
name, so that links, mounts and file systems without upper and lower case cannot disguise a source.

A symbolic link as the output is refused, too: a swap would replace the link and not what it leads to, and
what it leads to is easily given instead. Links among the folders above the output are followed.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import re
import stat
from collections.abc import Sequence
from pathlib import Path

from parley.publish.faults import Refused, shown
from parley.publish.files import seen
from parley.publish.marker import is_ours

MEMORY = ".parley"  # in the site's root, where Parley keeps its memory and the spare of the output
KEPT = {MEMORY: "its memory", ".schema": "what editors read"}  # both in the site's root
VERSION_CONTROL = (".git", ".hg", ".svn", ".jj")
_STAGING_NAME = re.compile(r"\..+\.parley-[0-9a-f]{16}")


def check_output(output: Path, sources: Sequence[Path]) -> None:
    """Raises Refused where the site may not be published into `output`. Touches nothing.

    `sources` are the folders and files that the site is made from. The first is the site's root: the output
    may lie inside it (`<root>/output` is the default), but not where Parley keeps its memory. It may not lie inside
    any other.
    """
    try:
        place = location(output)
        reason = _bad_place(place, [Path(os.path.realpath(source)) for source in sources]) or _bad_state(place)
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: links in a circle; ValueError: a NUL
        words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Refused(f"{shown(str(output))}: the site cannot be published here: {words}") from error
    if reason:
        raise Refused(f"{shown(str(place))}: {reason}")


def location(output: Path) -> Path:
    """The absolute path of the output, with the links above it followed, but not a link at its own place."""
    if output.name in ("", ".."):
        return output.resolve()
    return output.parent.resolve() / output.name


def _bad_place(place: Path, sources: Sequence[Path]) -> str | None:
    """Why the site may not stand at this place, whatever is there now."""
    own = f"; choose a folder of its own, such as {shown(str(sources[0] / 'output'))}" if sources else ""
    if place == place.parent:
        return f"this is the root of the file system, not a folder for a site{own}"
    seen_as = _Identities()
    for source in sources:
        if seen_as.holds(place, source):
            return f"publishing here would delete {shown(str(source))}, which the site is made from{own}"
    for source in sources[1:]:
        if seen_as.holds(source, place):
            return f"this lies inside {shown(str(source))}, which the site is made from{own}"
    for kept, what in KEPT.items() if sources else ():
        if seen_as.holds(sources[0] / kept, place):
            return f"this lies in the folder where Parley keeps {what}{own}"
    if any(seen_as.holds(place, home) for home in _homes()):
        return f"this is or holds your home folder{own}"
    if seen_as.holds(place, Path.cwd()):
        return f"this is or holds the folder that you are working in{own}"
    if any(part in VERSION_CONTROL for part in place.parts):
        return f"this lies among the records of version control{own}"
    if _STAGING_NAME.fullmatch(place.name):
        return f"names like this are kept for Parley's own use{own}"
    for above in place.parents:
        if (above / ".parley").is_file() and is_ours(os.fsencode(above)):
            return f"this lies inside {shown(str(above))}, which Parley replaces as a whole{own}"
    return None


def _bad_state(place: Path) -> str | None:
    """Why what is at this place now may not be replaced."""
    try:
        mode = place.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(mode):
        return f"this is a symbolic link; give the folder that it leads to, {shown(str(place.resolve()))}"
    if not stat.S_ISDIR(mode):
        return "this is not a folder; choose another name for the output or move the file away"
    for name in VERSION_CONTROL:
        if seen(os.fsencode(place / name)) is not None:
            return f"this folder holds {name}, which publishing would delete; publish to another folder"
    if not is_ours(os.fsencode(place)):
        return "this folder holds files that Parley did not make; choose a new or an empty folder"
    return None


class _Identities(dict[Path, tuple[int, int] | None]):
    """Device and inode of each path, asked once; None where there is nothing, or nothing that may be seen."""

    def __missing__(self, path: Path) -> tuple[int, int] | None:
        try:
            found = path.stat()
        except OSError:
            self[path] = None
        else:
            self[path] = (found.st_dev, found.st_ino)
        return self[path]

    def holds(self, folder: Path, inner: Path) -> bool:
        """Whether `inner` is this folder or lies in it, by name or by identity."""
        if inner.is_relative_to(folder):
            return True
        one = self[folder]
        return one is not None and any(self[place] == one for place in (inner, *inner.parents))


def _homes() -> list[Path]:
    """The user's home folder, by the environment and by the system's records."""
    homes = [Path(home) for home in (os.environ.get("HOME"),) if home]
    with contextlib.suppress(KeyError):  # a container may run under a number that has no name
        homes.append(Path(pwd.getpwuid(os.getuid()).pw_dir))
    return [home.resolve() for home in homes if home.is_absolute()]
