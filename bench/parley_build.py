"""Parley's own build, as the bench calls it: ``all`` is the command itself, ``plain`` the same without social cards
and search, ``same`` the work of the peers and no more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.site.memory import Memory
    from parley.site.order import Built, Order, Watcher


def main() -> int:
    """Build the site in this folder into ``output``; tell how many pages were made, as the command does."""
    (work,) = sys.argv[1:]
    if work == "all":
        from parley.cli import main as command

        return command(["build"])
    if work == "same":
        _let_the_work_be_the_same()
    return _build()


def _let_the_work_be_the_same() -> None:
    """Once anything is built: a build that finds nothing changed needs to know of no page."""
    from parley.site import publish

    built = publish._built

    def built_the_same(order: Order, told: Watcher, memory: Memory | None, output: Path) -> Built:
        from bench.same_work import take_on

        take_on()
        return built(order, told, memory, output)

    publish._built = built_the_same


def _build() -> int:
    from parley.cli.arguments import now
    from parley.model.problem import errors
    from parley.site.order import Order, untold
    from parley.site.publish import published

    def tell(found: Built) -> None:
        if found.site is None:
            print(*errors(found.problems), sep="\n", file=sys.stderr)

    found, done = published(Order(Path(), now(), extras=False), Path("output"), untold, tell)
    if done is None:
        return 1
    print(f"{found.pages} pages, {len(found.rendered)} files rendered, {done.written} written")
    return 0


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parent.parent)
    sys.exit(main())
