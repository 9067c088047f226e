"""Whatever is typed, put in order it says the same, each remark stands at the same key, and there is nothing left to
put in order."""

from __future__ import annotations

import random
import re
from collections import Counter

import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from parley.cli.proof import changed
from parley.read.tree import tree
from parley.write.layout.arranged import Meant, arranged
from parley.write.layout.outside import NotKnown, comments
from parley.write.put_in_order import put_in_order
from tests.write.layout.typist import Typist

MANY = settings(
    derandomize=True, max_examples=400, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
REMARK = re.compile(r"# [1-9]\d* about (\S+)")


@MANY
@given(st.integers(0, 1 << 32))
def test_any_file_says_the_same_with_each_remark_once_and_stays_as_it_is_then(seed: int) -> None:
    text, meant = typed(seed)
    after = arranged(text, meant)
    assert plainly(after) == plainly(text)
    assert changed(text.encode(), after.encode(), meant) == ""
    assert Counter(comments(after)) == Counter(comments(text))
    assert arranged(after, meant) == after


@MANY
@given(st.integers(0, 1 << 32))
def test_each_remark_stays_beside_its_key(seed: int) -> None:
    text, meant = typed(seed)
    lines = arranged(text, meant).split("\n")
    for at, line in enumerate(lines):
        if match := REMARK.search(line):
            assert match[1] in beside(lines, at), (match[0], line)


@MANY
@given(st.integers(0, 1 << 32), st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_line_ends_the_mark_and_the_last_line_stay(seed: int, mark: bool, end: str) -> None:
    text, meant = typed(seed)
    lead = b"\xef\xbb\xbf" if mark else b""
    end = end if "\n" in text else "\n"  # a file of one line does not say how its lines end
    after = put_in_order(lead + text.replace("\n", end).encode(), meant)
    assert after == lead + arranged(text, meant).replace("\n", end).encode()
    assert not text.endswith("\n") or after.decode().endswith(end)


def typed(seed: int) -> tuple[str, Meant]:
    """A file that the reader can read, and what it holds."""
    text, meant = Typist(random.Random(seed)).file()
    assert tree(text.encode(), "").problems == []
    refused = False
    try:
        arranged(text, meant)
    except NotKnown:
        refused = True
    assert not (refused and text.endswith("\n"))  # only a text below a bar without a line end can't be moved
    assume(not refused)
    return text, meant


def plainly(text: str) -> object:
    """What YAML itself makes of ``text``, all as text; maps without an order."""
    shown = text.translate({0x85: " ", 0x2028: " "})
    return yaml.load(shown, Loader=yaml.CBaseLoader)


def beside(lines: list[str], at: int) -> set[str]:
    """The keys, and the dash of an item, that a remark in the line ``at`` may belong to: those of its own line, or of
    the next that is neither a remark nor empty. Behind a value of several lines: those of its first line."""
    line = lines[at]
    if line.lstrip().startswith("#"):
        line = next(line for line in lines[at:] if line.strip() and not line.lstrip().startswith("#"))
    own = line.partition(" # ")[0]
    while not (found := keys(own)) and at:
        at -= 1
        own = lines[at]
    return found


def keys(line: str) -> set[str]:
    match = re.match(r"""\s*((?:-(?:\s+|$))*)(?:(["']?)([\w-]+)\2:(?:\s|$))?""", line)
    assert match
    return {*("-" if match[1] else ()), *([match[3]] if match[3] else [])}
