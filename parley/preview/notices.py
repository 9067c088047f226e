"""The preview's own pages: what is wrong while there is no good site at all, and that nothing is at an address.

They work without script and say the same as the panel. Everything that comes from the sources is escaped.
"""

from __future__ import annotations

from html import escape

from parley.preview.built import Draft, Explained, Near, Shown, Spot
from parley.preview.events import Edit
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


def problems_page(problems: tuple[Shown, ...], edit: Edit | None = None, hidden_at: str = "") -> bytes:
    """The page that stands at every address until a first build succeeds. `hidden_at`: where the same is to be seen
    without drafts."""
    if not problems:
        return _page("There is no site", "The build gave neither a site nor a reason.", "")
    items = "\n".join(_item(problem, edit) for problem in problems)
    hint = "This page comes alive as soon as they are mended."
    way = f'<p class="hint"><a href="{escape(hidden_at)}">See the site without drafts</a></p>\n' if hidden_at else ""
    return _page("The site has problems", hint, f'{way}<ol class="problems">\n{items}\n</ol>')


def missing_page() -> bytes:
    """The page for an unknown address of a site without a 404.html."""
    return _page("Nothing here", "No page of the site has this address. Once one has, it appears here.", "")


def draft_page(draft: Draft, href: str) -> bytes:
    """The page at the address that a draft will have."""
    hint = f'"{escape(draft.title)}" is a draft, so it is not part of the site yet.'
    rest = f"""<p><a class="way" href="{escape(href)}">See it with the drafts</a></p>
<p class="hint">It appears here once the line <code>draft: true</code> is taken out of
<code>{escape(draft.spot.file)}</code>.</p>"""
    return _page("This page is a draft", hint, rest)


def explanation_page(found: Explained) -> bytes:
    """What a kind of problem means, with its example."""
    parts = [f'<div class="says">{found.says}</div>']
    for title, text in (("Wrong", found.wrong), ("Right", found.right)):
        if text:
            parts.append(f'<h2>{title}</h2>\n<pre class="excerpt" tabindex="0">{escape(text)}</pre>')
    return _page(escape(found.title), "", "\n".join(parts))


def _page(title: str, hint: str, rest: str) -> bytes:
    """A page of these parts, which are HTML."""
    return _PAGE.format(title=title, hint=hint, rest=rest, own=OWN).encode("utf-8", "replace")


def _item(problem: Shown, edit: Edit | None) -> str:
    """The same as the panel shows (static/panel.js)."""
    what = f'<p class="what"><strong class="severity">{problem.severity}</strong> {escape(problem.message)}</p>'
    cure = f'<p class="cure">{escape(problem.cure)}</p>' if problem.cure else ""
    excerpt = f'<pre class="excerpt" tabindex="0">{escape(problem.excerpt)}</pre>' if problem.excerpt else ""
    why = f'<p><a href="{OWN}problems/{escape(problem.code)}">What this means</a></p>' if problem.code else ""
    near, mend = _lines(problem.near, "lines"), _lines(problem.mend, "lines mend")
    rest = f"{_place(problem, edit)}{what}{near}{excerpt}{cure}{mend}{why}"
    return f'<li class="problem {problem.severity}">{rest}</li>'


def _place(problem: Shown, edit: Edit | None) -> str:
    if not problem.file:
        return ""
    numbers = [str(number) for number in (problem.line, problem.column) if number > 0]
    place = escape(":".join([problem.file, *numbers]))
    link = edit(Spot(problem.file, max(problem.line, 1), max(problem.column, 1))) if edit else ""
    return f'<p class="place">{f"""<a href="{escape(link)}">{place}</a>""" if link else place}</p>'


def _lines(lines: tuple[Near, ...], name: str) -> str:
    """Lines with their numbers; the marked one with a caret below its place."""
    rows = []
    for line in lines:
        mark = line.kind if line.kind in {"-", "+"} else ">" if line.kind == "at" else " "
        kind = {"-": "less", "+": "more", "at": "at"}.get(line.kind, "")
        rows.append(f'<span class="{kind}"><i>{mark} {line.number:>4} </i>{escape(line.text)}</span>')
        if line.caret:
            rows.append(f'<span class="caret"><i>       </i>{" " * (line.caret - 1)}^</span>')
    return f'<pre class="excerpt {name}" tabindex="0">{"".join(rows)}</pre>' if rows else ""
