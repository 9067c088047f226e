"""Sites from a dict of files: written to a folder, built in memory or by the real command."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from parley.site import Built, Order, built

ROOT = Path(__file__).parent.parent
PICTURES = (".png", ".ico")
NOW = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)

STORY = """\
title: The bridge
published: 2025-05-01
summary: The council wants to close the bridge, and the traders want it open.
what: |
  The council of Alder met on 1 May.[^minutes] [[traders|The traders]] wrote to it.
who:
  council: Decides.
  traders: Ask.
unknown: [What the works cost.]
topics: [Town planning]
actors:
  council: {name: Alder Town Council, kind: organisation, aka: [the council]}
  traders: {name: Alder Traders, kind: group}
  reed: {name: Ann Reed, kind: person, role: Mayor, speaks_for: council}
proposals:
  keep-open: {title: Keep the bridge open, by: traders, to: council, date: 2025-05-02, source: minutes}
rejections:
  - {of: keep-open, by: reed, date: 2025-05-10, why: It is not safe., quote: The bridge is not safe., source: minutes}
next_steps:
  report: {title: The engineer reports, date: 2025-07-01, about: keep-open}
sources:
  minutes: {title: Minutes, publisher: Alder Town Council, date: 2025-05-01, url: "https://example.org/minutes",
            archived: "https://archive.example/minutes"}
authors: [Cay Lund]
why_it_matters: A bridge that is closed costs the traders their summer.
glossary:
  closed: No one may cross, on foot or otherwise.
updates:
  - {date: 2025-05-10, what: The mayor answered., changed: keep-open}
"""
FILES = {"site.yaml": "name: The Desk\naddress: https://desk.example/\n", "briefs/bridge.yaml": STORY}


def written(folder: Path, files: Mapping[str, str | None]) -> Path:
    """``folder`` with ``files`` written below it; ``None`` takes a file away."""
    for name, text in files.items():
        path = folder / name
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def built_from(folder: Path, files: Mapping[str, str | None] = FILES, as_of: str = "", **order: bool) -> Built:
    """What comes of ``files`` in ``folder``, on 1 June 2025 or as of another day; without extras if not asked for."""
    day = dt.date.fromisoformat(as_of) if as_of else None
    return built(Order(written(folder, files), NOW, day, **{"extras": False, **order}))


def site_from(folder: Path, files: Mapping[str, str | None] = FILES, as_of: str = "", **order: bool) -> dict[str, str]:
    """The finished site as text by path, without its pictures; fails with the problems where there is none."""
    found = built_from(folder, files, as_of, **order)
    assert found.site is not None, "\n".join(map(str, found.problems))
    return texts(found.site)


def texts(site: Mapping[str, bytes]) -> dict[str, str]:
    """The files of ``site`` that are text."""
    return {path: body.decode() for path, body in site.items() if not path.endswith(PICTURES)}


def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real command, in a process of its own."""
    import os

    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )
