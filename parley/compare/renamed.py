"""An older library in the ids of a newer one, so that a rename is one move and not a change of everything that refers
to it. Prose is rewritten, too, where it links by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from parley.compare.renames import Renames
from parley.model.keys import Kind, Noun
from parley.model.library import Library
from parley.model.library import library as library_of
from parley.model.mentions import Mention, mentions
from parley.model.proposal import Condition
from parley.model.schema import Field, shape

N = TypeVar("N", bound=Noun)
FULL_IDS = frozenset((Kind.PROPOSAL, Kind.SOURCE, Kind.ITEM))
TEXTS = frozenset((Kind.TEXT, Kind.LINE, Kind.PROSE))


def renamed(library: Library, found: Renames) -> Library:
    """``library`` as it would be if the ids in ``found`` had been the new ones all along."""
    if not found:
        return library
    again = _Again(found)
    briefs = [again.noun(brief, slug) for slug, brief in library.briefs.items()]
    shared = [again.noun(actor, "") for actor in library.actors.values() if not actor.brief]
    return library_of(library.settings, shared, briefs, library.places)


class _Again:
    """Says old values in new ids."""

    def __init__(self, found: Renames) -> None:
        self.found = found

    def noun(self, noun: N, slug: str) -> N:
        """``noun``, which stands in the brief ``slug`` (by its old name)."""
        own = {name: new for name, new in self._own(noun).items() if new != getattr(noun, name)}
        for field in shape(type(noun)).fields.values():
            was = getattr(noun, field.attribute)
            now = self._value(field, was, slug)
            if now is not was:
                own[field.attribute] = now
        return replace(noun, **own) if own else noun

    def _own(self, noun: Noun) -> dict[str, str]:
        """What a noun holds that is no key: its own id, and the brief that it stands in."""
        briefs = self.found.briefs
        own: dict[str, str] = {}
        if slug := getattr(noun, "slug", ""):
            own["slug"] = briefs.get(slug, slug)
        if id_ := getattr(noun, "id", ""):
            own["id"] = self._full(id_) if "/" in id_ else self.found.actors.get(id_, id_)
        if "brief" in noun.__struct_fields__ and (brief := getattr(noun, "brief", "")):
            own["brief"] = briefs.get(brief, brief)
        return own

    def _value(self, field: Field, was: Any, slug: str) -> Any:
        if not was:
            return was
        if field.form in ("record", "records"):
            return self.noun(was, slug) if field.form == "record" else tuple(self.noun(it, slug) for it in was)
        if field.form == "record-map":
            items = {name: self.noun(item, slug) for name, item in was.items()}
            return {item.id.rpartition("/")[2]: item for item in items.values()}
        if field.form == "map":
            keys = self.found.actors if field.key_kind is Kind.ACTOR else {}
            return {keys.get(key, key): self._one(field.kind, value, slug) for key, value in was.items()}
        if field.form == "many":
            return tuple(self._one(field.kind, value, slug) for value in was)
        return self._one(field.kind, was, slug)

    def _one(self, kind: Kind, was: Any, slug: str) -> Any:
        if kind is Kind.ACTOR:
            return self.found.actors.get(was, was)
        if kind in FULL_IDS:
            return self._full(was)
        if kind is Kind.CONDITION and was.ref:
            return Condition(ref=self._full(was.ref))
        if kind in TEXTS and isinstance(was, str):
            return self._text(was, slug)
        return was

    def _full(self, id_: str) -> str:
        if id_ in self.found.items:
            return self.found.items[id_]
        slug, _, name = id_.partition("/")
        return f"{self.found.briefs.get(slug, slug)}/{name}"

    def _text(self, text: str, slug: str) -> str:
        parts, at = [], 0
        for mention in mentions(text):
            target = self._target(mention, slug)
            typed = text[mention.start : mention.end]
            parts += [text[at : mention.start], typed.replace(mention.target, target, 1) if target else typed]
            at = mention.end
        return "".join([*parts, text[at:]])

    def _target(self, mention: Mention, slug: str) -> str:
        """The new target of a mention in the brief ``slug``, or nothing where it is still the same."""
        maps: Mapping[str, Mapping[str, str]] = {"actor": self.found.actors, "brief": self.found.briefs}
        if mention.kind in maps:
            return maps[mention.kind].get(mention.target, "")
        if mention.kind not in ("proposal", "source") or not mention.target:
            return ""
        local = "/" not in mention.target
        new = self._full(f"{slug}/{mention.target}" if local else mention.target)
        now = new.partition("/")[2] if local else new
        return now if now != mention.target else ""
