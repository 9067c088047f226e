"""Other languages than English: the catalogues hold just what is said, and say all that it says."""

from __future__ import annotations

import re

import pytest

from parley.model.dates import day
from parley.model.page import plain
from parley.words.dates import date_words, day_words, month_words, on_words
from parley.words.sentences import listed, quoted, said
from parley.words.tongue import LANGUAGES, counted, say, speaking, spoken
from parley.words.translated import translated
from tests.words.messages import CATALOGUES, brought_up_to_date, catalogue, is_translated, messages

OTHERS = [lang for lang in LANGUAGES if lang != "en"]
SLOT = re.compile(r"\{\w+\}")


def test_there_is_a_catalogue_for_each_language_and_none_besides() -> None:
    assert sorted(path.stem for path in CATALOGUES.iterdir()) == OTHERS


@pytest.mark.parametrize("lang", OTHERS)
def test_a_catalogue_holds_every_message_and_no_other(lang: str) -> None:
    held = {message.id for message in catalogue(lang) if message.id}
    said_now = {(it.one, it.many) if it.many else it.one for it in messages()}
    assert held == said_now, "run: make words"
    assert len(held) > 400


@pytest.mark.parametrize("lang", OTHERS)
def test_every_message_is_translated_with_all_its_slots(lang: str) -> None:
    faults = []
    for message in catalogue(lang):
        if not message.id:
            continue
        if not is_translated(message):
            faults.append(f"not translated: {message.id}")
            continue
        english = message.id if isinstance(message.id, str) else message.id[1]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        wanted = sorted(SLOT.findall(english))
        for form in forms:
            if sorted(SLOT.findall(form)) != wanted and not (
                len(forms) == 6 and sorted([*SLOT.findall(form), "{n}"]) == wanted
            ):
                faults.append(f"slots: {message.id} -> {form}")
            if english.endswith(".") and not form.endswith((".", "۔")):
                faults.append(f"no full stop: {message.id} -> {form}")
    assert not faults


@pytest.mark.parametrize("lang", OTHERS)
def test_bringing_a_catalogue_up_to_date_keeps_its_translations(lang: str) -> None:
    before, after = (
        {message.id: message.string for message in it} for it in (catalogue(lang), brought_up_to_date(lang))
    )
    assert before == after


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("de", ["11. Mai 2025", "Mai 2025", "2025", "8.–10. Mai 2025", "28. April – 10. Mai 2025"]),
        ("fr", ["11 mai 2025", "mai 2025", "2025", "8–10 mai 2025", "28 avril – 10 mai 2025"]),
        (
            "es",
            ["11 de mayo de 2025", "mayo de 2025", "2025", "8–10 de mayo de 2025", "28 de abril – 10 de mayo de 2025"],
        ),
        (
            "uk",
            ["11 травня 2025 р.", "травень 2025 р.", "2025", "8–10 травня 2025 р.", "28 квітня – 10 травня 2025 р."],
        ),
        ("ar", ["11 مايو 2025", "مايو 2025", "2025", "8–10 مايو 2025", "28 أبريل – 10 مايو 2025"]),
    ],
)
def test_dates_are_written_as_the_cldr_has_them(lang: str, told: list[str]) -> None:
    typed = ("2025-05-11", "2025-05", "2025", "2025-05-08/2025-05-10", "2025-04-28/2025-05-10")
    with speaking(lang):
        assert [re.sub(r"[\u2009\u00a0\u202f]", " ", date_words(day(it))) for it in typed] == told
        assert month_words(2025, 5) == date_words(day("2025-05"))
        assert day_words(day("2025-05-11T01:30+03:00")) == date_words(day("2025-05-11"))


@pytest.mark.parametrize("lang", OTHERS)
def test_a_date_in_a_sentence_is_no_english_one(lang: str) -> None:
    with speaking(lang):
        for typed in (
            "2025-05-11",
            "2025-05",
            "2025",
            "2025-05~",
            "2025-05-08/2025-05-10",
            "2025-05-12/..",
            "2025-05/2026",
        ):
            for told in (on_words(day(typed)), date_words(day(typed))):
                assert "2025" in told
                assert not re.search(r"\b(on|around|about|from|since|May|to)\b", told)


def test_numbers_take_the_plural_of_their_language() -> None:
    with speaking("uk"):
        forms = [counted(n, "source", "sources") for n in (1, 2, 5, 21)]
    assert [form.split()[0] for form in forms] == ["1", "2", "5", "21"]
    one, few, many, again = (form.split(maxsplit=1)[1] for form in forms)
    assert one == again
    assert len({one, few, many}) == 3
    with speaking("ar"):
        assert len({counted(n, "source", "sources") for n in (0, 1, 2, 3, 11)}) == 5


def test_lists_are_joined_as_the_language_joins_them() -> None:
    told = {}
    for lang in LANGUAGES:
        with speaking(lang):
            told[lang] = plain(listed(["A", "B", "C"]))
    assert told["en"] == "A, B and C"
    assert told["de"] == "A, B und C"
    assert told["ar"] == "A وB وC"
    with speaking("fr"):
        assert plain(listed(["A", "B"], "or")) == "A ou B"


def test_titles_stand_in_the_marks_of_the_language() -> None:
    with speaking("de"):
        assert plain(quoted("Plan")) == "„Plan“"


def test_a_shortened_word_at_the_end_brings_no_second_stop() -> None:
    with speaking("uk"):
        told = plain(said("{step}, {when}.", step="Крок", when=on_words(day("2025-05-11"))))
    assert told.replace("\u202f", " ") == "Крок, 11 травня 2025 р."


def test_what_a_catalogue_lacks_is_said_in_english() -> None:
    german = translated("de")
    assert german.message("Nobody ever said this") == "Nobody ever said this"
    assert german.counted(2, "unheard thing", "unheard things") == "2 unheard things"
    with speaking("de"):
        assert say("Sources") == spoken().message("Sources") != "Sources"
