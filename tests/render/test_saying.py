"""What templates say: escaped, filled, counted, and in the language of the page and not of the first page made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest
from jinja2 import Template

from parley.model.page import Link
from parley.render.environment import environment
from parley.words import tongue
from parley.words.tongue import Tongue, speaking


class Backwards(Tongue):
    """A language of this test: what is here is said in it, all else in English."""

    code = "xx"
    messages: ClassVar = {
        "Sources": "secruoS",
        "Source": "ecruoS",
        "Updated {day}": "{day} detadpU",
        "{one} & {other}": "{other} <& {one}",
    }

    def message(self, text: str) -> str:
        return self.messages.get(text, text)

    def number(self, number: int) -> str:
        return f"{number:_}"

    def counted(self, number: int, one: str, many: str) -> str:
        return f"{many if number == 1 else one} {number}"


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is within is said in the language of this test."""
    monkeypatch.setattr(tongue, "tongue", lambda lang: Backwards())
    with speaking("xx"):
        yield


def template(source: str, **others: str) -> Template:
    texts = {"page": source} | others
    return environment(lambda name: (name, texts[name]) if name in texts else None).get_template("page")


def said(source: str, view: object = None) -> str:
    return template(source).render(view=view)


def test_a_message_is_said_as_it_is_written_in_english() -> None:
    assert said('{{ "Sources" | say }}') == "Sources"


def test_a_message_is_escaped_with_its_slots() -> None:
    assert said('{{ "<b> & {who}" | say(who=view) }}', "<i>") == "&lt;b&gt; &amp; &lt;i&gt;"
    assert said("""<p title="{{ 'To {who}' | say(who=view) }}">""", 'a "b"') == '<p title="To a &#34;b&#34;">'


def test_a_slot_that_is_html_stays_so() -> None:
    link = Link(href="/x/", text="A & B")
    assert said('{{ "Told in {brief}." | say(brief=view | link) }}', link) == 'Told in <a href="/x/">A &amp; B</a>.'


def test_what_is_set_is_html() -> None:
    source = '{% set code %}<code>{{ view }}</code>{% endset %}{{ "Write {code}." | say(code=code) }}'
    assert said(source, "<") == "Write <code>&lt;</code>."


def test_a_message_is_not_escaped_twice() -> None:
    source = """{% macro heading(text) %}<h2>{{ text }}</h2>{% endmacro %}{{ heading("You & me" | say) }}"""
    assert said(source) == "<h2>You &amp; me</h2>"
    assert said('{{ "To “{title}”" | say(title="You & me" | say) }}') == "To “You &amp; me”"


def test_what_fills_a_slot_is_not_searched_for_slots() -> None:
    assert said('{{ "{one} & {other}" | say(one=view, other="x") }}', "{other}") == "{other} &amp; x"


def test_without_slots_braces_are_left_for_a_script() -> None:
    assert said('{{ "{n} results" | say }}') == "{n} results"


def test_a_slot_that_nothing_fills_is_told() -> None:
    with pytest.raises(KeyError, match="day"):
        said('{{ "Updated {day}" | say(date="May") }}')


def test_numbers_in_slots_are_written_as_the_language_does(other: None) -> None:
    assert said('{{ "{n} of {m}" | say(n=1200, m="1200") }}') == "1_200 of 1200"


def test_things_are_counted() -> None:
    source = '{{ view | counted("brief", "briefs") }}'
    assert [said(source, number) for number in (0, 1, 2)] == ["no briefs", "1 brief", "2 briefs"]


def test_a_slot_may_be_counted(other: None) -> None:
    assert said('{{ "Updated {day}" | say(day=1 | counted("<a", "<b")) }}') == "&lt;b 1 detadpU"


def test_a_message_of_another_language_is_escaped_too(other: None) -> None:
    assert said('{{ "{one} & {other}" | say(one="<", other="x") }}') == "x &lt;&amp; &lt;"


@pytest.mark.parametrize(
    ("source", "english", "backwards"),
    [
        ('{{ "Sources" | say }}', "Sources", "secruoS"),
        ("""<p title="{{ 'Sources' | say }}">""", '<p title="Sources">', '<p title="secruoS">'),
        ('{{ ("Source" if 1 == 1 else "Sources") | say }}', "Source", "ecruoS"),
        ('{{ "Updated {day}" | say(day="today") }}', "Updated today", "today detadpU"),
        ('{{ 2 | counted("brief", "briefs") }}', "2 briefs", "brief 2"),
        ('{% set title = "Sources" | say %}{{ title }}', "Sources", "secruoS"),
        ('{% set title %}{{ "Sources" | say }}{% endset %}{{ title }}', "Sources", "secruoS"),
        ('{% macro m(title="Sources" | say) %}{{ title }}{% endmacro %}{{ m() }}', "Sources", "secruoS"),
        ('{% from "part" import m %}{{ m() }}', "Sources", "secruoS"),
        ('{% from "part" import title %}{{ title }}', "Sources", "secruoS"),
        ('{% from "part" import title %}{% block b %}{{ title }}{% endblock %}', "Sources", "secruoS"),
        ('{% extends "base" %}{% block main %}{{ "Sources" | say }}{% endblock %}', "Source Sources", "ecruoS secruoS"),
    ],
)  # fmt: skip
def test_one_template_speaks_the_language_of_each_page(
    source: str, english: str, backwards: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = '{% macro m() %}{{ "Sources" | say }}{% endmacro %}{% set title = "Sources" | say %}'
    made = template(source, part=part, base='{{ "Source" | say }} {% block main %}{% endblock %}')
    backwards_spoken = Backwards()
    monkeypatch.setattr(tongue, "tongue", lambda lang: backwards_spoken if lang == "xx" else tongue.ENGLISH)
    for _ in range(2):  # whatever was spoken before
        assert made.render(view=None) == english
        with speaking("xx"):
            assert made.render(view=None) == backwards
