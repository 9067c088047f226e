"""The desk of the real briefs on a day, for tests of page makers."""

import datetime as dt
from functools import cache
from typing import TypeVar

import msgspec
import pytest

from parley.derive import insights, library_as_of
from parley.model.library import library
from parley.model.page import Page
from parley.pages.desk import Desk, Dressing
from parley.read.content import content
from tests.sites import ROOT

ASSETS = {name: f"assets/{name}" for name in ("site.css", "site.js", "search.js", "icon.svg")}

V = TypeVar("V", bound=msgspec.Struct)


@cache
def desk_on(day: str, address: str = "https://desk.example/") -> Desk:
    found = content(ROOT)
    settings = msgspec.structs.replace(found.settings, address=address)
    date = dt.date.fromisoformat(day)
    now = library_as_of(library(settings, found.actors, found.briefs), date)
    return Desk(now, insights(now, date), Dressing(ASSETS))


@pytest.fixture
def desk12() -> Desk:
    """As of 12 May 2025: the deadlock stands."""
    return desk_on("2025-05-12")


@pytest.fixture
def desk17() -> Desk:
    """As of 17 May 2025: the delegations have met."""
    return desk_on("2025-05-17")


def view_of(page: Page, kind: type[V]) -> V:
    assert isinstance(page.view, kind)
    return page.view
