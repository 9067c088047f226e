"""The two ways in which publishing says no, each with one line for the user.

`Refused`: the place asked for is not one that Parley may fill; nothing was touched. `CannotPublish`: the
place is right but the system would not do it (disk full, no permission, too many open files).
"""

from __future__ import annotations

import errno
import os
import re

_STAGING = re.compile(r"(?:/|^)\.parley-[0-9a-f]{16}(?:/.*)?$|(?<=/)\.(?P<name>[^/]+)\.parley-[0-9a-f]{16}(?=/|$)")


class Refused(Exception):
    """The output is not a place that Parley may make equal to the site. The text is one plain sentence."""


class CannotPublish(Exception):
    """The system would not let the site be published. The text is one line: path, reason, what remains."""


def cannot_publish(error: OSError, output: bytes, remains: str) -> CannotPublish:
    """The one line for an error of the system. `remains` says what readers of the site are left with."""
    name = error.filename if isinstance(error.filename, bytes | str) else output
    place = _STAGING.sub(lambda staging: staging["name"] or "", os.fsdecode(name))
    reason = error.strerror or (os.strerror(error.errno) if error.errno else str(error))
    return CannotPublish(f"{shown(place)}: {reason}; {remains}")


def vanished(path: bytes) -> OSError:
    """The error for a folder that somebody else replaced under our hands."""
    return OSError(errno.EAGAIN, "another program replaced this folder meanwhile, build again", path)


def shown(path: str | bytes) -> str:
    """A path as one printable line: line breaks, controls and bytes that are no UTF-8 are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
