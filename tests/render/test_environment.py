"""A template is escaped, strict, and reaches nothing but its view."""

from __future__ import annotations

import jinja2
import pytest

from parley.pages.machine_views import RobotsView
from parley.render.environment import environment, nearest


def render(text: str, view: object = None) -> str:
    made = environment({"x": ("x", text)}.get)
    return made.get_template("x").render(view=view)


def test_everything_is_escaped_whatever_the_templates_name() -> None:
    assert render("{{ view }}", "<b>\"'&") == "&lt;b&gt;&#34;&#39;&amp;"


def test_content_is_never_taken_for_a_template() -> None:
    assert render("{{ view }}", "{{ 7 * 7 }}") == "{{ 7 * 7 }}"


MACRO = '{% macro said(who, what="none") %}<b>{{ who }}</b> {{ what }}{% endmacro %}'
BOX = "{% macro box(who) %}{{ caller() }} of {{ who }}{% endmacro %}"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("said(view, view)", "<b>&lt;i&gt;</b> &lt;i&gt;"),
        ("said(view)", "<b>&lt;i&gt;</b> none"),
        ("said(what=view, who=1)", "<b>1</b> &lt;i&gt;"),
        ('said(view, "") ~ view', "<b>&lt;i&gt;</b> &lt;i&gt;"),
    ],
)
def test_a_macro_is_called_with_all_its_arguments_or_some_or_by_name(call: str, told: str) -> None:
    assert render(MACRO + "{{ " + call + " }}", "<i>") == told
    assert render(MACRO + "{% for one in (1,) %}{{ " + call + " }}{% endfor %}", "<i>") == told


def test_a_macro_may_take_what_stands_between_its_tags() -> None:
    assert render(BOX + "{% call box(view) %}<u>{{ view }}</u>{% endcall %}", "<i>") == "<u>&lt;i&gt;</u> of &lt;i&gt;"


@pytest.mark.parametrize("call", ["said(1, 2, 3)", "said(1, which=2)"])
def test_a_macro_takes_no_argument_that_it_does_not_name(call: str) -> None:
    with pytest.raises(TypeError, match="macro 'said' takes n"):
        render(MACRO + "{{ " + call + " }}")


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "namespace", "self.x", "nobody"])
def test_there_are_no_globals(name: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        render(f"{{{{ {name} }}}}")


@pytest.mark.parametrize("name", ["safe", "random", "tojson", "pprint", "urlize"])
def test_filters_that_would_break_a_promise_are_gone(name: str) -> None:
    with pytest.raises(jinja2.TemplateAssertionError, match=f"No filter named '{name}'"):
        render(f"{{{{ view | {name} }}}}", "x")


def test_an_unknown_field_raises_with_the_nearest_one() -> None:
    with pytest.raises(jinja2.UndefinedError) as caught:
        render("{{ view.sitmap }}", RobotsView(sitemap="x"))
    assert str(caught.value) == 'the field "sitmap", which RobotsView does not have\ndid you mean "sitemap"?'


def test_an_unknown_field_may_not_even_be_asked_for() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("{% if view.nothing %}x{% endif %}", RobotsView(sitemap="x"))


def test_the_nearest_name_or_else_all_of_them() -> None:
    assert nearest("titel", ["title", "what"]) == 'did you mean "title"?'
    assert nearest("xyz", ["title", "what"]) == "there is title, what"
    assert nearest("xyz", []) == "remove it"
