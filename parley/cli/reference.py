"""``reference`` prints every key of the format, with an example."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from parley.cli.command import Command
from parley.cli.telling import show

if TYPE_CHECKING:
    from parley.site import Order


def reference(_order: Order, _wish: argparse.Namespace) -> int:
    """Print the reference."""
    from parley.write.reference import reference as text

    show(text(), end="")
    return 0


REFERENCE = Command("reference", "print every key of the format, with an example", reference, of_a_site=False)
