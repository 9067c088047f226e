"""``new`` begins a brief or a site, over nothing that is there."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.schema import keep_schemas
from parley.cli.telling import say, say_and

if TYPE_CHECKING:
    from parley.site import Order


def new(order: Order, wish: argparse.Namespace) -> int:
    from parley.write.created import InTheWay, created
    from parley.write.starter import slug_of, starter_brief

    day, name = order.as_of or order.now.date(), " ".join(wish.name)
    try:
        if wish.what == "site":
            _new_site(order, Path(name), day)
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
    keep_schemas(order)
    print(f'{path}\nIt is a draft: it shows with `serve --drafts`, and to all once you delete "draft: true".')
    return 0


def _new_site(order: Order, root: Path, day: dt.date) -> None:
    """Make a site at ``root``, with what editors need; what is there for them already stays as it is."""
    import msgspec

    from parley.write.created import created, there
    from parley.write.editor_files import editor_files
    from parley.write.starter import starter_site

    for path in created(root, starter_site(day)):
        print(path)
    for name, text in editor_files().items():
        if there(root / name):
            say(f"{root / name} is there already and stays as it is; a new site's would say:\n{text}")
        else:
            print(*created(root, {name: text}))
    keep_schemas(msgspec.structs.replace(order, root=root))


def _called() -> str:
    """How this program was called, for the next command to be called the same way."""
    return f"python {sys.argv[0]}" if sys.argv[0].endswith(".py") else sys.argv[0]


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("brief", "site"), help="what to begin")
    parser.add_argument("name", nargs="+", help="the brief's title, or the site's folder")


NEW = Command("new", "begin a brief or a site", new, _arguments)
