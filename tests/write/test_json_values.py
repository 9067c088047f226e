"""The patterns take what the reader takes of one value, and refuse what it refuses."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model.forms import COUNTRIES
from parley.model.keys import Kind
from parley.read.values import Refused, slug, typed
from parley.write.json_values import PATTERNS, own_id, whole
from tests.read.corpus.values import RIGHT_DATES, WRONG_DATES, WRONG_URLS

SAME = settings(derandomize=True, max_examples=500, deadline=None, database=None)


def fits(kind: Kind, text: str) -> bool:
    return re.search(whole(PATTERNS[kind]), text) is not None


def taken(kind: Kind, text: str) -> bool:
    try:
        typed(kind, text, "UTC")
    except Refused:
        return False
    return True


def test_dates_are_taken_as_the_reader_takes_them() -> None:
    assert [text for text in RIGHT_DATES if not fits(Kind.DATE, text.strip('"'))] == []
    assert [text for text in WRONG_DATES if fits(Kind.DATE, text)] == ["2025-05-10/2025-05-08"]


@SAME
@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32), st.sampled_from(["", "~", "T01:30", "T24:00Z"]))
def test_a_day_fits_where_it_exists(year: int, month: int, day: int, more: str) -> None:
    text = f"{year:04d}-{month:02d}-{day:02d}{more}"
    assert fits(Kind.DATE, text) == taken(Kind.DATE, text)


def test_every_last_day_of_february_fits_and_no_other() -> None:
    for year in range(1, 10_000):
        text = f"{year:04d}-02-29"
        assert fits(Kind.DATE, text) == ((dt.date(year, 3, 1) - dt.timedelta(1)).day == 29)


@SAME
@given(st.text("0123456789-/T:+Z~. ", max_size=24))
def test_any_text_of_the_signs_of_a_date_fits_where_the_reader_takes_it(text: str) -> None:
    fit, take = fits(Kind.DATE, text), taken(Kind.DATE, text)
    assert fit == take or (fit and "/" in text)


@pytest.mark.parametrize("hours", range(-13, 16))
def test_offsets_fit_as_far_as_there_are_zones(hours: int) -> None:
    for minutes in ("00", "01", "59", "60"):
        text = f"2025-05-10T12:00{hours:+03d}:{minutes}"
        assert fits(Kind.DATE, text) == taken(Kind.DATE, text), text


def test_addresses_that_the_reader_takes_fit_and_most_others_do_not() -> None:
    right = [
        "http://example.org",
        "HTTPS://A.B/",
        "https://exämple.org/ü?a=b&c=d#e",
        "https://[::1]/x",
        " https://a@b ",
    ]
    assert [url for url in right if not (taken(Kind.URL, url) and fits(Kind.URL, url))] == []
    wrong = [url.strip('"') for url in WRONG_URLS]
    assert {url for url in wrong if fits(Kind.URL, url)} <= {"https://example.org:99999/", "https://[::1"}
    assert fits(Kind.ADDRESS, "https://example.org/desk/")
    assert not fits(Kind.ADDRESS, "https://example.org/?desk")


@SAME
@given(st.text("htps:/?#@[].a1 <\\", max_size=20).map("https://".__add__))
def test_every_address_that_the_reader_takes_fits(url: str) -> None:
    for kind in (Kind.URL, Kind.ADDRESS):
        assert fits(kind, url) or not taken(kind, url)


@SAME
@given(st.sampled_from([Kind.LANG, Kind.COUNTRY, Kind.QID]), st.text("enNOQ0129- -_", max_size=9))
def test_codes_fit_where_the_reader_takes_them(kind: Kind, text: str) -> None:
    assert fits(kind, text) == taken(kind, text)


def test_every_country_fits() -> None:
    assert all(fits(Kind.COUNTRY, code) for code in COUNTRIES)


@SAME
@given(st.text("ab1-C_ ./", max_size=8) | st.sampled_from(["con", "lpt1", "constitution", "x" * 100, "x" * 101]))
def test_ids_that_are_defined_or_typed_fit_where_the_reader_takes_them(text: str) -> None:
    rule = own_id()
    fit = re.search(rule["pattern"], text) is not None and len(text) <= rule["maxLength"]
    assert fit == _is_slug(text)
    assert fits(Kind.SLUG, text) == taken(Kind.SLUG, text)


def _is_slug(text: str) -> bool:
    try:
        slug(text)
    except Refused:
        return False
    return True


@pytest.mark.parametrize("kind", [Kind.ACTOR, Kind.PROPOSAL, Kind.SOURCE, Kind.ITEM, Kind.CONDITION])
def test_references_have_the_form_of_an_id(kind: Kind) -> None:
    assert all(fits(kind, text) for text in ("reed", "2025-report", " reed "))
    assert not any(fits(kind, text) for text in ("Reed", "reed,council", "[[reed]]", "../reed", "a/b/c", "ré", ""))
    assert fits(kind, "city/bridge") == (kind is not Kind.ACTOR)
    assert fits(kind, "after the vote") == (kind is Kind.CONDITION)
    assert fits(kind, "why_it_matters") == (kind is Kind.ITEM)
