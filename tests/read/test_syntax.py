"""YAML's complaints in words for someone who has never seen YAML. The corpus has many more, by place and code."""

import pytest

from parley.read.syntax import escape_fault
from tests.read.town import BRIEF, spoilt, told

TITLE = "title: The bridge\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            spoilt(TITLE, "title: The bridge: open or not\n"),
            '1:8: error: a second ": " in one line; put the text in quotes: title: "The bridge: open or not"',
        ),
        (
            spoilt(TITLE, 'title: "The" bridge: open\n'),
            "1:8: error: text after the closing quotation mark; "
            "put the whole text in quotes: title: '\"The\" bridge: open'",
        ),
        (
            spoilt(TITLE, 'title: "The" reed\'s bridge\n'),
            "1:8: error: text after the closing quotation mark; "
            "put the whole text in quotes: title: '\"The\" reed''s bridge'",
        ),
        (
            spoilt(TITLE, "title: @reed speaks\n"),
            '1:8: error: text that begins with an at sign; put it in quotes: title: "@reed speaks"',
        ),
        (
            spoilt(TITLE, 'title: "The bridge\n'),
            "1:8: error: a quotation mark that is never closed; close it with the same mark",
        ),
        (
            spoilt("    by: traders", "\tby: traders"),
            "11:1: error: a tab in the indentation; indent with plain spaces, two for each step",
        ),
        (
            spoilt("    by: traders", "    by:traders"),
            '11:8: error: "by:traders", a colon without a space after it; write a plain colon and a space: by: traders',
        ),
        (
            spoilt("    by: traders", "    by traders"),
            '11:1: error: "by traders", a line without a colon; '
            'write "key: value", or indent it to belong to the text above',
        ),
        (
            spoilt("    by: traders", "   by: traders"),
            '11:4: error: "by: traders", which does not fit the lines above it; '
            "align it with its neighbours; what belongs to a key is indented by two spaces",
        ),
        (
            spoilt("by: traders", "by: [traders, council"),
            '11:9: error: a bracket that is never closed; close it with "]", or put the text in quotes',
        ),
        (
            spoilt(TITLE, 'title: "C:\\plan"\n'),
            "1:11: error: a backslash in double quotes with a letter that means nothing there; "
            "use single quotes, or write two backslashes",
        ),
        (
            spoilt(TITLE, "title: Their #1 bridge\n"),
            '1:14: error: text after a # sign, which YAML leaves out: "#1 bridge"; '
            'put the whole text in quotes; a remark begins with "# ", with a space',
        ),
        (
            spoilt("what: |\n  The", "what: |\nThe"),
            '4:1: error: text below "what:" that is not indented; '
            "indent every line of it by two spaces more than its key",
        ),
        (
            spoilt(TITLE, "title: *a\n"),
            '1:8: error: "*a", which YAML takes for a reference (an alias); '
            "put the text in quotes, or write the value out",
        ),
    ],
)
def test_a_complaint_says_what_was_found_and_how_it_is_written(text, message, tmp_path):
    assert told(tmp_path, {"briefs/town.yaml": text}) == [f"briefs/town.yaml:{message}"]


@pytest.mark.parametrize("length", [100, 1_900])
def test_a_long_line_is_shown_by_its_beginning(length, tmp_path):
    (message,) = told(tmp_path, {"briefs/town.yaml": spoilt(TITLE, f"title: a: {'b' * length}\n")})
    assert len(message) < 250
    assert "bbb..." in message


def test_a_fault_that_yaml_notices_two_lines_later_is_told_where_it_is(tmp_path):
    text = spoilt("title: The bridge\n", "title： The bridge\n\n# It opened in 1890.\n")
    (message,) = told(tmp_path, {"briefs/town.yaml": text})
    assert message.startswith("briefs/town.yaml:1:6: error: ")


@pytest.mark.parametrize("mark", ['"', "'"])
def test_an_open_quote_is_told_where_it_opens_though_another_closes_it(mark, tmp_path):
    text = spoilt(TITLE, f"title: {mark}The bridge\n", spoilt("title: Minutes", f"title: {mark}Minutes{mark}"))
    (message,) = told(tmp_path, {"briefs/town.yaml": text})
    assert message.startswith("briefs/town.yaml:1:8: error: a quotation mark that is never closed")


def test_a_fault_in_the_first_line_is_not_blamed_on_the_last(tmp_path):
    text = f"{spoilt(TITLE, 'title: [a' + chr(10))}note： x"
    first, last = told(tmp_path, {"briefs/town.yaml": text})
    assert first.startswith("briefs/town.yaml:1:8: error: a bracket that is never closed")
    assert last.startswith('briefs/town.yaml:33:5: error: "note： x", a wide colon')


def test_a_letter_that_does_not_exist_is_told_at_its_backslash():
    lines = ["title: a", 'what: "Wo \\UFFFFFFFF"']
    assert (escape_fault(lines).line, escape_fault(lines).column) == (1, 10)


def test_a_quoted_text_over_several_lines_is_not_blamed_for_what_follows(tmp_path):
    text = f'{BRIEF}background: "First\n  and second"\nsummary: a: b\n'
    (message,) = told(tmp_path, {"briefs/town.yaml": text})
    assert message.startswith('briefs/town.yaml:35:10: error: a second ": "')
