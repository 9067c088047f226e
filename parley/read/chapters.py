"""The folders of Markdown that ``pages`` in ``site.yaml`` names -> sections, with every problem at its place.

A section's index says which pages there are, and in which order: those that it links to, whether they lie in the folder
or elsewhere below the site's root. Refused are pages without a title, two pages of one address, and links that lead to
no page. A Markdown file in the folder that the index does not name is told and left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from parley.model.chapter import INDEX, TAKEN, Chapter, Section, file_meant
from parley.model.link_addresses import MAY_LEAD, astray
from parley.model.markdown import Heading, blocks, found_in, title_of
from parley.model.problem import Place, Problem, Severity, quoted
from parley.read.text import MAX_BYTES, text
from parley.read.values import Refused, slug

AWAY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")  # an address with a scheme (RFC 3986, 3.1), or of another host
PAGE = ".md"
OUTSIDE = "a link to a file outside the site's folder"


class Sections(msgspec.Struct):
    """What came of all folders, and the sources to watch.

    ``lost`` are pages that are there and can't be shown; what leads to them is no fault of its own.
    """

    sections: tuple[Section, ...] = ()
    problems: list[Problem] = []
    sources: list[Path] = []
    lost: set[str] = set()


def sections(root: Path, folders: Mapping[str, str], places: Mapping[str, tuple[int, int]]) -> Sections:
    """The sections of ``folders`` (address -> folder below ``root``); ``places`` are those of the settings' keys."""
    found = Sections()
    made = [_section(root, id_, folder, Place("site.yaml", *places.get(f"pages.{id_}", (0, 0))), found)
            for id_, folder in folders.items()]  # fmt: skip
    found.sections = tuple(section for section in made if section)
    anchors = {chapter.file: _anchors(chapter) for section in found.sections for chapter in section.chapters}
    for section in found.sections:
        for chapter in section.chapters:
            _check(root, chapter, anchors, found)
    return found


def _section(root: Path, id_: str, folder: str, place: Place, found: Sections) -> Section | None:
    path = file_meant(folder.strip("/") or ".", "")
    found.sources.append(root / path)
    if id_ in TAKEN:
        _tell(found, place, "pages-address", f'the address "{id_}", which the site itself has', "choose another word")
        return None
    if not _inside(root, path):
        _tell(found, place, "pages-folder", f"{quoted(folder)}, outside the site's folder", "name a folder below it")
        return None
    if not (root / path / INDEX).is_file():
        expected = f"make {path}/{INDEX}: a title, and links to the other pages in their order"
        _tell(found, place, "pages-folder", f"no {INDEX} in {quoted(folder)}", expected)
        return None
    if not _inside(root, f"{path}/{INDEX}"):
        _tell(found, Place(f"{path}/{INDEX}"), "link-outside", OUTSIDE, "copy the file here")
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
            _tell(found, here, "bad-file-name", f"the file name {refused.found}", refused.expected)
            continue
        if name in chapters:
            found.lost.add(file)
            what = f'a second page named "{name}" (the first is {chapters[name].file})'
            _tell(found, Place(index.file, line, column), "same-page", what, "rename one of the two files")
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
            if Path(file).name != INDEX and _inside(root, file) and _there(root / file):
                seen.setdefault(file, (file, *_place(index.text, link.start)))
    return list(seen.values())


def _chapter(root: Path, file: str, name: str, found: Sections) -> Chapter | None:
    """The page in ``file``; its text keeps its lines, so that places stay true, with an empty one for the title."""
    found.sources.append(root / file)
    try:
        with (root / file).open("rb") as opened:
            written = text(opened.read(MAX_BYTES + 1), file, found.problems)
    except OSError as error:
        found.lost.add(file)
        what = f"a file that can't be read ({error.strerror})"
        _tell(found, Place(file), "unreadable", what, "check its permissions")
        return None
    if written is None:
        found.lost.add(file)
        return None
    title, line = title_of(written)
    if not title:
        found.lost.add(file)
        expected = 'begin it with "# " and the title'
        _tell(found, Place(file, line, 1), "no-title", "a page without a title", expected)
        return None
    lines = written.split("\n")
    lines[line - 1] = ""
    return Chapter(slug=name, file=file, title=title, text="\n".join(lines))


