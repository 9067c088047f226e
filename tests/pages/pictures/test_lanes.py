"""The layout of the lane diagram, as numbers."""

from __future__ import annotations

import pytest

from parley.model.page import Link
from parley.pages.parts import When
from parley.pages.pictures.exchanges import Move, Said
from parley.pages.pictures.lanes import REST, WIDTH, columns, lanes
from parley.pages.pictures.parts import Lanes

SIDES = {name: Link(text=name.capitalize(), href=f"#{name}") for name in "abcdefghij"}


def move(by: str, to: str, *said: str, title: str = "A truce") -> Move:
    """A proposal of the sides ``by`` to the sides ``to``, one letter each; ``said`` are sides that reject it."""
    return Move(
        date=When(words="10 May 2025"),
        day="10 May 2025",
        link=Link(text=title, href="#truce"),
        by=tuple(by),
        to=tuple(to),
        said=tuple(Said(side=side, word="rejects", label="Rejects", href=f"#{side}-no") for side in said),
        words=(title,),
        told=f"from {by} to {to}",
        alone="Announced",
    )


def drawn(*moves: Move, mirrored: bool = False) -> Lanes:
    found = lanes(moves, SIDES, mirrored=mirrored)
    assert found
    return found


def test_sides_stand_in_the_order_in_which_they_come_up() -> None:
    assert columns([move("b", "a"), move("a", "cb"), move("d", "")]) == ["b", "a", "c", "d"]
    assert [head.link.text for head in drawn(move("b", "a"), move("a", "c")).heads] == ["B", "A", "C"]


def test_of_more_than_six_sides_those_with_least_part_in_it_share_the_last_lane() -> None:
    moves = [move("g", "a"), move("abc", "def"), move("abc", "def"), move("h", "a", "a")]
    assert columns(moves) == ["a", "b", "c", "d", "e", REST]
    found = drawn(*moves)
    assert found.heads[-1].link.text == "3 others"
    assert found.rows[0].arrow.dots == found.rows[3].arrow.dots == (found.heads[-1].x,)


def test_answers_that_agree_in_the_shared_lane_are_counted_and_a_single_one_is_named() -> None:
    often = [move("abc", "de")] * 9
    found = drawn(move("a", "fgh", "f", "g", "h"), move("a", "f", "f"), *often)
    shared = [mark for mark in found.rows[0].marks if mark.side.text.endswith("others")]
    assert [(mark.side.text, mark.label, mark.href) for mark in shared] == [("3 others", "Rejects", "#positions")]
    (single,) = found.rows[1].marks
    assert (single.side.text, single.href) == ("F", "#f-no")
    assert " ".join(single.lines) == "Rejects (F)"


def test_of_more_than_twelve_the_newest_eight_are_drawn_oldest_first_and_the_others_are_counted() -> None:
    moves = [move("a", "b", title=str(at)) for at in range(15)]
    found = drawn(*moves)
    assert [row.link.text for row in found.rows] == [str(at) for at in range(7, 15)]
    assert found.more == Link(text="7 earlier proposals", href="#proposals")
    assert drawn(*moves[:12]).more is None


def test_no_picture_is_made_for_fewer_than_two_sides() -> None:
    assert lanes((), SIDES) is None
    assert lanes((move("a", ""),), SIDES) is None


def test_an_arrow_leads_from_every_proposer_to_every_side_asked() -> None:
    found = drawn(move("ac", "bd"))
    a, c, b, d = (head.x for head in found.heads)
    arrow = found.rows[0].arrow
    assert arrow.dots == (a, c)
    assert (arrow.start, arrow.end) == (a, d)
    assert [(head.x, head.back < 0) for head in arrow.heads] == [(b, True), (d, True)]


def test_a_side_between_two_proposers_gets_an_arrow_from_each() -> None:
    found = drawn(move("a", "b"), move("b", "c"), move("ac", "b"))
    _, b, _ = (head.x for head in found.heads)
    assert [(head.x, head.back < 0) for head in found.rows[2].arrow.heads] == [(b, True), (b, False)]


def test_an_answer_stands_in_the_lane_of_who_gives_it_even_of_a_proposer_s_own() -> None:
    found = drawn(move("a", "b", "a", "b"))
    half = WIDTH // 2
    assert [(mark.side.text, mark.icon < half) for mark in found.rows[0].marks] == [("A", True), ("B", False)]


def test_a_proposal_to_nobody_has_no_arrow_and_says_so() -> None:
    found = drawn(move("a", "b"), move("a", ""))
    row = found.rows[1]
    assert row.arrow.heads == ()
    assert [(mark.word, " ".join(mark.lines), mark.href) for mark in row.marks] == [("proposed", "Announced", "")]


def test_rows_stand_below_one_another_whatever_they_hold() -> None:
    found = drawn(
        move("a", "bcdef", *"bcdef", title="long " * 60), move("b", "a", "a"), move("abcghij", "def", *"defghij")
    )
    floor = 20 * max(len(head.lines) for head in found.heads)
    for row in found.rows:
        assert row.y - 15 > floor
        assert row.arrow.y > row.y + 20 * (len(row.lines) - 1) + 5
        assert all(mark.y - 15 > row.arrow.y for mark in row.marks)
        floor = max([row.arrow.y, *(mark.y + 20 * (len(mark.lines) - 1) for mark in row.marks)])
    assert found.height > floor


def test_a_page_that_runs_from_the_right_has_the_same_picture_mirrored() -> None:
    moves = (move("a", "bc", "b"), move("b", "a", "a"), move("c", ""))
    plain, mirrored = drawn(*moves), drawn(*moves, mirrored=True)
    assert [head.x for head in mirrored.heads] == [WIDTH - head.x for head in plain.heads]
    assert [band + plain.band for band in mirrored.bands] == [WIDTH - band for band in plain.bands]
    for here, there in zip(plain.rows, mirrored.rows, strict=True):
        assert (there.x, there.y) == (WIDTH - here.x, here.y)
        assert (there.arrow.start, there.arrow.end) == (WIDTH - here.arrow.end, WIDTH - here.arrow.start)
        assert [(head.x, head.back) for head in there.arrow.heads] == [
            (WIDTH - head.x, -head.back) for head in here.arrow.heads
        ]
        assert [mark.x for mark in there.marks] == [WIDTH - mark.x for mark in here.marks]
        assert all(mark.icon > mark.x for mark in there.marks)


@pytest.mark.parametrize("sides", ["ab", "abc", "abcdef"])
def test_no_answer_leaves_its_lane(sides: str) -> None:
    moves = [move(sides[0], sides[1:], *sides[1:])]
    found = drawn(*moves)
    for mark in found.rows[0].marks:
        lane = next(start for start in reversed(found.bands) if start <= mark.icon)
        assert mark.x + 4 * 15 < lane + found.band
