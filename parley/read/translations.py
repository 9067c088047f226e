"""The editions of a site in its further languages: originals with the words of their translations, and what is wrong
with these: what fits nothing, what is missing, and what is older than its original."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.chapter import Section
from parley.model.dates import Date, parsed_date
from parley.model.overlay import TRANSLATED, Fitting, Overlay, by_id, noun_in, overlaid
from parley.model.places import SETTINGS, SHARED_ACTORS, nearest
from parley.model.problem import Place, Problem, Severity
from parley.model.settings import Settings
from parley.read.files import SourceFile
from parley.read.outcome import Read

T = TypeVar("T")
MOST = 4  # texts or briefs that are named in a message


class Edition(msgspec.Struct, frozen=True):
    """What a site says in one of its further languages."""

    settings: Settings
    actors: tuple[Actor, ...]
    briefs: tuple[Brief, ...]
    sections: tuple[Section, ...] = ()


class Originals(msgspec.Struct, frozen=True):
    """What there is to be translated. ``briefs`` are those that stand; ``asleep`` are drafts that are not built, and
    ``others`` the names of briefs of which no more can be told."""

    settings: Settings
    actors: tuple[Actor, ...]
    briefs: tuple[Brief, ...]
    asleep: tuple[Brief, ...] = ()
    others: frozenset[str] = frozenset()


Translation = tuple[SourceFile, Read]


class KeptEditions:
    """What briefs came to, to be the same objects again while what they are made of is: for whoever reads a site again
    and again."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, ...], tuple[tuple[object, ...], Any]] = {}
        self._now: dict[tuple[str, ...], tuple[tuple[object, ...], Any]] = {}

    def begin(self) -> None:
        """Keep what was used since the last time, and nothing else."""
        self._before, self._now = self._now, {}

    def made(self, key: tuple[str, ...], of: tuple[object, ...], make: Callable[[], T]) -> T:
        """What ``make`` makes under ``key``, or made of the same objects before."""
        known = self._before.get(key)
        if known is None or not all(map(operator.is_, known[0], of)):
            known = of, make()
        self._now[key] = known
        found: T = known[1]
        return found


def editions(
    originals: Originals, translations: Sequence[Translation], languages: Place, kept: KeptEditions
) -> tuple[dict[str, Edition], tuple[Brief, ...], list[Problem]]:
    """The edition in each language that the settings name, the briefs of the original with the languages that they were
    translated into, and the problems of all ``translations``. ``languages`` is where the settings name them; what did
    not change is as it is ``kept``."""
    settings = originals.settings
    kept.begin()
    problems = [*_wrong_languages(settings, languages), *_misplaced(originals, translations)]
    found, done = {}, dict[str, list[str]]()
    for lang in settings.languages:
        those = {_of(source): read for source, read in translations if source.lang == lang}
        maker = _Maker(originals, lang, those, kept)
        found[lang] = maker.edition()
        problems += [*maker.problems, *maker.absent(languages)]
        for slug in those:
            done.setdefault(slug, []).append(lang)
    briefs = _with_languages(originals.briefs, done, "", kept)
    for lang, edition in found.items():
        found[lang] = replace(edition, briefs=_with_languages(edition.briefs, done, lang, kept))
    return found, briefs, problems


def _wrong_languages(settings: Settings, place: Place) -> Iterator[Problem]:
    """Languages that can have no edition of their own."""
    for lang in settings.languages:
        if lang == settings.language:
            found = f'"languages" names "{lang}", which is the language of the site itself'
            yield Problem(place, "translation-language", found, "name further languages only")
        if lang in settings.pages:
            found = f'the edition in "{lang}" has the address of a page of your own'
            yield Problem(place, "translation-language", found, f'give the page "{lang}" another address under "pages"')


def _with_languages(
    briefs: tuple[Brief, ...], done: Mapping[str, list[str]], edition: str, kept: KeptEditions
) -> tuple[Brief, ...]:
    """``briefs`` of an edition, each with the languages that it was translated into."""

    def told(brief: Brief) -> Brief:
        languages = tuple(done.get(brief.slug, ()))
        if not languages:
            return brief
        key = ("languages", edition, brief.slug, *languages)
        return kept.made(key, (brief,), lambda: replace(brief, translations=languages))

    return tuple(map(told, briefs))


def _of(source: SourceFile) -> str:
    """By what a translation's original is known here: a slug, or the whole path where it is no brief."""
    return {Actor: SHARED_ACTORS, Settings: SETTINGS}.get(noun_in(source.path), source.slug)


