"""Who makes the pages: the options ``--jobs`` and ``--executor``."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from urllib.parse import urlsplit

MOST_JOBS = 1000  # more is a slip of the keyboard, and would take all the memory there is
PACKAGE = "distributed"


def workers_arguments(parser: argparse.ArgumentParser, *, afar: bool = False) -> None:
    """Let a command be told how many workers there are, and with ``afar`` whether they are on other machines."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--jobs", type=_jobs, metavar="N", help="make pages in N processes (default: one a processor)")
    if afar:
        where = "make pages on a Dask cluster: dask://host:port"
        either.add_argument("--executor", type=_executor, metavar="ADDRESS", help=where)


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text[:9]) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f'"{text}" is no number of processes; give one from 1 to {MOST_JOBS}')
    return int(text)


def _executor(text: str) -> str:
    if not text.startswith("dask:"):
        raise argparse.ArgumentTypeError(f'"{text}" is none that is known; give a Dask scheduler: dask://host:port')
    try:
        place = urlsplit(text)
        whole = bool(place.hostname and place.port) and text == f"dask://{place.netloc}" and "@" not in place.netloc
    except ValueError:  # a port or a host that is none
        whole = False
    if not whole:
        raise argparse.ArgumentTypeError(f'"{text}" is not of the form dask://host:port')
    if find_spec(PACKAGE) is None:
        raise argparse.ArgumentTypeError('a Dask cluster needs a package that is missing: pip install "parley[dask]"')
    return text
