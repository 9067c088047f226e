"""What each status means, in one sentence for readers: the rules by which it is worked out, in their order."""

from __future__ import annotations

from parley.model.proposal import StatusWord
from parley.words.tongue import Labels

RULES = Labels[StatusWord](
    {
        "withdrawn": "Whoever made it took it back.",
        "superseded": "Another proposal has taken its place.",
        "rejected": "The latest answer of somebody who was asked is a no. What would change it is told beside it.",
        "conditional": "Everybody who was asked said yes, at least one of them on a condition.",
        "accepted": "Everybody who was asked said yes, and nobody attached a condition.",
        "lapsed": "The day by which an answer was asked for has passed, and somebody who was asked has not answered.",
        "open": "Somebody who was asked has said neither yes nor no, and none of the above is so.",
        "announced": "A warning or a decision: nobody is asked to say yes or no.",
    }
)
