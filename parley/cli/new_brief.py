"""``new brief``: a file to write over, from a title alone or with the answers to a few questions in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.schema import keep_schemas
from parley.cli.telling import say, show

if TYPE_CHECKING:
    from parley.model.names import Named
    from parley.site import Order
    from parley.write.starter import Party, Told

KINDS = {
    "proposal": "what someone suggests",
    "invitation": "to come, to talk, to take part",
    "demand": "what someone asks for, with pressure",
    "warning": "what someone says will happen; expects no answer",
    "decision": "what someone has settled; expects no answer",
}


def new_brief(order: Order, title: str, slug: str) -> int:
    """Make the file. Without a title, on a terminal, the title and a few things more are asked for."""
    from parley.cli.asking import asked, can_ask
    from parley.write.created import created
    from parley.write.starter import Told, starter_brief

    told = Told()
    if title:
        slug = _slug(order, title, slug)
    elif can_ask():
        title = asked("Title: the headline.", "Who pays for the bridge?", needed=True)
        slug = _slug(order, title, slug, ask=True)
        told = _told(order)
    else:
        raise WrongUse('a new brief needs its title, such as: new brief "Who pays for the bridge?"')
    day = order.as_of or order.now.date()
    (path,) = created(order.root, {f"briefs/{slug}.yaml": starter_brief(title, slug, day, told)})
    keep_schemas(order)
    show(path)
    show("Write over each TODO. It is a draft: readers do not get it; `serve` shows it at the press of 'draft hidden'.")
    show('Delete its line "draft: true" to publish it.')
    return 0


def _slug(order: Order, title: str, wanted: str, *, ask: bool = False) -> str:
    """The name of the file. Raises :class:`WrongUse` where none can be made, or a brief has it already."""
    from parley.cli.asking import NotSo, asked
    from parley.model.slugs import slug_of
    from parley.read.files import files
    from parley.write.starter import free_id

    there = {source.slug: source.path for source in files(order.root).briefs}

    def free(text: str) -> str:
        slug = _sound(text)
        if slug in there:
            raise NotSo(f"{there[slug]} is there already; choose another name")
        return slug

    suggested = free_id(slug_of(title), ["actors"]) if slug_of(title) else ""
    try:
        if ask and not wanted and (not suggested or suggested in there):
            default = free_id(suggested, {"actors", *there}) if suggested else ""
            return asked("File name: the brief's address.", "who-pays", free, default, needed=not default)
        if not (wanted or suggested):
            raise NotSo(f'no file name can be made of "{title}"; add one in small letters, such as --id who-pays')
        slug = _sound(wanted or suggested)
    except NotSo as fault:
        raise WrongUse(str(fault)) from None
    if slug in there:
        raise WrongUse(f"{order.root / there[slug]} is there already; nothing was written. Another name: --id {slug}-2")
    return slug


def _sound(text: str) -> str:
    from parley.cli.asking import NotSo
    from parley.read.values import Refused, slug

    try:
        if text == "actors":
            raise NotSo("briefs/actors.yaml holds the shared actors; choose another name")
        return slug(text)
    except Refused as refused:
        raise NotSo(f"{refused.found} can't be a file name; {refused.expected}") from None


def _told(order: Order) -> Told:
    """What the writer tells beforehand, by questions."""
    from parley.cli.asking import agreed, asked, chosen
    from parley.site import named
    from parley.write.starter import Told

    summary = asked("Summary: one plain sentence for a hurried reader.", "The council wants to close the bridge.")
    known = dict(named(order).actors)
    parties = _parties(known)
    if not agreed("Has anyone put something on the table? A proposal, an invitation, a demand ..."):
        return Told(summary=summary, parties=parties)
    title = asked("What was put on the table, in a few words?", "Keep the bridge open", needed=True)
    kind = chosen("What is it?", KINDS, "proposal")
    those = {party.id: known[party.id] for party in parties}
    by, to = "", ""
    if len(those) > 1:
        by = _one_of("Who put it forward?", those)
        to = _one_of("Who is asked to answer? Enter for nobody.", {id_: those[id_] for id_ in those if id_ != by}, "")
    return Told(summary=summary, parties=parties, proposal=title, kind=kind, by=by, to=to)


def _parties(known: dict[str, Named]) -> tuple[Party, ...]:
    """Who takes part, one after the other until an empty line; those that are new are put into ``known``."""
    from parley.cli.asking import NotSo, agreed, asked, named_one
    from parley.cli.new_actor import asked_actor
    from parley.model.names import Named
    from parley.write.starter import Party

    parties: dict[str, Party] = {}
    while True:
        question = "Who else takes part?" if parties else "Who takes part? Type part of a name."
        typed = asked(f"{question} One at a time.", "council")
        if not typed:
            return tuple(parties.values())
        id_, new = named_one(typed, known), None
        if not id_ and agreed(f'Add "{typed}" as a new actor of this brief?'):
            try:
                new = asked_actor(known, typed)
            except NotSo as fault:
                say(f"  {fault}")
                continue
            id_ = new.id
            known[id_] = Named(new.name, new.role or new.kind, new.aka)
        if id_ and id_ not in parties:
            part = asked(f"What part does {known[id_].name} play here?", "Decides whether the bridge is closed.")
            parties[id_] = Party(id=id_, part=part, new=new)


def _one_of(question: str, those: dict[str, Named], default: str | None = None) -> str:
    """One of ``those``, by number or name."""
    from parley.cli.asking import chosen

    return chosen(question, {id_: one.name for id_, one in those.items()}, default)
