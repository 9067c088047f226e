"""What a template says in words of its own: messages in the page's language, as HTML.

The filters take a context, which they don't need, because Jinja works out filters of constants when it compiles a
template, and leaves only those that take one for the time of rendering. The language is not known before.
"""

from __future__ import annotations

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from parley.render.escaping import as_html, escaped
from parley.words.tongue import counted, filled, spoken, template


@pass_context
def say_html(_: Context, text: str, /, **slots: object) -> Markup:
    """The message ``text`` with each ``{name}`` replaced by the slot of that name; slots that are HTML stay so.

    ``{{ "Changed {when}" | say(when=when(view.date)) }}``. Numbers are written as the language writes them.
    """
    told = escaped(template(text))
    if not slots:
        return as_html(told)
    return as_html(filled(told, {name: _filled(slot) for name, slot in slots.items()}))


def _filled(slot: object) -> str:
    return escaped(spoken().number(slot) if type(slot) is int else slot)


@pass_context
def counted_text(_: Context, number: int, one: str, many: str) -> str:
    """A number of things: ``{{ 2 | counted("brief", "briefs") }}`` is "2 briefs"."""
    return counted(number, one, many)
