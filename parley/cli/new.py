"""``new`` begins a brief or a site, over nothing that is there; ``reference`` prints every key of the format."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.telling import say_and

if TYPE_CHECKING:
    from parley.site import Order


def new(order: Order, wish: argparse.Namespace) -> int:
    from parley.write.created import InTheWay, created
    from parley.write.starter import slug_of, starter_brief, starter_site

    day = order.as_of or order.now.date()
    try:
        if wish.what == "site":
            for path in created(Path(wish.name), starter_site(day)):
                print(path)
            print(f"Now: parley serve --root {wish.name}")
            return 0
        slug = slug_of(wish.name)
        if not slug:
            raise WrongUse(f'no file name can be made of "{wish.name}"; give a title with Latin letters or digits')
        (path,) = created(order.root, {f"briefs/{slug}.yaml": starter_brief(wish.name, slug, day)})
    except InTheWay as refused:
        return say_and(2, f"parley: {refused}")
    print(f'{path}\nIt is a draft: it shows with --drafts, until you delete the line "draft: true".')
    return 0


def reference(_order: Order, _wish: argparse.Namespace) -> int:
    """Print the reference."""
    from parley.write.reference import reference as text

    print(text(), end="")
    return 0
