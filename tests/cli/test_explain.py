"""``explain`` as somebody types it who has just read a code in brackets."""

import argparse
import datetime as dt
from pathlib import Path

import pytest

from parley.cli.explain import EXPLAIN
from parley.site import Order
from parley.write.catalogue.collected import FAMILIES, catalogue
from tests.sites import run


def test_a_code_is_explained_with_a_real_example():
    done = run("explain", "second-colon", COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "A second colon in a line [second-colon]"
    assert '  briefs/bridge.yaml:42:12: error: a second ": " in one line [second-colon]' in lines
    assert "       |            ^" in lines
    assert "      title: Minutes of the council" in lines
    assert max(map(len, lines)) <= 80


def test_a_code_may_be_copied_with_its_brackets():
    assert run("explain", "[second-colon]").stdout == run("explain", "second-colon").stdout


def test_a_misspelt_code_is_answered_with_the_nearest():
    done = run("explain", "secnd-colon")
    assert (done.returncode, done.stdout) == (2, "")
    assert 'no code "secnd-colon"; did you mean "second-colon"?' in done.stderr
    assert done.stderr.rstrip().endswith("explain second-colon")


def test_a_code_that_is_none_leads_to_the_list():
    done = run("explain", "weather")
    assert done.returncode == 2
    assert done.stderr.rstrip().endswith("build.py explain")


def test_without_a_code_all_are_listed_by_family():
    lines = run("explain").stdout.splitlines()
    assert [line for line in lines if line in {family.title for family in FAMILIES}] == [
        family.title for family in FAMILIES
    ]
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert listed == list(catalogue())


@pytest.mark.parametrize("code", catalogue())
def test_every_code_can_be_explained(code, capsys):
    order = Order(Path(), dt.datetime(2025, 6, 1, tzinfo=dt.UTC))
    assert EXPLAIN.run(order, argparse.Namespace(code=code, markdown=False)) == 0
    told = capsys.readouterr().out
    assert told.startswith(catalogue()[code].title)
    assert ("For example:" in told) == bool(catalogue()[code].wrong)
