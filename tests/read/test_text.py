"""Bytes become text, or the reason why not is told at its place."""

import sys

import pytest
import yaml

from parley.read.text import MAX_BYTES, text, unseen


def found(data: bytes):
    """The text, and the places and codes of the problems."""
    problems = []
    result = text(data, "a.yaml", problems)
    return result, [(problem.place.line, problem.place.column, problem.code) for problem in problems]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_of_every_sort_become_one(end):
    assert found(b"a" + end + b"b") == ("a\nb", [])


def test_the_mark_of_utf_8_is_left_out():
    assert found(b"\xef\xbb\xbfa") == ("a", [])


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
def test_what_yaml_takes_for_a_line_end_and_no_editor_does_becomes_a_space(character):
    assert found(f"a{character}b".encode()) == ("a b", [])


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"ab\ncd\xffe", (2, 3, "not-utf-8")),
        (b"ab\r\ncd\xffe", (2, 3, "not-utf-8")),
        (b"\xef\xbb\xbfab\xff", (1, 3, "not-utf-8")),
        ("a".encode("utf-16"), (0, 0, "not-utf-8")),
        ("ab".encode("utf-16-le"), (0, 0, "not-utf-8")),
        (b" " * (MAX_BYTES + 1), (0, 0, "file-too-large")),
    ],
)
def test_what_is_no_text_is_refused_at_its_place(data, place):
    assert found(data) == (None, [place])


@pytest.mark.parametrize(
    ("data", "left", "place"),
    [
        ("é\nüb\0c".encode(), "é\nübc", (2, 3, "control-character")),
        ("a\r\nb\u202ec".encode(), "a\nbc", (2, 2, "bidi-control")),
    ],
)
def test_a_sign_that_nobody_sees_is_told_and_the_rest_is_read_without_it(data, left, place):
    assert found(data) == (left, [place])


def test_what_is_full_of_signs_that_nobody_sees_is_no_text():
    assert found(b"a\x01\n" * 6) == (None, [(1, 2, "control-character")])


def test_the_first_unseen_character_is_named():
    problems = []
    text(b"a\x07b", "a.yaml", problems)
    assert str(problems[0]) == (
        "a.yaml:1:2: error: a control character, U+0007; remove it (it may be invisible) [control-character]"
    )


def test_every_character_that_is_let_through_is_one_that_yaml_can_read():
    codes = [*range(0x20, 0x3000), *range(0xD000, 0x11000), *range(0x1F000, 0x1F900), sys.maxunicode]
    letters = "".join(chr(code) for code in codes if not unseen(chr(code)))
    assert len(letters) > 25_000
    allowed, problems = found(letters.encode())
    assert problems == []
    for quote in ("'", '"'):
        inner = allowed.translate(dict.fromkeys(map(ord, "'\"\\"))).strip()
        (scalar,) = [event for event in yaml.parse(f"{quote}{inner}{quote}") if isinstance(event, yaml.ScalarEvent)]
        assert scalar.value == inner
