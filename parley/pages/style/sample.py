"""What the examples are made of: an invented quarrel about the toll of a ferry, in a county that is nowhere.

Links lead to the top of the page they stand on, which is always there. Words and dates are made as for real pages.
"""

from __future__ import annotations

from parley.model.dates import parsed_date
from parley.model.page import Link, LinkKind, Prose
from parley.model.proposal import StatusWord
from parley.pages.parts import Badge, Cite, Quote, When
from parley.words import labels
from parley.words.dates import date_words, machine_date

HERE = "#main"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ARABIC = "سنتحدث عن الرسوم بعد أن تعود العبّارة إلى العمل."
HEBREW_NAME = "אגודת תושבי האי"


def link(text: str, kind: LinkKind = "", lang: str = "") -> Link:
    """A link that leads to the top of its own page."""
    return Link(text=text, href=HERE, kind=kind, lang=lang)


def actor(name: str) -> Link:
    """A link to somebody."""
    return link(name, "actor")


def when(text: str) -> When:
    """A date as it is written in a brief (EDTF)."""
    date = parsed_date(text)
    return When(words=date_words(date), iso=machine_date(date))


def badge(status: StatusWord) -> Badge:
    """A status."""
    return Badge(status=status, label=labels.STATUS[status])


def cites(*texts: str) -> tuple[Cite, ...]:
    """Sources beside a claim."""
    return tuple(Cite(link=link(text, "source")) for text in texts)


def prose(text: str, lang: str = "") -> Prose:
    """A line of prose."""
    return Prose(text=text, lang=lang)


COUNCIL, COMPANY, ISLANDERS = actor("Marrow County Council"), actor("Lowmere Ferries"), actor("Lowmere Islanders")
MAYOR, SPEAKER, FARMER = actor("Ines Holt"), actor("Tomas Reel"), actor("Ada Quill")
ENDLESS, FOREIGN = actor(LONG), actor(HEBREW_NAME)

TOLL = link("A toll of two crowns a crossing", "proposal")
FREE = link("Free crossings for those who live on the island", "proposal")
NIGHT = link("A night ferry in winter", "proposal")
HEARING = link("Hearing in the town hall", "step")
FERRIES = link("Ferries", "topic")
BRIEF = link("What is to become of the Lowmere ferry?", "brief")

MINUTES, GAZETTE = "Marrow County Council, 12 March 2024", "The Marrow Gazette, 14 March 2024"
QUOTE = Quote(text="A ferry is a road. Nobody pays to walk down a road.")
GERMAN = Quote(text="Erst fährt die Fähre wieder, dann reden wir über die Maut.", lang="de")
FOUND = Quote(text=QUOTE.text, publisher="The Marrow Gazette", where=HERE)
ARABIC_QUOTE = Quote(text=ARABIC, lang="ar")
