"""One version of the content: what was written, what follows from it, and what could not be read of it."""

from __future__ import annotations

from parley.model.insight import Insights
from parley.model.keys import Noun
from parley.model.library import Library


class Version(Noun, frozen=True, kw_only=True):
    """``library`` is what is compared; ``found`` is what follows from it on its day. The briefs in ``unread`` are there
    and can't be read, so that nothing is known of them; those in ``drafts`` are there and shown to nobody."""

    library: Library
    found: Insights
    unread: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
