"""A site's own theme: files in it that can't be used, and templates that can't be filled."""

from __future__ import annotations

from parley.write.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="accent-contrast",
        title="An accent that is hard to see",
        says='The accent is the colour of edges, of marks and of the word "New". Many readers can\'t tell it from '
        "its ground where the contrast is under 4.5:1 (WCAG 2.2, 1.4.3), so nothing is built with such a one. It is "
        "measured on light ground and on dark; the message names the nearest colour that is seen.",
        file="site.yaml",
        whole=True,
        wrong='name: The Alder Desk\nidentity:\n  accent: "#f0a020"\n',
        right='name: The Alder Desk\nidentity:\n  accent: "#a16b15"\n',
    ),
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
    Entry(
        code="theme-moved-on",
        title="A copy whose original has changed",
        says="A file in `theme/` was copied from the built-in one, and that has changed since: faults may have been "
        "mended in it that the copy still has. `parley theme diff` shows how the two differ. Take over what you want, "
        "and then the first line that the command names, which is what the warning goes by.",
        file="theme/icon.svg",
        whole=True,
        wrong="<!-- copied from the built-in icon.svg, original 0123456789abcdef -->\n"
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7"/></svg>\n',
        right='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7"/></svg>\n',
    ),
)
