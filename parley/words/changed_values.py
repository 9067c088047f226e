"""The values of a key before and after, in words: what was changed, added or taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from parley.model.dates import Date
from parley.model.keys import Kind, Noun
from parley.model.page import Words
from parley.model.proposal import Basis, Condition
from parley.model.schema import Field, shape
from parley.words.dates import date_words
from parley.words.labels import ACTOR, BASIS, CERTAINTY, PROPOSAL, RESULT, SOURCE, STATUS
from parley.words.named import Named
from parley.words.reasons import condition
from parley.words.sentences import listed, quoted, said
from parley.words.tongue import Labels

LONGEST = 90  # signs of a text that is told within a sentence
BASES = Labels[Basis](BASIS.english | {"said": "said in so many words"})
CHOICES: dict[str, Labels[Any]] = {
    "status": STATUS,
    "certainty": CERTAINTY,
    "result": RESULT,
    "basis": BASES,
}
NONE = Labels[Any]({})
KINDS: dict[str, Labels[Any]] = {"Proposal": PROPOSAL, "Actor": ACTOR, "Source": SOURCE}


def field_of(noun: Noun, key: str) -> Field:
    """The field of ``noun`` at the path ``key``: that of a record's own key, or of the map that holds a name."""
    first, _, rest = key.partition(".")
    field = shape(type(noun)).fields[first]
    return shape(field.noun).fields[rest] if field.noun is not None and rest else field


def change(noun: Noun, key: str, was: Any, now: Any, names: Named) -> Words:
    """ "changed from A to B", "added: B", "taken out: A"; of lists, what came and what went."""
    field = field_of(noun, key)

    def worded(value: Any) -> Words:
        return value_words(field, value, names)

    if isinstance(was, tuple) and isinstance(now, tuple):
        return _of_lists(was, now, worded)
    if not was and was is not False:
        return said("{now} (new)", now=worded(now))
    if not now and now is not False:
        return said("{was} taken out", was=worded(was))
    return said("{was} → {now}", was=worded(was), now=worded(now))


def _of_lists(was: Sequence[Any], now: Sequence[Any], worded: Callable[[Any], Words]) -> Words:
    come, gone = [item for item in now if item not in was], [item for item in was if item not in now]
    if not come and not gone:
        return ("in another order",)
    parts = []
    if come:
        parts.append(said("{items} added", items=listed([worded(item) for item in come])))
    if gone:
        parts.append(said("{items} taken out", items=listed([worded(item) for item in gone])))
    return parts[0] if len(parts) == 1 else said("{one}, {other}", one=parts[0], other=parts[1])


def value_words(field: Field, value: Any, names: Named) -> Words:
    """One value of ``field`` within a sentence."""
    if isinstance(value, Date):
        return (date_words(value),)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, Condition):
        return condition(value, names)
    if isinstance(value, tuple):
        return listed([value_words(field, item, names) for item in value])
    if isinstance(value, Noun):
        return (str(getattr(value, "title", "")) or str(getattr(value, "name", "")),)
    text = str(value)
    if field.choices:
        return (_choice(field, text).lower(),)
    match field.kind:
        case Kind.ACTOR:
            return names.named(text)
        case Kind.PROPOSAL | Kind.ITEM:
            return quoted(names.item(text))
        case Kind.SOURCE:
            return quoted(names.source(text))
        case Kind.TEXT | Kind.LINE | Kind.PROSE:
            return quoted(shortened(text))
    return (text,)


def shortened(text: str) -> str:
    """``text`` on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rpartition(" ")[0].rstrip(" ,;:") + " …"


def _choice(field: Field, text: str) -> str:
    if field.attribute == "kind":
        table = next((table for table in KINDS.values() if set(field.choices) == set(table)), NONE)
        return table.get(text, text)
    return CHOICES.get(field.attribute, NONE).get(text, text)
