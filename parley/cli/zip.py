"""``zip`` packs the site into one file, to be opened from a disk: for a reader without a network, or for an archive."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse, output_of
from parley.cli.build_told import source_at
from parley.cli.command import Command
from parley.cli.forms.report import PEOPLE, form_of, format_argument
from parley.cli.telling import Progress, counted, say_and, show, tally, tell
from parley.cli.workers import workers_arguments

if TYPE_CHECKING:
    from parley.site import Order


def zip_site(order: Order, wish: argparse.Namespace) -> int:
    """Build the site in memory, then write the zip; 1 where a problem forbids it, as for ``build``."""
    from msgspec.structs import replace

    from parley.publish.faults import CannotPublish, Refused
    from parley.publish.from_disk import from_disk
    from parley.publish.zipped import check_zip, zipped
    from parley.site import built
    from parley.site.order import NoWorkers
    from parley.site.turning import NEXT_BUILD

    try:
        file = Path(wish.file)
        check_zip(file)
        _check_place(order, wish, file)
        with Progress() as progress:
            found = built(replace(order, extras=False, disk=True), progress.told)
            if found.site is not None:
                progress.told("packing")
                day = dt.date.fromisoformat(json.loads(found.site[NEXT_BUILD])["as_of"])
                number = zipped(from_disk(found.site), file, day)
    except Refused as refused:
        return say_and(2, f"parley: {refused}")
    except (CannotPublish, NoWorkers) as fault:
        return say_and(1, f"parley: {fault}")
    tell(order, found.problems, form_of(wish))
    if found.site is None:
        return say_and(1, f"{tally(found.problems)}: no zip was written")
    show(
        f"Packed {counted(number, 'file')} into {file}: unpack it, and open {file.stem}/index.html",
        out=sys.stdout if form_of(wish) == PEOPLE else sys.stderr,
    )
    return 0


def _check_place(order: Order, wish: argparse.Namespace, file: Path) -> None:
    """Raises :class:`WrongUse` where the zip would be deleted by the next build, or be taken for a source."""
    place = Path(os.path.realpath(file))
    if place.is_relative_to(os.path.realpath(output_of(order, wish))):
        raise WrongUse(f"zip {file}: the next build would delete it there; put it elsewhere")
    if source := source_at(order, place):
        raise WrongUse(f"zip {file}: {source} is what the site is made from; put it elsewhere")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.zip", help="where the zip goes; one that Parley made is replaced")
    format_argument(parser)
    workers_arguments(parser, afar=True)


ZIP = Command("zip", "pack the site into a zip that can be read from a disk, without a server", zip_site, _arguments)
