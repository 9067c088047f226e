"""A small site to spoil: a brief and its actors on numbered lines, and what the reader tells of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from parley.model.problem import Problem
from parley.read.content import Content, content

ROOT = Path(__file__).parents[2]

ACTORS = """\
council:
  name: Alder Town Council
  kind: organisation
  aka: [the council]
traders:
  name: Alder Traders
  kind: group
reed:
  name: Ann Reed
  kind: person
  speaks_for: council
"""
# Tests name lines of this text by number: lines are changed below, never added or taken away here.
BRIEF = """\
title: The bridge
published: 2025-05-12
what: |
  The council met.[^minutes] [[reed]] spoke on [[proposal:bridge|the bridge]].
who:
  council: Decides.
  traders: Ask.
proposals:
  bridge:
    title: Keep the bridge open
    by: traders
    to: council
    date: 2025-05-10
    terms:
      - It stays open.
      - Lorries go round.
    source: minutes
rejections:
  - of: bridge
    by: reed
    date: 2025-05-11
    why: It is not safe.
next_steps:
  report:
    title: The engineer reports
    date: 2025-07-01
    about: bridge
sources:
  minutes:
    title: Minutes
    date: 2025-05-10
    url: https://example.org/minutes
"""
FILES = {"briefs/actors.yaml": ACTORS, "briefs/town.yaml": BRIEF}
# What every message looks like: file:line:column: severity: what was found; what was expected [code].
MESSAGE = re.compile(r"[^\n]+:[1-9]\d*:[1-9]\d*: (?:error|warning): [^\n]+; [^\n]+ \[[a-z0-9-]+\]")
LONGEST_MESSAGE = 700


def written(folder: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """``folder`` with the town's files and ``files`` written below it; ``None`` leaves one out."""
    for name, text in {**FILES, **files}.items():
        if text is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def read(folder: Path, files: Mapping[str, str | bytes | None], *, drafts: bool = False) -> Content:
    """What is read from the town with ``files`` in it."""
    return content(written(folder, files), drafts=drafts)


def told(folder: Path, files: Mapping[str, str | bytes | None], *, drafts: bool = False) -> list[str]:
    """The messages about the town with ``files`` in it, without their codes."""
    return [str(problem).rpartition(" [")[0] for problem in read(folder, files, drafts=drafts).problems]


def codes(problems: tuple[Problem, ...] | list[Problem]) -> list[str]:
    """The kinds of faults, in order."""
    return [problem.code for problem in problems]


def spoilt(old: str, new: str, text: str = BRIEF) -> str:
    """``text`` with the first ``old`` in it replaced by ``new``."""
    assert old in text, old
    return text.replace(old, new, 1)


def with_key(line: str) -> str:
    """The brief with one more key at its end."""
    return f"{BRIEF}{line}\n"


def well_formed(problem: Problem) -> bool:
    """Whether a message is one line of the form that is promised, and no longer than a person reads."""
    text = str(problem)
    return MESSAGE.fullmatch(text) is not None and len(text) <= LONGEST_MESSAGE
