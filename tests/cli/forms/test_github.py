"""Problems as workflow commands, by GitHub's rules of escaping."""

import re

from parley.cli.forms.github import workflow_commands
from parley.model.problem import Mend, Place, Problem

COMMAND = re.compile(r"::(?P<name>error|warning) (?P<properties>[^:]*)::(?P<message>.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command as GitHub's runner takes it apart (ActionCommand.cs): properties first, escapes after that."""
    match = COMMAND.fullmatch(line)
    assert match, line
    pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
    return match["name"], {key: unescaped(value) for key, value in pairs}, unescaped(match["message"])


def unescaped(text: str) -> str:
    for escape, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, sign)
    return text


def test_a_problem_is_one_command_at_its_place():
    problem = Problem(Place("briefs/a.yaml", 3, 7), "bad-date", '"date" is "x"', "write 2025-05-10")
    assert workflow_commands([problem]) == (
        "::error file=briefs/a.yaml,line=3,col=7,"
        "title=A date in another form%2C or one that does not exist [bad-date]::"
        '"date" is "x"; write 2025-05-10'
    )


def test_a_warning_is_a_warning_and_a_whole_file_begins_at_its_first_line():
    name, properties, _ = read(workflow_commands([Problem(Place("a.yaml"), "review-due", "f", "e", "warning")]))
    assert name == "warning"
    assert (properties["line"], properties["col"]) == ("1", "1")


def test_odd_signs_survive_in_every_part():
    odd = "50%, a:b,c\r\n::error::%0A"
    problem = Problem(Place(f"briefs/{odd}.yaml", 1, 1), "no-such-code,:", odd, odd, mend=Mend(1, 1, "a\nb"))
    (line,) = workflow_commands([problem]).split("\n")
    _, properties, message = read(line)
    assert properties["file"] == f"briefs/{odd}.yaml"
    assert properties["title"] == "no-such-code,:"
    assert message == f"{odd}; {odd}\na\nb"


def test_each_problem_has_a_line_and_none_has_none():
    problem = Problem(Place("a.yaml"), "review-due", "f", "e")
    assert len(workflow_commands([problem, problem]).split("\n")) == 2
    assert workflow_commands([]) == ""
