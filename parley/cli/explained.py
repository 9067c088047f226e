"""What a problem's code means, from the catalogue, as the preview shows it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.preview import Explained


@cache
def explained(code: str) -> Explained | None:
    """The explanation of ``code``; ``None`` for one that the catalogue does not know."""
    import markdown

    from parley.preview import Explained
    from parley.write.catalogue.collected import entry

    found = entry(code)
    if found is None:
        return None
    return Explained(f"{found.title} [{found.code}]", markdown.markdown(found.says), found.wrong, found.right)
