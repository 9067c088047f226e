"""The pages below ``/style/``: the tokens of the theme, and its components in every state.

They are built for every site, since they show what the site's own theme does. Search engines may not list them.
"""

from __future__ import annotations

from collections.abc import Mapping

from parley.model.page import Link, Page
from parley.pages.desk import Desk
from parley.pages.frame import frame
from parley.pages.style.colours import swatches
from parley.pages.style.example import section
from parley.pages.style.groups import GROUPS, Group
from parley.pages.style.views import GroupLine, Size, StyleView, Token

STYLE = "style/"
TITLE = "How it looks"
SIZES = {"h1": "serif", "h2": "serif", "h3": "serif", "lead": "sans", "text": "sans", "small": "sans"}
SPACES = ("s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8")
MEASURES = ("serif", "sans", "measure", "page", "radius")


def style_pages(desk: Desk) -> list[Page]:
    """The page of tokens, and a page for each group of components."""
    return [_first(desk), *(_group(desk, group) for group in GROUPS)]


def _first(desk: Desk) -> Page:
    here, tokens = desk.here(1), desk.dressing.tokens
    lines = tuple(
        GroupLine(
            link=Link(text=group.title, href=here.to(f"{STYLE}{group.name}/")),
            names=", ".join(example.name for example in group.examples),
        )
        for group in GROUPS
    )
    description = (
        "The colours, type and space of these pages, and all their parts in every state, from invented examples."
    )
    crumbs = (Link(text="How we work", href=here.to("about/")),)
    view = StyleView(
        frame=frame(desk, here, STYLE, TITLE, description, kind="style", crumbs=crumbs, indexed=False),
        groups=lines,
        colours=swatches(tokens),
        sizes=tuple(
            Size(name=name, value=tokens[name], family=family) for name, family in SIZES.items() if name in tokens
        ),
        spaces=_named(tokens, SPACES),
        measures=_named(tokens, MEASURES),
    )
    return Page(path=f"{STYLE}index.html", template="pages/style.html", view=view)


def _named(tokens: Mapping[str, str], names: tuple[str, ...]) -> tuple[Token, ...]:
    return tuple(Token(name=name, value=tokens[name]) for name in names if name in tokens)


def _group(desk: Desk, group: Group) -> Page:
    here, path = desk.here(2), f"{STYLE}{group.name}/"
    crumbs = (Link(text="How we work", href=here.to("about/")), Link(text=TITLE, href=here.to(STYLE)))
    description = "Every part in every state. All that they say is invented."
    view = StyleView(
        frame=frame(desk, here, path, group.title, description, kind="style", crumbs=crumbs, indexed=False),
        sections=tuple(section(example) for example in group.examples),
    )
    return Page(path=f"{path}index.html", template="pages/style.html", view=view)
