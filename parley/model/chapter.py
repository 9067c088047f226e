"""Pages that a site's own people write in Markdown, such as "About us" or a guide. A section is a folder of them."""

import posixpath
from urllib.parse import unquote

from parley.model.keys import Noun

INDEX = "index.md"
# Addresses that the site itself has, or may come to have.
TAKEN = frozenset({
    *("about", "actors", "admin", "assets", "briefs", "data", "embed", "feed", "index", "next", "oembed", "pagefind"),
    *("preview", "proposals", "search", "style", "timeline", "topics"),
})  # fmt: skip


class Chapter(Noun, frozen=True, kw_only=True):
    """One page: ``slug`` is empty for the first of its section, ``file`` the source below the site's root, ``text`` its
    Markdown without the title."""

    slug: str
    file: str
    title: str
    text: str


class Section(Noun, frozen=True, kw_only=True):
    """The chapters of one folder, its index first, the others in the order in which the index names them."""

    id: str
    chapters: tuple[Chapter, ...]

    @property
    def title(self) -> str:
        """That of its index."""
        return self.chapters[0].title

    def path(self, chapter: Chapter) -> str:
        """The address of ``chapter``, below the site's top."""
        return f"{self.id}/{chapter.slug}/" if chapter.slug else f"{self.id}/"


def file_meant(target: str, file: str) -> str:
    """The file below the site's root that a link to ``target`` (without its anchor) in ``file`` means; one that leads
    out of the root begins with ``..``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(target))) if target else file
