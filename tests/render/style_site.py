"""The style pages of the real site, with the built-in theme's tokens: every component in every state."""

from __future__ import annotations

from functools import cache

from parley.model.page import Page
from parley.pages.desk import Desk, Dressing
from parley.pages.style.page import style_pages
from parley.render.theme import theme
from parley.render.tokens import tokens
from tests.pages.conftest import ASSETS, desk_on
from tests.sites import ROOT


@cache
def pages() -> tuple[Page, ...]:
    """The pages, in their order."""
    desk = desk_on("2025-05-12")
    dressing = Dressing(ASSETS, tokens=tokens(theme([ROOT / "theme"]).styles))
    return tuple(style_pages(Desk(desk.library, desk.found, dressing)))
