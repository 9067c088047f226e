"""Places are kept small, and are a map like any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model.kept_places import KeptPlaces

PLACES = {"title": (1, 8), "proposals.ceasefire": (20, 3), "proposals.ceasefire.date": (23, 11)}


def test_a_place_is_looked_up_by_its_path():
    kept = KeptPlaces.of(PLACES)
    assert kept["proposals.ceasefire"] == (20, 3)
    assert kept.get("nothing", (0, 0)) == (0, 0)
    assert "title" in kept
    assert "nothing" not in kept
    with pytest.raises(KeyError):
        kept["nothing"]


def test_they_equal_other_places_that_are_the_same():
    assert KeptPlaces.of(PLACES) == PLACES == KeptPlaces.of(KeptPlaces.of(PLACES))
    assert KeptPlaces.of(PLACES) != KeptPlaces.of({**PLACES, "title": (2, 8)})


@given(st.dictionaries(st.text(max_size=20), st.tuples(st.integers(1, 2**31), st.integers(1, 2**31))))
def test_any_places_come_back_in_their_order(places):
    kept = KeptPlaces.of(places)
    assert list(kept.items()) == list(places.items())
    assert len(kept) == len(places)


def test_many_places_take_a_tenth_of_the_room():
    places = {f"proposals.proposal-{at}.{key}": (at, 5) for at in range(20) for key in ("title", "by", "to", "date")}
    assert len(KeptPlaces.of(places).data) < 8 * len(places)
