"""A site's own theme: files in it that can't be used, and templates that can't be filled."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="template",
        title="A fault in a template",
        says="A template of the site's own theme can't be used: it is not closed, names something that does not "
        "exist, or switches off what keeps pasted text from harming readers. Mend the line that the message names; "
        "the built-in theme shows how each part is written.",
        file="theme/templates/pages/brief.html",
        whole=True,
        wrong='{% extends "!pages/brief.html" %}\n{% block footer %}\n',
        right='{% extends "!pages/brief.html" %}\n',
    ),
    Entry(
        code="theme-file",
        title="A file of the theme that can't be used",
        says="A file in `theme/` is no text, no font, or can't be read. Save texts as UTF-8, put a TrueType font "
        "where a font belongs, or take the file away: the built-in one then takes its place.",
        file="theme/css/site.css",
        whole=True,
        wrong="/* The Alder Desk, by Andr\u00e9 */\na { color: inherit }\n",
        right="/* The Alder Desk, by Andr\u00e9 */\na { color: inherit }\n",
        encoding="latin-1",
    ),
    Entry(
        code="theme-name",
        title="A file of the theme that nobody would see",
        says="A file in `theme/` replaces the built-in one of the same path, and there is none of this path. So it "
        "would never be used. Rename it as the message says; rules of your own for the style go to "
        "`theme/css/site.css`.",
        file="theme/css/sites.css",
        renamed="theme/css/site.css",
        whole=True,
        wrong="a { color: inherit }\n",
        right="a { color: inherit }\n",
    ),
)
