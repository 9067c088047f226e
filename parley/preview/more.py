"""What a preview can do without: drafts, other editions, links into an editor, explanations of problems."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from parley.preview.built import Built, Explained, Spot


class More(msgspec.Struct, frozen=True):
    """`drafts` builds the site with its drafts, as an edition of its own; `edition` gives what builds another that a
    build of the site names, by where it begins ("uk/"). `edit` gives the link that opens the writer's editor at a place
    ("" for none), for requests from this machine and from the addresses in `neighbours`. `explained` gives what the
    code of a problem means. `ready` is called with the address once it can be opened."""

    drafts: Callable[[], Built] | None = None
    edition: Callable[[str], Callable[[], Built]] | None = None
    edit: Callable[[Spot], str] | None = None
    neighbours: frozenset[str] = frozenset()
    explained: Callable[[str], Explained | None] = lambda _code: None
    ready: Callable[[str], None] = lambda _address: None
