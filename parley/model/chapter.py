"""Pages that a site's own people write in Markdown, such as "About us" or a guide. A section is a folder of them."""

import posixpath
from urllib.parse import unquote

from parley.model.keys import Noun, Teller

INDEX = "index.md"
# Addresses that the site itself has, or may come to have.
TAKEN = frozenset({
    *("about", "actors", "admin", "assets", "briefs", "data", "embed", "feed", "index", "next", "oembed", "pagefind"),
    *("preview", "proposals", "search", "style", "timeline", "topics"),
})  # fmt: skip


class Chapter(Teller, frozen=True, kw_only=True):
    """One page: ``slug`` is empty for the first of its section, ``file`` the source below the site's root, ``text`` its
    Markdown without the title, ``anchors`` those of its headings, in their order. In an edition in a further language,
    ``lang`` is the language that it is in, and of a translation ``original`` the file that it translates."""

    slug: str
    file: str
    title: str
    text: str
    anchors: tuple[str, ...] = ()
    lang: str = ""
    original: str = ""

    @property
    def in_translation(self) -> bool:
        """Whether this is a translation."""
        return bool(self.original)

    def lang_of(self, text: str) -> str:
        """The language of ``text``, as of a :class:`~parley.model.keys.Teller`."""
        return self.foreign.get(text, self.lang)


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


def file_in(file: str, lang: str) -> str:
    """The file of a translation of the page in ``file`` into ``lang``, which stands beside it."""
    stem, ending = posixpath.splitext(file)
    return f"{stem}.{lang}{ending}"


def file_meant(target: str, file: str) -> str:
    """The file below the site's root that a link to ``target`` (without its anchor) in ``file`` means; one that leads
    out of the root begins with ``..``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(target))) if target else file
