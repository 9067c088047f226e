"""Translations of the site's own pages: what is taken of them, and what is told of those that lack something."""

from pathlib import Path

import pytest

from parley.read.content import content, sources_beside
from tests.read.test_chapters import INDEX, PAGES
from tests.sites import FILES, written

SITE = "name: The Desk\nlanguages: [de]\npages:\n  about-us: pages/us\n"
GERMAN = {
    "pages/us/index.de.md": "# Über uns\n\nVier Leute. [Geld](../money.md#who-pays), [so](sources.de.md)\n",
    "pages/us/sources.de.md": "# Unsere Quellen\n\n[Wir](index.md).\n",
    "pages/money.de.md": "# Geld\n\n## Wer zahlt\n\nLeser.\n",
}


def read(folder: Path, **changes: str):
    """The site with its own pages in two languages, some of them changed (``__`` for a slash, ``_`` for a dot)."""
    renamed = {name.replace("__", "/").replace("_", "."): text for name, text in changes.items()}
    return content(written(folder, FILES | PAGES | {"site.yaml": SITE} | GERMAN | renamed))


def told(folder: Path, **changes: str) -> list[str]:
    problems = [str(problem) for problem in read(folder, **changes).problems]
    return [problem for problem in problems if not problem.startswith("site.yaml:2:12")]  # of briefs


def test_an_edition_has_the_pages_of_its_language_at_the_addresses_of_the_originals(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert told(tmp_path) == []
    (section,) = found.edition("de").sections
    assert [(section.path(each), each.title, each.lang, each.in_translation) for each in section.chapters] == [
        ("about-us/", "Über uns", "de", True),
        ("about-us/sources/", "Unsere Quellen", "de", True),
        ("about-us/money/", "Geld", "de", True),
    ]
    assert [each.anchors for each in section.chapters] == [(), (), ("who-pays",)]
    (original,) = found.sections
    assert [(each.title, each.translations) for each in original.chapters][2] == ("Money", ("de",))


@pytest.mark.parametrize("text", [INDEX, INDEX.partition("\n")[2]])
def test_a_page_that_is_still_the_original_is_not_translated(text: str, tmp_path: Path) -> None:
    found = read(tmp_path, pages__us__index_de_md=text)
    index = found.edition("de").sections[0].chapters[0]
    assert (index.title, index.lang, index.in_translation, index.translations) == ("About us", "en", False, ())
    assert told(tmp_path, pages__us__index_de_md=text) == [
        "pages/us/index.de.md:1:1: warning: a page that is the original, word for word; translate it; until then "
        "readers see the original [translation-missing]"
    ]


def test_a_title_that_is_missing_is_that_of_the_original(tmp_path: Path) -> None:
    found = read(tmp_path, pages__us__sources_de_md="[Wir](index.md).\n")
    page = found.edition("de").sections[0].chapters[1]
    assert (page.title, page.lang_of(page.title), page.lang) == ("How we choose sources", "en", "de")
    (problem,) = told(tmp_path, pages__us__sources_de_md="[Wir](index.md).\n")
    assert problem.startswith("pages/us/sources.de.md:1:1: warning: 1 of 2 texts is not translated: its title;")


def test_pages_without_a_translation_are_told_in_one_line(tmp_path: Path) -> None:
    written(tmp_path, FILES | PAGES | {"site.yaml": SITE})
    problems = [str(problem) for problem in content(tmp_path).problems]
    assert (
        "site.yaml:4:3: warning: no translation into de of pages/us/index.md, pages/us/sources.md, pages/money.md; "
        "write one (pages/us/index.de.md); until then readers see the original [translation-missing]"
    ) in problems


def test_a_heading_more_than_in_the_original_is_told_as_the_age_of_the_translation(tmp_path: Path) -> None:
    two = "# Geld\n\n## Wer\n\n### Wie\n"
    assert told(tmp_path, pages__money_de_md=two)[0] == (
        "pages/money.de.md:1:1: warning: a translation with other headings (## ###) than its original (##); bring it "
        "up to date: a heading for each [translation-stale]"
    )


def test_links_are_written_as_in_the_original(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, pages__us__sources_de_md="# Quellen\n\n[Geld](../money.md#wer-zahlt)\n")
    assert problem.startswith('pages/us/sources.de.md:3:8: error: a link to "../money.md#wer-zahlt", a heading that is')
    assert "the headings there are who-pays" in problem


def test_a_translation_of_no_page_or_into_no_language_of_the_site_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, pages__us__none_de_md="# Nichts\n", pages__us__sources_fr_md="# Rien\n") == [
        'pages/us/none.de.md:1:1: error: a translation of "pages/us/none.md", and there is no such page; a translation '
        "is called as its original is, with .de before .md [translation-misfit]",
        'pages/us/sources.fr.md:1:1: warning: a translation into "fr", which is not a language of the site; write '
        '"languages: [de, fr]" in site.yaml [translation-language]',
    ]


def test_a_name_with_a_dot_is_a_page_like_others_where_it_can_be_no_translation(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, pages__us__notes_old_md="# Old\n")
    assert problem.endswith("[unlisted-page]")


def test_what_is_watched_are_the_translations_too_there_yet_or_not(tmp_path: Path) -> None:
    written(tmp_path, FILES | PAGES | {"site.yaml": SITE})
    names = {path.relative_to(tmp_path).as_posix() for path in sources_beside(tmp_path)}
    assert names >= {"pages/us/index.de.md", "pages/us/sources.de.md", "pages/money.de.md"}
