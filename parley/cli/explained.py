"""What a problem's code means, from the catalogue, as the preview shows it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parley.preview import Explained
    from parley.write.catalogue.entry import Entry


@cache
def explained(code: str) -> Explained | None:
    """The explanation of ``code``; ``None`` for one that the catalogue does not know."""
    import markdown

    from parley.preview import Explained

    entry = _entries().get(code)
    if entry is None:
        return None
    return Explained(f"{entry.title} [{entry.code}]", markdown.markdown(entry.says), entry.wrong, entry.right)


@cache
def _entries() -> Mapping[str, Entry]:
    """All entries: each module of the catalogue may have ``ENTRIES``."""
    from parley.write import catalogue

    modules = (import_module(f"{catalogue.__name__}.{found.name}") for found in iter_modules(catalogue.__path__))
    return {entry.code: entry for module in modules for entry in getattr(module, "ENTRIES", ())}
