"""A file of a translation: words by place, and what may not stand in it, told where it stands."""

from __future__ import annotations

from parley.model.overlay import SAME
from parley.read.brief import file_read
from parley.read.files import SourceFile
from parley.read.outcome import Read

DAY = "translated: 2025-05-12\n"


def read(text: str, path: str = "briefs/town.de.yaml") -> Read:
    stem = path.rpartition("/")[2].partition(".")[0]
    return file_read(SourceFile(path, text.encode(), stem, "de"), "UTC")


def told(text: str, path: str = "briefs/town.de.yaml") -> list[str]:
    return [f"{it.place.line}:{it.place.column} {it.code} {it.found}" for it in read(text, path).problems]


def test_the_words_of_a_brief_by_attribute() -> None:
    proposals = "proposals:\n  bridge:\n    title: Offen\n    terms: [Eins]\n"
    answer = "  - of: bridge\n    by: [reed, council]\n    date: 2025-05-11\n    why: Nein.\n    unless: Waffenruhe\n"
    found = read(f"{DAY}title: Die Brücke\nwho:\n  council: Entscheidet.\n{proposals}rejections:\n{answer}").overlay
    assert found
    assert (found.lang, found.translated) == ("de", "2025-05-12")
    assert found.words == {
        "title": "Die Brücke",
        "who": {"council": "Entscheidet."},
        "proposals": {"bridge": {"title": "Offen", "terms": ("Eins",)}},
        "rejections": [
            {
                "why": "Nein.",
                "unless": ("Waffenruhe",),
                SAME: {"of": "town/bridge", "by": ["reed", "council"], "date": "2025-05-11"},
            }
        ],
    }


def test_empty_keys_wait_to_be_filled_in() -> None:
    assert told(DAY + "title:\nwhat: |\n\nwho:\n  council:\nproposals:\n  bridge:\n    title:\n") == []
    assert told(DAY + "rejections:\n  - of: bridge\n    why: >-\n") == []


def test_the_shared_actors_and_the_settings() -> None:
    actors = read("reed:\n  name: Анна\n", "briefs/actors.uk.yaml").overlay
    assert actors
    assert actors.words == {"reed": {"name": "Анна"}}
    settings = read("tagline: Хто\npolicies:\n  about: Ми.\n", "site.uk.yaml").overlay
    assert settings
    assert settings.words == {"tagline": "Хто", "policies": {"about": "Ми."}}


def test_facts_are_refused_where_they_stand() -> None:
    facts = "published: 2025-05-12\nproposals:\n  bridge:\n    by: council\nsources:\n  minutes: {title: Protokoll}\n"
    assert told(DAY + facts) == [
        '2:1 translated-fact "published", which stands in the original',
        '5:5 translated-fact "by", which stands in the original',
        '6:1 translated-fact "sources", which stands in the original',
    ]
    assert told(DAY + "rejections:\n  - of: bridge\n    unless: [report, ein Wort]\n") == [
        '4:14 translated-fact "report" in "unless", which is no phrase'
    ]


def test_the_day_is_needed_in_a_brief_alone() -> None:
    assert told("title: Die Brücke\n") == ['1:1 missing-key no "translated" in the translation']
    assert told("translated:\ntitle: Die Brücke\n") == ['1:1 missing-key no "translated" in the translation']
    assert told("translated: gestern\n")[0].startswith("1:13 bad-date")
    assert told("name: Der Tisch\n", "site.de.yaml") == []


def test_wrong_keys_and_shapes_are_told() -> None:
    assert told(DAY + "titel: Die Brücke\n") == ['2:1 unknown-key unknown key "titel" in the translation']
    (hint,) = [it.expected for it in read(DAY + "publishe: x\n").problems]
    assert "published" not in hint
    assert told(DAY + "proposals: [a]\n")[0].startswith("2:12 not-a-map")
    assert told(DAY + "rejections: nein\n")[0].startswith("2:13 not-a-list")
    assert told("- a\n") == ["1:1 not-a-map a translation is a list"]


def test_links_in_prose_are_noted_as_of_the_original() -> None:
    found = read(DAY + "what: |\n  Der Rat.[^minutes] [[reed|Sie]] sprach.\n")
    assert {(one.to, one.line) for one in found.references} == {("town/minutes", 3), ("reed", 3)}


def test_an_empty_file_translates_nothing() -> None:
    found = read("")
    assert found.overlay
    assert found.overlay.words == {}
