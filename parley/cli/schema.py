"""``schema`` writes what editors check and complete by; every build does so, too, as far as the disk allows."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.telling import counted, say, say_and, show

if TYPE_CHECKING:
    from parley.model.names import Names
    from parley.site import Order


def schema(order: Order, _wish: argparse.Namespace) -> int:
    """Write the schemas, whatever the content's problems are: `check` tells those."""
    from parley.site import named
    from parley.write.json_schema import schemas
    from parley.write.kept import NotKept, kept

    if not (order.root / "briefs").is_dir():
        raise WrongUse(f"no folder briefs/ in {order.root}; give the site's folder as --root")
    files = schemas(named(order))
    try:
        written = kept(_folder(order), files)
    except NotKept as fault:
        return say_and(1, f"parley: {fault}")
    show(f"{counted(len(files), 'schema')} in {_folder(order)} ({counted(len(written), 'file')} written)")
    return 0


class Schemas:
    """Keeps the schemas of a site in step with its builds. What hinders that is told once and forbids nothing."""

    def __init__(self, order: Order) -> None:
        self.folder = _folder(order)
        self.told = ""

    @property
    def there(self) -> bool:
        """Whether there are any."""
        return self.folder.is_dir()

    def keep(self, names: Names | None) -> None:
        """Write the schemas for ``names`` where they differ; none where nothing was read anew. Those of a site with an
        unreadable file are written only where there are none yet, since some of its names are missing."""
        from parley.write.json_schema import schemas
        from parley.write.kept import NotKept, kept

        if names is None or not (self.folder.parent / "briefs").is_dir():  # no site, or none yet
            return
        try:
            kept(self.folder, schemas(names), missing_only=not names.whole)
        except NotKept as fault:
            if self.told != str(fault):
                say(f"No help for editors: {fault}")
            self.told = str(fault)


def keep_schemas(order: Order) -> None:
    """The same, once, for a site that has just been changed."""
    from parley.site import named

    Schemas(order).keep(named(order))


def _folder(order: Order) -> Path:
    from parley.write.editor_files import SCHEMAS

    return order.root / SCHEMAS


SCHEMA = Command("schema", "write what editors check and complete by (every build does)", schema)
