"""Progress makes room for messages; paths are told as seen from here."""

import datetime as dt
import os
import pty
import sys
from pathlib import Path

from parley.cli.telling import Progress, say, seen_from_here
from parley.model.problem import Place, Problem
from parley.site import Order

NOW = dt.datetime(2025, 6, 1, tzinfo=dt.UTC)


def test_a_message_has_its_line_to_itself_while_progress_is_shown(monkeypatch):
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        with Progress() as progress:
            progress.began -= 2  # it takes longer than a second
            progress.told("rendering")
            progress.gone()
            say("a message")
    seen = ""
    while "a message" not in seen:  # a terminal gives it in pieces
        seen += os.read(ours, 1000).decode()
    os.close(ours)
    assert seen.startswith("\r\033[Krendering ...\r\033[Ka message")
    assert seen.count("\033[K") == 2


def test_a_path_leads_from_the_current_folder_to_the_file():
    problem = Problem(Place("briefs/a.yaml", 3, 4), "bad-date", "found", "expected")
    assert seen_from_here(Order(Path(), NOW), [problem]) == [problem]
    (moved,) = seen_from_here(Order(Path("sites/alder"), NOW), [problem])
    assert moved.place == Place("sites/alder/briefs/a.yaml", 3, 4)


def test_a_path_that_is_whole_already_stays():
    problem = Problem(Place("/usr/share/parley/theme/css/base.css"), "theme-file", "found", "expected")
    (moved,) = seen_from_here(Order(Path("sites/alder"), NOW), [problem])
    assert moved == problem
