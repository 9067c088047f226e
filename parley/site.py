"""The recipe: how a folder of text becomes a site. The only place that knows the order of the stages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec

from parley.model.brief import Brief
from parley.model.insight import Insights
from parley.model.library import Library, library
from parley.model.names import Names
from parley.model.problem import Place, Problem, errors
from parley.read.content import content, page_sources

if TYPE_CHECKING:
    from parley.model.actor import Actor
    from parley.model.page import Page
    from parley.words.searching import Searching

SHARED = frozenset({"briefs/actors.yaml", "site.yaml"})

Told = Callable[[str], None]  # is told which stage begins, for whoever watches


def _untold(_stage: str) -> None:
    """Nobody watches."""


class Order(msgspec.Struct, frozen=True):
    """What is to be built: the folder, and the day as of which; without one, the day of ``now`` in the site's zone."""

    root: Path
    now: dt.datetime  # with its offset
    as_of: dt.date | None = None
    drafts: bool = False
    strict: bool = False
    address: str = ""  # where the site is looked at, in place of the address in its settings
    extras: bool = True  # social cards and the search index, which a preview does without


class Built(msgspec.Struct, frozen=True):
    """What came of it: ``site`` from path to bytes, or ``None`` where a problem forbids publishing."""

    site: Mapping[str, bytes] | None
    problems: tuple[Problem, ...]
    briefs: int = 0
    pages: int = 0
    notes: tuple[str, ...] = ()  # what was left out of the site, and why; no fault of the content
    names: Names = Names()  # of all that was read, drafts and broken briefs too: for editors
    library: Library | None = None  # what the site shows, for who wants to know where it was written
    drafts: tuple[Brief, ...] = ()  # all drafts, built or not, with whatever faults they have


def built(order: Order, told: Told = _untold) -> Built:
    """The whole site of ``order``. Reads the folder and the theme; writes nothing."""
    from parley.pages.desk import Dressing
    from parley.pages.every import every_page
    from parley.publish.budgets import over_budget
    from parley.publish.links import dead_links
    from parley.render.assets import assets
    from parley.render.pages import rendered
    from parley.render.theme import theme
    from parley.render.tokens import tokens
    from parley.render.typefaces import card_letters
    from parley.words.dates import day_words

    work = worked_out(order, told)
    look = theme(theme_folders(order.root))
    letters, bad_fonts = card_letters(look) if _carded(order, work.now) else (frozenset[str](), [])
    problems = [*work.problems, *look.problems, *bad_fonts]
    if (found := work.found) is None or _forbidden(problems, order):
        return Built(None, _sorted(problems, order), names=work.names, drafts=work.drafts)
    told("rendering")
    dress = assets(look)
    day = day_words(order.as_of) if order.as_of else ""

    def pages(search: Searching) -> list[Page]:
        return every_page(work.now, found, Dressing(dress.names, day, letters, search, tokens(look.styles)))

    made = pages("full" if order.extras else "later")
    site, faults = rendered(made, look)
    site |= dress.files
    notes: tuple[str, ...] = ()
    if order.extras and not _forbidden([*problems, *faults], order):
        told("indexing for the search")
        files, notes = _index(site, work.now.settings.language)
        site |= files
        if not files:
            site |= rendered([page for page, full in zip(pages("none"), made, strict=True) if page != full], look)[0]
    told("checking links")
    problems += [*faults, *dead_links(site), *over_budget(site)]
    if _forbidden(problems, order):
        return Built(None, _sorted(problems, order), names=work.names, drafts=work.drafts)
    html = sum(path.endswith(".html") for path in site)
    told_of = _sorted(problems, order)
    return Built(site, told_of, len(work.now.briefs), html, notes, work.names, work.now, work.drafts)


def checked(order: Order, told: Told = _untold) -> tuple[Problem, ...]:
    """The problems of the content alone, without rendering anything."""
    return _sorted(worked_out(order, told).problems, order)


