"""What was measured with: the day, the state of the code, the machine, and the versions of all that took part."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import time
from pathlib import Path

from bench.contestants import ROOT


def about(peers: Path, browser: str) -> dict[str, str]:
    """Each by its name, in the order in which it is told. ``peers`` is the folder of the peers; ``browser`` a program,
    or empty."""
    eleventy = json.loads((peers / "node_modules/@11ty/eleventy/package.json").read_text())["version"]
    found = here() | {
        "Hugo": _version(_said(str(peers / "hugo"), "version")),
        "Eleventy": f"{eleventy} (Node {_version(_said('node', '--version'))})",
    }
    return found | ({"Chromium": _version(_said(browser, "--version"))} if browser else {})


def here() -> dict[str, str]:
    """The day, the state of the code, the machine, the system and Python."""
    return {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "commit": _said("git", "describe", "--always", "--dirty"),
        "machine": f"{len(os.sched_getaffinity(0))} × {_processor()}, {_memory() / 2**30:.0f} GB of memory",
        "system": platform.platform(terse=True),
        "Python": platform.python_version(),
    }


def _said(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _version(said: str) -> str:
    found = re.search(r"\d+(?:\.\d+)+", said)
    return found[0] if found else said


def _processor() -> str:
    names = re.findall(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return names[0] if names else platform.machine()


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
