"""Editions in further languages: originals with other words, and what is told of translations."""

from __future__ import annotations

from pathlib import Path

from parley.read.content import content
from tests.sites import FILES, written

SITE = "name: The Desk\nlanguages: [de]\n"
WORDS = "translated: 2025-05-10\ntitle: Die Brücke\n"


def read(folder: Path, files: dict[str, str], site: str = SITE):
    return content(written(folder, {**FILES, "site.yaml": site, **files}))


def told(folder: Path, files: dict[str, str], site: str = SITE) -> list[str]:
    return [f"{it.place} {it.severity} {it.code} {it.found}" for it in read(folder, files, site).problems]


def test_an_edition_has_the_words_of_its_language(tmp_path: Path) -> None:
    found = read(tmp_path, {"briefs/bridge.de.yaml": WORDS, "site.de.yaml": "name: Der Tisch\n"})
    german = found.edition("de")
    (brief,) = german.briefs
    assert (brief.title, brief.lang, brief.translations) == ("Die Brücke", "de", ("de",))
    assert brief.translated
    assert brief.translated.text == "2025-05-10"
    assert brief.lang_of(brief.title) == "de"
    assert brief.lang_of(brief.summary) == brief.lang_of(brief.proposals["keep-open"].title) == "en"
    settings = german.settings
    assert (settings.name, settings.language, settings.original, settings.within) == ("Der Tisch", "de", "en", "de/")
    (original,) = found.edition("").briefs
    assert (original.title, original.lang, original.translations) == ("The bridge", "", ("de",))


def test_a_brief_without_a_translation_says_which_language_it_is_in(tmp_path: Path) -> None:
    found = read(tmp_path, {})
    (brief,) = found.edition("de").briefs
    assert (brief.title, brief.lang, brief.translated, brief.translations) == ("The bridge", "en", None, ())
    assert [problem.found for problem in found.problems] == ["no translation into de of bridge"]


def test_actors_and_settings_tell_which_of_their_texts_are_the_originals(tmp_path: Path) -> None:
    site = SITE + "tagline: We look closely\npolicies: {contact: Write.}\n"
    actors = "council: {name: Council, kind: organisation, role: It decides.}\n"
    files = {"briefs/actors.yaml": actors, "site.de.yaml": "tagline: Wir sehen hin\n"}
    german = read(tmp_path, files, site).edition("de")
    assert (german.settings.lang_of("Wir sehen hin"), german.settings.lang_of("Write.")) == ("", "en")
    assert {actor.id: actor.lang_of(actor.role) for actor in german.actors} == {"council": "en"}


def test_what_is_missing_is_told_once_for_a_file_and_once_for_a_language(tmp_path: Path) -> None:
    other = "title: Other\npublished: 2025-05-01\nwhat: It rained.\nwho: {council: Decides.}\n"
    files = {"briefs/bridge.de.yaml": WORDS, "briefs/other.yaml": other}
    missing = [line for line in told(tmp_path, files) if "translation-missing" in line]
    assert len(missing) == 2
    assert missing[0].startswith("briefs/bridge.de.yaml:1:1 warning translation-missing ")
    assert "texts are not translated: summary, what, who.council, who.traders and " in missing[0]
    assert missing[1] == "site.yaml:2:12 warning translation-missing no translation into de of other"


def test_a_translation_older_than_its_original_is_told_at_its_day(tmp_path: Path) -> None:
    def stale(day: str) -> list[str]:
        files = {"briefs/bridge.de.yaml": WORDS.replace("2025-05-10", day)}
        return [line for line in told(tmp_path, files) if "stale" in line]

    assert stale("2025-05-09") == [
        "briefs/bridge.de.yaml:1:13 warning translation-stale a translation of 2025-05-09, which is older than its "
        "original (updated 2025-05-10)"
    ]
    assert stale("2025-05-10") == []


def test_links_of_a_translation_must_lead_somewhere(tmp_path: Path) -> None:
    files = {"briefs/bridge.de.yaml": WORDS + "what: Sie[^minutes] und [[redd]].\n"}
    assert 'briefs/bridge.de.yaml:3:25 error unknown-actor unknown actor "redd"' in told(tmp_path, files)


def test_misfits_are_told_where_they_stand(tmp_path: Path) -> None:
    files = {"briefs/bridge.de.yaml": WORDS + "proposals:\n  close:\n    title: Zu\n"}
    assert 'briefs/bridge.de.yaml:4:3 error translation-misfit "close", which is not in the original' in told(
        tmp_path, files
    )


def test_a_translation_of_nothing_or_into_no_language_of_the_site(tmp_path: Path) -> None:
    files = {
        "briefs/nothing.de.yaml": WORDS,
        "briefs/bridge.fr.yaml": "nothing of this is read",
        "briefs/bridge.en.yaml": WORDS,
        "briefs/bridge.de.yaml": WORDS,
        "briefs/more/bridge.de.yaml": WORDS,
        "briefs/actors.de.yaml": "",
    }
    found = [line for line in told(tmp_path, files) if "missing" not in line]
    assert found == [
        "briefs/actors.de.yaml:1:1 error translation-misfit a translation of no actors",
        'briefs/bridge.en.yaml:1:1 error translation-language a translation into the site\'s own language, "en"',
        'briefs/bridge.fr.yaml:1:1 warning translation-language a translation into "fr", which is not a language of '
        "the site",
        'briefs/more/bridge.de.yaml:1:1 error same-slug a second translation of "bridge" (the first is '
        "briefs/bridge.de.yaml)",
        'briefs/nothing.de.yaml:1:1 error translation-misfit a translation of "nothing", and there is no such brief',
    ]


def test_languages_that_can_have_no_edition(tmp_path: Path) -> None:
    (tmp_path / "about-us").mkdir()
    (tmp_path / "about-us/index.md").write_text("# Us\n")
    found = told(tmp_path, {}, "languages: [en, de]\npages:\n  de: about-us\n")
    assert [line for line in found if "translation-language" in line] == [
        'site.yaml:1:12 error translation-language "languages" names "en", which is the language of the site itself',
        'site.yaml:1:12 error translation-language the edition in "de" has the address of a page of your own',
    ]


def test_the_translation_of_a_draft_holds_nothing_up(tmp_path: Path) -> None:
    draft = FILES["briefs/bridge.yaml"].replace("title: The bridge", "title: The bridge\ndraft: true")
    files = {
        "briefs/bridge.yaml": draft,
        "briefs/bridge.de.yaml": WORDS + "what: Und [[redd]].\nevents: []\nbackground: X\n",
    }
    found = told(tmp_path, files)
    assert len(found) >= 2
    assert not [line for line in found if " error " in line]


def test_nothing_is_told_of_translations_of_a_brief_that_could_not_be_read(tmp_path: Path) -> None:
    files = {"briefs/bridge.yaml": "title: [\n", "briefs/bridge.de.yaml": WORDS}
    assert not [line for line in told(tmp_path, files) if "briefs/bridge.de" in line]
