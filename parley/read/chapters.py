"""The folders of Markdown that ``pages`` in ``site.yaml`` names -> sections, with every problem at its place.

A section's index says which pages there are, and in which order: those that it links to, whether they lie in the folder
or elsewhere below the site's root. Refused are pages without a title, two pages of one address, and links that lead to
no page. A Markdown file in the folder that the index does not name is told and left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from parley.model.chapter import INDEX, TAKEN, Chapter, Section, file_meant
from parley.model.link_addresses import MAY_LEAD, astray
from parley.model.markdown import found_in, title_of
from parley.model.places import SETTINGS
from parley.model.problem import Place, quoted
from parley.model.settings import Settings
from parley.read.chapter_files import OUTSIDE, PAGE, Sections, anchors_of, inside, parted, tell_of, there, written_in
from parley.read.chapter_translations import every, in_language, tell_absent, tell_strays, translation
from parley.read.values import Refused, slug

AWAY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")  # an address with a scheme (RFC 3986, 3.1), or of another host


def sections(root: Path, settings: Settings, places: Mapping[str, tuple[int, int]]) -> Sections:
    """The sections of the folders that the ``settings`` name (address -> folder below ``root``), in all languages of
    the site; ``places`` are those of the settings' keys."""
    found = Sections()
    made = [_section(root, id_, folder, Place(SETTINGS, *places.get(f"pages.{id_}", (0, 0))), found)
            for id_, folder in settings.pages.items()]  # fmt: skip
    found.sections = tuple(section for section in made if section)
    _check_all(root, found.sections, found)
    done: dict[str, dict[str, Chapter]] = {lang: {} for lang in settings.languages}
    for chapter in every(found.sections):
        for lang, those in done.items():
            if made_of_it := translation(root, chapter, lang, settings.language, found):
                those[chapter.file] = made_of_it
    for lang, those in done.items():
        found.editions[lang] = in_language(found.sections, those, done, settings.language)
        _check_all(root, found.editions[lang], found)
        tell_absent(found, [each.file for each in every(found.sections) if each.file not in those], lang, places)
    tell_strays(root, settings, found)
    found.sections = in_language(found.sections, {}, done, "")
    return found


def _check_all(root: Path, sections: tuple[Section, ...], found: Sections) -> None:
    """The links of all pages in one language but those that stand as in the original, which are looked at there. A
    translation that lags behind its original is no fault of those that link to a heading there."""
    anchors = {each.file: frozenset(each.anchors) for each in every(found.sections)}
    for each in every(sections):
        anchors[each.file] = anchors[each.original or each.file].union(each.anchors)
    for chapter in every(sections):
        if not chapter.lang or chapter.original:
            _check(root, chapter, anchors, found)


def _section(root: Path, id_: str, folder: str, place: Place, found: Sections) -> Section | None:
    path = file_meant(folder.strip("/") or ".", "")
    found.sources.append(root / path)
    if id_ in TAKEN:
        tell_of(found, place, "pages-address", f'the address "{id_}", which the site itself has', "choose another word")
        return None
    if not inside(root, path):
        tell_of(found, place, "pages-folder", f"{quoted(folder)}, outside the site's folder", "name a folder below it")
        return None
    if not (root / path / INDEX).is_file():
        expected = f"make {path}/{INDEX}: a title, and links to the other pages in their order"
        tell_of(found, place, "pages-folder", f"no {INDEX} in {quoted(folder)}", expected)
        return None
    if not inside(root, f"{path}/{INDEX}"):
        tell_of(found, Place(f"{path}/{INDEX}"), "link-outside", OUTSIDE, "copy the file here")
        return None
    index = _chapter(root, f"{path}/{INDEX}", "", found)
    if index is None:
        return None
    chapters = {"": index}
    for file, line, column in _named(root, index):
        try:
            name = slug(Path(file).stem)
        except Refused as refused:
            found.lost.add(file)
            here = Place(index.file, line, column)
            tell_of(found, here, "bad-file-name", f"the file name {refused.found}", refused.expected)
            continue
        if name in chapters:
            found.lost.add(file)
            what = f'a second page named "{name}" (the first is {chapters[name].file})'
            tell_of(found, Place(index.file, line, column), "same-page", what, "rename one of the two files")
        elif chapter := _chapter(root, file, name, found):
            chapters[name] = chapter
    _tell_unlisted(root / path, path, {index.file, *(file for file, _, _ in _named(root, index))}, found)
    return Section(id=id_, chapters=tuple(chapters.values()))


