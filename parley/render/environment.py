"""The one Jinja environment: everything is escaped, nothing is undefined, and a template reaches only its view.

It refuses what would break those promises: there are no globals, no ``safe`` filter and nothing that is not a pure
function of its input.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any

import msgspec
from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from jinja2.compiler import CodeGenerator
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Macro
from jinja2.utils import missing

from parley.render.escaping import as_html, escaped
from parley.render.linked import jsonld_html
from parley.render.links import lang_html, link_html, links_html, safe_url, words_html
from parley.render.prose import line_html, prose_html
from parley.render.saying import counted_text, say_html
from parley.words.tongue import Tongue, spoken

NAMES = frozenset({"view"})  # all that a template is given
IMPURE = {"safe", "random", "pprint", "tojson", "urlize"}


OWN: dict[str, Callable[..., Any]] = {
    "link": link_html,
    "links": links_html,
    "words": words_html,
    "prose": prose_html,
    "line": line_html,
    "url": safe_url,
    "lang": lang_html,
    "jsonld": jsonld_html,
    "say": say_html,
    "counted": counted_text,
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


class Output(CodeGenerator):
    """Has every value that a template puts out escaped by ``escaped``, in place of Jinja's ``escape``."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class Calls(Context):
    """Calls the macros of a theme at once where they are given just the arguments they name, as nearly always.

    Jinja works out anew at every call how the arguments are to be handed over, which takes longer than most macros do.
    """

    def call(
        self, called: Any, /, *given: Any, _loop_vars: object = None, _block_vars: object = None, **named: Any
    ) -> Any:
        """What ``called`` gives."""
        if (
            type(called) is Macro
            and len(given) == called._argument_count
            and not (named or called.caller or called.catch_kwargs or called.catch_varargs)
        ):
            return as_html(called._func(*given))
        return super().call(called, *given, _loop_vars=_loop_vars, _block_vars=_block_vars, **named)


class Spoken(Template):
    """Keeps what is imported from it for each language. Jinja works it out once, with the texts that are set in it."""

    def _get_default_module(self, _: Context | None = None) -> Any:
        kept: dict[Tongue, Any] = self.__dict__.setdefault("modules", {})
        tongue = spoken()
        if tongue not in kept:
            kept[tongue] = self.make_module()
        return kept[tongue]


class Escaping(Environment):
    """Jinja's, with the two parts that take most of its time put shorter, and in any language."""

    code_generator_class = Output
    context_class = Calls
    template_class = Spoken
    escaped = staticmethod(escaped)


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

    made = Escaping(
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
