"""The bench of a folder, as a build makes it, for tests of what comes after."""

from __future__ import annotations

from pathlib import Path

from parley.pages.desk import Desk, Dressing
from parley.render.assets import assets
from parley.render.theme import theme
from parley.render.tokens import tokens
from parley.site.folders import theme_folders
from parley.site.making import Bench
from parley.site.order import Order
from parley.site.work import worked_out
from tests.sites import NOW


def bench_of(root: Path, *, watch: bool = False) -> Bench:
    """The bench of ``root``, without social cards and search."""
    work = worked_out(Order(root, NOW))
    look = theme(theme_folders(root), work.now.settings.identity)
    assert work.found
    dressing = Dressing(assets(look).names, None, frozenset("ab"), "later", tokens(look.styles))
    return Bench(Desk(work.now, work.found, dressing), look, watch=watch)
