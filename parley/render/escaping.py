"""Text to HTML: the five signs that HTML reads as its own, written out; and HTML told from text by its type.

It says what markupsafe says and is held to it by tests. But a page puts out hundreds of values, and markupsafe makes an
object of each, by way of Python, only for the page to be joined of them as plain text. Without those objects a page
takes some four fifths of the time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from markupsafe import Markup, escape

written_out: Callable[[str], str]
try:
    from markupsafe._speedups import _escape_inner as written_out  # the same in C, without the object round it
except ImportError:  # a build of markupsafe in Python alone

    def written_out(text: str) -> str:
        """``text`` with ``&``, ``<``, ``>`` and both quotes written as entities of HTML."""
        return str(escape(text))


# What is HTML already, as the type that says so. ``Markup(text)`` does the same after asking ``text`` whether it is.
as_html: Callable[[str], Markup] = partial(str.__new__, Markup)


def escaped(value: object) -> str:
    """``value`` as it stands in HTML: what ``markupsafe.escape`` makes of it, as plain text."""
    if type(value) is str:
        return written_out(value)
    return value if type(value) is Markup else str(escape(value))
