"""English articles before names: "the United States", but "Ukraine" and "Volodymyr Zelensky".

A rule of thumb by the last and the linking words of a name; a name that already begins with "The" takes none.
"""

from __future__ import annotations

import re

from parley.model.actor import Actor
from parley.words.tongue import ENGLISH, spoken

LAST_WORD = re.compile(
    r"(?:Alliance|Assembly|Association|Authority|Bank|Board|Coalition|Commission|Committee|Confederation|Congress"
    r"|Conference|Convention|Council|Court|Directorate|Emirates|Federation|Forum|Foundation|Front|Fund|Government"
    r"|Group|Institute|Islands|Kingdom|League|Ministry|Movement|Nations|Netherlands|Office|Organi[sz]ation|Parliament"
    r"|Party|Philippines|Republic|Secretariat|Senate|States|Syndicate|Tribunal|Union|Unions)$"
)
OF = re.compile(r"^[A-Z]\w+(?: \w+)* (?:of|for|on) ")


def article(actor: Actor) -> str:
    """ "the " where English puts it before the actor's name within a sentence, else "", as in other languages."""
    if spoken() is not ENGLISH or actor.kind == "person" or actor.name[:4].casefold() == "the ":
        return ""
    return "the " if LAST_WORD.search(actor.name) or OF.match(actor.name) else ""
