"""A folder -> everything that was written in it, and every problem of every file, in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace

from parley.model.actor import Actor
from parley.model.brief import Brief, Reference
from parley.model.chapter import Section
from parley.model.keys import Kind
from parley.model.names import Names, names
from parley.model.places import SETTINGS, SHARED_ACTORS, nearest
from parley.model.problem import Place, Problem, errors
from parley.model.settings import Settings
from parley.read.addresses import same_addresses
from parley.read.brief import actors_read, file_read, settings_read
from parley.read.chapters import sections
from parley.read.files import Files, SourceFile, files, settings_file, translated_settings
from parley.read.outcome import Read
from parley.read.references import Known, dangling, known, stands
from parley.read.translations import Edition, KeptEditions, Originals, editions
from parley.read.tree import lines_of

# What came of each of some sources, in their order; times without a zone are in the zone that is named.
Reads = Callable[[Sequence[SourceFile], str], Sequence[Read]]


class Content(msgspec.Struct, frozen=True):
    """What was read. ``briefs`` are those free of errors whose references all lead to others free of errors, so that
    more can be found out about them even while others are broken."""

    settings: Settings
    actors: tuple[Actor, ...]
    briefs: tuple[Brief, ...]
    problems: tuple[Problem, ...]
    places: Mapping[str, tuple[int, int]] = {}  # where the shared actors stand in their file
    names: Names = Names()  # of everything that was read, drafts and broken briefs too
    sections: tuple[Section, ...] = ()  # the site's own pages
    drafts: tuple[Brief, ...] = ()  # all of them, kept or not, with whatever faults they have
    editions: Mapping[str, Edition] = {}  # by further language of the site

    def edition(self, lang: str) -> Content:
        """All of this in the language ``lang``; as it is where there is no edition in that."""
        words = self.editions.get(lang)
        if words is None:
            return self
        return replace(self, settings=words.settings, actors=words.actors, briefs=words.briefs, sections=words.sections)


def one_by_one(sources: Sequence[SourceFile], time_zone: str) -> list[Read]:
    """What came of each of ``sources``, read here and now."""
    return [file_read(source, time_zone) for source in sources]


def content(
    root: Path,
    *,
    drafts: bool = False,
    found: Files | None = None,
    reads_of: Reads = one_by_one,
    kept: KeptEditions | None = None,
) -> Content:
    """All that stands below ``root``, or in ``found`` in its place. Drafts are checked, and told about as warnings, but
    only with ``drafts`` kept.

    ``reads_of`` reads the files: it may know what came of them from before, or have others read them. Where it gives
    the same :class:`Read` for a file that is still the same, the brief in it is the same object, too; and its
    translations are, where they are ``kept``.
    """
    found = found or files(root)
    settings = settings_read(found.settings)
    assert settings.settings
    sources = [found.actors, *found.briefs] if found.actors else found.briefs
    reads = list(reads_of([*sources, *found.translations], settings.settings.time_zone))
    reads, translated = reads[: len(sources)], reads[len(sources) :]
    shared = reads.pop(0) if found.actors else actors_read(None, "UTC")
    typed = {source.path: source for source in (found.settings, *sources, *found.translations) if source}
    asleep = [] if drafts else [read for read in reads if read.brief and read.brief.draft]
    awake = [read for read in reads if drafts or not (read.brief and read.brief.draft)]
    live = [read.brief for read in awake if read.brief]
    world = _world(found.lost, shared, awake, asleep)
    # A folder whose name was refused is empty here: one fault, one line.
    pages = {id_: folder for id_, folder in settings.settings.pages.items() if folder or not settings.problems}
    own = sections(root, replace(settings.settings, pages=pages), settings.places)
    everyone = [*shared.actors, *(actor for brief in live for actor in brief.actors.values())]
    problems = [
        *found.problems,
        *own.problems,
        *_same_actor(shared, awake),
        *same_addresses(live, everyone, shared.places),
    ]
    sleeping = {read.slug for read in asleep}
    spoken = [read for read in translated if read.overlay and read.overlay.lang in settings.settings.languages]
    for read in [settings, shared, *awake, *(read for read in spoken if read.slug not in sleeping)]:
        problems += _told(read, world, typed)
    if asleep:
        whole = _world(found.lost, shared, reads, ())
        late = [*asleep, *(read for read in spoken if read.slug in sleeping)]
        problems += [_softly(problem) for read in late for problem in _told(read, whole, typed)]
    broken = {problem.place.file for problem in problems if problem.severity == "error"}
    briefs = _sound([read for read in awake if read.file not in broken], shared.actors)
    inside: dict[str, Edition] = {}
    if settings.settings.languages or translated:
        told = {read.slug for read in reads} | {*found.lost, *(["actors"] if not shared.whole else [])}
        originals = Originals(
            settings.settings,
            shared.actors if SHARED_ACTORS not in broken else (),
            briefs,
            tuple(read.brief for read in asleep if read.brief and not errors(read.problems)),
            frozenset(told),
        )
        languages = nearest(SETTINGS, settings.places, "languages")
        pairs = list(zip(found.translations, translated, strict=True))
        inside, briefs, faults = editions(originals, pairs, languages, kept or KeptEditions())
        problems += faults
        inside = {lang: replace(edition, sections=own.editions[lang]) for lang, edition in inside.items()}
    ordered = tuple(sorted(set(problems)))
    return Content(
        settings.settings,
        shared.actors,
        briefs,
        ordered,
        shared.places,
        _names(shared, reads, whole=not found.lost),
        own.sections,
        tuple(read.brief for read in reads if read.brief and read.brief.draft),
        inside,
    )


def sources_beside(root: Path) -> list[Path]:
    """The folders and files of the site's own pages, and the translations of the settings, as these name them now;
    there yet or not."""
    settings = settings_read(settings_file(root)).settings
    if not settings:
        return []
    languages = {root / f"site.{lang}.yaml" for lang in settings.languages}
    return [*sections(root, settings, {}).sources, *sorted({*languages, *translated_settings(root)})]


def _names(shared: Read, reads: list[Read], *, whole: bool) -> Names:
    """What is named in all files; not the whole of it where one can't be used or could not be read to its end."""
    actors = [*shared.actors, *(actor for read in reads for actor in read.actors)]
    whole = whole and all(read.whole and not read.mended for read in [shared, *reads])
    return names(actors, [read.brief for read in reads if read.brief], whole=whole)


