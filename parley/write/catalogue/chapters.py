"""What may be wrong with the site's own pages of Markdown."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

SITE = "pages:\n  about-us: pages/us\n"
INDEX = "# About us\n\nFour reporters.\n\n- [How we choose sources](sources.md)\n"
SOURCES = "# How we choose sources\n\nTwo for every claim.\n"
BESIDE = {"site.yaml": SITE, "pages/us/index.md": INDEX, "pages/us/sources.md": SOURCES}


def _page(code: str, title: str, says: str, wrong: str, file: str = "pages/us/sources.md") -> Entry:
    """An example that is one of the files above, spoilt."""
    beside = {name: text for name, text in BESIDE.items() if name != file}
    return Entry(
        code=code, title=title, says=says, wrong=wrong, right=BESIDE[file], file=file, whole=True, beside=beside
    )


ENTRIES = (
    _page(
        "no-title",
        "A page without a title",
        "The first line of a page of your own is its title, for the page itself and for all links to it. Begin the file"
        " with `#`, a blank and the title.",
        "Two for every claim.\n",
    ),
    _page(
        "page-link",
        "A link that leads to no page",
        "A link between pages of your own names the other page's file, and may end with `#` and a heading of it. Only"
        " files that the index names are pages. Mend the name, or take the link out.",
        "# How we choose sources\n\nTwo for every claim, see [who we are](indx.md).\n",
    ),
    _page(
        "page-html",
        "HTML in a page",
        "Pages are written in Markdown; HTML is shown as the text that it is and never run. Write `**bold**` for bold"
        " words, and put what shall be seen as code between backticks.",
        "# How we choose sources\n\nTwo for every claim,<br> or none.\n",
    ),
    Entry(
        code="unlisted-page",
        title="A page that the index does not name",
        says="The index of a folder says which pages there are, and in which order: those that it links to. A file that"
        " it does not name is left out. Link to it from `index.md`, or move it elsewhere.",
        file="pages/us/history.md",
        wrong="# Our history\n\nWe began with a bridge.\n",
        whole=True,
        beside=BESIDE,
    ),
    Entry(
        code="same-page",
        title="Two pages of one name",
        says="A page's address is made from the name of its file, so two files of one name in different folders can't"
        " both be pages of one section. Rename one of them.",
        file="pages/us/index.md",
        wrong=INDEX + "- [More](../sources.md)\n",
        right=INDEX,
        whole=True,
        beside={"site.yaml": SITE, "pages/us/sources.md": SOURCES, "pages/sources.md": "# More\n"},
    ),
    _page(
        "pages-folder",
        "A folder of pages that is not there",
        "`pages` in `site.yaml` names a folder below the site's own, as seen from it. In the folder stands a file"
        " `index.md` with a title and links to the other pages, in their order.",
        "pages:\n  about-us: page/us\n",
        "site.yaml",
    ),
    _page(
        "pages-address",
        "An address that the site itself has",
        "The word before the folder becomes the address of the pages. A few words are taken, such as `about` and"
        " `actors`. Choose another.",
        "pages:\n  about: pages/us\n",
        "site.yaml",
    ),
)
