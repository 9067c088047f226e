"""A new source: its entry as it is typed."""

from __future__ import annotations

from parley.model.new_source import NewSource
from parley.model.typed import as_typed
from parley.write.new_entry import STEP


def entry(id_: str, source: NewSource, indent: str = "") -> str:
    """``source`` under the id ``id_`` as lines of YAML, each begun with ``indent`` and ended with a line feed."""
    inner = indent + STEP
    told = (
        ("title", as_typed(source.title)),
        ("publisher", source.publisher and as_typed(source.publisher)),
        ("date", source.date),
        ("url", source.url),
        ("kind", source.kind),
        ("lang", source.lang),
        ("accessed", source.accessed),
        ("archived", source.archived),
    )
    lines = [f"{indent}{id_}:", *(f"{inner}{key}: {value}" for key, value in told if value)]
    if source.author:
        lines[2:2] = [f"{inner}author:", *(f"{inner}{STEP}- {as_typed(name)}" for name in source.author)]
    return "".join(f"{line}\n" for line in lines)
