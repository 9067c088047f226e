"""Messages are found wherever they are said; what stays English is known."""

from __future__ import annotations

import ast

from tests.words.messages import ROOT, SAYING, Found, _of_code, _of_template, _sources, messages


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


def test_a_text_that_is_kept_under_a_name_is_said_wherever_it_is_used() -> None:
    """`message("...")` only brings a text into the catalogues; whoever uses its name has to say it."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in _sources()}
    kept = {
        node.targets[0].id
        for tree in trees.values()
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _is_kept_text(node.value)
    }
    assert {"OVERDUE", "ANSWER_BY", "QUOTED"} <= kept
    bare = []
    for path, tree in trees.items():
        said = {id(used) for call in ast.walk(tree) if _says(call) for used in ast.walk(call)}
        for node in ast.walk(tree):
            name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
            own = isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)
            other = isinstance(node, ast.Name) and path.parent.name != "words"  # a name of its own, such as a Part's
            if name in kept and id(node) not in said and not own and not other:
                bare.append(f"{path.relative_to(ROOT)}:{node.lineno}: {name}")
    assert bare == []


def _is_kept_text(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="message"), args=[ast.Constant()]):
            return True
    return False


def _says(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in SAYING
    return False
