"""What a page asks of one brief is the same, worked out of that brief alone or of all."""

import pytest

from parley.derive import InsightsInPart, insights
from parley.pages.desk import Desk, Dressing
from parley.site import worked_out
from parley.site.live.desk import LiveDesk
from parley.site.order import Order
from tests.sites import NOW, ROOT


@pytest.fixture(scope="module")
def work():
    return worked_out(Order(root=ROOT, now=NOW))


@pytest.mark.parametrize("table", ["cast", "happenings", "placed"])
def test_each_entry_is_the_same_alone_and_the_table_as_a_whole(work, table):
    day = work.found.day
    known = getattr(Desk(work.now, insights(work.now, day), Dressing({})), table)
    assert known or table == "placed"
    alone = getattr(LiveDesk(work.now, InsightsInPart(work.now, day), Dressing({})), table)
    assert {key: alone[key] for key in known} == dict(known)
    assert alone.get("briefs/of-no-name/#x") is None
    assert list(alone.items()) == list(known.items())
