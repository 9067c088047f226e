"""A language other than English: its catalogue, and dates, numbers, lists and plurals by the CLDR (Babel).

Loaded only where such a language is spoken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from parley.words.tongue import Joining, Tongue, message

CATALOGUES = Path(__file__).parent / "locale"
SHORT_MONTH = re.compile(r"(?<![ML])([ML])\1\1(?![ML])")
QUOTED = message("“{title}”")
LIST = {"and": "standard", "or": "or"}
BETWEEN = re.compile(r"\{0\}(.*)\{1\}", re.DOTALL)
Forms = tuple[str, ...]


class Translated(Tongue):
    """A language by its catalogue: messages by their English text, plurals by the English of both forms."""

    def __init__(
        self,
        code: str,
        messages: Mapping[str, str],
        plurals: Mapping[tuple[str, str], Forms],
        form: Callable[[int], int],
    ) -> None:
        self.code = code
        self.messages, self.plurals, self.form = messages, plurals, form
        self.locale = Locale.parse(code)

    def message(self, text: str) -> str:
        """What is said for the English ``text``; itself, where the catalogue lacks it."""
        return self.messages.get(text, text)

    def number(self, number: int) -> str:
        """A whole number as the language writes it, in the digits that the format is written in."""
        return format_decimal(number, locale=self.locale)

    def counted(self, number: int, one: str, many: str) -> str:
        """A number of things, in the plural that it takes."""
        keys = f"{{n}} {one}", f"{{n}} {many}"
        forms = self.plurals.get(keys, keys)
        return forms[min(self.form(number), len(forms) - 1)].replace("{n}", self.number(number))

    def date(self, year: int, month: int = 0, day: int = 0) -> str:
        """A day, a month or a year; what is 0 is not known."""
        if not month:
            return str(year)
        if day:
            return format_date(dt.date(year, month, day), "long", locale=self.locale)
        return format_skeleton("yMMMM", dt.date(year, month, 1), locale=self.locale)

    def month_in_short(self, year: int, month: int) -> str:
        """A month for an axis."""
        return format_skeleton("yMMM", dt.date(year, month, 1), locale=self.locale)

    def interval(self, start: tuple[int, int, int], end: tuple[int, int, int]) -> str:
        """Two days, or two months, without what they share.

        Where the CLDR has no pattern for days with whole names of months, that with short names is widened, as its
        rules for skeletons that are not there have it (UTS #35, part 4, "Missing Skeleton Fields").
        """
        first, last = (dt.date(year, month, day or 1) for year, month, day in (start, end))
        if not start[2]:
            return format_interval(first, last, "yMMMM", locale=self.locale)
        differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
        known = self.locale.interval_formats
        parts = known.get("yMMMMd", known["yMMMd"])[differs]
        patterns = [SHORT_MONTH.sub(r"\1\1\1\1", part) for part in parts]
        return "".join(
            format_date(date, pattern, locale=self.locale)
            for date, pattern in zip((first, last), patterns, strict=True)
        )

    def gaps(self, number: int, joining: Joining) -> Sequence[str]:
        """What stands between the items of a list."""
        patterns = self._gaps[joining]
        if number == 2:
            return [patterns["2"]]
        return [patterns["start"], *[patterns["middle"]] * (number - 3), patterns["end"]]

    @cached_property
    def _gaps(self) -> Mapping[str, Mapping[str, str]]:
        patterns = self.locale.list_patterns
        return {
            joining: {part: _between(pattern) for part, pattern in patterns[style].items()}
            for joining, style in LIST.items()
        }

    def quotes(self) -> tuple[str, str]:
        """The marks around a title within a sentence."""
        opening, _, closing = self.message(QUOTED).partition("{title}")
        return opening, closing


def _between(pattern: str) -> str:
    """What stands between two items; the CLDR writes "{0}, {1}"."""
    found = BETWEEN.fullmatch(pattern)
    return found[1] if found else ", "


def translated(code: str) -> Translated:
    """The language of a catalogue."""
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        catalogue = read_po(file, locale=code, abort_invalid=True)
    messages: dict[str, str] = {}
    plurals: dict[tuple[str, str], Forms] = {}
    for entry in catalogue:
        if isinstance(entry.id, str):
            if entry.id and isinstance(entry.string, str) and entry.string:
                messages[entry.id] = entry.string
        elif isinstance(entry.string, tuple | list) and all(entry.string):
            one, many = entry.id
            plurals[one, many] = tuple(entry.string)
    return Translated(code, messages, plurals, c2py(catalogue.plural_expr))


def own_name(lang: str) -> str:
    """The name of a language (a tag, BCP 47) in itself; empty where the CLDR has none."""
    try:
        return Locale.parse(lang, sep="-").get_display_name() or ""
    except (UnknownLocaleError, ValueError):
        return ""
