"""What ``build`` tells besides its result: why each file was rendered, and which files an upload has to move."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from parley.cli.arguments import WrongUse
from parley.cli.forms.report import PEOPLE, form_of
from parley.cli.telling import counted, show

if TYPE_CHECKING:
    from parley.publish.folder import Published
    from parley.site import Built, Order

STDOUT = "-"


def lists_arguments(parser: argparse.ArgumentParser) -> None:
    """Let a command be told where to list what it changed."""
    parser.add_argument(
        "--changed-files",
        nargs="?",
        const=STDOUT,
        metavar="FILE",
        help="list the files that are new or changed since the last build to this output, on stdout or in FILE",
    )
    parser.add_argument("--deleted-files", metavar="FILE", help="list in FILE those that are gone since then")


def check_lists(order: Order, wish: argparse.Namespace, output: Path) -> None:
    """Raises :class:`WrongUse` where the lists that are wished for can't be kept, or would take the place of a source
    or of one another."""
    asked_for = [getattr(wish, f"{option}_files", None) for option in ("changed", "deleted")]
    files = [os.path.realpath(asked) for asked in asked_for if asked not in (None, STDOUT)]
    if len(set(files)) < len(files):
        raise WrongUse("--changed-files and --deleted-files name one file; give each its own")
    for option in ("changed", "deleted"):
        asked = getattr(wish, f"{option}_files", None)
        if asked == STDOUT:
            if form_of(wish) != PEOPLE:
                raise WrongUse(f"--{option}-files needs a FILE: --format takes all of stdout")
        elif asked is not None:
            file = Path(asked)
            if not file.parent.is_dir() or file.is_dir():
                raise WrongUse(f"--{option}-files {asked}: no file can be written there")
            place = Path(os.path.realpath(file))  # where links lead in a circle, too
            if place.is_relative_to(os.path.realpath(output)):
                raise WrongUse(f"--{option}-files {asked}: the next build would delete it there; put it elsewhere")
            if source := source_at(order, place):
                raise WrongUse(f"--{option}-files {asked}: {source} is what the site is made from; put it elsewhere")


def source_at(order: Order, file: Path) -> Path | None:
    """What the site is made from, or what Parley keeps for itself, that ``file`` would be written over or into."""
    from parley.memo.store import FOLDER
    from parley.site import sources

    kept = [*sources(order.root)[1:], order.root / FOLDER]
    return next((each for each in kept if file.is_relative_to(Path(os.path.realpath(each)))), None)


def tell_lists(wish: argparse.Namespace, done: Published, out: TextIO) -> None:
    """List what was published as ``wish`` says, on ``out`` where no file is named. Raises ``OSError``."""
    _list(getattr(wish, "changed_files", None), done.fresh, out)
    _list(getattr(wish, "deleted_files", None), done.gone, out)


def _list(asked: str | None, paths: Iterable[str], out: TextIO) -> None:
    """One path in a line. A name that has a line end in it was put there by somebody else, and is passed over: as two
    lines it would name other files."""
    lines = "".join(f"{path}\n" for path in paths if not {"\n", "\r"} & set(path))
    if asked == STDOUT:
        out.write(lines)
    elif asked is not None:
        Path(asked).write_bytes(lines.encode("utf-8", "surrogateescape"))


def tell_rendered(found: Built, out: TextIO) -> None:
    """Why each file was rendered, in the order of paths, and how much was kept."""
    from parley.site.shelf import Shelf

    for path, why in sorted(found.rendered.items()):
        show(f"Rendered {path}: {why}", out=out)
    kept = len(found.site.kept) if isinstance(found.site, Shelf) else 0
    made, units = found.units
    show(f"Rendered {counted(len(found.rendered), 'file')}, kept {kept:,}; {made:,} of {units:,} units made", out=out)