def _tell_unlisted(folder: Path, path: str, known: set[str], found: Sections) -> None:
    for each in sorted(folder.glob(f"*{PAGE}")):
        file = f"{path}/{each.name}"
        if file_meant(file, "") not in known and not each.name.startswith("."):
            expected = f"link to it from {path}/{INDEX}, or take it out of the folder"
            _tell(found, Place(file), "unlisted-page", "a page that the index does not name: it is not shown", expected,
                  "warning")  # fmt: skip


def _check(root: Path, chapter: Chapter, anchors: Mapping[str, frozenset[str]], found: Sections) -> None:
    """The links and the HTML of one page."""
    written = list(found_in(chapter.text))
    for each in written:
        place = Place(chapter.file, *_place(chapter.text, each.start))
        if each.kind == "tag":
            what, expected = f"HTML, {quoted(each.text)}, which is shown as text", "write Markdown, or put it in `...`"
            _tell(found, place, "page-html", what, expected, "warning")
        elif each.kind == "apart":
            what = f"a link whose address stands apart, {quoted(each.text)}"
            _tell(found, place, "page-link", what, "write [words](address) where the words are")
        elif _lost(chapter, each.text, found) or AWAY.match(each.text):
            continue  # what may not be linked to is told below
        elif fault := _fault(root, chapter, each.text, anchors):
            _tell(found, place, "page-link", f"a link to {quoted(each.text)}, {fault[0]}", fault[1])
    for address, at in astray(chapter.text):
        if not any(each.kind == "apart" and each.start <= at < each.end for each in written):  # which is told already
            place = Place(chapter.file, *_place(chapter.text, at))
            _tell(found, place, "bad-link", f"a link to {quoted(address)}", MAY_LEAD)


def _lost(chapter: Chapter, target: str, found: Sections) -> bool:
    return file_meant(target.partition("#")[0], chapter.file) in found.lost


def _fault(root: Path, chapter: Chapter, target: str, anchors: Mapping[str, frozenset[str]]) -> tuple[str, str] | None:
    """What is wrong with a link, and what would be right."""
    path, _, anchor = target.partition("#")
    file = file_meant(path, chapter.file)
    if file not in anchors:
        if "\0" in file:  # typed as %00
            return "which is not there", "mend the name, or remove the link"
        if not _inside(root, file):
            return "which is outside the site's folder", "link to a page below it, or to a full address (https://...)"
        if not _there(root / file):
            return "which is not there", "mend the name, or remove the link"
        return "which is no page of the site", "name it in the index, or remove the link"
    if anchor and anchor not in anchors[file]:
        near = (
            f"the headings there are {', '.join(sorted(anchors[file])[:8])}" if anchors[file] else "it has no headings"
        )
        return "a heading that is not there", near
    return None


def _anchors(chapter: Chapter) -> frozenset[str]:
    return frozenset(block.anchor for block in blocks(chapter.text) if isinstance(block, Heading))


def _inside(root: Path, path: str) -> bool:
    """Whether ``path`` lies below ``root``, wherever links of the disk lead."""
    if "\0" in path:  # a name that no disk could have leads nowhere
        return True
    top = os.path.realpath(root)
    return Path(os.path.realpath(root / path)).is_relative_to(top) and not path.startswith(("..", "/"))


def _there(path: Path) -> bool:
    """Whether there is a file at ``path``; at a name that no disk could have, there is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _place(written: str, at: int) -> tuple[int, int]:
    return written.count("\n", 0, at) + 1, at - written.rfind("\n", 0, at)


def _tell(found: Sections, place: Place, code: str, what: str, expected: str, severity: Severity = "error") -> None:
    found.problems.append(Problem(place, code, what, expected, severity))
