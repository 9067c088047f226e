"""Emphasis never loses a letter, nor says one twice, however its signs are mixed."""

from __future__ import annotations

import random
import re

import lxml.html
import pytest
from markdown import Markdown
from markdown.inlinepatterns import DelimiterProcessor

from parley.render.emphasis import Emphasis
from parley.render.prose import markdown_html
from tests.reliability.figures import Chapter, Figures

PIECES = ["*", "**", "_", "__", "***", "a", "b", "c d", " ", "e", "f", "(", ".", "`g`", "\\*"]


def html(text: str) -> str:
    return markdown_html(text, (), inline=True)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("_*b** *abc*", "_<em>b</em>* <em>abc</em>"),
        ("_*b** *`c`*", "_<em>b</em>* <em><code>c</code></em>"),
        ("*a **b** c * x* *d*", "<em>a <strong>b</strong> c * x</em> <em>d</em>"),
        ("***a** b*", "<em><strong>a</strong> b</em>"),
        ("**a *b***", "<strong>a <em>b</em></strong>"),
        ("snake_case_word and *a_b*", "snake_case_word and <em>a_b</em>"),
    ],
)
def test_signs_that_belong_to_no_emphasis_stay_and_move_nothing(text: str, made: str) -> None:
    assert html(text) == made


@pytest.mark.parametrize("begun", ["", "*", "_", "*_"])
def test_signs_are_found_where_python_markdown_finds_them(begun: str) -> None:
    chance, emphasis = random.Random(7), Emphasis(Markdown())
    for sign in begun:
        emphasis.delimiters[sign].stack.append((0, 1, False, 1, 1))
    for _ in range(500):
        text = "".join(chance.choice(PIECES) for _ in range(12))
        for start in range(len(text)):
            ours, theirs = emphasis.search(text, start), DelimiterProcessor.search(emphasis, text, start)
            assert (ours and (ours.span(), ours.lastgroup)) == (theirs and (theirs.span(), theirs.lastgroup)), text


def test_no_letter_of_any_mix_of_signs_is_lost(figures: Figures) -> None:
    chance, tried, wrong = random.Random(7), figures.many(2_000, 100_000), []
    for _ in range(tried):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 24))).strip()
        said = lxml.html.fragment_fromstring(html(text), create_parent="div").text_content()
        if re.findall(r"\w", said.replace("_", "")) != re.findall(r"\w", text.replace("_", "")):
            wrong.append(text)
    figures.tell(Chapter.BAD_INPUT, "mixes of signs of emphasis in prose whose letters all came out", tried, len(wrong))
    assert not wrong, wrong[:5]
