"""Which words of a sentence are a move, whose it is, and which are none."""

from __future__ import annotations

import pytest

from parley.draft.moves import moves
from parley.draft.names import Cast
from parley.draft.sentences import sentences


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    article = sentences(f"A headline of the day\n\n{text}\n")
    cast = Cast([])
    cast.learn(article)
    return [(move.kind, move.by) for move in moves(article, cast).moves]


@pytest.mark.parametrize(
    ("text", "kind", "by"),
    [
        ("Mayor Ann Reed proposed a toll on the bridge.", "proposal", ("ann-reed",)),
        ("Mayor Ann Reed did not accept the toll.", "rejection", ("ann-reed",)),
        ("Mayor Ann Reed urged them to accept the offer.", "supports", ("ann-reed",)),
        ("Mayor Ann Reed called on both sides to accept mediation by a judge.", "demand", ("ann-reed",)),
        ("The council of Hallam on Monday proposed a trial until September.", "proposal", ()),
    ],
)
def test_a_move_has_its_kind_and_whoever_makes_it(text: str, kind: str, by: tuple[str, ...]) -> None:
    assert told(text) == [(kind, by)]


@pytest.mark.parametrize("text", ["It rained on the proposed bridge all day.", "Was the toll rejected by the council?"])
def test_what_is_no_move_is_none(text: str) -> None:
    assert told(text) == []
