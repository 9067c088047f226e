"""The reference of the format, made from the schema: every key with what stands there and an example."""

from __future__ import annotations

from parley.model.actor import Actor
from parley.model.brief import Brief, Correction, Event, NextStep, Outcome, Source, Update
from parley.model.keys import Noun
from parley.model.proposal import Acceptance, Proposal, Reaction, Rejection
from parley.model.schema import Field, shape
from parley.model.settings import Policies, Settings

SECTIONS: tuple[tuple[str, type[Noun]], ...] = (
    ("A brief", Brief),
    ("An actor", Actor),
    ("A proposal", Proposal),
    ("A rejection", Rejection),
    ("An acceptance", Acceptance),
    ("A reaction", Reaction),
    ("A next step", NextStep),
    ("The outcome of a next step", Outcome),
    ("An event", Event),
    ("A source", Source),
    ("An update", Update),
    ("A correction", Correction),
    ("`site.yaml`", Settings),
    ("Policies, in `site.yaml`", Policies),
)
HEAD = """\
# Reference

Every key of the format, made from the schema by `parley reference`. What the pieces mean together stands in
[format.md](format.md). Keys in **bold** are required.
"""


def reference() -> str:
    """The reference as Markdown."""
    parts = [HEAD]
    for title, noun in SECTIONS:
        rows = [_row(field) for field in shape(noun).fields.values()]
        parts.append(f"\n## {title}\n\n| key | what | stands there | example |\n|---|---|---|---|\n" + "".join(rows))
    return "".join(parts)


def _row(field: Field) -> str:
    key = f"**`{field.key}`**" if field.required else f"`{field.key}`"
    example = field.example.replace("\n", "⏎ ").replace("|", "\\|")
    return f"| {key} | {field.doc} | {_stands(field)} | `{example}` |\n"


def _stands(field: Field) -> str:
    """What may stand under a key, in words."""
    if field.choices:
        return "one of " + ", ".join(
            f"`{choice}`" + (" (default)" if choice == field.default else "") for choice in field.choices
        )
    kind = field.kind.value
    match field.form:
        case "one":
            return kind
        case "many":
            return f"{kind}, or a list"
        case "map":
            return f"a map: {field.key_kind.value if field.key_kind else 'text'} to {kind}"
        case "record":
            return "keys, below"
        case "records":
            return "a list, below"
        case "record-map":
            return "a map by id, below"
