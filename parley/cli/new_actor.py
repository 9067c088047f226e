"""``new actor``: an entry for someone new, in actors.yaml or in one brief, put where nothing else is changed by it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from parley.cli.actor_added import actor_added
from parley.cli.arguments import WrongUse
from parley.cli.schema import keep_schemas
from parley.cli.telling import say

if TYPE_CHECKING:
    from parley.model.names import Named
    from parley.site import Order
    from parley.write.new_actor import NewActor

KINDS = {
    "person": "someone with a name, such as a minister",
    "state": "a country",
    "organisation": "a body that can speak: a council, a company, the United Nations",
    "group": "several who act together, such as a coalition",
}


def new_actor(order: Order, name: str, wish: argparse.Namespace) -> int:
    """Add the actor; on a terminal, ask for what is missing."""
    from parley.cli.asking import can_ask
    from parley.site import named

    known = named(order).actors
    if name and wish.kind:
        actor = _given(name, wish, known)
    elif can_ask():
        actor = asked_actor(known, name, wish)
    else:
        missing = f"--kind: {', '.join(KINDS)}" if name else 'the name, such as: new actor "Ann Reed" --kind person'
        raise WrongUse(f"a new actor needs {missing}")
    file, line = actor_added(order, actor, wish.brief)
    keep_schemas(order)
    print(f"{order.root / file}:{line}: {actor.name}, as {actor.id}")
    if not wish.brief:
        say(f'Write "{actor.id}" wherever the format asks for an actor, and [[{actor.id}]] in a text.')
    return 0


def _given(name: str, wish: argparse.Namespace, known: Mapping[str, Named]) -> NewActor:
    """The actor as the options tell it. Raises :class:`WrongUse` where something can't be."""
    from parley.cli.asking import NotSo
    from parley.write.new_actor import NewActor
    from parley.write.starter import free_id, slug_of

    try:
        if wish.kind not in KINDS:
            raise NotSo(f'--kind "{wish.kind}" is none; write {", ".join(KINDS)}')
        name = _new_name(name, known)
        id_ = _new_id(wish.id, known) if wish.id else free_id(slug_of(name), known) if slug_of(name) else ""
        if not id_:
            raise NotSo(f'no id can be made of "{name}"; add one in small letters, such as --id reed')
        return NewActor(
            id=id_,
            name=name,
            kind=wish.kind,
            role=" ".join(wish.role.split()),
            speaks_for=_existing(wish.speaks_for, known) if wish.speaks_for else "",
            country=_country(wish.country) if wish.country else "",
            aka=tuple(_new_name(other, known) for other in wish.aka),
        )
    except NotSo as fault:
        raise WrongUse(str(fault)) from None


def asked_actor(known: Mapping[str, Named], name: str = "", wish: argparse.Namespace | None = None) -> NewActor:
    """Someone new, by questions; what ``wish`` tells already is not asked for."""
    from parley.cli.asking import NotSo, asked, chosen
    from parley.write.new_actor import NewActor
    from parley.write.starter import free_id, slug_of

    def told(option: str) -> str:
        return cast(str, getattr(wish, option, ""))

    if name:
        try:
            name = _new_name(name, known)
        except NotSo as fault:
            raise WrongUse(str(fault)) from None
    else:
        name = asked("Name: what readers see.", "Ann Reed", lambda text: _new_name(text, known), needed=True)
    kind = told("kind")
    if kind not in KINDS:
        kind = chosen(f"What is {name}?", KINDS)
    role = told("role") or asked("Role: office or function, in a few words.", "Mayor of Alder")
    side = told("speaks_for")
    if kind == "person" and not side and known:
        side = asked(
            f"Whose side do the words of {name} count as? Type part of a name.",
            "council",
            lambda text: _chosen_side(text, known),
        )
    elif side:
        side = _existing(side, known)
    country = told("country") or asked("Country: its two-letter code, for the list of actors.", "TR", _country)
    wanted = slug_of(name)
    id_ = told("id") or asked(
        "Id: what you will type for this actor in briefs.",
        "reed",
        lambda text: _new_id(text, known),
        free_id(wanted, known) if wanted else "",
        needed=not wanted,
    )
    also = tuple(getattr(wish, "aka", ()))
    return NewActor(id=id_, name=name, kind=kind, role=role, speaks_for=side, country=country, aka=also)


def _new_name(text: str, known: Mapping[str, Named]) -> str:
    from parley.cli.asking import NotSo, same

    name = " ".join(text.split())
    if not name.isprintable():
        raise NotSo("the name holds signs that are no text; type it again")
    if there := same(name, known):
        raise NotSo(f'"{name}" is already there as {there}; if this is another one, tell them apart in the name')
    return name


def _new_id(text: str, known: Mapping[str, Named]) -> str:
    from parley.cli.asking import NotSo
    from parley.read.values import Refused, slug
    from parley.write.starter import free_id

    try:
        id_ = slug(text)
    except Refused as refused:
        raise NotSo(f"{refused.found} can't be an id; {refused.expected}") from None
    if id_ in known:
        raise NotSo(f'"{id_}" is already there: {known[id_].name}; free is "{free_id(id_, known)}"')
    return id_


def _existing(text: str, known: Mapping[str, Named]) -> str:
    from parley.cli.asking import NotSo, matching

    if text in known:
        return text
    near = matching(text, known)[:3]
    hint = f"did you mean {' or '.join(near)}?" if near else "add that one first, with new actor"
    raise NotSo(f'no actor has the id "{text}"; {hint}')


def _chosen_side(text: str, known: Mapping[str, Named]) -> str:
    from parley.cli.asking import NotSo, named_one

    if found := named_one(text, known):
        return found
    raise NotSo(f'none taken for "{text}"; type part of another name, or Enter to skip')


def _country(text: str) -> str:
    from parley.cli.asking import NotSo
    from parley.model.keys import Kind
    from parley.read.values import Refused, typed

    try:
        return cast(str, typed(Kind.COUNTRY, text.upper(), "UTC"))
    except Refused:
        raise NotSo(f'"{text}" is no country code; write two letters, such as TR or GB') from None
