"""Text -> a typed value, by the kind that stands under a key. Refuses with what was found and what is right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from parley.model.dates import parsed_date
from parley.model.forms import COLOUR, COUNTRIES, ID, LANG, LONGEST, MAX_ID, QID, RESERVED, ZONE
from parley.model.keys import Kind
from parley.model.named_codes import COUNTRY_NAMES, LANGUAGES
from parley.model.problem import quoted

# Addresses that lack their beginning, or have half of it: "example.org/x", "//example.org", "https:example.org".
HALF_URL = re.compile(
    r"(?:https?:?/{0,2}|//)?(?P<rest>[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:/[^\s<>\"\\^`{|}]*)?)", re.IGNORECASE
)
# Most addresses: nothing in them needs a second look.
PLAIN_URL = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?:/[\w./?&=%+:;,@!~#-]*)?", re.ASCII)
EDTF = re.compile(r"[\dT:.+/Z~-]+", re.ASCII)


class Refused(ValueError):
    """A value that does not fit: ``code``, what was ``found`` and ``expected``; and what was ``meant``, if known."""

    def __init__(self, code: str, found: str, expected: str, meant: str = "") -> None:
        super().__init__(found)
        self.code = code
        self.found = found
        self.expected = expected
        self.meant = meant


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
    line = one_line(text)
    check = CHECKS.get(kind)
    return check(line) if check else line


def one_line(text: str) -> str:
    """``text`` with one space wherever there is any."""
    words = text.split()
    return words[0] if len(words) == 1 else " ".join(words)


def _date(text: str, time_zone: str) -> Any:
    try:
        return parsed_date(text.strip(), time_zone)
    except ValueError as error:
        found, _, expected = str(error).partition("; ")
        typed = expected.removeprefix("write ")
        sure = expected != typed and EDTF.fullmatch(typed)
        raise Refused("bad-date", found, expected, typed if sure else "") from None


def _bool(text: str) -> bool:
    if text not in ("true", "false"):
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(text.lower(), text.lower())
        hint = f"write {meant}" if meant in ("true", "false") else "write true or false"
        raise Refused("bad-choice", quoted(text), hint, meant if meant in ("true", "false") else "")
    return text == "true"


def _url(text: str) -> str:
    if PLAIN_URL.fullmatch(text):
        return text
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or re.search(r"[\s<>\"\\^`{|}]", text):
        whole = HALF_URL.fullmatch(text)
        meant = f"https://{whole['rest']}" if whole else ""
        raise Refused("bad-address", quoted(text), f"write {meant or Kind.URL.value}", meant)
    return text


def _address(text: str) -> str:
    _url(text)
    if "?" in text or "#" in text:
        plain = re.split(r"[?#]", text)[0]
        raise Refused("bad-address", quoted(text), "write the address without ? and #", plain)
    return text if text.endswith("/") else text + "/"


def _lang(text: str) -> str:
    if not LANG.fullmatch(text):
        meant = LANGUAGES.get(text.casefold()) or text.replace("_", "-")
        sure = LANG.fullmatch(meant)
        raise Refused(
            "bad-language", quoted(text), f"write {meant if sure else Kind.LANG.value}", meant if sure else ""
        )
    return text


def _qid(text: str) -> str:
    if not QID.fullmatch(text):
        number = re.fullmatch(
            r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?[Qq]?([1-9][0-9]{0,11})", text, re.ASCII
        )
        meant = f"Q{number[1]}" if number else ""
        raise Refused("bad-wikidata", quoted(text), f"write {meant or Kind.QID.value}", meant)
    return text


def _country(text: str) -> str:
    if text not in COUNTRIES:
        upper = text.upper()
        meant = "GB" if upper == "UK" else upper if upper in COUNTRIES else COUNTRY_NAMES.get(text.casefold(), "")
        raise Refused("bad-country", quoted(text), f"write {meant or Kind.COUNTRY.value}", meant)
    return text


def _colour(text: str) -> str:
    """``#rrggbb`` in small letters. YAML takes a bare ``#`` for a comment, so the digits alone will do."""
    if not COLOUR.fullmatch(text):
        short = re.fullmatch(r"#?([0-9a-fA-F]{3})", text)
        meant = "".join(digit * 2 for digit in short[1].lower()) if short else ""
        raise Refused("bad-colour", quoted(text), f"write {meant or Kind.COLOUR.value}", meant)
    return f"#{text.removeprefix('#').lower()}"


def _zone(text: str) -> str:
    try:
        if not ZONE.fullmatch(text):  # "localtime" and the like depend on the machine
            raise ValueError
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        city = f"/{text.replace(' ', '_').lower()}"
        known = sorted(zone for zone in available_timezones() if ZONE.fullmatch(zone))
        meant = [zone for zone in known if f"/{zone}".lower().endswith(city)]
        sure = meant[0] if len(meant) == 1 else ""
        raise Refused("bad-time-zone", quoted(text), f"write {meant[0] if meant else Kind.ZONE.value}", sure) from None
    return text


def slug(text: str) -> str:
    """``text`` if it may be an id. Raises :class:`Refused` with an id made from it."""
    if ID.fullmatch(text) and len(text) <= MAX_ID and not RESERVED.fullmatch(text):
        return text
    if RESERVED.fullmatch(text):
        raise Refused("bad-id", f"{quoted(text)}, which Windows keeps for a device", f'write "{text}-1"', f"{text}-1")
    if odd := odd_letter(text):
        raise Refused("bad-id", f"{quoted(text)}{odd}", "use the letters a to z", "")
    if not ID.fullmatch(text):
        made = "-".join(re.findall(r"[a-z0-9]+", _plain(text)))[:MAX_ID].strip("-")
        hint = f'write "{made}"' if made else "use lower-case letters, digits and single hyphens"
        raise Refused("bad-id", f"{quoted(text)}, which is not an id", hint, made)
    if len(text) > MAX_ID:
        meant = text[:MAX_ID].strip("-")
        raise Refused("bad-id", f"{quoted(text)}, an id of {len(text)} letters", f"use {MAX_ID} at most", meant)
    return text


def odd_letter(text: str) -> str:
    """The first letter of ``text`` that only looks like one of a to z, or does not, with its name (Unicode)."""
    if text.isascii():
        return ""
    for letter in _plain(text):
        if letter.isalpha() and not letter.isascii():
            return f', with the letter "{letter}" ({unicodedata.name(letter, "unnamed").lower()})'
    return ""


def _plain(text: str) -> str:
    """``text`` in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text[:1000].lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


CHECKS: dict[Kind, Callable[[str], Any]] = {
    Kind.BOOL: _bool,
    Kind.URL: _url,
    Kind.ADDRESS: _address,
    Kind.LANG: _lang,
    Kind.QID: _qid,
    Kind.COUNTRY: _country,
    Kind.COLOUR: _colour,
    Kind.ZONE: _zone,
    Kind.SLUG: slug,
}
