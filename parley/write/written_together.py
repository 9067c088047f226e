"""Several of a writer's own files, changed by one command: all of them, or none.

All new texts are first written beside the old files; only then is each put in its place. On a fault, the files that
were put in place already get their old bytes back. Refused: links out of the site, files changed in the meantime.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from parley.write.rewritten import NotRewritten


def written_together(root: Path, changes: Mapping[str, tuple[bytes, bytes]]) -> None:
    """Makes each name (below ``root``) hold the second bytes where it holds the first; permissions stay.

    Raises :class:`NotRewritten`, with every file as it was.
    """
    fresh: dict[Path, Path] = {}
    placed: list[tuple[Path, bytes]] = []
    path = root
    try:
        for name, (before, after) in changes.items():
            path = root / name
            real = _real(root, path)
            if real.read_bytes() != before:
                raise NotRewritten(f"{path} has just been changed by somebody else; nothing was written, so try again")
            fresh[real] = real.with_name(f".{real.name}.{os.urandom(8).hex()}")
            _write(fresh[real], after, stat.S_IMODE(real.stat().st_mode))
        for (real, new), (before, _) in zip(fresh.items(), changes.values(), strict=True):
            path = real
            placed.append((real, before))
            new.replace(real)
    except BaseException as error:
        _undo(placed)
        if isinstance(error, OSError):
            raise NotRewritten(f"{path} can't be written ({error.strerror}); all files are as they were") from error
        raise
    finally:
        for new in fresh.values():
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)


def _real(root: Path, path: Path) -> Path:
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(os.path.realpath(root)):
        raise NotRewritten(f"{path} is a link to a file outside the site; put the file itself there")
    return real


def _write(path: Path, data: bytes, mode: int) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(mode)


def _undo(placed: list[tuple[Path, bytes]]) -> None:
    """The old bytes back into every file whose new text may stand there."""
    for real, before in reversed(placed):
        if real.is_file() and real.read_bytes() != before:
            old = real.with_name(f".{real.name}.{os.urandom(8).hex()}")
            _write(old, before, stat.S_IMODE(real.stat().st_mode))
            old.replace(real)
