"""What prose refers to: ``[[putin]]``, ``[[proposal:ceasefire|the truce]]``, ``[^upi-10may]``. Resolves nothing."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

MentionKind = Literal["actor", "brief", "proposal", "source", "unknown"]
CODE = r"(?P<fence>^(?:```|~~~)[\s\S]*?(?:^(?:```|~~~)|\Z))|(?P<tick>`+)(?P<code>.+?)(?<!`)(?P=tick)(?!`)"
TOKEN = re.compile(
    CODE + r"|\[\[(?P<target>[^\[\]|]+?)(?:\|(?P<text>[^\[\]]+?))?\]\]|\[\^(?P<cite>[^\[\]\s]+)\]", re.MULTILINE
)
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
    for match in TOKEN.finditer(text):
        if cite := match["cite"]:
            yield Mention("source", cite, "", match.start(), match.end())
        elif target := match["target"]:
            word, colon, rest = target.partition(":")
            kind: MentionKind = KINDS.get(word.strip(), "unknown") if colon else "actor"
            name = (rest if colon else target).strip()
            yield Mention(kind, name, " ".join((match["text"] or "").split()), match.start(), match.end())
