"""Parley's own build, as the bench calls it: the command, or with ``--plain`` the same without cards and search."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    from parley.cli import main as command

    if "--plain" not in sys.argv:
        return command(["build"])
    import datetime as dt
    import os

    from parley.publish.folder import publish
    from parley.site import Order, built, sources

    now = dt.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), dt.UTC)
    found = built(Order(Path(), now, extras=False))
    if found.site is None:
        print(*found.problems, sep="\n", file=sys.stderr)
        return 1
    publish(found.site, Path("output"), sources(Path()))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    sys.path.remove(str(Path(__file__).parent))
    sys.exit(main())
