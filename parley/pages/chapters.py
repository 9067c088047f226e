"""The site's own pages: each chapter of each section, with its contents and the way to the next."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from parley.model.chapter import Chapter, Section, file_meant
from parley.model.markdown import Block, Code, Grid, Heading, blocks, found_in, plain
from parley.model.page import Link, Page, Prose
from parley.pages.desk import Desk
from parley.pages.facets import chapter_facets
from parley.pages.frame import frame
from parley.pages.here import Here
from parley.pages.linked.collection import collection_nodes
from parley.pages.offers import CodeSample, DataGrid, GridRow
from parley.pages.text_views import ChapterBlock, ChapterPart, ChapterView

FEWEST = 4  # headings, below which a page needs no list of contents
MOST = 30  # headings, above which the list tells those of the second level alone
LANGUAGES = {"yaml": "YAML", "sh": "Commands", "console": "Commands", "json": "JSON", "markdown": "Markdown"}


def chapter_pages(desk: Desk) -> list[Page]:
    """All pages of all sections."""
    return [_page(desk, section, at) for section in desk.library.sections for at in range(len(section.chapters))]


def described(chapter: Chapter) -> str:
    """The first paragraph of a chapter, without its signs."""
    first = next((block for block in blocks(chapter.text) if isinstance(block, str)), "")
    return plain(first.split("\n\n")[0])


def _page(desk: Desk, section: Section, at: int) -> Page:
    chapters = section.chapters
    chapter = chapters[at]
    path, title = section.path(chapter), plain(chapter.title)
    here = desk.here(2 if chapter.slug else 1)
    parts = tuple(_parts(blocks(_linked(desk, here, chapter)), chapter))

    def link(other: Chapter) -> Link:
        lang = here.differing(other.lang_of(other.title))
        return Link(text=plain(other.title), href=here.to(section.path(other)), lang=lang)

    around = frame(
        desk,
        here,
        path,
        title,
        described(chapter) or title,
        kind="chapter",
        crumbs=(link(chapters[0]),) if chapter.slug else (),
        linked=() if chapter.slug else collection_nodes(desk, path, title, described(chapter) or title),
        facets=chapter_facets(),
        teller=chapter,
    )
    view = ChapterView(
        frame=around,
        lang=here.differing(chapter.lang),
        contents=_contents(parts, here.differing(chapter.lang)),
        parts=parts,
        before=link(chapters[at - 1]) if at else None,
        after=link(chapters[at + 1]) if at + 1 < len(chapters) else None,
    )
    return Page(path=f"{path}index.html", template="pages/chapter.html", view=view)


def _contents(parts: tuple[ChapterPart, ...], lang: str) -> tuple[Link, ...]:
    headed = [part for part in parts if part.level]
    if len(headed) > MOST or any(part.level == 2 for part in headed):
        headed = [part for part in headed if part.level == 2]
    if len(headed) < FEWEST:
        return ()
    return tuple(Link(text=part.name, href=f"#{part.anchor}", lang=lang) for part in headed)


def _linked(desk: Desk, here: Here, chapter: Chapter) -> str:
    """The text of ``chapter`` with addresses of the site where it names files."""
    paths = {
        file: (section.path(each), each.anchors)
        for section in desk.library.sections
        for each in section.chapters
        for file in (each.file, each.original or each.file)
    }
    text, done, parts = chapter.text, 0, list[str]()
    for found in found_in(text):
        target, mark, anchor = found.text.partition("#")
        file = file_meant(target, chapter.file)
        if found.kind == "link" and file in paths:
            path, anchors = paths[file]
            if not target and anchor in anchors:
                continue
            to = mark + anchor if anchor in anchors else ""  # the heading may be missing in a translation
            parts += [text[done : found.start], here.to(path), to]
            done = found.end
    return "".join([*parts, text[done:]])


def _parts(found: Iterator[Block], chapter: Chapter) -> Iterator[ChapterPart]:
    """The parts of ``chapter`` under its headings, which bear its anchors."""
    anchors = iter(chapter.anchors)
    heading: Heading | None = None
    inside: list[ChapterBlock] = []
    for block in found:
        if isinstance(block, Heading):
            if heading or inside:
                yield _part(heading, inside)
            heading, inside = replace(block, anchor=next(anchors)), []
        else:
            inside.append(_block(block))
    if heading or inside:
        yield _part(heading, inside)


def _part(heading: Heading | None, inside: list[ChapterBlock]) -> ChapterPart:
    if heading is None:
        return ChapterPart(blocks=tuple(inside))
    return ChapterPart(
        level=heading.level,
        anchor=heading.anchor,
        title=Prose(text=heading.text),
        name=plain(heading.text),
        blocks=tuple(inside),
    )


def _block(block: str | Code | Grid) -> ChapterBlock:
    if isinstance(block, str):
        return ChapterBlock(prose=Prose(text=block))
    if isinstance(block, Code):
        label = block.name or LANGUAGES.get(block.lang, "Text")
        return ChapterBlock(code=CodeSample(label=label, text=block.text))
    rows = tuple(GridRow(cells=tuple(Prose(text=cell) for cell in row)) for row in block.rows)
    return ChapterBlock(grid=DataGrid(head=tuple(Prose(text=cell) for cell in block.head), rows=rows))
