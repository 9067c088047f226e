"""Text becomes a typed value by the kind that stands under its key, or is refused with what is right."""

import pytest

from parley.model.dates import day
from parley.model.keys import Kind
from parley.read.values import COUNTRIES, LONGEST, Refused, odd_letter, slug, typed


def refused(kind: Kind, text: str) -> str:
    with pytest.raises(Refused) as told:
        typed(kind, text, "UTC")
    return f"{told.value.found}; {told.value.expected}"


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.TEXT, "  one\n  two  ", "one two"),
        (Kind.LINE, "one\n\ntwo\n", "one two"),
        (Kind.PROSE, "\none\n\n  two\n", "one\n\n  two"),
        (Kind.DATE, " 2025-05-11 ", day("2025-05-11")),
        (Kind.BOOL, "true", True),
        (Kind.BOOL, "false", False),
        (Kind.URL, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (Kind.LANG, "sr-Latn-RS", "sr-Latn-RS"),
        (Kind.COUNTRY, "NO", "NO"),
        (Kind.QID, "Q7747", "Q7747"),
        (Kind.ZONE, "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        (Kind.ZONE, "Etc/GMT+3", "Etc/GMT+3"),
        (Kind.COLOUR, "#7A1f3d", "#7a1f3d"),
        (Kind.COLOUR, "008080", "#008080"),
        (Kind.ADDRESS, "https://example.org/briefs", "https://example.org/briefs/"),
        (Kind.SLUG, "istanbul-talks", "istanbul-talks"),
        (Kind.ACTOR, "anything, for it is looked up", "anything, for it is looked up"),
    ],
)
def test_a_value_is_typed_by_its_kind(kind, text, value):
    assert typed(kind, text, "UTC") == value


def test_a_time_without_a_zone_is_of_the_sites_zone():
    assert typed(Kind.DATE, "2025-05-11T01:30", "Europe/Kyiv").utc_minute == -90


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        (Kind.DATE, "10 May 2025", '"10 May 2025", which is not a date; write 2025-05-10'),
        (Kind.BOOL, "yes", '"yes"; write true'),
        (Kind.BOOL, "Off", '"Off"; write false'),
        (Kind.BOOL, "TRUE", '"TRUE"; write true'),
        (Kind.BOOL, "maybe", '"maybe"; write true or false'),
        (Kind.URL, "www.example.org/x", '"www.example.org/x"; write https://www.example.org/x'),
        (
            Kind.URL,
            "javascript:alert(1)",
            '"javascript:alert(1)"; write an address that begins with https:// or http://',
        ),
        (Kind.ADDRESS, "https://example.org/?a", '"https://example.org/?a"; write the address without ? and #'),
        (Kind.LANG, "English", '"English"; write en'),
        (Kind.LANG, "Elvish tongue", '"Elvish tongue"; write a language tag such as en or pt-BR'),
        (Kind.COUNTRY, "UK", '"UK"; write GB'),
        (Kind.COUNTRY, "tr", '"tr"; write TR'),
        (Kind.COUNTRY, "Turkey", '"Turkey"; write TR'),
        (Kind.QID, "458", '"458"; write Q458'),
        (Kind.COLOUR, "teal", '"teal"; write a colour such as 0f5c6e, in six hexadecimal digits'),
        (Kind.COLOUR, "#f80", '"#f80"; write ff8800'),
        (Kind.ZONE, "Kyiv", '"Kyiv"; write Europe/Kyiv'),
        (Kind.ZONE, "new york", '"new york"; write America/New_York'),
        (Kind.ZONE, "localtime", '"localtime"; write a time zone such as Europe/Kyiv'),
        (Kind.ZONE, "../../etc/passwd", '"../../etc/passwd"; write a time zone such as Europe/Kyiv'),
        (Kind.ZONE, "A" * 5000, f'"{"A" * 77}..."; write a time zone such as Europe/Kyiv'),
        (Kind.TEXT, "x" * 2001, "2,001 characters; at most 2,000 stand here"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_is_right(kind, text, message):
    assert refused(kind, text) == message


@pytest.mark.parametrize("kind", LONGEST)
def test_a_text_may_be_as_long_as_its_kind_allows(kind):
    assert len(typed(kind, "x" * LONGEST[kind], "UTC")) == LONGEST[kind]
    assert "characters" in refused(kind, "x" * (LONGEST[kind] + 1))


def test_there_are_as_many_countries_as_iso_3166_assigns():
    assert len(COUNTRIES) == 249
    assert {"UA", "RU", "TR", "GB", "NO", "XK"} - COUNTRIES == {"XK"}


@pytest.mark.parametrize("text", ["a", "1", "a-b", "2025-05-11", "x" * 100, "nullo", "com", "com10"])
def test_an_id_has_small_letters_digits_and_single_hyphens(text):
    assert slug(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Istanbul Talks", "istanbul-talks"),
        ("istanbul_talks", "istanbul-talks"),
        ("İstanbul", "istanbul"),
        ("a--b", "a-b"),
        ("-a-", "a"),
        ("../../etc/passwd", "etc-passwd"),
        ("aux", "aux-1"),
        ("x" * 101, "x" * 100),
        ("!!!", ""),
        ("путин", ""),
        ("", ""),
    ],
)
def test_what_is_no_id_is_refused_with_the_id_that_was_meant(text, meant):
    with pytest.raises(Refused) as told:
        slug(text)
    assert told.value.meant == meant
    assert told.value.code == "bad-id"
    if meant:
        assert slug(meant) == meant


def test_a_letter_that_only_looks_right_is_named():
    assert odd_letter("putin") == ""
    assert odd_letter("Erdoğan 1-2") == ""
    assert odd_letter("put\u0456n") == ', with the letter "\u0456" (cyrillic small letter byelorussian-ukrainian i)'
