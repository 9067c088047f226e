"""What prose refers to: ``[[putin]]``, ``[[proposal:ceasefire|the truce]]``, ``[^upi-10may]``. Resolves nothing.

Reading takes time that grows with the length of the text alone, whatever stands in it. Brackets that are escaped
(``\\[[``) or stand in code are text; two that are opened and never closed are a mention of the kind "unknown".
"""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

MentionKind = Literal["actor", "brief", "proposal", "source", "unknown"]
TOKEN = re.compile(
    r"^(?:```|~~~)[^`\n]*$[\s\S]*?(?:^(?:```|~~~)|\Z)"
    r"|\\[\\`\[\]]"
    r"|(?P<ticks>`+)"
    r"|\[\[(?P<target>[^\[\]|]*)(?:\|(?P<text>[^\[\]]*))?\]\]"
    r"|\[\^(?P<cite>[^\[\]]*)\]"
    r"|(?P<open>\[{2,})",
    re.MULTILINE,
)
BEGINS = re.compile(r"[\[\\`~]")  # what a token can begin with: looked for first, since that is much faster
TICKS = re.compile(r"`+|\n[ \t]*\n")
KINDS: dict[str, MentionKind] = {"actor": "actor", "brief": "brief", "proposal": "proposal"}


class Mention(msgspec.Struct, frozen=True, gc=False):
    """One reference in prose: ``target`` without its kind, ``text`` to show (or empty), and where it stands."""

    kind: MentionKind
    target: str
    text: str
    start: int
    end: int


def mentions(text: str) -> Iterator[Mention]:
    """The references in ``text``, in order; those inside code are no references."""
    if "[" not in text:
        return
    code = code_spans(text)
    at = 0
    while begins := BEGINS.search(text, at):
        match = TOKEN.match(text, begins.start())
        at = match.end() if match else begins.end()
        if not match:
            continue
        if match["ticks"]:
            at = code.get(match.start(), at)
        elif match["open"]:
            yield Mention("unknown", "", match["open"], match.start(), at)
        elif match["cite"] is not None:
            yield Mention("source", _line(match["cite"]), "", match.start(), at)
        elif match["target"] is not None:
            word, colon, rest = match["target"].partition(":")
            kind: MentionKind = KINDS.get(word.strip(), "unknown") if colon else "actor"
            yield Mention(kind, _line(rest if colon else word), _line(match["text"] or ""), match.start(), at)


def code_spans(text: str) -> dict[int, int]:
    """Where code begins -> where it ends: between two equal runs of backticks, with no blank line in between."""
    if "`" not in text:
        return {}
    ends: dict[int, int] = {}
    closing: dict[int, int] = {}  # length of a run -> the end of the nearest such run further on
    for run in reversed(list(TICKS.finditer(text))):
        if "\n" in run[0]:
            closing.clear()
            continue
        length = len(run[0])
        if length in closing:
            ends[run.start()] = closing[length]
        closing[length] = run.end()
    return ends


def _line(text: str) -> str:
    return " ".join(text.split())