def _world(lost: set[str], shared: Read, reads: list[Read], asleep: Iterable[Read]) -> Known:
    """What may be mentioned, and what can't be known to be wrong because of a fault that is told already."""
    suspected = set(lost)
    for read in [shared, *reads]:
        suspected |= read.suspected | read.keys
        emptied = read is not shared and read.brief is None  # an emptied brief may have had what others mention
        if read.slug and (not read.whole or emptied or read.unread - {"actors"}):
            suspected.add(read.slug)
    hidden = not shared.whole and not shared.keys
    return known(
        [*shared.actors, *(actor for read in reads for actor in read.actors)],
        [read.brief for read in reads if read.brief],
        (read.slug for read in asleep),
        suspected,
        actors_lost=hidden or "actors" in lost or any("actors" in read.unread for read in [shared, *reads]),
    )


def _told(read: Read, world: Known, typed: Mapping[str, SourceFile]) -> list[Problem]:
    """All problems of one file."""
    own = own_problems(read)
    if all(stands(reference, read.slug, world) for reference in read.abroad):
        return own
    return [*own, *dangling(read.file, read.slug, read.references, world, partial(_lines, read, typed))]


def own_problems(read: Read) -> list[Problem]:
    """The problems of one file that were found in itself."""
    draft = bool(read.brief and read.brief.draft)
    return [_softly(problem) if draft and problem in read.for_later else problem for problem in read.problems]


def _lines(read: Read, typed: Mapping[str, SourceFile]) -> Sequence[str]:
    """The lines of a file as they were read."""
    return read.lines or lines_of(typed[read.file].data)


def _softly(problem: Problem) -> Problem:
    """A draft's problem as a warning: an unfinished draft must not keep the site from being published."""
    return replace(problem, severity="warning")


def _same_actor(shared: Read, reads: Iterable[Read]) -> list[Problem]:
    """The same id in two places is an error that names both."""
    first: dict[str, str] = {}
    problems = []
    for read in [shared, *reads]:
        for actor in read.actors:
            here = Place(read.file, *read.places.get(f"actors.{actor.id}", (0, 0)))
            if actor.id in first:
                found = f'actor "{actor.id}" a second time (first in {first[actor.id]})'
                problems.append(
                    Problem(
                        here,
                        "same-actor",
                        found,
                        "if it is the same, keep one, in briefs/actors.yaml; if another, give it an id of its own",
                    )
                )
            first.setdefault(actor.id, f"{here.file}:{here.line}")
    return problems


def _sound(reads: list[Read], shared: Iterable[Actor]) -> tuple[Brief, ...]:
    """The briefs of ``reads``, which are free of errors, that lean on no brief that is not."""
    common = {actor.id for actor in shared}
    while True:
        briefs = [read.brief for read in reads if read.brief]
        slugs = {brief.slug for brief in briefs}
        actors = common.union(*(brief.actors for brief in briefs))
        kept = [read for read in reads if all(_stands(ref, slugs, actors) for ref in read.abroad)]
        if len(kept) == len(reads):
            return tuple(briefs)
        reads = kept


def _stands(reference: Reference, slugs: set[str], actors: set[str]) -> bool:
    if reference.kind is Kind.ACTOR:
        return reference.to in actors
    return reference.to.partition("/")[0] in slugs
