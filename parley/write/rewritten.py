"""A writer's own file, put in order by a command: written whole and at one instant, or left as it was."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path


class NotRewritten(Exception):
    """The file can't be written; the text says which and why. It is as it was."""


def rewritten(root: Path, name: str, before: bytes, after: bytes) -> None:
    """Makes ``name`` (below ``root``) hold ``after``, where it holds ``before``; its permissions stay.

    Refuses a link that leads out of ``root``, and a file that has changed in the meantime. Raises
    :class:`NotRewritten`.
    """
    path = root / name
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(os.path.realpath(root)):
        raise NotRewritten(f"{path} is a link to a file outside the site; put the file itself there")
    fresh = real.with_name(f".{real.name}.{os.urandom(8).hex()}")
    try:
        mode = stat.S_IMODE(real.stat().st_mode)
        if real.read_bytes() != before:
            raise NotRewritten(f"{path} has just been changed by somebody else; nothing was written, so try again")
        try:
            with fresh.open("xb") as file:
                file.write(after)
                file.flush()
                os.fsync(file.fileno())
            fresh.chmod(mode)
            fresh.replace(real)
        except BaseException:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NotRewritten(f"{path} can't be written ({error.strerror}); it is as it was") from error
