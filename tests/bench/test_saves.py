"""A save is timed until a real browser has painted it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from bench.saves import NotShown, Patience, Server, saved, servers

OURS, HUGO = servers(Path("peers"))


@pytest.mark.browser
def test_every_save_is_seen_in_the_preview() -> None:
    told: list[str] = []
    began = time.monotonic()
    (found,) = saved([OURS], 8, Patience(2, 60), os.environ.get("CHROMIUM", "/usr/bin/chromium"), told.append)
    assert (found.briefs, found.name, found.part) == (8, "parley serve", "ours")
    assert len(found.seconds) == 2
    assert all(0.01 < seconds < time.monotonic() - began for seconds in found.seconds)
    assert len(told) == 3  # one that warms up, and does not count


@pytest.mark.browser
def test_a_server_that_ends_at_once_is_told() -> None:
    broken = Server("broken", "ours", lambda *_: None, (sys.executable, "-c", ""), "none.yaml")
    with pytest.raises(NotShown, match="nothing is served at http://127"):
        saved([broken], 8, Patience(1, 60), os.environ.get("CHROMIUM", "/usr/bin/chromium"), print)


def test_hugo_s_server_stands_beside_ours() -> None:
    assert [(one.name, one.part) for one in (OURS, HUGO)] == [("parley serve", "ours"), ("hugo server", "peer")]
    assert HUGO.command[:2] == ("peers/hugo", "server")
