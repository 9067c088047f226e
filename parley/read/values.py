"""Text -> a typed value, by the kind that stands under a key. Refuses with what was found and what is right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from parley.model.dates import parsed_date
from parley.model.keys import Kind

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
REFERENCE = re.compile(rf"(?:{ID.pattern}/)?{ID.pattern}")
LANG = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{4,8})*"
)  # RFC 5646, common part
QID = re.compile(r"Q[1-9]\d{0,11}")
LONGEST = {Kind.TEXT: 2_000, Kind.LINE: 4_000, Kind.PROSE: 40_000}
MAX_ID = 100
# ISO 3166-1 alpha-2, officially assigned.
COUNTRIES = frozenset(
    re.findall(
        "..",
        "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCR"
        "CUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHU"
        "IDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQ"
        "MRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSI"
        "SJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW",
    )
)


class Refused(ValueError):
    """A value that does not fit: ``code``, what was ``found`` and what was ``expected``."""

    def __init__(self, code: str, found: str, expected: str) -> None:
        super().__init__(found)
        self.code = code
        self.found = found
        self.expected = expected


def typed(kind: Kind, text: str, time_zone: str) -> Any:
    """``text`` as a value of ``kind``. References are returned as typed; others check what they lead to.

    Raises :class:`Refused`.
    """
    if kind is Kind.DATE:
        return _date(text, time_zone)
    if kind in LONGEST and len(text) > LONGEST[kind]:
        raise Refused("too-long", f"{len(text):,} characters", f"at most {LONGEST[kind]:,} stand here")
    if kind is Kind.PROSE:
        return text.strip("\n")
    line = " ".join(text.split())
    check = CHECKS.get(kind)
    return check(line) if check else line


def _date(text: str, time_zone: str) -> Any:
    try:
        return parsed_date(text.strip(), time_zone)
    except ValueError as error:
        found, _, expected = str(error).partition("; ")
        raise Refused("bad-date", found, expected) from None


def _bool(text: str) -> bool:
    if text not in ("true", "false"):
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(text.lower(), text.lower())
        hint = f"write {meant}" if meant in ("true", "false") else "write true or false"
        raise Refused("bad-choice", f'"{text}"', hint)
    return text == "true"


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or re.search(r"[\s<>\"\\^`{|}]", text):
        hint = f"write https://{text}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", text) else f"write {Kind.URL.value}"
        raise Refused("bad-address", f'"{text}"', hint)
    return text


def _address(text: str) -> str:
    _url(text)
    parts = urlsplit(text)
    if parts.query or parts.fragment:
        raise Refused("bad-address", f'"{text}"', "write the address without ? and #")
    return text if text.endswith("/") else text + "/"


def _matching(pattern: re.Pattern[str], code: str, kind: Kind) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise Refused(code, f'"{text}"', f"write {kind.value}")
        return text

    return check


def _country(text: str) -> str:
    if text not in COUNTRIES:
        hint = (
            "write GB"
            if text.upper() == "UK"
            else f"write {text.upper()}"
            if text.upper() in COUNTRIES
            else f"write {Kind.COUNTRY.value}"
        )
        raise Refused("bad-country", f'"{text}"', hint)
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused("bad-time-zone", f'"{text}"', f"write {Kind.ZONE.value}") from None
    return text


def slug(text: str) -> str:
    """``text`` if it may be an id. Raises :class:`Refused` with an id made from it."""
    if not ID.fullmatch(text) or len(text) > MAX_ID:
        made = "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:MAX_ID].strip("-")
        hint = f'write "{made}"' if made else "use lower-case letters, digits and single hyphens"
        raise Refused("bad-id", f'"{text}", which is not an id', hint)
    return text


CHECKS: dict[Kind, Callable[[str], Any]] = {
    Kind.BOOL: _bool,
    Kind.URL: _url,
    Kind.ADDRESS: _address,
    Kind.LANG: _matching(LANG, "bad-language", Kind.LANG),
    Kind.QID: _matching(QID, "bad-wikidata", Kind.QID),
    Kind.COUNTRY: _country,
    Kind.ZONE: _zone,
    Kind.SLUG: slug,
}
