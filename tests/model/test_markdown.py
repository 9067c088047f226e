"""The bones of a Markdown page: what is a heading, code, a table or a link, and what only looks like one."""

import pytest

from parley.model.markdown import Code, Grid, Heading, blocks, found_in, plain, title_of, without_code


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# About us\n\nWe are four.", ("About us", 1)),
        ("\n\n#  Spaced  ##\n", ("Spaced", 3)),
        ("About us\n========\n", ("", 1)),
        ("## Too low\n", ("", 1)),
        ("#no blank\n", ("", 1)),
        ("", ("", 1)),
    ],
)
def test_a_title_is_a_heading_of_the_first_level_in_the_first_line(text: str, title: tuple[str, int]) -> None:
    assert title_of(text) == title


def test_a_page_is_parted_in_its_order() -> None:
    text = "One.\n\n## A `key`\nTwo\nlines.\n\n```yaml briefs/x.yaml, at the end\na: 1\n\n# no heading\n```\n- three\n"
    assert list(blocks(text)) == [
        "One.",
        Heading(2, "A `key`", "a-key"),
        "Two\nlines.",
        Code("yaml", "briefs/x.yaml, at the end", "a: 1\n\n# no heading", 8),
        "- three",
    ]


def test_a_fence_is_closed_by_one_as_long_and_of_the_same_sign_or_by_the_end() -> None:
    assert list(blocks("````\n```\n~~~\n````\n")) == [Code("", "", "```\n~~~", 2)]
    assert list(blocks("~~~ sh\nparley")) == [Code("sh", "", "parley", 2)]


def test_a_table_has_a_rule_under_its_head_and_as_many_cells_in_every_row() -> None:
    (grid,) = blocks("| a | b |\n|---|:-:|\n| 1 \\| 2 | `x` | more |\n| 3 |\n")
    assert grid == Grid(("a", "b"), (("1 | 2", "`x`"), ("3", "")))
    assert list(blocks("| a | b |\n| 1 | 2 |\n")) == ["| a | b |\n| 1 | 2 |"]


def test_two_headings_of_one_name_have_two_anchors() -> None:
    found = [
        block.anchor
        for block in blocks("## Über “uns”?\n### Über uns\n## 5. Say no\n## !\n")
        if isinstance(block, Heading)
    ]
    assert found == ["über-uns", "über-uns-1", "5-say-no", "part"]


def test_links_and_tags_are_found_where_they_stand_and_not_in_code() -> None:
    text = (
        "[a](b.md#c) `[d](e.md)` <b>x</b> <https://x.example/>\n    [f](g.md)\n```\n[h](i.md)\n```\n[j]: k.md\n\\](no)"
    )
    found = list(found_in(text))
    assert [(each.kind, each.text) for each in found] == [
        ("link", "b.md#c"), ("tag", "<b>"), ("tag", "</b>"), ("apart", "[j]: k.md"),
    ]  # fmt: skip
    assert all(text[each.start : each.end].strip() == each.text for each in found)


def test_a_text_without_its_code_is_as_long_as_before() -> None:
    text = "a `b` c\n```\nd\n```\ne ``f` g`` h"
    assert len(without_code(text)) == len(text)
    assert without_code(text).split() == ["a", "c", "e", "h"]


def test_plain_text_has_no_signs() -> None:
    assert plain("The `file` of [us](x.md), *now* \\[so\\]") == "The file of us, now [so]"


def test_many_signs_take_no_time_that_grows_with_their_square() -> None:
    import time

    began = time.perf_counter()
    for text in (
        "[" * 50_000,
        "](" * 50_000,
        "<a " * 50_000,
        "`" * 50_000,
        "|" * 50_000,
        "# " * 50_000,
        "```\n" * 20_000,
    ):
        list(blocks(text))
        list(found_in(text))
        plain(text)
    assert time.perf_counter() - began < 10
