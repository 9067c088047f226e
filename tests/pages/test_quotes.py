"""A quote leads to its words in the source."""

from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from parley.model.brief import Source
from parley.pages.desk import Desk
from parley.pages.quotes import quote, text_address
from tests.derive.builders import brief, found, library, source
from tests.pages.conftest import desk_on

PAGE = "https://news.example/a"


def sought(text: str) -> list[str]:
    """What the address asks a browser to look for."""
    directive = text_address(PAGE, text).removeprefix(f"{PAGE}#:~:text=")
    return [unquote(part) for part in directive.split(",")]


def test_a_short_quote_is_looked_for_as_a_whole_and_without_its_marks() -> None:
    assert sought("“We are ready to meet.”") == ["We are ready to meet"]


def test_of_a_long_quote_the_first_and_the_last_words_are_looked_for() -> None:
    words = [f"word{at}" for at in range(13)]
    assert sought(" ".join(words) + ".") == ["word0 word1 word2 word3 word4", "word8 word9 word10 word11 word12"]
    assert sought(" ".join(words[:12])) == [" ".join(words[:12])]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We want peace now ... and we say so", ["We want peace now", "and we say so"]),
        ("We want peace now […] and we say so", ["We want peace now", "and we say so"]),
        ("We want peace now … not … and we say so", ["We want peace now", "and we say so"]),
        ("… we want peace now …", ["we want peace now"]),
        ("I [the president] want peace, and now", ["want peace, and now"]),
        ("I ... do", ["do"]),
    ],
)
def test_what_an_editor_left_out_or_put_in_is_not_looked_for(text: str, parts: list[str]) -> None:
    assert sought(text) == parts


def test_the_signs_of_a_text_directive_are_percent_encoded() -> None:
    assert text_address(PAGE, "a-b, c & d") == f"{PAGE}#:~:text=a%2Db%2C%20c%20%26%20d"
    assert text_address(PAGE, "мир") == f"{PAGE}#:~:text=%D0%BC%D0%B8%D1%80"


def test_a_script_without_blanks_is_cut_by_letters() -> None:
    long = "停火" * 200
    assert sought(long) == [long[:40], long[-40:]]
    assert sought(long[:100]) == [long[:100]]


def test_a_fragment_stays_and_an_earlier_text_fragment_does_not() -> None:
    assert text_address(f"{PAGE}#p3", "yes") == f"{PAGE}#p3:~:text=yes"
    assert text_address(f"{PAGE}#:~:text=no", "yes") == f"{PAGE}#:~:text=yes"


@pytest.mark.parametrize("text", ["...", "“”", "[laughs]"])
def test_where_there_is_nothing_to_look_for_the_address_is_as_it_was(text: str) -> None:
    assert text_address(PAGE, text) == PAGE


def desk(*sources: Source) -> Desk:
    world = library(brief(*sources))
    return Desk(world, found(world), desk_on("2025-05-12").dressing)


def test_the_source_of_a_quote_is_the_first_with_an_address_in_its_language() -> None:
    plain = replace(source("plain"), url="", publisher="Plain")
    foreign = replace(source("foreign"), url="https://foreign.example/", lang="ru", publisher="Foreign")
    own = replace(source("own"), url=PAGE, publisher="", title="Own", archived="https://kept.example/a")
    world = desk(plain, foreign, own)
    ids = ("story/plain", "story/foreign", "story/own")

    told = quote(world, "story", "Yes, we do.", ids)
    assert told
    assert (told.publisher, told.where) == ("Own", f"{PAGE}#:~:text=Yes%2C%20we%20do")
    assert told.kept == "https://kept.example/a#:~:text=Yes%2C%20we%20do"
    told = quote(world, "story", "Yes, we do.", ids[:2])
    assert told
    assert (told.publisher, told.kept) == ("Foreign", "")


def test_a_quote_without_an_address_has_no_link_and_no_words_no_quote() -> None:
    world = desk(replace(source("plain"), url=""))
    told = quote(world, "story", "Yes.", ("story/plain",))
    assert told
    assert (told.text, told.publisher, told.where, told.kept) == ("Yes.", "", "", "")
    assert quote(world, "story", "", ("story/plain",)) is None


def test_a_kept_copy_stands_in_for_a_source_without_an_address() -> None:
    world = desk(replace(source("gone"), url="", archived="https://kept.example/a", publisher="Gone"))
    told = quote(world, "story", "Yes.", ("story/gone",))
    assert told
    assert (told.where, told.kept, told.publisher) == ("", "https://kept.example/a#:~:text=Yes", "Gone")
