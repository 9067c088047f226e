"""Insights that are worked out when they are asked for are those that are worked out at once."""

import datetime as dt

import pytest

from parley.derive import InsightsInPart, insights, library_as_of
from parley.model.insight import Insights
from parley.site import worked_out
from parley.site.order import Order
from tests.sites import NOW, ROOT

DAYS = [dt.date(2025, 5, 12), dt.date(2025, 12, 1)]


@pytest.fixture(scope="module")
def whole():
    return worked_out(Order(root=ROOT, now=NOW)).whole


@pytest.mark.parametrize("day", DAYS)
def test_all_of_them_are_the_same(whole, day):
    now = library_as_of(whole, day)
    one, other = insights(now, day), InsightsInPart(now, day)
    assert now.proposals
    for name in Insights.__struct_fields__:
        known, found = getattr(one, name), getattr(other, name)
        assert (dict(found) if isinstance(known, dict) else found) == known, name
        assert list(found) == list(known) if isinstance(known, dict) else True


@pytest.mark.parametrize("day", DAYS)
def test_each_is_the_same_when_it_is_asked_for_alone(whole, day):
    now = library_as_of(whole, day)
    known = insights(now, day).standings
    assert {id_: InsightsInPart(now, day).standings[id_] for id_ in now.proposals} == known
    assert InsightsInPart(now, day).standings.get("nothing/of-that-name") is None
