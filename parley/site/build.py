"""The whole recipe: how a folder of text becomes a site. The only place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from parley.model.library import Library
from parley.model.problem import Problem
from parley.pages.every import closing_pages, unit_names
from parley.site.folders import theme_folders
from parley.site.judged import forbidden, in_order
from parley.site.made import Made
from parley.site.making import Bench, every_made
from parley.site.order import Built, Order, Told, untold
from parley.site.shelf import Shelf
from parley.site.work import worked_out

if TYPE_CHECKING:
    from parley.pages.desk import Desk
    from parley.words.searching import Searching


def built(order: Order, told: Told = untold) -> Built:
    """The whole site of ``order``. Reads the folder and the theme; writes nothing."""
    from parley.pages.desk import Desk, Dressing
    from parley.publish.budgets import over_budget
    from parley.publish.links import dead_links
    from parley.render.assets import assets
    from parley.render.theme import theme
    from parley.render.tokens import tokens
    from parley.render.typefaces import card_letters
    from parley.words.dates import day_words

    work = worked_out(order, told)
    look = theme(theme_folders(order.root))
    letters, bad_fonts = card_letters(look) if _carded(order, work.now) else (frozenset[str](), [])
    problems = [*work.problems, *look.problems, *bad_fonts]
    if (found := work.found) is None or forbidden(problems, order):
        return Built(None, in_order(problems, order), names=work.names, drafts=work.drafts)
    told("rendering")
    dress = assets(look)
    day = day_words(order.as_of) if order.as_of else ""

    def desk(search: Searching) -> Desk:
        return Desk(work.now, found, Dressing(dress.names, day, letters, search, tokens(look.styles)))

    site, faults = _made(Bench(desk("full" if order.extras else "later"), look), order.jobs)
    notes: tuple[str, ...] = ()
    if order.extras and not forbidden([*problems, *faults], order):
        told("indexing for the search")
        files, notes = _index(site, work.now.settings.language)
        if not files:
            site, faults = _made(Bench(desk("none"), look), order.jobs)
        site.put_all(files)
    site.put_all(dress.files)
    told("checking links")
    problems += [*faults, *dead_links(site), *over_budget(site)]
    if forbidden(problems, order):
        return Built(None, in_order(problems, order), names=work.names, drafts=work.drafts)
    html = sum(path.endswith(".html") for path in site)
    told_of = in_order(problems, order)
    return Built(site, told_of, len(work.now.briefs), html, notes, work.names, work.now, work.drafts)


def _made(bench: Bench, jobs: int) -> tuple[Shelf, list[Problem]]:
    """The files of all units, and of what tells of all of them; and the faults of templates, each once."""
    site, faults, addresses = Shelf(), set[Problem](), list[str]()

    def take(made: Made) -> None:
        faults.update(made.faults)
        for file in made.files:
            if file.body is not None:
                site.put(file.path, file.body)
            if file.indexed:
                addresses.append(file.path.removesuffix("index.html"))

    for made in every_made(bench, list(unit_names(bench.desk.library)), jobs):
        take(made)
    take(bench.made_of("closing", closing_pages(bench.desk, addresses)))
    return site, sorted(faults)


def _index(site: Mapping[str, bytes], language: str) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """The files of the search's index; where there can be none, a note why."""
    from parley.search import NoIndex, index

    try:
        return index(site, language), ()
    except NoIndex as missing:
        return {}, (f"the site has no full-text search: {missing}",)


def _carded(order: Order, now: Library) -> bool:
    """Whether social cards are made: they are shown by their full address only."""
    return order.extras and bool(now.settings.address)