def _named(root: Path, index: Chapter) -> list[tuple[str, int, int]]:
    """The pages that an index links to, each once, with the place of the link; only those that are there. The index of
    another section stays there."""
    seen: dict[str, tuple[str, int, int]] = {}
    for link in found_in(index.text):
        target = link.text.partition("#")[0]
        if link.kind == "link" and target.endswith(PAGE) and not AWAY.match(target):
            file = file_meant(target, index.file)
            if Path(file).name != INDEX and inside(root, file) and there(root / file):
                seen.setdefault(file, (file, *_place(index.text, link.start)))
    return list(seen.values())


def _chapter(root: Path, file: str, name: str, found: Sections) -> Chapter | None:
    """The page in ``file``."""
    found.sources.append(root / file)
    if (written := written_in(root, file, found)) is None:
        return None
    title, text = parted(written)
    if not title:
        found.lost.add(file)
        expected = 'begin it with "# " and the title'
        tell_of(found, Place(file, title_of(written)[1], 1), "no-title", "a page without a title", expected)
        return None
    return Chapter(slug=name, file=file, title=title, text=text, anchors=anchors_of(text))


def _tell_unlisted(folder: Path, path: str, known: set[str], found: Sections) -> None:
    for each in sorted(folder.glob(f"*{PAGE}")):
        file = f"{path}/{each.name}"
        if file_meant(file, "") not in known and not each.name.startswith("."):
            expected = f"link to it from {path}/{INDEX}, or take it out of the folder"
            what = "a page that the index does not name: it is not shown"
            tell_of(found, Place(file), "unlisted-page", what, expected, "warning")


def _check(root: Path, chapter: Chapter, anchors: Mapping[str, frozenset[str]], found: Sections) -> None:
    """The links and the HTML of one page."""
    written = list(found_in(chapter.text))
    for each in written:
        place = Place(chapter.file, *_place(chapter.text, each.start))
        if each.kind == "tag":
            what, expected = f"HTML, {quoted(each.text)}, which is shown as text", "write Markdown, or put it in `...`"
            tell_of(found, place, "page-html", what, expected, "warning")
        elif each.kind == "apart":
            what = f"a link whose address stands apart, {quoted(each.text)}"
            tell_of(found, place, "page-link", what, "write [words](address) where the words are")
        elif _lost(chapter, each.text, found) or AWAY.match(each.text):
            continue  # what may not be linked to is told below
        elif fault := _fault(root, chapter, each.text, anchors):
            tell_of(found, place, "page-link", f"a link to {quoted(each.text)}, {fault[0]}", fault[1])
    for address, at in astray(chapter.text):
        if not any(each.kind == "apart" and each.start <= at < each.end for each in written):  # which is told already
            place = Place(chapter.file, *_place(chapter.text, at))
            tell_of(found, place, "bad-link", f"a link to {quoted(address)}", MAY_LEAD)


def _lost(chapter: Chapter, target: str, found: Sections) -> bool:
    return file_meant(target.partition("#")[0], chapter.file) in found.lost


def _fault(root: Path, chapter: Chapter, target: str, anchors: Mapping[str, frozenset[str]]) -> tuple[str, str] | None:
    """What is wrong with a link, and what would be right."""
    path, _, anchor = target.partition("#")
    file = file_meant(path, chapter.file)
    if file not in anchors:
        if "\0" in file:  # typed as %00
            return "which is not there", "mend the name, or remove the link"
        if not inside(root, file):
            return "which is outside the site's folder", "link to a page below it, or to a full address (https://...)"
        if not there(root / file):
            return "which is not there", "mend the name, or remove the link"
        return "which is no page of the site", "name it in the index, or remove the link"
    if anchor and anchor not in anchors[file]:
        near = (
            f"the headings there are {', '.join(sorted(anchors[file])[:8])}" if anchors[file] else "it has no headings"
        )
        return "a heading that is not there", near
    return None


def _place(written: str, at: int) -> tuple[int, int]:
    return written.count("\n", 0, at) + 1, at - written.rfind("\n", 0, at)
