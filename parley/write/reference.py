"""The reference of the format, made from the schema: for every noun an example with all its keys, and what each means.

The examples are those of the keys, put together: a test takes them out of the page again and builds a brief of them.
"""

from __future__ import annotations

import textwrap

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief, Correction, Event, NextStep, Outcome, Source, Update
from parley.model.keys import Noun
from parley.model.proposal import Acceptance, Answer, Proposal, Reaction, Rejection
from parley.model.schema import Field, shape
from parley.model.settings import Identity, Policies, Settings
from parley.write.reference_words import CHOICES, SHOWN


class Chapter(msgspec.Struct, frozen=True):
    """One noun. ``under`` is what its example begins with, as typed; ``common`` a noun that tells its first keys."""

    title: str
    noun: type[Noun]
    intro: str
    under: tuple[str, ...] = ()
    common: type[Noun] | None = None


CHAPTERS = (
    Chapter("A brief", Brief, "One file in `briefs/`. The lists and maps further down have sections of their own."),
    Chapter("An actor", Actor, "Under `actors` in a brief, or in `briefs/actors.yaml`, by an id of your own.",
            ("actors:", "  erdogan:")),
    Chapter("A proposal", Proposal, "Anything put on the table. Under `proposals`, by an id of your own.",
            ("proposals:", "  second-draft:")),
    Chapter("An answer", Answer, "What rejections, acceptances and reactions have in common."),
    Chapter("A rejection", Rejection, "An item of `rejections`, with the keys of [an answer](#an-answer) and these.",
            ("rejections:", "  -"), Answer),
    Chapter("An acceptance", Acceptance, "An item of `acceptances`, with the keys of [an answer](#an-answer) and this.",
            ("acceptances:", "  -"), Answer),
    Chapter("A reaction", Reaction, "An item of `reactions`, with the keys of [an answer](#an-answer) and this: what"
            " else was said, by those who were asked or by others.", ("reactions:", "  -"), Answer),
    Chapter("A next step", NextStep, "Under `next_steps`, by an id of your own.", ("next_steps:", "  talks:")),
    Chapter("The outcome of a next step", Outcome, "Under `outcome` of the step.",
            ("next_steps:", "  flight:", "    title: The delegations arrive", "    date: 2025-05-14", "    outcome:")),
    Chapter("An event", Event, "An item of `events`: only what is not already a proposal, an answer or a step.",
            ("events:", "  -")),
    Chapter("A source", Source, "Under `sources`, by an id of your own.", ("sources:", "  upi:")),
    Chapter("An update", Update, "An item of `updates`.", ("updates:", "  -")),
    Chapter("A correction", Correction, "An item of `corrections`.", ("corrections:", "  -")),
    Chapter("`site.yaml`", Settings, "The site's own settings; [settings.md](settings.md) tells what comes of them."),
    Chapter("Identity, in `site.yaml`", Identity, "Under `identity`.", ("identity:",)),
    Chapter("Policies, in `site.yaml`", Policies, "Under `policies`.", ("policies:",)),
)  # fmt: skip
APART = {chapter.noun: chapter.title for chapter in CHAPTERS}
HEAD = """\
# Reference

Every key of the format, made from the schema by `parley reference`. What the pieces mean together, tells
[the brief format](format.md). Each section shows all its keys at once, and then tells them one by one: what it is, what
may stand there, and where readers meet it. Nobody needs all of them; those marked **required** are enough.

Wherever a list may stand, one value may stand alone: `by: macron` or `by: [macron, merz]`.
"""


def reference() -> str:
    """The reference as Markdown."""
    return HEAD + "".join(map(_chapter, CHAPTERS))


def _chapter(chapter: Chapter) -> str:
    fields = list(shape(chapter.noun).fields.values())
    told = set(shape(chapter.common).fields) if chapter.common else set()
    shown = "" if chapter.noun is Answer else f"```yaml\n{_example(chapter, fields)}\n```\n\n"
    keys = "".join(_key(chapter.noun, field) for field in fields if field.key not in told)
    return f"\n## {chapter.title}\n\n{chapter.intro}\n\n{shown}{keys}"


def _example(chapter: Chapter, fields: list[Field]) -> str:
    """All keys that hold no other noun, and those that hold one which is shown nowhere else, as they are typed."""
    typed = "\n".join(field.example for field in fields if field.noun is None or field.noun is Outcome)
    if not chapter.under:
        return typed
    depth = len(chapter.under[-1]) - len(chapter.under[-1].lstrip()) + 2
    lines = textwrap.indent(typed, " " * depth).split("\n")
    if not chapter.under[-1].endswith("-"):
        return "\n".join([*chapter.under, *lines])
    return "\n".join([*chapter.under[:-1], f"{chapter.under[-1]} {lines[0].lstrip()}", *lines[1:]])


def _key(noun: type[Noun], field: Field) -> str:
    """One key: an item of the list, with one for each choice below it."""
    need = ", **required**" if field.required else ""
    home = Answer if field.key in shape(Answer).fields and issubclass(noun, Answer) else noun
    meanings = CHOICES.get((home.__name__, field.key), {})
    choices = "".join(
        f"    - `{choice}`: {meanings[choice]}{' (the default)' if choice == field.default else ''}\n"
        for choice in field.choices
    )
    return f"- `{field.key}`{need}: {field.doc} *{_stands(field)}* Shown: {SHOWN[home.__name__][field.key]}.\n{choices}"


def _stands(field: Field) -> str:
    """What may stand under a key, in words."""
    kind = field.kind.value
    match field.form:
        case "one":
            words = "one of these" if field.choices else kind
        case "many":
            words = f"{kind}, or a list"
        case "map":
            words = f"a map, {field.key_kind.value if field.key_kind else 'text'} to {kind}"
        case "record" | "records" | "record-map":
            assert field.noun
            words = {"record": "its keys", "records": "a list", "record-map": "a map by id"}[field.form]
            words += f"; see [{APART[field.noun].replace('`', '')}](#{_anchor(APART[field.noun])})"
    default = f"; without it, {field.default}" if isinstance(field.default, str) and field.default else ""
    return f"{words[0].upper()}{words[1:]}{'' if field.choices else default}."


def _anchor(title: str) -> str:
    return "".join(sign for sign in title.lower() if sign.isalnum() or sign in " -").replace(" ", "-")
