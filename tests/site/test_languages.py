"""Pages speak the language of their brief or else of the site, in what is written for readers and what is read by
programs; English sites are as they were."""

from __future__ import annotations

import json
import re
from pathlib import Path

import lxml.html
import pytest

from parley.words.tongue import LANGUAGES, spoken
from tests.sites import FILES, STORY, site_from

SITE = "name: The Desk\naddress: https://desk.example/\nlanguage: {lang}\n"
NAMES = re.compile(r"\b(?:Alder|Ann Reed|The bridge|Minutes|Keep the bridge open|The engineer reports)\b")
# English words of the interface that stand in no name and no text of the story above, with both ends.
ENGLISH = re.compile(
    r"\b(?:Briefs|Actors|Timeline|Search|Proposals|Rejections|Rejected|Updated|Published|Answer|Next steps|"
    r"Where things stand|On this page|Who stands where|Skip to|You are here|How we work|rejected it|Copy)\b"
)


def site(folder: Path, lang: str, **briefs: str) -> dict[str, str]:
    """The site in ``lang`` with the bridge's brief and others like it: slug -> language."""
    files = dict(FILES) | {"site.yaml": SITE.format(lang=lang)}
    for slug, own in briefs.items():
        text = re.sub(r"^actors:\n(?:  .*\n)+", "", STORY, flags=re.MULTILINE)
        files[f"briefs/{slug}.yaml"] = text.replace("title: The bridge", f"title: The bridge\nlang: {own}", 1)
    return site_from(folder, files)


def html(text: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(text.encode())


def visible(body: str) -> str:
    """The words of a page that a reader sees or hears."""
    page = html(body)
    for gone in page.xpath("//script | //style | //code | //textarea | //dl[contains(@class, 'columns-of-data')]"):
        gone.drop_tree()
    told = [page.text_content()]
    told += page.xpath("//@aria-label | //@placeholder | //svg//title/text() | //@data-none | //@data-copied")
    return NAMES.sub("", " ".join(map(str, told)))


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_no_page_of_a_site_in_another_language_has_words_of_the_english_interface(lang: str, tmp_path: Path) -> None:
    faults = {}
    files = site(tmp_path, lang)
    pages = [path for path in files if path.endswith(".html") and not path.startswith(("style/", "data/"))]
    for path in pages:
        if found := sorted(set(ENGLISH.findall(visible(files[path])))):
            faults[path] = found
        if 'http-equiv="refresh"' not in files[path]:
            page = html(files[path])
            assert page.get("lang") == lang, path
            assert page.get("dir") == ("rtl" if lang == "ar" else "ltr")
    assert len(pages) > 10
    assert not faults


def test_a_brief_speaks_its_own_language_and_the_site_its_own(tmp_path: Path) -> None:
    files = site(tmp_path, "en", brucke="de")
    german, english = (files[f"briefs/{slug}/index.html"] for slug in ("brucke", "bridge"))
    assert 'lang="de"' in german
    assert ">Was geschah" in german
    assert "2. Mai 2025" in german
    assert "2 May 2025" not in visible(german)
    assert ">What happened" in english
    assert "2. Mai 2025" not in english
    proposal = files["proposals/brucke/keep-open/index.html"]
    assert "Abgelehnt" in proposal
    assert "Rejected" not in visible(proposal)
    home = files["index.html"]
    assert "Coming up" in home
    assert "Mai 2025" not in home


def test_what_many_pages_share_is_said_on_each_in_its_own_language(tmp_path: Path) -> None:
    """Dates, badges, reasons and the menu are remembered while pages are made: in each language by itself."""
    files = site(tmp_path, "uk", deutsch="de", english="en-GB")
    for slug, menu, badge in (("bridge", "Огляди", "Відхилено"), ("deutsch", "Dossiers", "Abgelehnt"),
                              ("english", "Briefs", "Rejected")):  # fmt: skip
        page = html(files[f"briefs/{slug}/index.html"])
        assert page.xpath("string(//header//nav//li[1])") == menu
        assert badge in page.xpath("string(//*[@class='badge'][@data-status='rejected'])")
    assert spoken().code == "en"


def test_a_language_that_is_not_spoken_here_gets_the_interface_of_the_site(tmp_path: Path) -> None:
    files = site(tmp_path, "fr", most="pl")
    page = html(files["briefs/most/index.html"])
    assert page.get("lang") == "pl"
    assert page.xpath("string(//header//nav//li[1])") == "Dossiers"
    polish = site(tmp_path / "pl", "pl")
    assert ">What happened" in polish["briefs/bridge/index.html"]


def test_filters_of_the_search_have_one_word_for_the_whole_site(tmp_path: Path) -> None:
    files = site(tmp_path, "uk", deutsch="de")
    for slug in ("bridge", "deutsch"):
        page = html(files[f"briefs/{slug}/index.html"])
        facets = {(meta.get("name"), meta.get("content")) for meta in page.xpath("//meta[@data-pagefind-filter]")}
        assert {("kind", "Огляд"), ("status", "Відхилено")} <= facets


def test_feeds_calendars_and_linked_data_speak_the_language_too(tmp_path: Path) -> None:
    files = site(tmp_path, "de")
    assert "Schritte" in files["next-steps.ics"].replace("\r\n ", "")
    assert 'xml:lang="de"' in files["briefs/bridge/feed.xml"]
    assert "aktualisiert" in files["feed.xml"]
    page = html(files["proposals/bridge/keep-open/index.html"])
    linked = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))
    assert "Abgelehnt" in json.dumps(linked, ensure_ascii=False)
    rows = json.loads(files["data/proposals.json"])
    assert rows[0]["status"] == "rejected", "ids in data files are words of the format, in no language"


def test_a_site_as_of_a_day_says_that_day_in_its_language(tmp_path: Path) -> None:
    files = site_from(tmp_path, dict(FILES) | {"site.yaml": SITE.format(lang="es")}, as_of="2025-06-01")
    home = files["index.html"]
    assert "Tal como estaba el 1 de junio de 2025." in home
