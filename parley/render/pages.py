"""Pages to bytes: each page by its template, which is given the page's view and nothing else.

A fault in a template is a problem at its file and line, told once however many pages it meets; other pages go on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from traceback import walk_tb
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from parley.model.page import Page
from parley.model.problem import Place, Problem
from parley.render.bidi import with_marks
from parley.render.calendar import calendar_ics
from parley.render.card import card_png
from parley.render.citing import bibliography_csl, citation_bibtex, citation_csl
from parley.render.feed import feed_json
from parley.render.llms import llms_txt
from parley.render.manifest import manifest_json
from parley.render.oembed import oembed_json
from parley.render.popolo import popolo_json
from parley.render.tables import table_csv, table_json
from parley.render.template_faults import syntax_fault
from parley.render.theme import Theme
from parley.words.tongue import speaking

# What is no text with values in it, and so is made by code and not by a template.
MADE_WITHOUT: dict[str, Callable[[Any], bytes]] = {
    "table.json": table_json,
    "table.csv": table_csv,
    "feed.json": feed_json,
    "calendar.ics": calendar_ics,
    "oembed.json": oembed_json,
    "llms.txt": llms_txt,
    "cite.bib": citation_bibtex,
    "cite.json": citation_csl,
    "sources.json": bibliography_csl,
    "popolo.json": popolo_json,
}
# The same, where the look of the theme is part of it.
MADE_OF_THEME: dict[str, Callable[[Any, Theme], bytes]] = {
    "card.png": card_png,
    "manifest.webmanifest": manifest_json,
}
RIGHT_TO_LEFT = ' dir="rtl"'  # of the page as a whole, in its first tag
BLANKS = " \t\r\n\f"
GAP = re.compile(r"[ \t\r\f]*\n[ \t\r\n\f]*")
PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def rendered(pages: Iterable[Page], theme: Theme) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of ``pages`` by path, without those that met a fault, and the faults, sorted, each told once."""
    files: dict[str, bytes] = {}
    faults: set[Problem] = set()
    for page in pages:
        made = page_bytes(page, theme)
        if isinstance(made, Problem):
            faults.add(made)
        else:
            files[page.path] = made
    return files, sorted(faults)


def page_bytes(page: Page, theme: Theme) -> bytes | Problem:
    """The bytes of one page, in UTF-8 with a line's end at the end; or the fault of a template that forbids it."""
    with speaking(page.lang):
        return _page_bytes(page, theme)


def _page_bytes(page: Page, theme: Theme) -> bytes | Problem:
    if make := MADE_WITHOUT.get(page.template):
        return make(page.view)
    if dress := MADE_OF_THEME.get(page.template):
        return dress(page.view, theme)
    try:
        text = theme.environment.get_template(page.template).render(view=page.view)
    except TemplateSyntaxError as error:
        return syntax_fault(error)
    except Exception as error:  # whatever a template of a site's own may do wrong
        fault = _fault(error, page, theme)
        if fault is None:
            raise
        return fault
    if not page.template.endswith(".html"):
        return (text.strip() + "\n").encode()
    html = compact(text)
    return (with_marks(html) if RIGHT_TO_LEFT in html[:200] else html).encode()


def compact(html: str) -> str:
    """``html`` without indentation, trailing blanks and empty lines; what is preformatted stays as it is."""
    if "<pre" in html:
        parts = PRE.split(html.strip(BLANKS))
        return "".join(part if at % 2 else GAP.sub("\n", part) for at, part in enumerate(parts)) + "\n"
    lines = [line.strip(BLANKS) for line in html.split("\n")]  # the same, several times as fast
    return "\n".join(filter(None, lines)) + "\n"


def _fault(error: Exception, page: Page, theme: Theme) -> Problem | None:
    """The problem that ``error`` is, at the innermost line of a template; none where no template took part."""
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    lines = [place for place in frames if place[0] in theme.template_files]
    if isinstance(error, TemplateNotFound):
        place = Place(*lines[-1]) if lines else Place(page.template)
        return Problem(place, "template", f'the template "{error.name}", which there is not', "see the built-in theme")
    if not lines:
        return None
    found, _, expected = str(error).partition("\n") if isinstance(error, UndefinedError) else (str(error), "", "")
    return Problem(Place(*lines[-1]), "template", found, expected or "mend it")
