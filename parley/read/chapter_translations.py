"""The translations of a site's own pages, each in a file beside its original, and what is wrong with them: what is
missing, what translates no page, and what has other headings than its original has now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from parley.model.chapter import Chapter, Section, file_in
from parley.model.forms import LANG
from parley.model.markdown import Heading, blocks, plain
from parley.model.places import SETTINGS, nearest
from parley.model.problem import Place, quoted
from parley.model.settings import Settings
from parley.read.chapter_files import OUTSIDE, PAGE, Sections, anchors_of, inside, parted, tell_of, there, written_in

UNTIL = "until then readers see the original"
MOST = 4  # files that are named in a message


def every(sections: Iterable[Section]) -> Iterator[Chapter]:
    return (chapter for section in sections for chapter in section.chapters)


def in_language(
    sections: tuple[Section, ...], those: Mapping[str, Chapter], done: Mapping[str, Mapping[str, Chapter]], lang: str
) -> tuple[Section, ...]:
    """``sections`` with ``those`` pages, by the file of the original, in place of the originals, which are in ``lang``;
    each with the languages that there are of it (``done``)."""

    def told(chapter: Chapter) -> Chapter:
        languages = tuple(each for each, translated in done.items() if chapter.file in translated)
        return replace(those.get(chapter.file) or replace(chapter, lang=lang), translations=languages)

    return tuple(replace(section, chapters=tuple(map(told, section.chapters))) for section in sections)


def translation(root: Path, chapter: Chapter, lang: str, original: str, found: Sections) -> Chapter | None:
    """The translation of ``chapter``, whose language is ``original``, into ``lang``, if there is one.

    Its headings are linked to by the anchors of the original, so that links are written the same in all languages.
    """
    file = file_in(chapter.file, lang)
    found.sources.append(root / file)
    if not there(root / file):
        return None
    if not inside(root, file):
        tell_of(found, Place(file), "link-outside", OUTSIDE, "copy the file here")
        return None
    if (written := written_in(root, file, found)) is None:
        return None
    title, text = parted(written)
    if title in ("", chapter.title) and text.strip() == chapter.text.strip():
        what, expected = "a page that is the original, word for word", f"translate it; {UNTIL}"
        tell_of(found, Place(file), "translation-missing", what, expected, "warning")
        return None
    if not title:
        what, expected = "1 of 2 texts is not translated: its title", f'begin it with "# " and the title; {UNTIL}'
        tell_of(found, Place(file), "translation-missing", what, expected, "warning")
    levels, wanted = _levels(text), _levels(chapter.text)
    if levels != wanted:
        what = f"a translation with other headings ({_shown(levels)}) than its original ({_shown(wanted)})"
        tell_of(found, Place(file), "translation-stale", what, "bring it up to date: a heading for each", "warning")
    return Chapter(
        slug=chapter.slug,
        file=file,
        title=title or chapter.title,
        text=text,
        anchors=chapter.anchors if levels == wanted else anchors_of(text),
        lang=lang,
        original=chapter.file,
        foreign={} if title else dict.fromkeys((chapter.title, plain(chapter.title)), original),
    )


def _levels(text: str) -> list[int]:
    return [block.level for block in blocks(text) if isinstance(block, Heading)]


def _shown(levels: list[int]) -> str:
    return " ".join("#" * level for level in levels) or "none"


def tell_absent(found: Sections, files: list[str], lang: str, places: Mapping[str, tuple[int, int]]) -> None:
    """One problem for all pages that there are no translations of."""
    missing = [file for file in files if not any(p.place.file == file_in(file, lang) for p in found.problems)]
    if missing:
        more = f" and {len(missing) - MOST} more" if len(missing) > MOST else ""
        what = f"no translation into {lang} of {', '.join(missing[:MOST])}{more}"
        place = nearest(SETTINGS, places, "pages")
        tell_of(
            found, place, "translation-missing", what, f"write one ({file_in(missing[0], lang)}); {UNTIL}", "warning"
        )


def tell_strays(root: Path, settings: Settings, found: Sections) -> None:
    """Translations of pages that there are none of, or into other languages than those of the site, among the files
    that no index names."""
    pages = {each.file for each in every(found.sections)}
    for problem in [each for each in found.problems if each.code == "unlisted-page"]:
        file = problem.place.file
        stem, _, lang = file.removesuffix(PAGE).rpartition(".")
        original = f"{stem}{PAGE}"
        if not LANG.fullmatch(lang) or not (original in pages or lang in settings.languages):
            continue
        found.problems.remove(problem)
        if original not in pages and original not in found.lost and not there(root / original):
            what = f"a translation of {quoted(original)}, and there is no such page"
            expected = f"a translation is called as its original is, with .{lang} before {PAGE}"
            tell_of(found, problem.place, "translation-misfit", what, expected)
        elif lang not in settings.languages:
            what = f'a translation into "{lang}", which is not a language of the site'
            expected = f'write "languages: [{", ".join([*settings.languages, lang])}]" in {SETTINGS}'
            tell_of(found, problem.place, "translation-language", what, expected, "warning")
