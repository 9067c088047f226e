"""Who takes part: what each makes its site from, how it is called at its best, and where the site goes.

All write their sites to the disk. Neither peer can build a part of a site in a run of its own, whatever was edited
since: Hugo's partial rebuilds belong to its server, and Eleventy's ``--incremental`` has to be told a template, not the
data that a template reads. So an edited brief is a build like any other to them.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from bench import generator

PEERS = Path(__file__).parent / "peers"
THEME = Path(__file__).parent / "themes/same_work"
ROOT = Path(__file__).parent.parent
DAY = "1759276800"  # 1 October 2025, in seconds: every build is as of the same day
# Python keeps what it made of Parley's code, as it does wherever Parley is installed, also where a shell forbids that.
OURS = {"SOURCE_DATE_EPOCH": DAY, "PYTHONDONTWRITEBYTECODE": ""}
SAME = "brief, actor and index pages, feed, sitemap"
Part = Literal["ours", "peer", "aside"]  # ours are set beside the faster peer; what is aside is shown, and no more


class Contestant(NamedTuple):
    """``prepare`` makes the sources of so many briefs in a folder; ``command`` builds them there into ``output``."""

    name: str
    part: Part
    work: str  # what it builds, in a few words
    prepare: Callable[[Path, int], None]
    command: tuple[str, ...]
    output: str
    source: str  # one brief, with its number as {}
    environment: Mapping[str, str] = {}
    left: tuple[str, ...] = ()  # what a cold build must not find, besides the output
    most: int = sys.maxsize  # briefs with which it takes part
    tasks: frozenset[str] = frozenset({"cold", "one edited", "nothing changed"})

    def settled(self) -> dict[str, str]:
        """The environment of its command."""
        return {**os.environ, **self.environment}

    def forget(self, folder: Path) -> None:
        """Take away what an earlier build left."""
        for name in (self.output, *self.left):
            shutil.rmtree(folder / name, ignore_errors=True)

    def edit(self, folder: Path, number: int, mark: str) -> None:
        """Change the summary of one brief, as a writer does."""
        edit(folder / self.source.format(number), mark)


def edit(path: Path, mark: str) -> None:
    """Let the brief in the file at ``path`` have a summary in which ``mark`` stands."""
    lines = path.read_text().split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("summary:"))
    lines[at] = f"summary: The {mark} is new."
    path.write_text("\n".join(lines))


def contestants(peers: Path) -> list[Contestant]:
    """All of them; ``peers`` is the folder in which those that are not ours were installed."""
    hugo = Contestant(
        name="Hugo",
        part="peer",
        work=SAME,
        prepare=for_hugo,
        command=(str(peers / "hugo"), "--quiet"),
        output="public",
        source="content/briefs/brief-{}.md",
        environment={"GOGC": "400"},
        left=("resources",),
    )
    eleventy = Contestant(
        name="Eleventy",
        part="peer",
        work=SAME,
        prepare=lambda folder, briefs: for_eleventy(folder, briefs, peers / "node_modules"),
        command=(shutil.which("node") or "node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"),
        output="public",
        source="briefs/brief-{}.yaml",
    )
    in_memory = hugo._replace(
        name="Hugo, nothing written",
        part="aside",
        command=(*hugo.command, "--renderToMemory"),
        tasks=frozenset({"cold"}),
    )
    return [
        _ours("Parley, same work", "same", SAME, for_same_work),
        _ours("Parley", "plain", "every page, feed and file but cards and search", generator.for_parley),
        _ours("Parley, with cards and search", "all", "all there is", generator.for_parley)._replace(most=100),
        hugo,
        eleventy,
        in_memory,
    ]


def _ours(name: str, work: str, told: str, prepare: Callable[[Path, int], None]) -> Contestant:
    return Contestant(
        name=name,
        part="ours",
        work=told,
        prepare=prepare,
        command=(sys.executable, str(ROOT / "bench/parley_build.py"), work),
        output="output",
        source="briefs/brief-{}.yaml",
        environment=OURS,
        left=(".parley", ".schema"),
    )


def for_same_work(folder: Path, briefs: int) -> None:
    """A site of Parley's with a theme that shows what the templates of the peers show."""
    generator.for_parley(folder, briefs)
    shutil.copytree(THEME, folder / "theme")


def for_hugo(folder: Path, briefs: int) -> None:
    """The same for Hugo, with its templates."""
    generator.for_hugo(folder, briefs)
    _add(folder, "hugo")


def for_eleventy(folder: Path, briefs: int, modules: Path) -> None:
    """The same for Eleventy, with its templates and the packages that it runs on."""
    generator.for_eleventy(folder, briefs)
    _add(folder, "eleventy", ignored=["node_modules"])
    (folder / "node_modules").symlink_to(modules)


def _add(folder: Path, peer: str, ignored: Iterable[str] = ()) -> None:
    shutil.copytree(PEERS / peer, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*ignored))
