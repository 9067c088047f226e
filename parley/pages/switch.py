"""The way from a page to the same page in the other languages of the site, for readers and for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model.brief import Brief
from parley.model.keys import Teller
from parley.model.settings import Settings
from parley.pages.desk import Desk
from parley.pages.here import Here
from parley.pages.offers import InLanguage, OtherLanguage, TranslationNotice
from parley.words.dates import day_words
from parley.words.labels import language_name
from parley.words.tongue import say


def other_languages(desk: Desk, here: Here, path: str, teller: Teller | None) -> tuple[OtherLanguage, ...]:
    """The page at ``path``, which is there in each edition, in the other languages. What belongs to a ``teller`` is
    only led to in those that this was translated into."""
    settings = desk.library.settings
    return tuple(
        OtherLanguage(
            lang=lang,
            name=language_name(lang),
            href=f"{_to_top(settings, here)}{folder}{path}" or "./",
        )
        for lang, folder in _editions(settings, teller)
        if lang != settings.language
    )


def by_language(desk: Desk, path: str, teller: Teller | None) -> tuple[InLanguage, ...]:
    """The languages that the page at ``path`` is there in, each with its address, and "x-default" for all others
    (developers.google.com, "Tell Google about localized versions"). Nothing where it is there in one only."""
    settings = desk.library.settings
    found = [(lang, f"{settings.top}{folder}{path}") for lang, folder in _editions(settings, teller)]
    if not settings.top or len(found) < 2:
        return ()
    found.append(("x-default", f"{settings.top}{path}"))
    return tuple(InLanguage(lang=lang, address=address) for lang, address in found)


def is_original(settings: Settings, teller: Teller | None) -> bool:
    """Whether a page that belongs to ``teller`` shows its original though it stands in an edition for translations."""
    return bool(settings.within and teller and not teller.in_translation)


def translation_notice(desk: Desk, here: Here, path: str, teller: Teller) -> TranslationNotice | None:
    """What a reader must know about the translation of a ``teller`` on the page at ``path``; nothing where all is well,
    or this is the original."""
    settings = desk.library.settings
    if not settings.within:
        return None
    if not teller.in_translation:
        return TranslationNotice(text=say("This page is not translated yet. It is shown as it was written."))
    if isinstance(teller, Brief) and teller.translated and teller.translated.last < teller.updated.first:
        told = "This translation was last checked on {day}. The original was changed on {later}."
        text = say(told, day=day_words(teller.translated), later=day_words(teller.updated))
    elif teller.foreign:
        text = say("Not all of this page is translated.")
    else:
        return None
    return TranslationNotice(text=text, href=f"{_to_top(settings, here)}{path}", lang=settings.original)


def _editions(settings: Settings, teller: Teller | None) -> Iterator[tuple[str, str]]:
    """The languages of the site with the folders of their editions, that of the site itself first; no further ones
    that ``teller`` was not translated into."""
    yield settings.original or settings.language, ""
    for lang in settings.languages:
        if teller is None or lang in teller.translations:
            yield lang, f"{lang}/"


def _to_top(settings: Settings, here: Here) -> str:
    """The way from a page to the top of the site; the page for lost addresses knows the whole of it."""
    home = here.root
    if not settings.within:
        return home
    return home.removesuffix(settings.within) if home.startswith("/") else f"{home}../"