def named(order: Order) -> Names:
    """What the ids of the content stand for, whatever its problems are."""
    return content(order.root, drafts=order.drafts).names


def known_actors(order: Order) -> list[Actor]:
    """The actors of all briefs that can be read, drafts too, the shared ones first; each id once."""
    found = content(order.root, drafts=True)
    every = [*found.actors, *(actor for brief in found.briefs for actor in brief.actors.values())]
    return list({actor.id: actor for actor in reversed(every) if actor.name and actor.kind}.values())[::-1]


def theme_folders(root: Path) -> list[Path]:
    """The themes that apply, the site's own first and the built-in one last."""
    own = root / "theme"
    return (
        [own, built_in_theme()] if own.is_dir() and own.resolve() != built_in_theme().resolve() else [built_in_theme()]
    )


def built_in_theme() -> Path:
    """The theme that comes with Parley: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "theme"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "theme"


def sources(root: Path) -> list[Path]:
    """What a site is made from, its root first, there yet or not; no output folder may be one of them."""
    own = [root / "briefs", root / "site.yaml", root / "theme", built_in_theme()]
    return [root, *own, *page_sources(root)]


def _index(site: Mapping[str, bytes], language: str) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """The files of the search's index; where there can be none, a note why."""
    from parley.search import NoIndex, index

    try:
        return index(site, language), ()
    except NoIndex as missing:
        return {}, (f"the site has no full-text search: {missing}",)


class Work(msgspec.Struct, frozen=True):
    """The library as of the day, what follows from it, and every problem. ``found`` is ``None`` where the files that
    all briefs share can't be relied on."""

    now: Library
    found: Insights | None
    problems: list[Problem]
    names: Names
    whole: Library  # with what is dated later
    drafts: tuple[Brief, ...]  # all of them, kept or not


def worked_out(order: Order, told: Told = _untold) -> Work:
    """The content of ``order`` as it stands on its day, with what follows from it; nothing is rendered."""
    from parley.derive import advice, doubts, insights, library_as_of

    told("reading")
    written = content(order.root, drafts=order.drafts)
    settings = written.settings
    if order.address:
        settings = msgspec.structs.replace(settings, address=order.address)
    whole = library(settings, written.actors, written.briefs, written.places, written.sections)
    problems = list(written.problems)
    if SHARED & {problem.place.file for problem in errors(problems)}:
        return Work(whole, None, problems, written.names, whole, written.drafts)
    told("working out where things stand")
    day = order.as_of or order.now.astimezone(ZoneInfo(settings.time_zone)).date()
    now = library_as_of(whole, day)
    found = insights(now, day)
    if whole.briefs and not now.briefs:
        problems.append(_none_yet(day))
    return Work(now, found, [*problems, *doubts(whole, found), *advice(whole)], written.names, whole, written.drafts)


def _none_yet(day: dt.date) -> Problem:
    expected = 'build as of a later day, or look at "published" in the briefs'
    return Problem(
        Place("briefs"), "nothing-published", f"no brief that was published by {day.isoformat()}", expected, "warning"
    )


def _carded(order: Order, now: Library) -> bool:
    """Whether social cards are made: they are shown by their full address only."""
    return order.extras and bool(now.settings.address)


def _forbidden(problems: Sequence[Problem], order: Order) -> bool:
    return bool(problems) if order.strict else bool(errors(problems))


def _sorted(problems: Sequence[Problem], order: Order) -> tuple[Problem, ...]:
    """Each problem once, in the order of files and lines; with ``strict`` a warning is an error. Files of the site's
    own theme are named from its root, as all others are."""
    here = f"{order.root.as_posix()}/"
    problems = [
        msgspec.structs.replace(problem, place=msgspec.structs.replace(problem.place, file=file.removeprefix(here)))
        if (file := problem.place.file).startswith(here)
        else problem
        for problem in problems
    ]
    if order.strict:
        problems = [msgspec.structs.replace(problem, severity="error") for problem in problems]
    return tuple(sorted(set(problems)))
