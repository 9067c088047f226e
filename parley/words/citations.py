"""How a page is cited in running text: by the rules of the APA (7th edition) and of the MLA (9th edition).

No day of access is given: whoever cites a page knows when it was read, and the page does not. Names are turned round
(“Doe, J.”) only where it can be told which part is the family's: a name with “The” in it or a word such as “Desk”, one
of a single word, and one in a script without capitals stay whole.
"""

from __future__ import annotations

import calendar
import re

from parley.model.citation import Citation, Name
from parley.words.articles import LAST_WORD

BODY = re.compile(
    r"^the\b|[&\d]|\b(?:and|of|for)\b|\b(?:agency|bureau|desk|editors?|journal|lab|magazine|media|network|news|newsroom"
    r"|press|project|reporters|staff|times|team|university)$",
    re.IGNORECASE,
)
SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)$")
MLA_MONTHS = ("", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
MOST_APA = 20  # authors that the APA has named; of more, the first nineteen and the last


def author_name(text: str, site: str = "") -> Name:
    """The author ``text`` in parts, where it is a person's name that can be taken apart; ``site`` is no person.

    “Doe, Jane” says itself which part is which.
    """
    text = " ".join(text.split())
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and family and given and "," not in given and not SUFFIX.fullmatch(given):
        return Name(family=family, given=given)
    words = text.split()
    suffix = words.pop() if len(words) > 2 and SUFFIX.fullmatch(words[-1]) else ""
    plain = " ".join(words).removesuffix(",")
    words = plain.split()
    if text == site or not 2 <= len(words) <= 6 or BODY.search(plain) or LAST_WORD.search(plain):
        return Name(whole=text)
    if not (words[0][0].isupper() and words[-1][0].isupper()) or "," in plain:
        return Name(whole=text)
    at = len(words) - 1
    while at > 1 and words[at - 1][0].islower():  # the particle of a family name: "van der", "de"
        at -= 1
    return Name(family=" ".join(words[at:]), given=" ".join(words[:at]), suffix=suffix)


def apa(cited: Citation) -> str:
    """“Doe, J., & Roe, R. (2025, May 12). Title. Site. Address”"""
    names = [_apa_name(name) for name in cited.authors]
    if len(names) > MOST_APA:
        authors = f"{', '.join(names[: MOST_APA - 1])}, . . . {names[-1]}"
    else:
        authors = ", & ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    year, month, day = _parts(cited)
    when = ", ".join(filter(None, [str(year), " ".join(filter(None, [calendar.month_name[month], day]))]))
    date = f"({'ca. ' if cited.about else ''}{when})."
    # Without an author the title takes its place; a site that is its own author is not named twice (APA 7, 9.12, 9.24).
    opening = (_stopped(authors), date, _stopped(cited.title)) if authors else (_stopped(cited.title), date)
    site = "" if [cited.site] == [name.whole for name in cited.authors] else _stopped(cited.site)
    return " ".join(filter(None, [*opening, site, cited.address]))


def mla(cited: Citation) -> str:
    """“Doe, Jane, and Richard Roe. “Title.” Site, 12 May 2025, Address.”"""
    year, month, day = _parts(cited)
    when = ("circa " if cited.about else "") + " ".join(filter(None, [day, MLA_MONTHS[month], str(year)]))
    title = cited.title.replace("“", "‘").replace("”", "’")
    own = [cited.site] == [name.whole for name in cited.authors]  # (MLA 9, 5.20: then the title comes first)
    authors = "" if own else _stopped(_mla_authors(cited.authors))
    place = ", ".join(filter(None, [cited.site, when, cited.address]))
    return " ".join(filter(None, [authors, f"“{_stopped(title)}”", _stopped(place)]))


def _parts(cited: Citation) -> tuple[int, int, str]:
    """Year, month (0 where it is not known) and day (empty where it is not)."""
    year, month, day = (*cited.date, 0, 0)[:3]
    return year, month, str(day or "")


def _apa_name(name: Name) -> str:
    if name.whole:
        return name.whole
    initials = " ".join("-".join(f"{part[0]}." for part in given.split("-") if part) for given in name.given.split())
    return ", ".join(filter(None, [name.family, initials, name.suffix]))


def _mla_authors(names: tuple[Name, ...]) -> str:
    """The first with the family's name in front, a second as it is spoken, more as "et al."."""
    if not names:
        return ""
    first = names[0].whole or ", ".join(filter(None, [names[0].family, names[0].given, names[0].suffix]))
    if len(names) == 1:
        return first
    second = names[1].whole or " ".join(filter(None, [names[1].given, names[1].family, names[1].suffix]))
    return f"{first}, and {second}" if len(names) == 2 else f"{first}, et al"


def _stopped(text: str) -> str:
    """``text`` with a full stop, unless it ends in a mark that makes one needless."""
    return text if not text or text[-1] in ".?!…" or text[-2:] in (".”", "?”", "!”", ".’", "?’", "!’") else f"{text}."
