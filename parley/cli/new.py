"""``new`` begins a brief or a site, over nothing that is there; ``reference`` prints every key of the format."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.telling import say_and

if TYPE_CHECKING:
    from parley.site import Order


def new(order: Order, wish: argparse.Namespace) -> int:
    from parley.write.created import InTheWay, created
    from parley.write.starter import slug_of, starter_brief, starter_site

    day, name = order.as_of or order.now.date(), " ".join(wish.name)
    try:
        if wish.what == "site":
            for path in created(Path(name), starter_site(day)):
                print(path)
            print(f"Now: {_called()} serve --root {name}")
            return 0
        slug = slug_of(name)
        if not slug:
            raise WrongUse(f'no file name can be made of "{name}"; make the file in briefs/ yourself')
        if not (order.root / "briefs").is_dir():
            raise WrongUse(f"no folder briefs/ in {order.root}; `{_called()} new site DIR` begins a site")
        (path,) = created(order.root, {f"briefs/{slug}.yaml": starter_brief(name, slug, day)})
    except InTheWay as refused:
        return say_and(2, f"parley: {refused}")
    print(f'{path}\nIt is a draft: it shows with `serve --drafts`, and to all once you delete "draft: true".')
    return 0


def _called() -> str:
    """How this program was called, for the next command to be called the same way."""
    return f"python {sys.argv[0]}" if sys.argv[0].endswith(".py") else sys.argv[0]


def reference(_order: Order, _wish: argparse.Namespace) -> int:
    """Print the reference."""
    from parley.write.reference import reference as text

    print(text(), end="")
    return 0
