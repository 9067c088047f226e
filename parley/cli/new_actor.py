"""``new actor``: an entry for someone new, in actors.yaml or in one brief, put where nothing else is changed by it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from parley.cli.added import added
from parley.cli.arguments import WrongUse
from parley.cli.schema import keep_schemas
from parley.cli.telling import say, show

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
    from parley.cli.asking import NotSo, can_ask
    from parley.site import named
    from parley.write.new_actor import entry

    known = named(order).actors
    if (name and wish.kind) or can_ask():
        try:
            actor = (_given if name and wish.kind else asked_actor)(known, name, wish)
        except NotSo as fault:
            raise WrongUse(str(fault)) from None
    else:
        missing = f"--kind: {', '.join(KINDS)}" if name else 'the name, such as: new actor "Ann Reed" --kind person'
        raise WrongUse(f"a new actor needs {missing}")
    file, line = added(order, "actors", {actor.id: lambda indent: entry(actor, indent)}, wish.brief)
    keep_schemas(order)
    show(f"{order.root / file}:{line}: {actor.name}, as {actor.id}")
    if not wish.brief:
        say(f'Write "{actor.id}" wherever the format asks for an actor, and [[{actor.id}]] in a text.')
    return 0


def _given(known: Mapping[str, Named], name: str, wish: argparse.Namespace) -> NewActor:
    """The actor as the options tell it. Raises ``NotSo`` where something can't be."""
    from parley.cli.asking import NotSo
    from parley.model.slugs import slug_of
    from parley.write.new_actor import NewActor
    from parley.write.starter import free_id

    if wish.kind not in KINDS:
        raise NotSo(f'--kind "{wish.kind}" is none; write {", ".join(KINDS)}')
    told = _options(known, wish)
    name = _new_name(name, known)
    if not (told["id"] or slug_of(name)):
        raise NotSo(f'no id can be made of "{name}"; add one in small letters, such as --id reed')
    told["id"] = told["id"] or free_id(slug_of(name), known)
    return NewActor(
        id=told["id"],
        name=name,
        kind=wish.kind,
        role=told["role"],
        speaks_for=told["speaks_for"],
        country=told["country"],
        aka=_others(known, wish),
    )


def asked_actor(known: Mapping[str, Named], name: str = "", wish: argparse.Namespace | None = None) -> NewActor:
    """Someone new, by questions; what ``wish`` tells already is not asked for. Raises ``NotSo`` where that can't be."""
    from parley.cli.asking import asked, chosen
    from parley.model.slugs import slug_of
    from parley.write.new_actor import NewActor
    from parley.write.starter import free_id

    told = _options(known, wish)
    others = _others(known, wish)
    if name:
        name = _new_name(name, known)
    else:
        name = asked("Name: what readers see.", "Ann Reed", lambda text: _new_name(text, known), needed=True)
    kind = getattr(wish, "kind", "")
    kind = kind if kind in KINDS else chosen(f"What is {name}?", KINDS)
    role = told["role"] or asked("Role: office or function, in a few words.", "Mayor of Alder")
    side = told["speaks_for"]
    if kind == "person" and not side and known:
        question = f"Whose side do the words of {name} count as? Type part of a name."
        side = asked(question, "council", lambda text: _chosen_side(text, known))
    country = told["country"] or asked("Country: its code of two letters.", "TR", _country)
    id_ = told["id"]
    if not id_:
        default = free_id(slug_of(name), known) if slug_of(name) else ""
        question = "Id: what you will type for this actor in briefs."
        id_ = asked(question, "reed", lambda text: _new_id(text, known), default, needed=not default)
    return NewActor(id=id_, name=name, kind=kind, role=role, speaks_for=side, country=country, aka=others)


def _options(known: Mapping[str, Named], wish: argparse.Namespace | None) -> dict[str, str]:
    """What the options tell of an actor, each checked; empty where an option is not given."""
    checks = {
        "id": lambda text: _new_id(text, known),
        "role": lambda text: " ".join(text.split()),
        "speaks_for": lambda text: _existing(text, known),
        "country": _country,
    }
    given = {option: getattr(wish, option, "") for option in checks}
    return {option: check(given[option]) if given[option] else "" for option, check in checks.items()}


def _others(known: Mapping[str, Named], wish: argparse.Namespace | None) -> tuple[str, ...]:
    """The other names that the options tell."""
    return tuple(_new_name(name, known) for name in getattr(wish, "aka", ()))


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
    from parley.model.problem import quoted
    from parley.read.values import Refused, slug
    from parley.write.starter import free_id

    try:
        id_ = slug(text)
    except Refused as refused:
        raise NotSo(f"{quoted(text)} can't be an id; {refused.expected}") from None
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
