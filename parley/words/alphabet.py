"""The order of names in an index, and the letter each stands under, in the alphabet of the name's own script.

Marks on letters do not count (É stands under E), but for Cyrillic, where й and ї are letters of their own. Unicode's
full collation (UTS #10) needs tables that Python does not bring; this comes near it for the scripts of the news.
"""

# ruff: noqa: RUF001 - Cyrillic letters are meant

from __future__ import annotations

import unicodedata
from functools import lru_cache

FIGURES, HAN = "0–9", "漢"
# Cyrillic letters that Unicode puts after я, and the letter that each follows in its alphabet (CLDR, root collation).
AFTER = {"ѓ": "г", "ґ": "г", "ђ": "д", "є": "е", "ё": "е", "ѕ": "з", "і": "и", "ї": "и", "ј": "и", "ќ": "к", "љ": "л",
         "њ": "н", "ћ": "т", "ў": "у", "џ": "ч"}  # fmt: skip


def letter(name: str) -> str:
    """The letter that ``name`` stands under: a capital, or ``FIGURES`` for what begins with no letter."""
    return _letter(_plain(name))


def _letter(plain: str) -> str:
    first = plain[:1]
    if not first.isalpha():
        return FIGURES
    return HAN if unicodedata.name(first, "").startswith("CJK") else first.upper()


def order(name: str) -> tuple[bool, list[str], str]:
    """What to sort names by: scripts in the order of Unicode (Latin, Greek, Cyrillic, ...), figures after them."""
    plain = _plain(name)
    return not plain[:1].isalpha(), [f"{AFTER[each]}\uffff{each}" if each in AFTER else each for each in plain], name


def beginning(name: str) -> str:
    """The first two letters of ``name`` in small letters without marks, by which a long letter is parted; the first
    alone where that says enough (Han), or where no letter follows."""
    plain = _plain(name)
    return plain[:2] if plain[1:2].isalnum() and letter(name) != HAN else plain[:1] or "0"


@lru_cache(maxsize=65536)
def _plain(name: str) -> str:
    """``name`` in small letters without marks, from its first letter or figure on."""
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(map(_unmarked, unicodedata.normalize("NFC", plain)))
    return next((plain[at:] for at, each in enumerate(plain) if each.isalnum()), "")


def _unmarked(sign: str) -> str:
    if "\u0400" <= sign <= "\u04ff":
        return sign
    return "".join(part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part))
