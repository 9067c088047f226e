"""Messages are found wherever they are said; what stays English is known."""

from __future__ import annotations

import ast

from tests.words.messages import Found, _of_code, _of_template, messages


def found_in(code: str) -> list[tuple[str, str]]:
    return sorted(_of_code(ast.parse(code)))


def test_code_says_messages_in_calls_and_tables() -> None:
    assert found_in('say("One")\nsaid("Two" if x else "Three", by=by)\nmessage({"a": ("Four", "Five")})') == [
        ("Five", ""), ("Four", ""), ("One", ""), ("Three", ""), ("Two", "")]  # fmt: skip
    assert found_in('counted(n, "brief", "briefs")') == [("{n} brief", "{n} briefs")]
    assert found_in('TABLE = Labels[Word]({"open": "Open", "none": ""})') == [("Open", "")]
    assert found_in('STATUS = Labels[Word]({"open": "Open"})') == [("Open", ""), ("open", "")]
    assert found_in('print("No message")\nname = "None either"') == []


def test_templates_say_messages_through_filters() -> None:
    text = '{{ "Feed" | say }}{{ ("A" if x else "B") | say(day=y) }}{{ n | counted("step", "steps") }}{{ "x" | upper }}'
    assert sorted(_of_template(text)) == [("A", ""), ("B", ""), ("Feed", ""), ("{n} step", "{n} steps")]


def test_a_message_is_told_once_with_all_its_places() -> None:
    every = {(it.one, it.many): it for it in messages()}
    assert len(every) == len(messages())
    assert every["Next steps", ""] == Found("Next steps", "", every["Next steps", ""].places)
    assert {"parley/pages/calendar.py", "parley/pages/frame.py"} <= set(every["Next steps", ""].places)
