"""A small list of English words by which a report takes sides, each with a plainer one; a site may ask for it."""

from __future__ import annotations

SAID = '"said"'

BUILT_IN = {
    "admits": '"says"',
    "admitted": SAID,
    "admit": '"say"',
    "alleges": '"says"',
    "boasted": SAID,
    "boasts": '"says"',
    "bragged": SAID,
    "claimed": SAID,
    "claims that": '"says that"',
    "conceded": SAID,
    "concedes": '"says"',
    "confessed": SAID,
    "insisted": SAID,
    "insists": '"says"',
    "lashed out": '"criticised"',
    "slammed": '"criticised"',
    "slams": '"criticises"',
    "blasted": '"criticised"',
    "refused to admit": '"did not say"',
    "so-called": "what it is, or whose name for it this is",
    "regime": '"government"',
    "terrorists": "who they are, or who calls them so",
    "freedom fighters": "who they are, or who calls them so",
    "puppet": "whose ally it is",
    "obviously": "nothing in its place",
    "of course": "nothing in its place",
    "unprecedented": "what is new about it",
    "historic": "what is new about it",
    "shocking": "what happened",
    "outrageous": "what happened",
    "radical": "what is asked for",
    "hardliner": "what is asked for",
    "hardliners": "what they ask for",
}
