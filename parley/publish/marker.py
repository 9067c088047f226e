"""The marker: the file that says that a folder is Parley's, to be replaced as a whole.

Publishing deletes what the site does not own, so no folder is ever deleted or emptied unless it holds this
file or holds nothing at all. The text is the same in every build. It is not part of the site's mapping.
"""

from __future__ import annotations

import errno
import os
import re
import stat

MARKER_NAME = b".parley"
_SIGNATURE = b"This folder is made by Parley, the static-site generator.\n"
MARKER_TEXT = (
    _SIGNATURE
    + b"""
Each build makes it equal to the site: files that were changed here are restored, files that were added here
are deleted. Edit the briefs and the theme instead.

Keep this file: Parley publishes only into a folder that holds it, or into an empty or new one.
"""
)
_STAGING = re.compile(rb"\.parley-[0-9a-f]{16}")  # where files are replaced in place


def is_ours(folder: bytes) -> bool:
    """Whether nothing foreign is lost with this folder: it holds our marker, or it is empty.

    A marker that was cut short, and staging folders, count only where nothing else is there: that is a build
    that was killed, or whose disk was full, while it wrote its first file. Only the first line is compared,
    so that a later version of Parley may word the rest anew. Raises OSError where the folder cannot be read.
    """
    # Asked again at last: between both looks, another build may have put its first files there.
    return _is_marked(folder) or _is_only_begun(folder) or _is_marked(folder)


def _is_marked(folder: bytes) -> bool:
    text = _marker_text(folder + b"/" + MARKER_NAME)
    return text is not None and text.startswith(_SIGNATURE)


def _is_only_begun(folder: bytes) -> bool:
    """Whether there is nothing in `folder` but what a first build begins with."""
    text = _marker_text(folder + b"/" + MARKER_NAME)
    cut_short = text is not None and _SIGNATURE.startswith(text)
    with os.scandir(folder) as entries:
        return all(
            cut_short if entry.name == MARKER_NAME else _STAGING.fullmatch(entry.name) is not None for entry in entries
        )


def _marker_text(path: bytes) -> bytes | None:
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ELOOP, errno.ENXIO):  # none, a link, a socket
            return None
        raise
    try:
        return os.read(file, len(MARKER_TEXT)) if stat.S_ISREG(os.fstat(file).st_mode) else None
    finally:
        os.close(file)
