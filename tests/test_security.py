"""SECURITY.md says what is so."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from parley.model.forms import LONGEST, MAX_ID
from parley.model.keys import Kind
from parley.read.builder import MAX_DEPTH, MAX_NODES
from parley.read.text import MAX_BYTES
from tests.sites import ROOT, site_from

SAID = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def test_the_policies_that_are_told_are_those_in_the_pages(tmp_path: Path):
    policy, embedded = re.findall(r"default-src [^\n`]*", SAID)
    pages = {path: text for path, text in site_from(tmp_path).items() if path.endswith(".html")}
    found = {path: unescape(told[1]) for path, text in pages.items() if (told := POLICY.search(text))}
    searching = policy.replace("form-action 'none'", "form-action 'self'")
    others = {path: told for path, told in found.items() if told != policy}
    assert found["briefs/bridge/index.html"] == policy
    assert {path for path, told in others.items() if told == searching} == {
        "index.html",
        "404.html",
        "search/index.html",
    }
    assert set(others.values()) == {searching, embedded}


def test_the_limits_that_are_told_are_those_of_the_reader():
    for number, unit in (
        (MAX_BYTES, "bytes a file"),
        (MAX_NODES, "values"),
        (MAX_DEPTH, "levels"),
        (LONGEST[Kind.LINE], "for a line of words"),
        (LONGEST[Kind.PROSE], "for prose"),
        (MAX_ID, "for an id"),
    ):
        assert f"{number:,} {unit}" in " ".join(SAID.split())
    assert f"{LONGEST[Kind.TEXT]:,} characters for a text" in " ".join(SAID.split())
