"""A new actor: its entry as it is typed."""

from __future__ import annotations

from parley.model.keys import Noun
from parley.model.typed import as_typed
from parley.write.new_entry import STEP


class NewActor(Noun, frozen=True, kw_only=True):
    """What is known of an actor that is to be added."""

    id: str
    name: str
    kind: str
    role: str = ""
    speaks_for: str = ""
    country: str = ""
    aka: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    wikidata: str = ""
    url: str = ""
    summary: str = ""


def entry(actor: NewActor, indent: str = "") -> str:
    """``actor`` as lines of YAML, each begun with ``indent`` and ended with a line feed."""
    inner = indent + STEP
    lines = [f"{indent}{actor.id}:", f"{inner}name: {as_typed(actor.name)}", f"{inner}kind: {actor.kind}"]
    lines += [
        f"{inner}{key}: {value}"
        for key, value in (
            ("role", actor.role and as_typed(actor.role)),
            ("speaks_for", actor.speaks_for),
            ("country", actor.country),
            ("wikidata", actor.wikidata),
            ("url", actor.url),
            ("summary", actor.summary and as_typed(actor.summary)),
        )
        if value
    ]
    for key, values in (("aka", actor.aka), ("part_of", actor.part_of), ("members", actor.members)):
        if values:
            lines += [f"{inner}{key}:", *(f"{inner}{STEP}- {as_typed(value)}" for value in values)]
    return "".join(f"{line}\n" for line in lines)
