"""Who takes part: what each makes its site from, how it is called at its best, and where the site goes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from bench import generator

PEERS = Path(__file__).parent / "peers"
ROOT = Path(__file__).parent.parent
DAY = "1759276800"  # 1 October 2025, in seconds: every build is as of the same day


class Contestant(NamedTuple):
    """``prepare`` makes the sources of so many briefs in a folder; ``command`` builds them there into ``output``."""

    name: str
    work: str  # what it builds, in a few words
    prepare: Callable[[Path, int], None]
    command: tuple[str, ...]
    output: str
    source: str  # one brief, with its number as {}
    environment: Mapping[str, str] = {}
    left: tuple[str, ...] = ()  # what a cold build must not find, besides the output

    def settled(self) -> dict[str, str]:
        """The environment of its command."""
        return {**os.environ, **self.environment}

    def forget(self, folder: Path) -> None:
        """Take away what an earlier build left."""
        for name in (self.output, *self.left):
            shutil.rmtree(folder / name, ignore_errors=True)

    def edit(self, folder: Path, number: int, mark: str) -> None:
        """Change the summary of one brief, as a writer does."""
        path = folder / self.source.format(number)
        lines = path.read_text().split("\n")
        at = next(at for at, line in enumerate(lines) if line.startswith("summary:"))
        lines[at] = f"summary: The {mark} is new."
        path.write_text("\n".join(lines))


def contestants(peers: Path) -> list[Contestant]:
    """All of them; ``peers`` is the folder in which those that are not ours were installed."""
    python = sys.executable

    def ours(name: str, work: str, *arguments: str) -> Contestant:
        command = (python, str(ROOT / "bench/parley_build.py"), *arguments)
        return Contestant(
            name,
            work,
            generator.for_parley,
            command,
            "output",
            "briefs/brief-{}.yaml",
            {"SOURCE_DATE_EPOCH": DAY},
            (".schema",),
        )

    return [
        ours("Parley", "every page, feed and file, but cards and search", "--plain"),
        ours("Parley, all", "every page, feed, file, card and the search"),
        Contestant(
            "Hugo",
            "brief, actor and index pages, feed, sitemap",
            _with(generator.for_hugo, "hugo"),
            (str(peers / "hugo"), "--quiet"),
            "public",
            "content/briefs/brief-{}.md",
            {"GOGC": "400"},
            ("resources",),
        ),
        Contestant(
            "Eleventy",
            "brief, actor and index pages, feed, sitemap",
            _with(generator.for_eleventy, "eleventy", peers / "node_modules"),
            (shutil.which("node") or "node", "node_modules/@11ty/eleventy/cmd.cjs"),
            "public",
            "briefs/brief-{}.yaml",
        ),
    ]


def _with(prepare: Callable[[Path, int], None], peer: str, modules: Path | None = None) -> Callable[[Path, int], None]:
    """``prepare``, with the peer's templates beside the content."""

    def prepared(folder: Path, briefs: int) -> None:
        prepare(folder, briefs)
        shutil.copytree(PEERS / peer, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules"))
        if modules:
            (folder / "node_modules").symlink_to(modules)

    return prepared
