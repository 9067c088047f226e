"""A page of the guide, followed by hand: its files are written, its commands run, and what it shows is compared.

The words after the language of a block say what it is:

- ``yaml FILE``: the whole file; ``yaml FILE, at the end``: added to it; ``yaml FILE, under KEY``: added to what stands
  under that key of the file; ``yaml FILE, line 30``: in the place of that line, whose key it has;
- ``sh``: commands, one in a line;
- ``text What Parley says``: lines that the last command tells, in this order;
- ``text On the page ADDRESS``: what a reader then finds on that page, in any order.

Any other block with a name is refused, so that nothing on a page goes untried.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from html import unescape
from pathlib import Path

from parley.cli import COMMANDS
from parley.cli.arguments import parser
from parley.model.markdown import Code, blocks
from tests.sites import ROOT

DAY = "1760961600"  # 20 October 2025
TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)


class Walk:
    """Follows one page in ``folder``, which it changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.built = False

    def follow(self, page: Path) -> int:
        """Follow ``page``; returns how many of its blocks were tried. Fails at the first that is not so."""
        found = [block for block in blocks(page.read_text(encoding="utf-8")) if isinstance(block, Code)]
        for block in found:
            try:
                self._try(block)
            except AssertionError as wrong:
                raise AssertionError(f"{page.name}:{block.line}: {wrong}") from wrong
        return len(found)

    def _try(self, block: Code) -> None:
        if block.lang == "sh":
            for command in block.text.splitlines():
                self._run(shlex.split(command))
        elif block.name == "What Parley says":
            self._in_order(block.text.splitlines())
        elif block.name.startswith("On the page "):
            self._on_page(block.name.removeprefix("On the page "), block.text.splitlines())
        else:
            name, _, how = block.name.partition(", ")
            assert name, "a block without a name: is it a file, a command, or what is shown?"
            self._write(self.folder / name, how, block.text + "\n")

    def _run(self, words: list[str]) -> None:
        match words:
            case ["cd", folder]:
                self.folder /= folder
                assert self.folder.is_dir(), folder
            case ["rm", file]:
                (self.folder / file).unlink()
                self.built = False
            case ["parley", *arguments]:
                wish = parser(COMMANDS.values()).parse_args(arguments)
                if wish.command == "serve":  # goes on for ever: what it would show is built instead
                    return
                done = self._parley(*arguments)
                self.said = (done.stderr + done.stdout).splitlines()
                self.built = wish.command in (None, "build")
            case _:
                raise AssertionError(f"a command that nobody knows: {words}")

    def _parley(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "build.py"), *arguments]
        environment = {"SOURCE_DATE_EPOCH": DAY, "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    def _in_order(self, lines: list[str]) -> None:
        said = iter(self.said)
        for line in lines:
            assert any(line == other for other in said), f"{line!r} is not told, but " + "\n".join(self.said)

    def _on_page(self, address: str, lines: list[str]) -> None:
        if not self.built:
            done = self._parley("build")
            assert done.returncode == 0, done.stderr
            self.built = True
        html = (self.folder / "output" / address / "index.html").read_text(encoding="utf-8")
        text = " ".join(unescape(TAG.sub(" ", html)).split())
        text = re.sub(r" ([.,:;])", r"\1", text)
        for line in lines:
            assert line in text, f"{line!r} is not on {address}: {text}"

    def _write(self, file: Path, how: str, text: str) -> None:
        self.built = False
        file.parent.mkdir(parents=True, exist_ok=True)
        if not how:
            file.write_text(text, encoding="utf-8")
            return
        before = file.read_text(encoding="utf-8")
        if how == "at the end":
            after = before.rstrip("\n") + "\n\n" + text
        elif how.startswith("line "):
            after = _changed(before, int(how.removeprefix("line ")), text.rstrip("\n"))
        else:
            assert how.startswith("under "), how
            after = _under(before, how.removeprefix("under "), text)
        file.write_text(after, encoding="utf-8")


def _changed(before: str, number: int, line: str) -> str:
    lines = before.splitlines()
    was = lines[number - 1]
    assert was.startswith(line.partition(":")[0] + ":"), f"line {number} is {was!r}"
    assert was != line, "nothing changes"
    lines[number - 1] = line
    return "\n".join(lines) + "\n"


def _under(before: str, key: str, text: str) -> str:
    """``text`` at the end of what stands under the key ``key`` at the left edge."""
    match = re.search(rf"^{key}:\n(?:(?: .*)?\n)*", before, re.MULTILINE)
    assert match, f"no key {key}"
    section = match[0].rstrip("\n") + "\n"
    return before[: match.start()] + section + text + before[match.start() + len(section) :]
