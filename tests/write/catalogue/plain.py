"""Words of the trade that a reporter should never meet in a message or in the catalogue."""

import re

JARGON = re.compile(
    r"\b(scalars?|mappings?|sequences?|tokens?|pars(?:e|es|ed|er|ing)|nodes?|strings?|nulls?|boolean|regex|"
    r"dict|array|syntax|invalid|exception|stack|schema)\b",
    re.IGNORECASE,
)
