"""Social cards as pictures: their size, what may not touch the margins, which side they are read from."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from parley.model.proposal import StatusWord
from parley.pages.parts import Badge
from parley.pages.social import drawable
from parley.pages.social_parts import CardView
from parley.render.card import BAR, END, HEIGHT, RULE, START, WIDTH, card_png
from parley.render.theme import Theme, theme
from parley.render.typefaces import card_letters
from parley.words.labels import STATUS

BUILT_IN = theme([Path(__file__).parents[2] / "theme"])
LETTERS, _ = card_letters(BUILT_IN)
REASON = (
    "Russia rejected it on 11 May 2025 (Maria Zakharova): no, unless “Direct talks in Istanbul” comes about and more."
)
PROPOSAL = CardView(
    kicker="Proposal",
    title="A full and unconditional ceasefire of at least 30 days",
    marks=(Badge(status="rejected", label="Rejected"),),
    line=REASON,
    site="The Record",
    lang="en",
)
EVERY_STATUS = tuple(Badge(status=status, label=f"8888 {STATUS[status]}") for status in get_args(StatusWord))
REACH = 16  # pixels that a letter may reach out of its width


def picture(view: CardView, look: Theme = BUILT_IN) -> Image.Image:
    return Image.open(io.BytesIO(card_png(view, look))).convert("RGB")


def card(title: str, **more: object) -> CardView:
    return msgspec.structs.replace(PROPOSAL, title=title, **more)


def ink(of: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many pixels of ``box`` are not ground."""
    return sum(of.crop(box).convert("L").point(lambda value: 255 * (value < 250)).histogram()[1:])


def margins(of: Image.Image, rtl: bool = False) -> dict[str, int]:
    """The ink outside the block of text, by margin; the bar apart."""
    start, end = (WIDTH - START + REACH, END - REACH) if rtl else (START - REACH, WIDTH - END + REACH)
    left, right = (end, start) if rtl else (start, end)
    return {
        "left": ink(of, (0 if rtl else BAR, 0, left, HEIGHT)),
        "right": ink(of, (right, 0, WIDTH - BAR if rtl else WIDTH, HEIGHT)),
        "upper": ink(of, (BAR, 0, WIDTH - BAR, 40)),
        "lower": ink(of, (BAR, 590, WIDTH - BAR, HEIGHT)),
        "below the line": ink(of, (BAR, RULE + 3, WIDTH - BAR, RULE + 8)),
    }


def test_a_card_has_the_size_that_open_graph_s_readers_want_and_is_small() -> None:
    data = card_png(PROPOSAL, BUILT_IN)
    with Image.open(io.BytesIO(data)) as found:
        assert (found.format, found.size, found.mode) == ("PNG", (1200, 630), "P")
    assert len(data) <= 25_000


def test_two_processes_make_the_same_bytes() -> None:
    code = (
        "import sys, hashlib, pathlib, msgspec\n"
        "from parley.pages.social_parts import CardView\n"
        "from parley.render.card import card_png\n"
        "from parley.render.theme import theme\n"
        "view = msgspec.json.decode(sys.stdin.buffer.read(), type=CardView)\n"
        f"data = card_png(view, theme([pathlib.Path({str(Path(__file__).parents[2] / 'theme')!r})]))\n"
        "print(hashlib.sha256(data).hexdigest())"
    )
    run = [sys.executable, "-c", code]
    sent = msgspec.json.encode(PROPOSAL)
    told = {subprocess.run(run, input=sent, capture_output=True, check=True).stdout.decode().strip() for _ in range(2)}
    assert told == {hashlib.sha256(card_png(PROPOSAL, BUILT_IN)).hexdigest()}


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("kicker", "Demand"),
        ("title", "A full and unconditional ceasefire of at least 31 days"),
        ("marks", (Badge(status="open", label="Open"),)),
        ("line", REASON.replace("11 May", "12 May")),
        ("site", "The Ledger"),
        ("dir", "rtl"),
    ],
)
def test_everything_that_a_card_tells_is_seen(field: str, other: object) -> None:
    assert card_png(msgspec.structs.replace(PROPOSAL, **{field: other}), BUILT_IN) != card_png(PROPOSAL, BUILT_IN)


def test_letters_have_the_shape_of_their_language() -> None:
    shapes = [card_png(card("Ţară şi ţară", lang=lang), BUILT_IN) for lang in ("en", "ro")]
    assert shapes[0] != shapes[1], "Romanian has commas where Turkish has cedillas"


@pytest.mark.parametrize("status", get_args(StatusWord))
def test_a_status_is_told_without_colour_by_its_shape(status: StatusWord) -> None:
    """With one word and one colour for all, the shape alone still tells a status from "open"."""
    plain = BUILT_IN.styles["tokens.css"]
    for tone in ("open", "accepted", "conditional", "rejected", "superseded", "quiet"):
        plain += f":root {{ --{tone}: light-dark(#000000, #ffffff) }}"
    look = msgspec.structs.replace(BUILT_IN, styles={"tokens.css": plain})
    one = picture(card("x", marks=(Badge(status=status, label="Same"),)), look)
    other = picture(card("x", marks=(Badge(status="open", label="Same"),)), look)
    difference = ImageChops.difference(one, other).getbbox()
    assert (difference is None) == (status == "open")
    assert difference is None or (difference[0] >= START - 2 and difference[2] <= START + 44), "beside the word"


