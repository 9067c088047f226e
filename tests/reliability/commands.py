"""The real command, built, stopped, killed and failed while it works; and what it leaves behind."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.sites import ROOT, STORY, written
from tests.stories.edits import SITE

KEPT = re.compile(
    r"reads|build-\w+|spare-\w+|\.gitignore|(?:brief|actors|site)(?:-translation)?\.json"
)  # in .parley and .schema
OWN = {".parley", ".schema", "briefs", "output", "site.yaml", "tmp"}
DAY = ("--as-of", "2025-06-01")
SITES = (1, 2)

Tree = Mapping[str, bytes]


class Command:
    """The command that builds a site in ``root``, of which there are two, by number."""

    def __init__(self, root: Path) -> None:
        self.root = written(root, {**SITE, "site.yaml": "name: The Desk\n"})
        (root / "tmp").mkdir()
        self.now = 0
        self.trees: dict[int, Tree] = {}
        for number in (*SITES, *SITES):  # twice, so that there is a spare of the output as well
            self.edit(number)
            done = self.build()
            assert done.returncode == 0, done.stderr
            self.trees[number], self.now = self.tree(), number

    def edit(self, number: int) -> None:
        """Let the sources be those of site ``number``."""
        extra = "title: Extra\npublished: 2025-05-03\nwhat: W.\nwho: {mediator: M.}\n"
        (self.root / "briefs/extra.yaml").unlink(missing_ok=True)
        written(self.root, {"briefs/bridge.yaml": STORY.replace("The bridge", f"The bridge {number}", 1)})
        if number == 2:
            written(self.root, {"briefs/extra.yaml": extra})

    def line(self, *arguments: str) -> list[str]:
        return [sys.executable, str(ROOT / "build.py"), "build", "--root", str(self.root), *DAY, *arguments]

    def environment(self) -> dict[str, str]:
        same = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(self.root / "tmp")}
        return {**{name: value for name, value in os.environ.items() if "COV" not in name}, **same}

    def build(self, *arguments: str, before: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
        """Build, with another program ``before`` the command."""
        line = [*before, *self.line(*arguments)]
        environment = self.environment()
        return subprocess.run(line, capture_output=True, text=True, env=environment, timeout=150, check=False)

    def started(self, *arguments: str) -> subprocess.Popen[str]:
        """The command begun, with its workers in a group of their own, as on a terminal."""
        return subprocess.Popen(
            self.line(*arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment(),
            start_new_session=True,
        )

    def tree(self) -> Tree:
        output = self.root / "output"
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}

    def stands(self) -> int:
        """Which of the sites stands in the output, whole; 0 for none of them."""
        there = self.tree()
        return next((number for number, tree in self.trees.items() if tree == there), 0)

    def litter(self) -> list[str]:
        """What lies where nothing of it should."""
        found = [path.name for path in self.root.iterdir() if path.name not in OWN]
        found += [path.name for path in (self.root / "tmp").iterdir()]
        for folder in (".parley", ".schema"):
            found += [path.name for path in (self.root / folder).iterdir() if not KEPT.fullmatch(path.name)]
        return found


def told(stderr: str) -> list[str]:
    """The lines on ``stderr`` besides warnings of the content."""
    return [line for line in stderr.splitlines() if ": warning: " not in line]


def running(group: int) -> list[int]:
    """The processes of that group which have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            state, _, its, *_ = (path / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(its) == group and state != "Z":
            found.append(int(path.name))
    return found
