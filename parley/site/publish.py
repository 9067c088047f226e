"""The recipe to its end: a folder of text becomes a folder of pages, at the cost of what has changed since.

A build is believed only if its sources stayed as they were while they were read, and only if the pages that it kept are
there still; otherwise it is done again, at last without any memory.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from parley.memo.store import forget
from parley.site.folders import sources
from parley.site.memory import Memory, file_for, recall, remember, spare_for
from parley.site.order import Built, Order, Unsteady, Watcher
from parley.site.shelf import NotAsRemembered, Shelf

if TYPE_CHECKING:
    from parley.publish.folder import Published
    from parley.publish.left import Left

MOST_TRIES = 3  # while somebody saves the sources again and again


def published(
    order: Order, output: Path, told: Watcher, seen: Callable[[Built], None], *, quickly: bool = True
) -> tuple[Built, Published | None]:
    """Build ``order`` and make ``output`` equal to it; nothing is published where a problem forbids it.

    ``seen`` is called with what was built before it is published; what is returned lacks the texts that it was made of,
    which publishing does without. With ``quickly``, nothing is worked out while no source has changed. Raises
    :class:`parley.site.order.Unsteady`, and what :func:`parley.publish.folder.publish` raises.
    """
    from parley.publish.folder import check_output

    file = file_for(order.root, output)
    memory = recall(file)
    found = _unchanged(order, memory, output) if quickly and memory else None
    check_output(output, sources(order.root, memory.beside if found and memory else None))
    try:
        found = found or _built(order, told, memory, output)
        seen(found)
        found = _without_texts(found)
        return found, _put(order, output, found, memory.left if memory else None, told)
    except NotAsRemembered:
        forget(file)
    found = _without_texts(_built(order, told, None, output))
    return found, _put(order, output, found, None, told)


def _without_texts(found: Built) -> Built:
    """``found`` without all that was read, to have its room for publishing."""
    return replace(found, names=None, library=None, drafts=())


def _unchanged(order: Order, memory: Memory, output: Path) -> Built | None:
    from parley.site.unchanged import unchanged

    return unchanged(order, memory, output)


def _built(order: Order, told: Watcher, memory: Memory | None, output: Path) -> Built:
    """What is built of sources that stayed as they were meanwhile. Raises :class:`parley.site.order.Unsteady` if they
    never do: what was read then may be half of a save."""
    from parley.site.build import built
    from parley.site.reads import Reads

    for _ in range(MOST_TRIES):
        reads = Reads(order.root, order.jobs)
        found = built(order, told, memory, output, reads)
        reads.keep()
        if found.steady:
            return found
    raise Unsteady("the sources were saved again and again while they were read; nothing was published, so build again")


def _put(order: Order, output: Path, found: Built, left: Left | None, told: Watcher) -> Published | None:
    """Publish what was built, where ``left`` tells how the last publish left the output; and remember it."""
    from parley.publish.folder import publish

    if found.site is None:
        return None
    told("publishing")
    kept = found.site.kept if isinstance(found.site, Shelf) else frozenset[str]()
    own = sources(order.root, found.memory.beside if found.memory else None)
    spare = spare_for(order.root, output)
    done = publish(found.site, output, own, spare if spare.parent.is_dir() else None, kept=kept, left=left)
    file = file_for(order.root, output)
    if found.memory is None:
        forget(file)
    elif found.rendered or done.left != left:
        remember(file, replace(found.memory, left=done.left))
    return done