def unheaped(text: str) -> bool:
    """Whether no letter has a mark that Unicode has no single letter for: those heap up as no language writes them."""
    composed = unicodedata.normalize("NFC", text)
    return bool(text) and not any(map(unicodedata.combining, composed))


@settings(max_examples=40, deadline=None)
@given(
    st.one_of(
        st.text(alphabet=sorted(LETTERS), min_size=1, max_size=400),
        st.lists(st.text(alphabet="Wjfgyž́АЩЂőỚ", min_size=1, max_size=40), min_size=1, max_size=30).map(" ".join),
        st.lists(st.text(alphabet="وقفكململييٍّהפסקתץ3", min_size=1, max_size=20), min_size=1, max_size=30).map(" ".join),
    ).map(lambda text: drawable(text, LETTERS)).filter(unheaped),
    st.sampled_from([(), EVERY_STATUS[:1], EVERY_STATUS]),
    st.sampled_from(["ltr", "rtl"]),
)  # fmt: skip
def test_no_title_touches_the_margins(title: str, marks: tuple[Badge, ...], way: str) -> None:
    found = picture(card(title, marks=marks, dir=way, line=title, site=title, kicker=title))
    assert not any(margins(found, rtl=way == "rtl").values()), margins(found, rtl=way == "rtl")


@pytest.mark.parametrize("title", ["W" * 300, "Mmmm " * 80, "i", "ﷺ" * 100, "Ế̃̃̃̃̃̃" * 30, "-" * 200, "1 " * 150])
def test_titles_at_the_edge_of_what_is_written_stay_within_the_margins(title: str) -> None:
    found = picture(card(title, marks=EVERY_STATUS, line=title, site=title))
    assert not any(margins(found).values())


def test_all_statuses_find_room_on_one_card() -> None:
    without = picture(card("x", marks=EVERY_STATUS[:-1], line=""))
    all_of_them = picture(card("x", marks=EVERY_STATUS, line=""))
    assert ImageChops.difference(without, all_of_them).getbbox()
    assert not any(margins(all_of_them).values())


def test_a_short_title_is_set_large_and_a_long_one_is_cut() -> None:
    heights = []
    for title in ("HH", "HH " * 30, "HH " * 100):
        column = picture(card(title, marks=(), line="")).convert("L").crop((START, RULE + 8, START + 60, 400))
        inked = [column.crop((0, y, 60, y + 1)).getextrema()[0] < 128 for y in range(column.height)]
        first = inked.index(True)
        heights.append(inked.index(False, first) - first)
    assert heights[0] > heights[1] > heights[2] > 20
    assert card_png(card("Xx " * 200), BUILT_IN) == card_png(card("Xx " * 300), BUILT_IN)


def test_what_runs_from_right_to_left_is_set_from_the_right() -> None:
    title, line = "هل تجري؟", "رفضت روسيا المقترح."
    arabic = picture(card(title, kicker="مقترح", marks=(), line=line, site="", lang="ar", dir="rtl"))
    upper, middle, half = RULE + 10, 400, WIDTH // 2
    right, left = ink(arabic, (half, upper, WIDTH - BAR, HEIGHT)), ink(arabic, (BAR, upper, half, HEIGHT))
    assert right > 4 * left
    assert ink(arabic, (WIDTH - BAR, 0, WIDTH, HEIGHT)) == BAR * HEIGHT, "so does the bar"
    english = picture(card("Talk?", marks=(), line="", site=""))
    assert ink(english, (BAR, upper, half, middle)) > 4 * ink(english, (half, upper, WIDTH, middle))
    assert ink(english, (0, 0, BAR, HEIGHT)) == BAR * HEIGHT


def test_a_name_in_another_script_keeps_its_own_way_on_a_page_that_does_not() -> None:
    """Logical order is not the order in which Hebrew is seen: the first letter stands at the right end."""
    one, other = (picture(card(title, marks=(), line="")) for title in ("אבגדה", "תבגדה"))
    changed = ImageChops.difference(one, other).getbbox()
    block = ImageChops.difference(one, picture(card("י", marks=(), line=""))).getbbox()
    assert changed
    assert block
    assert changed[0] > (block[0] + block[2]) / 2
    assert block[0] < 120, "it still begins where the page's titles do"


def test_colours_are_those_of_the_theme() -> None:
    css = ":root { --bg: light-dark(#fffbe6, #000000); --accent: light-dark(#7a1f5c, #ffffff) }"
    look = msgspec.structs.replace(BUILT_IN, styles={**BUILT_IN.styles, "site.css": css})
    found = picture(PROPOSAL, look)
    assert found.getpixel((BAR // 2, 300)) == (0x7A, 0x1F, 0x5C)
    assert found.getpixel((WIDTH - 5, 300)) == (0xFF, 0xFB, 0xE6)
