"""Two lists whose items have no ids of their own: which of the new is which of the old."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec

from parley.compare.fields import alike
from parley.model.keys import Noun

N = TypeVar("N", bound=Noun)


class Matched(msgspec.Struct, Generic[N], frozen=True):
    """``pairs`` (old, new) in the order of the new list; what is only in one of the lists is ``gone`` or ``come``."""

    pairs: tuple[tuple[N, N], ...]
    gone: tuple[N, ...]
    come: tuple[N, ...]
    reordered: bool  # whether those that stayed stand in another order


def matched(old: Sequence[N], new: Sequence[N], likeness: Callable[[N, N], int], least: int) -> Matched[N]:
    """``old`` and ``new`` put together: first those that say the same, then the likest, as long as their ``likeness``
    is ``least`` or more. Of two that are equally like, the earlier in the lists."""
    partner: dict[int, int] = {}  # place in the new list -> place in the old one
    free = dict.fromkeys(range(len(old)))
    for at, item in enumerate(new):
        same = at if at in free and alike(old[at], item) else next((it for it in free if alike(old[it], item)), None)
        if same is not None:
            partner[at] = same
            del free[same]
    scores = sorted(
        (-score, was, at)
        for at, item in enumerate(new)
        if at not in partner
        for was in free
        if (score := likeness(old[was], item)) >= least
    )
    for _, was, at in scores:
        if was in free and at not in partner:
            partner[at] = was
            del free[was]
    places = [partner[at] for at in sorted(partner)]
    return Matched(
        tuple((old[partner[at]], new[at]) for at in sorted(partner)),
        tuple(old[at] for at in free),
        tuple(item for at, item in enumerate(new) if at not in partner),
        places != sorted(places),
    )
