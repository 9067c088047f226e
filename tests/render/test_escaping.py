"""What is put out is escaped just as markupsafe escapes it."""

from __future__ import annotations

import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from parley.render.escaping import as_html, escaped


class Spoken:
    """Neither text nor HTML, but it can be said in words."""

    def __str__(self) -> str:
        return "a < b"


class Drawn:
    """Something that knows its own HTML."""

    def __html__(self) -> str:
        return "<b>drawn</b>"


class Subclass(str):
    """Text of a kind of its own."""


class Bold(Markup):
    """HTML of a kind of its own."""


@given(st.text() | st.text(alphabet="&<>\"' a"))
def test_text_is_escaped_as_markupsafe_does(text: str) -> None:
    assert escaped(text) == markupsafe.escape(text)


@pytest.mark.parametrize(
    "value", [7, None, True, 0.5, Spoken(), Drawn(), Subclass("<i>"), Bold("<b>b</b>"), Markup("<b>&amp;</b>"), ("<",)]
)
def test_whatever_else_is_put_out_is_escaped_as_markupsafe_does(value: object) -> None:
    assert escaped(value) == markupsafe.escape(value)


def test_html_is_told_by_its_type() -> None:
    html = as_html("<b>&amp;</b>")
    assert type(html) is Markup
    assert html == Markup("<b>&amp;</b>")
    assert html + "<" == "<b>&amp;</b>&lt;"
