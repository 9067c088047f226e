"""Candidates -> the text of a brief: each under its sentence, with what is sure filled in and TODO for the rest.

Whatever the article holds, the text is YAML that the reader takes: its sentences stand in comments, and what is taken
over as a value is typed by :mod:`parley.model.typed` and can't be taken for a link.
"""

from __future__ import annotations

import datetime as dt
import textwrap

from parley.draft.candidates import Candidate, Candidates
from parley.draft.names import Cast, Found
from parley.draft.sentences import Sentence
from parley.model.typed import as_typed

WIDTH = 100
REACTIONS = ("supports", "opposes", "defers", "silent")


def comment(text: str, indent: str = "") -> str:
    """``text`` as lines of a comment."""
    lines = textwrap.wrap(" ".join(text.split()), WIDTH - len(indent) - 2, break_on_hyphens=False) or [""]
    return "".join(f"{indent}# {line}\n" for line in lines)


def value(text: str, longest: int = 300) -> str:
    """Words of the article as a value: short, typed so that they are read as they are, and without link marks."""
    line = " ".join(text.split()).replace("[[", "((").replace("]]", "))").replace("[^", "(^")
    return as_typed(line if len(line) <= longest else line[: longest - 1].rstrip() + "…")


def ids(found: tuple[str, ...]) -> str:
    """Ids as they are typed; TODO where there are none."""
    return "TODO" if not found else found[0] if len(found) == 1 else f"[{', '.join(found)}]"


def top(title: str, day: dt.date | None, cast: Cast, present: list[str]) -> str:
    """The head of the brief: title, day, and who takes part."""
    published = day.isoformat() if day else "TODO the day you publish, such as 2025-05-11"
    lines = f"title: {value(title, 150) if title else 'TODO'}\npublished: {published}\ndraft: true\n"
    lines += "summary: TODO one or two plain sentences\n\n"
    lines += "what: |\n  TODO what happened, for someone who comes new to it.[^article]\n\n"
    lines += comment("Everyone whom the article names and who may take part. Delete those who don't.") + "who:\n"
    lines += "".join(f"  {id_}: TODO the part they play\n" for id_ in present) or "  TODO: nobody was recognised\n"
    new = [cast.actors[id_] for id_ in present if not cast.actors[id_].known]
    if new:
        lines += "\n" + comment("New to the site. kind is person, state, organisation or group; check it.")
        lines += "actors:\n" + "".join(map(_actor, new))
    return lines


def _actor(actor: Found) -> str:
    lines = f"  {actor.id}:\n    name: {value(actor.name)}\n    kind: {actor.kind}\n"
    if actor.kind == "person":
        lines += f"    role: {value(actor.role) if actor.role else 'TODO office, or delete this line'}\n"
        lines += "    speaks_for: TODO whose words these are, or delete this line\n"
    if actor.country:
        lines += f"    country: {actor.country}\n"
    if aka := list(dict.fromkeys(actor.aka)):
        lines += f"    aka: [{', '.join(value(name) for name in aka)}]\n"
    return lines


def body(found: Candidates) -> str:
    """The sections with candidates."""
    lines = "\n# What was put on the table.\nproposals:\n" + "".join(map(_offer, found.offers)) if found.offers else ""
    for section, kinds in (("rejections", ("rejection",)), ("acceptances", ("acceptance",)), ("reactions", REACTIONS)):
        if those := [one for one in found.answers if one.move.kind in kinds]:
            lines += f"\n{section}:\n" + "".join(map(_answer, those))
    if found.steps:
        lines += "\nnext_steps:\n" + "".join(map(_step, found.steps))
    return lines


def _resting_on(one: Candidate, indent: str) -> str:
    first, *others = one.sentences
    lines = comment(f"Line {first.line}: {first.text}", indent)
    return lines + "".join(comment(f"Also line {other.line}: {other.text}", indent) for other in others[:3])


def _day(one: Candidate) -> str:
    return one.date or (f"TODO {value(one.said).strip(chr(34))}" if one.said else "TODO")


def _offer(one: Candidate) -> str:
    move = one.move
    lines = _resting_on(one, "  ") + f"  {one.id}:\n    title: {value('TODO ' + move.what, 110)}\n"
    lines += f"    kind: {move.kind}\n" if move.kind != "proposal" else ""
    lines += f"    by: {ids(move.by)}\n"
    if move.to or move.kind not in ("warning", "decision"):
        lines += f"    to: {ids(move.to)}\n"
    return lines + f"    date: {_day(one)}\n" + _said(one) + "    source: article\n\n"


def _said(one: Candidate) -> str:
    quote = one.move.quote
    return f"    quote: {value(quote, 900)}\n" if quote and "[[" not in quote and "[^" not in quote else ""


def _answer(one: Candidate) -> str:
    move = one.move
    of = one.of[0] if one.of else "TODO which proposal this answers"
    lines = _resting_on(one, "  ")
    if len(one.of) > 1:
        lines += comment(f"It may also answer {' or '.join(one.of[1:])}.", "  ")
    lines += f"  - of: {of}\n    by: {ids(move.by)}\n    date: {_day(one)}\n"
    lines += f"    stance: {move.kind}\n" if move.kind in REACTIONS else ""
    lines += "    why: TODO the reason given, or delete this line\n"
    if move.condition and move.kind in ("rejection", "acceptance"):
        key = "unless" if move.kind == "rejection" else "if"
        lines += f"    {key}: {value('TODO ' + move.condition, 200)}\n"
    return lines + _said(one) + "    source: article\n\n"


def _step(one: Candidate) -> str:
    lines = _resting_on(one, "  ") + f"  {one.id}:\n    title: {value('TODO ' + one.move.what, 110)}\n"
    lines += f"    date: {_day(one)}\n    who: {ids(tuple(dict.fromkeys(one.move.by)))}\n"
    return lines + ("    certainty: deadline\n" if one.deadline else "") + "    source: article\n\n"


def source(title: str, url: str, publisher: str, day: dt.date | None) -> str:
    """The article as the source of everything."""
    lines = f"\nsources:\n  article:\n    title: {value(title) if title else 'TODO'}\n"
    lines += f"    publisher: {value(publisher) if publisher else 'TODO'}\n"
    lines += f"    date: {day.isoformat() if day else 'TODO'}\n"
    return lines + f"    url: {value(url, 2000) if url else 'TODO, or delete this line'}\n    kind: news\n"


def unclear(sentences: list[Sentence], most: int = 40) -> str:
    """What was passed over, under a heading that says so."""
    if not sentences:
        return ""
    lines = "\n" + comment("NOT UNDERSTOOD. These sentences have a word for a move, but who does what was not clear:")
    lines += "".join(comment(f"Line {one.line}: {one.text}") for one in sentences[:most])
    return lines + (comment(f"... and {len(sentences) - most} more") if len(sentences) > most else "")
