"""``rename`` changes an id at its definition and wherever it is mentioned, in all files or in none."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from parley.cli.command import Command
from parley.cli.telling import say, say_and, show

if TYPE_CHECKING:
    from parley.site import Order


def rename(order: Order, wish: argparse.Namespace) -> int:
    """Change the id, or with ``--dry-run`` show what would be changed."""
    from parley.read.renaming import NotRenamed, renamed
    from parley.write.aliased import NoPlace, aliased
    from parley.write.rewritten import NotRewritten
    from parley.write.written_together import written_together

    try:
        done = renamed(order.root, wish.what, wish.old, wish.new, aliased)
        if not wish.dry_run:
            for new in done.moved.values():
                if (order.root / new).exists():
                    raise NotRewritten(f"{order.root / new} is there already; nothing was written")
            written_together(order.root, done.changes)
            for old, new in done.moved.items():
                (order.root / old).rename(order.root / new)
    except (NotRenamed, NotRewritten) as refused:
        return say_and(2, f"parley: {refused}")
    except NoPlace:
        return say_and(2, "parley: its entry leaves no safe place for the alias; run parley fmt first, then try again")
    for file, places in sorted(done.places.items()):
        show(f"{order.root / file}: {places} place{'' if places == 1 else 's'}")
    say(f"{'Would rename' if wish.dry_run else 'Renamed'} {done.old} to {done.new}.")
    for old, new in done.moved.items():
        say(f"{old} {'would be' if wish.dry_run else 'is'} {new} now.")
    if wish.what in ("actor", "proposal", "brief"):
        alias = done.old.rpartition("/")[2]
        say(f"Its page has a new address; the old one leads there, as {alias} is among its aliases now.")
    else:
        say(f"Links from elsewhere to #{done.old.rpartition('/')[2]} will end at the top of the brief's page.")
    return 0


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("actor", "proposal", "step", "source", "brief"), help="what the id belongs to")
    parser.add_argument("old", metavar="OLD", help="the id now, such as putin or istanbul/ceasefire")
    parser.add_argument("new", metavar="NEW", help="the new id, without the brief's name")
    parser.add_argument("--dry-run", action="store_true", help="show what would be changed, and change nothing")


RENAME = Command("rename", "change an id everywhere", rename, _arguments)
