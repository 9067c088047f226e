"""How a text is typed as a value in YAML, so that it is read as that text again: in quotes only where it must be.

Meant for one line in block style. What is inside brackets, or longer than a line, others write.
"""

from __future__ import annotations

import re

# A text may stand without quotes where it begins with a letter or a digit and nothing in it means something to YAML.
_PLAIN = re.compile(r"[^\W_](?:.*\S)?")
_MEANS_SOMETHING = re.compile(r":(?:\s|$)|\s#")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def as_typed(text: str) -> str:
    """``text`` as it is typed after a colon or a dash."""
    plain = _PLAIN.fullmatch(text) and not _MEANS_SOMETHING.search(text) and not _UNSEEN.search(text)
    return text if plain else in_quotes(text)


def in_quotes(text: str) -> str:
    """``text`` in the quotes that need the least escaping: double ones, or single ones where it holds double ones."""
    if _UNSEEN.search(text):
        inner = text.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", inner) + '"'
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
