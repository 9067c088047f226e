"""Problems as somebody at a terminal sees them."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from parley.cli.excerpts import Excerpts
from parley.cli.forms.columns import width
from parley.cli.forms.look import Look
from parley.cli.forms.terminal import MOST, MOST_FILES, terminal
from parley.model.problem import Mend, Place, Problem

PLAIN = Look(whole=True, screen=True, colour=False, width=80, encoding="utf-8")
COLOURED = PLAIN._replace(colour=True)
SIGNS = re.compile(r"\033\[[0-9;]*m")


def told(folder: Path, *problems: Problem, look: Look = PLAIN) -> list[str]:
    return list(terminal(problems, Excerpts(folder), look, "parley"))


def at(line: int, column: int = 1, file: str = "a.yaml", **more) -> Problem:
    return Problem(Place(file, line, column), "bad-date", '"date" is "x", which is not a date', "write it", **more)


def test_a_problem_is_told_with_its_lines_its_place_and_what_to_do(tmp_path):
    (tmp_path / "a.yaml").write_text("title: T\ndate: x\nwhy: It is not safe.\n")
    assert told(tmp_path, at(2, 7)) == [
        'a.yaml:2:7: error: "date" is "x", which is not a date [bad-date]',
        "   1 | title: T",
        "   2 | date: x",
        "     |       ^",
        "   3 | why: It is not safe.",
        "help: write it",
        "",
        "More about a code in brackets: parley explain bad-date",
    ]


@pytest.mark.parametrize(
    ("line", "column", "sign"),
    [
        ("date: x", 7, "x"),
        ("\tdate: x", 8, "x"),
        ("a\tb\tx", 5, "x"),
        ("橋: 橋 x", 6, "x"),
        ("橋梁：x", 4, "x"),
        ("e\u0301e\u0301 x", 6, "x"),
        ("👍 x", 3, "x"),
        ("\u00a0 x", 3, "x"),
        ("a\x07b x", 5, "x"),
    ],
)
def test_the_caret_stands_right_under_the_character(line, column, sign, tmp_path):
    (tmp_path / "a.yaml").write_text(line + "\n")
    shown, caret = told(tmp_path, at(1, column))[1:3]
    before = caret.index("^")
    assert width(shown[: shown.index(sign, 7)]) == before


def test_the_caret_of_a_mark_stands_under_its_letter(tmp_path):
    (tmp_path / "a.yaml").write_text("ae\u0301\n")
    caret = told(tmp_path, at(1, 3))[2]
    assert caret == "     |  ^"


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("column", [1, 30, 79, 150, 201, 350, 380, 900])
@pytest.mark.parametrize("letter", ["x", "橋"])
def test_a_long_line_is_cut_round_the_place_to_the_width_of_the_terminal(columns, column, letter, tmp_path):
    for length in (380, 1_000):
        line = letter * length
        line = line[: column - 1] + "!" + line[column:]
        (tmp_path / "a.yaml").write_text(f"{'y' * 500}\n{line}\n{letter * 300}\n")
        if column > length:
            continue
        lines = told(tmp_path, at(2, column), look=PLAIN._replace(width=columns))
        assert all(width(line) <= columns for line in lines[2:6]), lines
        shown, caret = next((one, two) for one, two in pairwise(lines) if two.endswith("^"))
        assert width(shown[: shown.index("!")]) == caret.index("^")


def test_long_messages_are_parted_between_words(tmp_path):
    problem = Problem(Place("a.yaml", 0, 0), "bad-date", "one " * 40 + "end", "two " * 40 + "end")
    lines = told(tmp_path, problem)
    assert all(len(line) <= 80 for line in lines)
    assert " ".join(" ".join(lines[:-2]).split()) == (
        f"a.yaml:1:1: error: {problem.found} [bad-date] help: {problem.expected}"
    )


def test_a_problem_of_a_whole_file_has_no_excerpt(tmp_path):
    (tmp_path / "a.yaml").write_text("title: T\n")
    assert told(tmp_path, at(0, 0))[:2] == [
        'a.yaml:1:1: error: "date" is "x", which is not a date [bad-date]',
        "help: write it",
    ]


def test_the_mend_is_shown_as_what_goes_and_what_comes(tmp_path):
    (tmp_path / "a.yaml").write_text("title: T\ndate: 10 May 2025\nwhy: W\n")
    assert told(tmp_path, at(2, 7, mend=Mend(2, 2, "date: 2025-05-10")))[6:8] == [
        "   2 - date: 10 May 2025",
        "   2 + date: 2025-05-10",
    ]


def test_of_a_mend_over_several_lines_those_that_change_are_shown(tmp_path):
    (tmp_path / "a.yaml").write_text("who:\n  - a: A\n  - b: B\nwhy: W\n")
    lines = told(tmp_path, at(2, 3, mend=Mend(1, 4, "who:\n  a: A\n  b: B\n  c: C\nwhy: W")))
    assert lines[6:11] == ["   2 -   - a: A", "   3 -   - b: B", "   2 +   a: A", "   3 +   b: B", "   4 +   c: C"]


def test_a_mend_may_take_lines_away(tmp_path):
    (tmp_path / "a.yaml").write_text("a: A\n---\nb: B\n")
    lines = told(tmp_path, at(2, 1, mend=Mend(1, 2, "a: A")))
    assert [line for line in lines if re.match(r" +\d+ [-+]", line)] == ["   2 - ---"]


def test_a_long_line_of_a_mend_is_cut_round_what_changes(tmp_path):
    (tmp_path / "a.yaml").write_text("x" * 300 + " #1 " + "y" * 300 + "\n")
    mend = Mend(1, 1, "x" * 300 + " No. 1 " + "y" * 300)
    was, now = told(tmp_path, at(1, 302, mend=mend))[4:6]
    assert "#1" in was
    assert "No. 1" in now
    assert max(width(was), width(now)) <= 80


def test_without_colour_there_are_no_signs_for_it_and_with_it_the_words_are_the_same(tmp_path):
    (tmp_path / "a.yaml").write_text("title: T\ndate: 10 May 2025\nwhy: W\n")
    problems = [at(2, 7, mend=Mend(2, 2, "date: 2025-05-10")), at(1, severity="warning")]
    plain, coloured = told(tmp_path, *problems), told(tmp_path, *problems, look=COLOURED)
    assert "\033" not in "".join(plain)
    assert [SIGNS.sub("", line) for line in coloured] == plain
    assert plain != coloured


def test_colours_are_those_that_can_be_read_on_dark_and_on_light(tmp_path):
    (tmp_path / "a.yaml").write_text("title: T\n")
    signs = set(SIGNS.findall("".join(told(tmp_path, at(1), at(1, severity="warning"), look=COLOURED))))
    used = {number for sign in signs for number in sign[2:-1].split(";")}
    assert used <= {"0", "1", "31", "32", "35"}


def test_only_signs_and_single_words_are_in_colour(tmp_path):
    (tmp_path / "a.yaml").write_text("title: T\ndate: 10 May 2025\n")
    problems = [at(2, 7, mend=Mend(2, 2, "date: 2025-05-10")), at(1, severity="warning")]
    lines = "\n".join(told(tmp_path, *problems, look=COLOURED))
    assert re.findall(r"\033\[1;3\dm(.*?)\033\[0m", lines) == ["error:", "^", "-", "+", "warning:", "^"]
    assert re.findall(r"\033\[1m(.*?)\033\[0m", lines) == ["a.yaml:2:7:", "help:", "a.yaml:1:1:", "help:"]


def test_a_file_s_text_cannot_steer_the_terminal(tmp_path):
    (tmp_path / "a.yaml").write_text("title: \x1b]0;owned\x07\u202e\n\x1b[2J\n")
    lines = told(tmp_path, at(1, 8, mend=Mend(1, 1, "title: \x1b[2J")), look=PLAIN)
    assert not {"\x1b", "\x07", "\u202e"} & set("".join(lines))


def test_a_screen_is_not_flooded_and_the_rest_is_counted_by_file(tmp_path):
    problems = [at(0, 0, f"{number // 30:02d}.yaml") for number in range(30 * 20)]
    lines = told(tmp_path, *problems)
    assert sum(": error: " in line for line in lines) == MOST
    rest = lines[lines.index("... and 550 more; mend those above first:") + 1 : -2]
    assert rest[0] == "    10 in 01.yaml"
    assert rest[1] == "    30 in 02.yaml"
    assert len(rest) == MOST_FILES + 1
    assert rest[-1] == "   270 in 9 other files"
    assert sum(int(line.split()[0].replace(",", "")) for line in rest) == 550


def test_who_reads_no_screen_gets_all(tmp_path):
    problems = [at(0, 0, f"{number}.yaml") for number in range(MOST + 5)]
    lines = told(tmp_path, *problems, look=PLAIN._replace(screen=False))
    assert sum(": error: " in line for line in lines) == MOST + 5


def test_nothing_is_told_of_nothing(tmp_path):
    assert told(tmp_path) == []


def test_the_code_that_is_named_is_that_of_an_error_first(tmp_path):
    warning = Problem(Place("a.yaml"), "review-due", "found", "expected", "warning")
    assert told(tmp_path, warning, at(0))[-1].endswith("explain bad-date")
    assert told(tmp_path, warning)[-1].endswith("explain review-due")


def test_a_terminal_of_few_letters_is_sent_none_that_it_lacks(tmp_path):
    (tmp_path / "橋.yaml").write_text("title: 橋\n")
    problem = Problem(Place("橋.yaml", 1, 8), "bad-date", "橋\tx", "write “no”", mend=Mend(1, 1, "title: é"))
    lines = told(tmp_path, problem, look=PLAIN._replace(encoding="ascii"))
    assert all(line.isascii() for line in lines)
    assert lines[0] == "??.yaml:1:8: error: ?? x [bad-date]"
