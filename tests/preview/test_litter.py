from __future__ import annotations

import pytest

from parley.preview.litter import is_litter


@pytest.mark.parametrize(
    "name",
    [".git", "__pycache__", "4913", "brief.yaml~", ".brief.yaml.swp", ".brief.yaml.swx", ".#brief.yaml", "#brief.yaml#",
     "brief.yaml___jb_tmp___", ".~lock.plan.odt#", ".goutputstream-7X2", "brief.yaml.tmp", ".DS_Store", "a.pyc"],
)  # fmt: skip
def test_what_editors_leave_is_litter(name):
    assert is_litter(name)


@pytest.mark.parametrize(
    "name", ["brief.yaml", "a~b.yaml", "49130", "4913.yaml", "git", ".well-known", ".nojekyll", "swp.html", "tmp"]
)
def test_sources_are_no_litter(name):
    assert not is_litter(name)
