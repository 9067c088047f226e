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
