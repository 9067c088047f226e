"""What prose refers to, and what only looks so."""

import time

import pytest

from parley.model.mentions import Mention, mentions


def found(text: str) -> list[tuple[str, str, str]]:
    return [(it.kind, it.target, it.text) for it in mentions(text)]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("[[putin]]", ("actor", "putin", "")),
        ("[[putin|the Russian president]]", ("actor", "putin", "the Russian president")),
        ("[[actor:putin]]", ("actor", "putin", "")),
        ("[[brief:istanbul-talks]]", ("brief", "istanbul-talks", "")),
        ("[[proposal:ceasefire|the truce]]", ("proposal", "ceasefire", "the truce")),
        ("[[proposal:city/ceasefire]]", ("proposal", "city/ceasefire", "")),
        ("[^upi-10may]", ("source", "upi-10may", "")),
        ("[[ brief : talks | the  talks ]]", ("brief", "talks", "the talks")),
        ("[[putin|the Russian\npresident]]", ("actor", "putin", "the Russian president")),
        ("[[proposal:\nceasefire]]", ("proposal", "ceasefire", "")),
        ("[^ upi\n10may ]", ("source", "upi 10may", "")),
        ("[[putin|]]", ("actor", "putin", "")),
        ("[[putin|a|b]]", ("actor", "putin", "a|b")),
        ("[[step:talks]]", ("unknown", "talks", "")),
        ("[[]]", ("actor", "", "")),
        ("[[proposal:]]", ("proposal", "", "")),
        ("[^]", ("source", "", "")),
        ("[[putin", ("unknown", "", "[[")),
        ("[[putin]", ("unknown", "", "[[")),
        ("[[putin [x]", ("unknown", "", "[[")),
        ("[[[[putin", ("unknown", "", "[[[[")),
        ("![[putin]]", ("actor", "putin", "")),
        ("*[[putin]]*", ("actor", "putin", "")),
        ("\\\\[[putin]]", ("actor", "putin", "")),
        ("`a` [[putin]]", ("actor", "putin", "")),
        ("` [[putin]]", ("actor", "putin", "")),
        ("\\`[[putin]]`", ("actor", "putin", "")),
        ("`a\n\n[[putin]] b`", ("actor", "putin", "")),
        ("``` not a fence ``` [[putin]]", ("actor", "putin", "")),
    ],
)
def test_a_mention_is_found(text, mention):
    assert found(text) == [mention]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "[putin]",
        "[putin](https://example.org)",
        "[text][reference]",
        "`[[putin]]`",
        "``a ` [[putin]] b``",
        "`a\n[[putin]] b`",
        "```\n[[putin]]\n```",
        "```text\n[[putin]]\n\n[^x]\n",
        "~~~\n[[putin]]\n~~~\n",
        "\\[[putin]]",
        "\\[^upi]",
    ],
)
def test_what_only_looks_like_a_mention_is_none(text):
    assert found(text) == []


def test_mentions_come_in_order_with_their_spans():
    text = "Of [[a]] and `[[b]]` by [[c|d]].[^e]"
    assert list(mentions(text)) == [
        Mention("actor", "a", "", 3, 8),
        Mention("actor", "c", "d", 24, 31),
        Mention("source", "e", "", 32, 36),
    ]
    assert [text[it.start : it.end] for it in mentions(text)] == ["[[a]]", "[[c|d]]", "[^e]"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 40_000,
        "[[" * 20_000 + "a]]",
        "[[a" * 13_000,
        "[[a|" * 10_000,
        "[^" * 20_000,
        "[" + "`a" * 20_000,
        "[" + " ".join("`" * length for length in range(1, 280)),
        "[" + "`" * 39_999,
        "[\n" + "```\n" * 10_000,
        "[\n" + "~~~\n" * 10_000,
        "[[" + " " * 40_000,
        "[[a|" + "b" * 40_000,
        "\\" * 40_000 + "[",
        "[\n" + "`\n\n" * 10_000,
    ],
)
def test_reading_takes_time_that_grows_with_the_length_alone(text):
    began = time.process_time()
    for _ in mentions(text):
        pass
    assert time.process_time() - began < 5
