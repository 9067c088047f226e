"""The language that readers are spoken to in.

Messages are written in English where they are said, and that text is their key in the catalogues of ``locale/``, as is
the custom with GNU gettext. The language is set around the making of a page (``speaking``), so that no function has to
hand it on. English is at home here; the other languages and the CLDR behind them are loaded when one is spoken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import Literal, TypeVar

LANGUAGES = ("ar", "de", "en", "es", "fr", "uk")
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip

Joining = Literal["and", "or"]
Word = TypeVar("Word", bound=str)
Text = TypeVar("Text")
Of = TypeVar("Of")
Told = TypeVar("Told")


class Tongue:
    """English, and what any other language has to know (``parley.words.translated``)."""

    code = "en"

    def message(self, text: str) -> str:
        """What is said for the English ``text``."""
        return text

    def number(self, number: int) -> str:
        """A whole number with its thousands parted: "1,200"."""
        return f"{number:,}"

    def counted(self, number: int, one: str, many: str) -> str:
        """ "1 brief", "2 briefs", "no briefs"."""
        return f"{number or 'no'} {one if number == 1 else many}"

    def date(self, year: int, month: int = 0, day: int = 0) -> str:
        """A day, a month or a year: "11 May 2025"; what is 0 is not known."""
        return " ".join(filter(None, [str(day or ""), MONTHS[month], str(year)]))

    def month_in_short(self, year: int, month: int) -> str:
        """A month for an axis: "Sep 2025"."""
        return f"{MONTHS[month][:3]} {year}"

    def interval(self, start: tuple[int, int, int], end: tuple[int, int, int]) -> str:
        """Two days, or two months (both days 0), of one year or of two, without what they share: "8 to 10 May 2025"."""
        year, month, day = start
        if year != end[0]:
            return f"{self.date(*start)} to {self.date(*end)}"
        first = str(day) if day and month == end[1] else " ".join(filter(None, [str(day or ""), MONTHS[month]]))
        return f"{first} to {self.date(*end)}"

    def gaps(self, number: int, joining: Joining) -> Sequence[str]:
        """What stands between the items of a list of ``number`` (two or more): ", ", ..., " and "."""
        return [", "] * (number - 2) + [f" {joining} "]

    def quotes(self) -> tuple[str, str]:
        """The marks around a title within a sentence."""
        return "“", "”"


ENGLISH = Tongue()
_spoken: ContextVar[Tongue] = ContextVar("spoken", default=ENGLISH)


def is_spoken(lang: str) -> bool:
    """Whether there are messages for a language tag (BCP 47), by its first part."""
    return _code(lang) in LANGUAGES


@lru_cache(maxsize=64)
def tongue(lang: str) -> Tongue:
    """The language of a tag (BCP 47), "de-AT" as much as "de"; English where it is not spoken here."""
    code = _code(lang)
    if code == "en" or code not in LANGUAGES:
        return ENGLISH
    from parley.words.translated import translated

    return translated(code)


def _code(lang: str) -> str:
    return lang.partition("-")[0].lower()


def spoken() -> Tongue:
    """The language that is spoken now."""
    return _spoken.get()


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Everything within is said in the language ``lang``."""
    token = _spoken.set(tongue(lang))
    try:
        yield
    finally:
        _spoken.reset(token)


SLOT = re.compile(r"\{(\w+)\}")


def say(text: str, /, **slots: str | int) -> str:
    """The message ``text`` in the language that is spoken now, each ``{name}`` replaced by the slot of that name.

    Numbers among them are written as the language writes them. Without slots, braces mean nothing.
    """
    said = _spoken.get().message(text)
    if not slots:
        return said
    return filled(said, {name: slot if isinstance(slot, str) else figure(slot) for name, slot in slots.items()})


def filled(text: str, slots: Mapping[str, str]) -> str:
    """``text`` with each ``{name}`` replaced by the slot of that name; these may be HTML. A date may end in a shortened
    word, whose full stop is that of the sentence, too."""
    told = SLOT.sub(lambda slot: slots[slot[1]], text)
    for slot in slots.values():
        if slot.endswith((".", ".</time>")):
            told = told.replace(f"{slot}.", slot)
    return told


def figure(number: int) -> str:
    """A whole number as the language that is spoken now writes it: "1,200"."""
    return _spoken.get().number(number)


def template(text: str) -> str:
    """The message ``text`` in the language that is spoken now, its slots left as they are."""
    return _spoken.get().message(text)


def counted(number: int, one: str, many: str) -> str:
    """ "1 brief", "2 briefs", "no briefs", in the language that is spoken now."""
    return _spoken.get().counted(number, one, many)


def remembered(most: int) -> Callable[[Callable[[Of], Told]], Callable[[Of], Told]]:
    """A decorator for what is said of one thing: of the last ``most`` things it is remembered, in each language."""

    def wrapped(told: Callable[[Of], Told]) -> Callable[[Of], Told]:
        @lru_cache(maxsize=most)
        def kept(_: Tongue, of: Of) -> Told:
            return told(of)

        @wraps(told)
        def asked(of: Of) -> Told:
            return kept(_spoken.get(), of)

        return asked

    return wrapped


class Labels(Mapping[Word, str]):
    """A table of messages by a choice of the format, each said in the language that is spoken when it is looked up."""

    __slots__ = ("english",)

    def __init__(self, english: Mapping[Word, str]) -> None:
        self.english = dict(english)

    def __getitem__(self, word: Word) -> str:
        return _spoken.get().message(self.english[word])

    def __iter__(self) -> Iterator[Word]:
        return iter(self.english)

    def __len__(self) -> int:
        return len(self.english)

    def within(self, word: Word) -> str:
        """The label within a sentence, without a capital. A message of its own: not every language just changes it."""
        return _spoken.get().message(self.english[word].lower())


def message(text: Text) -> Text:
    """``text``, or a table of texts, as it is. It is looked up where it is said, and so has to be in the catalogues."""
    return text
