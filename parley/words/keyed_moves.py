"""One key that changed, in words: its name, and how much of it changed from what to what."""

from __future__ import annotations

from parley.model.move import Move
from parley.model.page import Words
from parley.words.changed_values import LONGEST, change, field_of, shortened
from parley.words.named import Named
from parley.words.rewriting import is_touch, rewritten
from parley.words.sentences import quoted, said
from parley.words.tongue import counted

KEYS = {  # what a key is called where it changed; others go by their own names
    "by": "by whom",
    "to": "who is asked",
    "of": "proposal answered",
    "for": "side spoken for",
    "why": "reason given",
    "if": "conditions",
    "unless": "conditions",
    "says": "what it says",
    "who": "who takes part",
    "where": "place",
    "what": "what happened",
    "needs": "what must come first",
    "answer_by": "answer asked for by",
    "instead": "counter-proposals",
    "about": "bears on",
    "basis": "how it is known",
    "source": "sources",
    "url": "address",
    "aka": "other names",
    "as_of": "knowledge up to",
    "review_by": "to be reviewed by",
    "unknown": "what is not known",
    "aliases": "earlier names of the file",
    "why_it_matters": "why it matters",
    "changed": "items named",
    "stance": "answer",
}


def renamed(move: Move, what: str | Words) -> Words:
    return said("{what} has another id: {was} → {now}", what=what, was=move.was, now=move.now)


def keyed(move: Move, subject: str | Words, names: Named, *, key: bool = True) -> Words:
    """A key of ``subject`` that changed: "Proposal “X”, by whom: A → B"."""
    if key and move.thing != "brief":
        subject = said("{subject}, {key}", subject=subject, key=key_words(move.key))
    if is_prose(move):
        return prose(move, subject)
    return said("{subject}: {change}", subject=subject, change=change(move.within, move.key, move.was, move.now, names))


def prose(move: Move, subject: str | Words) -> Words:
    """How much of a text changed: "Background rewritten: 3 of 4 sentences changed"."""
    was, now = move.was or "", move.now or ""
    if not was or not now:
        how = "taken out" if move.now is None or was else "added"
        text = said(": {text}", text=quoted(shortened(now or was))) if now or was else ()
        return said("{subject} {how}{text}", subject=subject, how=how, text=text)
    if is_touch(was, now):
        return said("{subject}: marks or spaces changed, no word", subject=subject)
    found = rewritten(was, now)
    if found.of == 1 and len(found.gone) == 1:
        return said("{subject}: {was} → {now}", subject=subject, was=quoted(shortened(was)), now=quoted(shortened(now)))
    lead = " rewritten" if found.wholly else ""
    template = "{subject}{lead}: {changed} of {of} changed"
    most = found.of + max(len(found.gone) - len(found.come), 0)  # where sentences went, counted as it was before
    how_many = counted(most, "sentence", "sentences")
    return said(template, subject=subject, lead=lead, changed=str(found.changed), of=how_many)


def is_prose(move: Move) -> bool:
    field = field_of(move.within, move.key)
    is_text = isinstance(move.was or move.now, str)
    return is_text and field.kind.name in ("PROSE", "LINE")


def key_words(key: str) -> str:
    """A key as an editor calls it: that of a record by its own part."""
    last = key.rpartition(".")[2] if key.startswith(("outcome.", "policies.")) else key
    return KEYS.get(last, last.replace("_", " "))


def details(move: Move) -> tuple[tuple[str, str], ...]:
    """What a line leaves out, for those who want all of it: pairs of "was" or "now" and a sentence."""
    if not move.key or move.how != "changed" or not is_prose(move):
        return ()
    was, now = move.was or "", move.now or ""
    if max(len(was), len(now)) <= LONGEST and not (was and now and rewritten(was, now).of > 1):
        return ()  # told in full
    text = rewritten(was, now)
    return (*(("was", it) for it in text.gone), *(("now", it) for it in text.come))
