"""``list``: the desk's to-do list over all briefs, for people or for machines."""

from __future__ import annotations

import argparse
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.telling import counted, say, say_and, show

if TYPE_CHECKING:
    from parley.desk import Row
    from parley.site import Order, Work
    from parley.words.todo import TodoKind

MARGIN = "  "


def to_do(order: Order, wish: argparse.Namespace) -> int:
    """Print the list. What stands in files with errors is left out, which is said; the code is then 1."""
    import msgspec

    from parley.desk import desk, table
    from parley.render.tables import table_csv, table_json
    from parley.site import worked_out

    kinds = _kinds(wish.what)
    work = worked_out(msgspec.structs.replace(order, drafts=True))
    left_out = _tell_errors(work)
    if work.found is None:
        return say_and(1, "parley: nothing can be listed before that is mended")
    rows = [row for row in desk(work.whole, work.now, work.found, work.problems) if row.kind in kinds]
    rows = _only(work, rows, wish)
    if wish.format == "text":
        _tell(order, work, rows, kinds)
    else:
        data = (table_json if wish.format == "json" else table_csv)(table(tuple(rows)))
        sys.stdout.buffer.write(data)
    return 1 if left_out else 0


def _kinds(asked: Sequence[str]) -> tuple[TodoKind, ...]:
    """The kinds that are asked for, or all. Who asks what is unanswered means what is about to lapse, too."""
    from parley.words.todo import TITLES

    by_name = {kind.rstrip("s"): kind for kind in TITLES}
    wanted: set[TodoKind] = set()
    for word in asked:
        kind = by_name.get(word.casefold().rstrip("s"))
        if kind is None:
            raise WrongUse(f'list "{word}": there is no such list; choose among {", ".join(TITLES)}')
        wanted |= {kind, "lapsing"} if kind == "unanswered" else {kind}
    return tuple(kind for kind in TITLES if kind in wanted or not wanted)


def _only(work: Work, rows: list[Row], wish: argparse.Namespace) -> list[Row]:
    """The rows of the brief and of the actor that are asked for."""
    if wish.brief:
        slug = wish.brief.rpartition("/")[2].removesuffix(".yaml")
        _known("--brief", slug, {slug: brief.title for slug, brief in work.whole.briefs.items()})
        rows = [row for row in rows if row.brief == slug]
    if wish.actor:
        _known("--actor", wish.actor, {id_: actor.name for id_, actor in work.whole.actors.items()})
        rows = [row for row in rows if wish.actor in row.actors]
    return rows


def _known(option: str, asked: str, known: Mapping[str, str]) -> None:
    from parley.read.nearest import Words

    if asked not in known:
        near = Words({id_: (name,) for id_, name in known.items()}).nearest(asked)
        raise WrongUse(f'{option} "{asked}": there is none' + (f'; did you mean "{near}"?' if near else ""))


def _tell_errors(work: Work) -> bool:
    """Say which files have errors; whether there are any."""
    from parley.model.problem import errors, visible

    files = sorted({problem.place.file for problem in errors(work.problems)})
    for file in files:
        number = sum(problem.place.file == file for problem in errors(work.problems))
        say(f"{visible(file)} has {counted(number, 'error')} and is left out of this list; `check` tells what is wrong")
    return bool(files)


def _tell(order: Order, work: Work, rows: list[Row], kinds: tuple[TodoKind, ...]) -> None:
    from parley.words.todo import TITLES, all_done, heading

    assert work.found
    day = work.found.day
    if not rows:
        show(all_done(day, kinds))
        return
    show(heading(day, len(rows)))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for kind, group in groupby(rows, key=lambda row: row.kind):
        those = list(group)
        show(f"\n{TITLES[kind]} ({len(those)})")
        for row in those:
            _tell_row(order, row, width)


def _tell_row(order: Order, row: Row, width: int) -> None:
    """What, and below it where; as wide as the terminal, or in one line where there is none."""
    what = f"{row.what}{' [draft]' if row.draft and row.kind != 'drafts' else ''}"
    lines = textwrap.wrap(what, max(width - 1, 40), initial_indent=MARGIN, subsequent_indent=MARGIN) if width else []
    where = (order.root / row.place.file).as_posix()
    show("\n".join(lines) if lines else MARGIN + what)
    show(f"{MARGIN * 2}{where}:{max(row.place.line, 1)}")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        nargs="*",
        metavar="WHAT",
        help="only these: overdue, lapsing, unanswered, deadlocks, met, unsourced, todo, review, drafts, coming",
    )
    parser.add_argument("--brief", default="", metavar="NAME", help="only what stands in this brief")
    parser.add_argument("--actor", default="", metavar="ID", help="only what concerns this actor or side")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="for people, or for machines")


LIST = Command("list", "tell what the desk has to do: overdue, unanswered, unsourced ...", to_do, _arguments)
