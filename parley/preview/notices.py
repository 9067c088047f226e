"""The preview's own pages: what is wrong while there is no good site at all, and that nothing is at an address.

They work without script and say the same as the panel. Everything that comes from the sources is escaped.
"""

from __future__ import annotations

from html import escape

from parley.preview.built import Shown
from parley.preview.outgoing import OWN

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{own}overlay.css">
</head>
<body class="parley-own">
<h1>{title}</h1>
<p class="hint">{hint}</p>
{rest}
</body>
</html>
"""


def problems_page(problems: tuple[Shown, ...]) -> bytes:
    """The page that stands at every address until a first build succeeds."""
    if not problems:
        return _page("There is no site", "The build gave neither a site nor a reason.", "")
    items = "\n".join(_item(problem) for problem in problems)
    hint = "This page comes alive as soon as they are mended."
    return _page("The site has problems", hint, f'<ol class="problems">\n{items}\n</ol>')


def missing_page() -> bytes:
    """The page for an unknown address of a site without a 404.html."""
    return _page("Nothing here", "No page of the site has this address. Once one has, it appears here.", "")


def _page(title: str, hint: str, rest: str) -> bytes:
    return _PAGE.format(title=title, hint=hint, rest=rest, own=OWN).encode("utf-8", "replace")


def _item(problem: Shown) -> str:
    numbers = [str(number) for number in (problem.line, problem.column) if number > 0]
    place = f'<p class="place">{escape(":".join([problem.file, *numbers]))}</p>' if problem.file else ""
    severity = f'<strong class="severity">{problem.severity}</strong>'
    what = f'<p class="what">{severity} {escape(problem.message)}</p>'
    excerpt = f'<pre class="excerpt" tabindex="0">{escape(problem.excerpt)}</pre>' if problem.excerpt else ""
    return f'<li class="problem {problem.severity}">{place}{what}{excerpt}</li>'
