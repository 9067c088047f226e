"""The whole recipe: how a folder of text becomes a site. The only place that knows the order of the stages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from parley.model.library import Library
from parley.site.edition import Edition, Look, edition
from parley.site.folders import beside, theme_folders
from parley.site.inputs import inputs_mark, saves_mark
from parley.site.judged import forbidden, in_order
from parley.site.memory import Memory, Told
from parley.site.order import Built, Order, Watcher, untold
from parley.site.shelf import Shelf
from parley.site.turning import NEXT_BUILD, next_build_file
from parley.site.work import day_of, work_of, worked_out

if TYPE_CHECKING:
    from parley.read.content import Reads


def built(
    order: Order,
    told: Watcher = untold,
    memory: Memory | None = None,
    output: Path | None = None,
    reads: Reads | None = None,
) -> Built:
    """The whole site of ``order``, with an edition in each further language that its settings name. Reads the folder
    and the theme; writes nothing.

    With an ``output``, what the next build there needs to know is remembered; with the ``memory`` of the build that
    stands there, only what has changed since is made. The bytes are the same either way; asking for some that stand
    there no more raises :class:`parley.site.shelf.NotAsRemembered`.
    """
    from parley.publish.budgets import over_budget
    from parley.read.admin import Admin, admin
    from parley.render.assets import assets
    from parley.render.theme import theme
    from parley.render.typefaces import card_letters

    before = _stand(order) if output else NOWHERE
    work = worked_out(order, told, reads)
    look = theme(theme_folders(order.root), work.now.settings.identity)
    letters, bad_fonts = card_letters(look) if _carded(order, work.now) else (frozenset[str](), [])
    forms = Admin() if order.disk else admin(order.root)
    problems = [*work.problems, *look.problems, *bad_fonts, *forms.problems]

    def steady() -> bool:
        return not output or _stand(order) == before

    def refused() -> Built:
        names, drafts = work.content.names, work.content.drafts
        return Built(None, in_order(problems, order), names=names, drafts=drafts, steady=steady())

    if (found := work.found) is None or forbidden(problems, order):
        return refused()
    dressed = Look(look, assets(look), letters)
    files = {**forms.files, NEXT_BUILD: next_build_file(work.whole, work.now, found.day)}
    editions = []
    for lang in ("", *work.content.editions):
        told(f"rendering {lang}".rstrip())
        one = work if not lang else work_of(replace(order, lang=lang), work.content)
        memo = memory.edition(one.now.settings.within) if memory else None
        made = edition(order if not lang else replace(order, lang=lang), one, dressed, told, memo, output)
        editions.append(made)
        problems += made.units.faults
        if forbidden(problems, order):
            return refused()
    editions[0].site.put_all(files)
    told("checking links")
    problems += over_budget(dressed.assets.files)
    for made in editions:
        problems += made.flaws([*dressed.assets.files, *(() if made.within else files)])
    if forbidden(problems, order):
        return refused()
    notes = tuple(dict.fromkeys(note for made in editions for note in made.notes))
    memos = tuple(made.memo() for made in editions) if output else ()
    site = _together(editions)
    html, units = sum(path.endswith(".html") for path in site), sum(made.units.count for made in editions)
    shown = Told(in_order(problems, order), notes, len(work.now.briefs), html, units)
    zone = work.now.settings.time_zone
    return Built(
        site=site,
        problems=shown.problems,
        briefs=shown.briefs,
        pages=shown.pages,
        notes=notes,
        names=work.content.names,
        library=work.now,
        drafts=work.content.drafts,
        rendered={made.within + path: why for made in editions for path, why in made.units.rendered.items()},
        # of each edition one tells of all others, and is made each time
        units=(sum(made.units.made + 1 for made in editions), units + len(editions)),
        memory=Memory(before.inputs, day_of(order, zone), zone, tuple(beside(order.root)), memos, shown)
        if output
        else None,
        steady=steady(),
    )


def _together(editions: list[Edition]) -> Shelf:
    """All files of all ``editions``."""
    site = editions[0].site
    for other in editions[1:]:
        site.put_below(other.within, other.site)
    return site


class _Stand(NamedTuple):
    """How the sources stand at some time: when each was last saved, and what they hold."""

    saves: bytes
    inputs: bytes


NOWHERE = _Stand(b"", b"")


def _stand(order: Order) -> _Stand:
    """How they stand now; nothing where that can't be told."""
    try:
        also = beside(order.root)
        return _Stand(saves_mark(order, also), inputs_mark(order, also))
    except OSError:
        return NOWHERE


def _carded(order: Order, now: Library) -> bool:
    """Whether social cards are made: they are shown by their full address only."""
    return order.extras and bool(now.settings.address)
