"""Every status has a shape that is told from the others without any colour."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest
from PIL import ImageChops, ImageStat

from parley.model.proposal import StatusWord
from parley.render.card_marks import mark

STATUSES = get_args(StatusWord)


@pytest.mark.parametrize("status", STATUSES)
def test_a_shape_fills_its_square_without_touching_what_is_beside(status: str) -> None:
    shape = mark(status, 32)
    left, upper, right, lower = shape.getbbox() or (0, 0, 0, 0)
    assert shape.size == (32, 32)
    assert right - left >= 20
    assert lower - upper >= 20


def test_shapes_differ_but_for_the_two_that_are_over() -> None:
    for one, other in combinations(STATUSES, 2):
        difference = ImageStat.Stat(ImageChops.difference(mark(one, 32), mark(other, 32))).mean[0]
        if {one, other} == {"lapsed", "withdrawn"}:
            assert difference == 0, "they share an hourglass on the pages, too"
        else:
            assert difference > 15, (one, other)
