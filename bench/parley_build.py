"""Parley's own build, as the bench calls it: ``all`` is the command itself, ``plain`` the same without social cards
and search, ``same`` the work of the peers and no more."""

from __future__ import annotations

import sys
from pathlib import Path

WORKS = ("same", "plain", "all")


def main() -> int:
    """Build the site in this folder into ``output``; tell how many pages were made, as the command does."""
    (work,) = sys.argv[1:]
    if work == "all":
        from parley.cli import main as command

        return command(["build"])
    if work == "same":
        from bench.same_work import take_on

        take_on()
    return _built()


def _built() -> int:
    from parley.cli.arguments import now
    from parley.site.order import Built, Order, untold
    from parley.site.publish import published

    def tell(found: Built) -> None:
        if found.site is None:
            print(*found.problems, sep="\n", file=sys.stderr)

    found, done = published(Order(Path(), now(), extras=False), Path("output"), untold, tell)
    if done is None:
        return 1
    print(f"{found.pages} pages, {len(found.rendered)} files rendered, {done.written} written")
    return 0


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parent.parent)
    sys.exit(main())
