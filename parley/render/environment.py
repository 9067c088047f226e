"""The one Jinja environment: everything is escaped, nothing is undefined, and a template reaches only its view.

It refuses what would break those promises: there are no globals, no ``safe`` filter and nothing that is not a pure
function of its input.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any

import msgspec
from jinja2 import Environment, FunctionLoader, StrictUndefined
from jinja2.filters import FILTERS
from jinja2.utils import missing

from parley.render.linked import jsonld_html
from parley.render.links import link_html, links_html, safe_url, words_html
from parley.render.prose import line_html, prose_html

NAMES = frozenset({"view"})  # all that a template is given
IMPURE = {"safe", "random", "pprint", "tojson", "urlize"}

OWN: dict[str, Callable[..., Any]] = {
    "link": link_html,
    "links": links_html,
    "words": words_html,
    "prose": prose_html,
    "line": line_html,
    "url": safe_url,
    "jsonld": jsonld_html,
}

Source = tuple[str, str]  # the file's path, and its text


class Missing(StrictUndefined):
    """What a template asked for and its view does not have; using it in any way raises ``UndefinedError``.

    The error's text has two lines: what was found, and what was expected instead.
    """

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            return f"{self._undefined_hint}\nsee the built-in theme"
        if owner is missing:
            return f'the name "{name}", which nothing defines\na template sees "view" and what it imports'
        if not isinstance(name, str):
            return f"item {name} of something that has no such item\ncheck that it is there, with if"
        fields = list(owner.__struct_fields__) if isinstance(owner, msgspec.Struct) else []
        what = type(owner).__name__ if fields else "a value of another kind"
        return f'the field "{name}", which {what} does not have\n{nearest(name, fields)}'


def nearest(name: str, names: list[str]) -> str:
    """What to write instead of ``name``: the nearest of ``names``, or else all of them."""
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"there is {', '.join(sorted(names))}" if names else "remove it"


def environment(source: Callable[[str], Source | None]) -> Environment:
    """The environment that finds its templates by ``source``: from a name to the file's path and text, or nothing."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = source(name)
        return (found[1], found[0], lambda: True) if found else None

    made = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals.clear()
    filters: dict[str, Callable[..., Any]] = {name: pure for name, pure in FILTERS.items() if name not in IMPURE}
    made.filters = filters | OWN
    return made
