"""Who appears in an article: actors that the site knows, states, and new ones by their titles, cues and words said."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from parley.draft.phrases import Phrases, Word, words
from parley.draft.sentences import Sentence
from parley.draft.states import PEOPLES, STATES
from parley.draft.vocabulary import ACTING, GROUPS, NOT_NAMES, ORGANISATIONS, PLACES, TITLES
from parley.model.actor import Actor
from parley.model.slugs import slug_of

_CAP = r"[^\W\d_a-zß-ÿ](?:[\w’&-]*[^\W_])?\+?"
NAME = re.compile(rf"\b{_CAP}(?: (?:(?:of|for|de|van|von|del|da|al|bin)(?: the)? )?{_CAP}){{0,7}}(?!\w)")
INITIALS = re.compile(r" ?\(([A-Z][A-Za-z]{1,7})\)")
ROLE_BEHIND = re.compile(r", (?:the |a |an |who is )?([\w’' -]{0,50}?\b(\w+))(?=[,.;]| of | for | at | said)")


class Found(msgspec.Struct):
    """An actor of the article. ``known`` where the site has it already."""

    id: str
    name: str
    kind: str
    role: str = ""
    country: str = ""
    aka: list[str] = []
    known: bool = False
    speaks_for: str = ""


class Mention(msgspec.Struct, frozen=True):
    """Where a sentence names an actor. ``place``: it stands there as a place ("in Paris")."""

    start: int
    end: int
    id: str
    owns: bool = False
    place: bool = False


class Cast:
    """The actors of an article, and where a sentence names them."""

    def __init__(self, known: Iterable[Actor]) -> None:
        self.actors: dict[str, Found] = {}
        self.called: dict[str, dict[str, None]] = {}
        self.capitals: set[str] = set()
        self.phrases: Phrases[str] = Phrases()
        for actor in known:
            one = Found(
                actor.id, actor.name, actor.kind, actor.role, actor.country, list(actor.aka), True, actor.speaks_for
            )
            self._add(one)
        states = {actor.name: actor.id for actor in self.actors.values() if actor.kind == "state"}
        codes = {actor.country: actor.id for actor in self.actors.values() if actor.kind == "state" and actor.country}
        for name, code, _people, capital, *others in STATES:
            id_ = states.get(name) or (code and codes.get(code)) or slug_of(name)
            if id_ not in self.actors:
                self._add(Found(id_, name, "state", country=code))
            for word in (name, *others):
                self._call(id_, word)
            if capital:
                self.capitals.add(capital)
                self._call(id_, capital)

    def _add(self, actor: Found) -> None:
        self.actors[actor.id] = actor
        for name in (actor.name, *actor.aka):
            self._call(actor.id, name)
        if actor.kind == "person":
            self._call(actor.id, actor.name.rpartition(" ")[2])
            office = re.split(r" of | for | to ", actor.role)[0].lower()
            if office:
                self._call(actor.id, f"the {office}")
                self._call(actor.id, f"the {office.rpartition(' ')[2]}")
        elif actor.kind != "state":
            head = re.split(r" of | for | on ", actor.name)[0].rpartition(" ")[2].lower()
            if head in ORGANISATIONS or head in GROUPS:
                self._call(actor.id, f"the {head}")

    def _call(self, id_: str, name: str) -> None:
        self.called.setdefault(" ".join(word.text for word in words(name)), {})[id_] = None

    def learn(self, sentences: list[Sentence]) -> None:
        """Take in the new actors of an article."""
        for sentence in sentences:
            if not sentence.headline:
                for start, end, one in _new(sentence.text):
                    self._meet(one, sentence.text[end : end + 12], start)
        for name, ids in self.called.items():
            exact = [id_ for id_ in ids if self.actors[id_].name == name]
            if len(ids) == 1 or exact:
                self.phrases.add(name, (exact or list(ids))[0])

    def _meet(self, one: Found, after: str, _start: int) -> None:
        ids = self.called.get(" ".join(word.text for word in words(one.name)))
        if ids or (" " not in one.name and one.kind == "person" and not one.role):
            actor = self.actors[next(iter(ids))] if ids else None
        else:
            actor = one
            actor.id = self._free(slug_of(one.name))
            self._add(actor)
        if actor and (initials := INITIALS.match(after)):
            actor.aka.append(initials[1])
            self._call(actor.id, initials[1])

    def _free(self, id_: str) -> str:
        id_ = f"the-{id_}" if id_.startswith("todo") else id_ or "actor"
        number = 2
        free = id_
        while free in self.actors:
            free, number = f"{id_}-{number}", number + 1
        return free

    def mentions(self, row: list[Word]) -> list[Mention]:
        """The actors that a sentence of these words names, in its order."""
        plain = [word.text[:1].lower() + word.text[1:] if word.text == "The" else word.text for word in row]
        found = []
        for first, behind, id_ in self.phrases.found(plain):
            name = " ".join(word.text for word in row[first:behind])
            before = plain[first - 1] if first else ""
            state = self.actors[id_].kind == "state"
            place = state and before in ("in", "at", "near", "across", "outside")
            place = place or (name in self.capitals and before in ("to", "of", "from", "for", "leave", "visit"))
            found.append(Mention(row[first].start, row[behind - 1].end, id_, row[behind - 1].owns, place))
        return found


def _new(text: str) -> list[tuple[int, int, Found]]:
    """The capitalised names in ``text`` that are someone, by their cues."""
    found = []
    for match in NAME.finditer(text):
        parts = match[0].split()
        dropped = 0
        while parts and (parts[0].lower() in NOT_NAMES or parts[0] in PEOPLES):
            dropped += len(parts.pop(0)) + 1
        low = [OWN.sub("", part).lower() for part in parts]
        if not parts or len(low) > 8:
            continue
        if (one := _body(parts, low)) or (one := _person(parts, low, text, match.start() + dropped, match.end())):
            found.append((match.start() + dropped, match.end(), one))
    return found


OWN = re.compile(r"[’']s?$")


def _body(parts: list[str], low: list[str]) -> Found | None:
    """An organisation or a group, by a word in its name."""
    if len(parts) < 2 or any(word in TITLES for word in low[:-1] if word not in ORGANISATIONS):
        return None
    heads = {low[-1], *(low[at - 1] for at, word in enumerate(low) if word in ("of", "for") and at)}
    name = OWN.sub("", " ".join(parts))
    if heads & GROUPS:
        return Found("", name, "group")
    return Found("", name, "organisation") if heads & ORGANISATIONS else None


def _person(parts: list[str], low: list[str], text: str, start: int, end: int) -> Found | None:
    """A person, by a title before, an office behind, or by what they do."""
    last = max((at for at, word in enumerate(low[:4]) if word.rstrip(".") in TITLES), default=-1)
    name = [OWN.sub("", part) for part in parts[last + 1 :]]
    if not 1 <= len(name) <= 3 or {"of", "for", "the"} & set(low[last + 1 :]) or low[-1] in PLACES:
        return None
    role = " ".join(parts[: last + 1])
    if last >= 0:
        return Found("", " ".join(name), "person", "" if low[last] in ("mr", "mrs", "ms", "dr", "sir") else role)
    if len(name) < 2:
        return None
    before = text[max(0, start - 40) : start].split()
    if before and before[-1].lower() in TITLES:
        return Found("", " ".join(name), "person", before[-1].capitalize())
    if (office := ROLE_BEHIND.match(text, end)) and TITLES & set(office[1].lower().split()):
        return Found("", " ".join(name), "person", office[1][:60].strip())
    after = [word.text.lower() for word in words(text[end : end + 30])[:2]]
    spoke = text[max(0, start - 6) : start].strip().lower() in ("said", "says", "added")
    return Found("", " ".join(name), "person") if spoke or (after and after[0] in ACTING) else None