class _Maker:
    """One edition while it is made of ``those`` translations by name."""

    def __init__(self, originals: Originals, lang: str, those: Mapping[str, Read], kept: KeptEditions) -> None:
        self.originals, self.lang, self.those, self.kept = originals, lang, those, kept
        self.problems: list[Problem] = []

    def edition(self) -> Edition:
        settings = self.originals.settings
        words = replace(self._settings(), language=self.lang, original=settings.language, within=f"{self.lang}/")
        actors = {actor.id: actor for actor in self.originals.actors}
        read = self.those.get(SHARED_ACTORS)
        key = (self.lang, SHARED_ACTORS, settings.language)
        actors, problems = self.kept.made(key, (*actors.values(), read), lambda: self._actors(actors, read))
        self.problems += problems
        briefs = tuple(self._brief(brief) for brief in self.originals.briefs)
        for brief in self.originals.asleep:
            at = len(self.problems)
            self._brief(brief)
            self.problems[at:] = [replace(problem, severity="warning") for problem in self.problems[at:]]
        return Edition(words, tuple(actors.values()), briefs)

    def _actors(self, actors: Mapping[str, Actor], read: Read | None) -> tuple[dict[str, Actor], list[Problem]]:
        fitting = Fitting(self.originals.settings.language)
        words = by_id(actors, _words(read), fitting, "actors")
        return words, [*_told(read, fitting)]

    def _settings(self) -> Settings:
        settings, read = self.originals.settings, self.those.get(SETTINGS)
        fitting = Fitting(settings.language)
        words = overlaid(settings, _words(read), fitting)
        self.problems += _told(read, fitting)
        return words

    def _brief(self, brief: Brief) -> Brief:
        """``brief`` in this language; one that was not translated says which language it is in."""
        settings, read = self.originals.settings, self.those.get(brief.slug)
        key = (self.lang, brief.slug, settings.language, settings.time_zone)
        if read is None:
            return self.kept.made(key, (brief,), lambda: self._untranslated(brief))
        found, problems = self.kept.made(key, (brief, read), lambda: self._translated(brief, read))
        self.problems += problems
        return found

    def _untranslated(self, brief: Brief) -> Brief:
        """The original, with its actors as they are known on pages of the edition."""
        lang = brief.lang or self.originals.settings.language
        return replace(brief, lang=lang, actors=by_id(brief.actors, {}, Fitting(lang), "actors"))

    def _translated(self, brief: Brief, read: Read) -> tuple[Brief, list[Problem]]:
        fitting, day = (
            Fitting(brief.lang or self.originals.settings.language),
            _day(read, self.originals.settings.time_zone),
        )
        words = overlaid(brief, _words(read), fitting)
        problems = [*_told(read, fitting)]
        if day and day.last < brief.updated.first:
            found = f"a translation of {day.text}, which is older than its original (updated {brief.updated.text})"
            expected = f'bring it up to date, and write that day under "{TRANSLATED}"'
            place = nearest(read.file, read.places, TRANSLATED)
            problems.append(Problem(place, "translation-stale", found, expected, "warning"))
        return replace(words, lang=self.lang, translated=day), problems

    def absent(self, languages: Place) -> Iterator[Problem]:
        """One problem for all that has no translation at all."""
        briefs = [brief.slug for brief in self.originals.briefs if brief.slug not in self.those and self._other(brief)]
        others = [SHARED_ACTORS] if self.originals.actors and SHARED_ACTORS not in self.those else []
        if lost := [*others, *briefs]:
            found = f"no translation into {self.lang} of {_some(lost)}"
            expected = f"write one ({f'briefs/actors.{self.lang}.yaml' if others else f'{lost[0]}.{self.lang}.yaml'})"
            told = f"{expected}; until then readers see the original"
            yield Problem(languages, "translation-missing", found, told, "warning")

    def _other(self, brief: Brief) -> bool:
        """Whether ``brief`` was written in another language than this."""
        return (brief.lang or self.originals.settings.language) != self.lang


def _words(read: Read | None) -> Mapping[str, object]:
    return read.overlay.words if read and read.overlay else {}


def _day(read: Read, time_zone: str) -> Date | None:
    overlay: Overlay | None = read.overlay
    return parsed_date(overlay.translated, time_zone) if overlay and overlay.translated else None


def _told(read: Read | None, fitting: Fitting) -> Iterator[Problem]:
    """The problems of one file, if there is one; none of its texts is told to be missing where it could not be read to
    its end."""
    if read is None:
        return
    for misfit in fitting.misfits:
        place = nearest(read.file, read.places, misfit.path)
        yield Problem(place, "translation-misfit", misfit.found, misfit.expected)
    if fitting.missing and read.whole and not read.mended:
        number = f"{len(fitting.missing)} of {fitting.count} texts"
        found = f"{number} {'is' if len(fitting.missing) == 1 else 'are'} not translated: {_some(fitting.missing)}"
        expected = "translate them; until then readers see the original"
        yield Problem(Place(read.file), "translation-missing", found, expected, "warning")


def _some(names: Sequence[str]) -> str:
    more = len(names) - MOST
    return ", ".join(names[:MOST]) + (f" and {more} more" if more > 0 else "")


def _misplaced(originals: Originals, translations: Sequence[Translation]) -> Iterator[Problem]:
    """Translations into no language of the site, and those whose original is not there or has one already."""
    slugs = {brief.slug for brief in (*originals.briefs, *originals.asleep)} | originals.others
    seen: dict[tuple[str, str], str] = {}
    for source, _ in translations:
        name = _of(source)
        if source.lang == originals.settings.language:
            found, expected = (
                f'a translation into the site\'s own language, "{source.lang}"',
                "write it in the original",
            )
            yield _problem(source, "translation-language", found, expected, "error")
        elif source.lang not in originals.settings.languages:
            found = f'a translation into "{source.lang}", which is not a language of the site'
            expected = f'write "languages: [{", ".join([*originals.settings.languages, source.lang])}]" in site.yaml'
            yield _problem(source, "translation-language", found, expected, "warning")
        if name == SHARED_ACTORS and not originals.actors and SHARED_ACTORS not in slugs:
            yield _problem(source, "translation-misfit", "a translation of no actors", f"there is no {name}", "error")
        elif name not in (SHARED_ACTORS, SETTINGS) and name not in slugs:
            found = f'a translation of "{name}", and there is no such brief'
            expected = f"a translation is called as its original is, with .{source.lang} before .yaml"
            yield _problem(source, "translation-misfit", found, expected, "error")
        first = seen.setdefault((name, source.lang), source.path)
        if first != source.path:
            found = f'a second translation of "{name}" (the first is {first})'
            yield _problem(source, "same-slug", found, "keep one of the two", "error")


def _problem(source: SourceFile, code: str, found: str, expected: str, severity: Severity) -> Problem:
    return Problem(Place(source.path), code, found, expected, severity)
