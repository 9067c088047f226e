"""Which form a report takes, and the report itself: text for stdout that programs read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.cli.excerpts import Excerpts
    from parley.model.problem import Problem

PEOPLE = "people"
FORMATS = (PEOPLE, "json", "github", "sarif")


def format_argument(parser: argparse.ArgumentParser) -> None:
    """Add ``--format`` to the arguments of a command."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=PEOPLE,
        help="how problems are told: for people (usual), or on stdout as json, github (annotations) or sarif",
    )


def form_of(wish: argparse.Namespace) -> str:
    """The form that was asked for; the one for people where a command takes no ``--format``."""
    return getattr(wish, "format", PEOPLE)


def report(form: str, problems: Sequence[Problem], excerpts: Excerpts) -> str:
    """``problems`` in ``form``, one of :data:`FORMATS` but ``people``; ``excerpts`` are of the folder from which their
    files are named."""
    if form == "json":
        from parley.cli.forms.json_report import json_report

        return json_report(problems, excerpts)
    if form == "github":
        from parley.cli.forms.github import workflow_commands

        return workflow_commands(problems)
    from parley.cli.forms.sarif import sarif

    return sarif(problems, excerpts)
