"""What an address on the web comes to, once somebody has asked for it."""

from typing import Literal

from parley.model.keys import Noun

State = Literal["alive", "moved", "dead", "unknown"]


class Verdict(Noun, frozen=True, kw_only=True):
    """What came of one address. ``why`` is a few words, ``now`` where it has moved for good. ``unheard`` is told where
    no machine was heard at all, which may be the fault of one's own network."""

    state: State
    why: str = ""
    now: str = ""
    unheard: bool = False
