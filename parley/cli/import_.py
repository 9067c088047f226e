"""``import`` takes sources from a reference manager's file, or actors from a table, into the writer's own files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.added import added, brief_called
from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.schema import keep_schemas
from parley.cli.telling import counted, say, say_and, show

if TYPE_CHECKING:
    from parley.exchange.taken import Fields, Remark
    from parley.model.new_source import NewSource
    from parley.site import Order
    from parley.write.new_actor import NewActor

LARGEST = 20_000_000  # bytes
WHATS = {
    "sources": "sources from CSL-JSON or BibTeX into a brief",
    "actors": "actors from a table (CSV) into briefs/actors.yaml, or into a brief",
}


def import_(order: Order, wish: argparse.Namespace) -> int:
    """Put in what can be taken; tell of everything else, with its line."""
    from parley.exchange.taken import NotRead
    from parley.write.created import InTheWay
    from parley.write.rewritten import NotRewritten

    try:
        data = _data(wish.file)
        return (_sources if wish.what == "sources" else _actors)(order, data, wish)
    except NotRead as fault:
        return say_and(1, f"{wish.file}:{fault.line}:{fault.column}: error: {fault}; nothing was imported")
    except (InTheWay, NotRewritten) as refused:
        return say_and(2, f"parley: {refused}")


def _data(name: str) -> bytes:
    """The bytes of the file. Raises :class:`WrongUse`."""
    try:
        data = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise WrongUse(f"{name}: {(error.strerror or str(error)).lower()}; give the file to import") from None
    if len(data) > LARGEST:
        raise WrongUse(f"{name} is larger than 20 MB; import it in parts")
    return data


def _sources(order: Order, data: bytes, wish: argparse.Namespace) -> int:
    from parley.exchange.bibtex import sources_of_bibtex
    from parley.exchange.csl import sources_of_csl
    from parley.exchange.taken import NotRead, Remark
    from parley.read.brief import brief_read
    from parley.read.files import files
    from parley.write.new_source import entry
    from parley.write.starter import free_id

    if not wish.brief:
        raise WrongUse("sources belong to a brief; say which, with --brief NAME")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotRead("text that is not UTF-8; export it as UTF-8", line) from None
    brief = brief_read(brief_called(files(order.root), wish.brief), "UTC").brief
    there = brief.sources if brief else {}
    given, remarks = (sources_of_csl if text.lstrip()[:1] in ("[", "{") else sources_of_bibtex)(text)
    addresses = {_bare(source.url): id_ for id_, source in there.items() if source.url}
    titles = {source.title.casefold(): id_ for id_, source in there.items()}
    found: dict[str, NewSource] = {}
    for source in given:
        known = addresses.get(_bare(source.url)) if source.url else titles.get(source.title.casefold())
        if known:
            remarks.append(Remark(source.line, f'"{source.title}" is there already, as {known}; left out'))
            continue
        id_ = free_id(_source_id(source), {*there, *found})
        found[id_] = _checked_source(source, remarks)
        addresses[_bare(source.url)] = titles[source.title.casefold()] = id_
    lines = {id_: partial(entry, id_, source) for id_, source in found.items()}
    told = {id_: source.title for id_, source in found.items()}
    return _put(order, "sources", lines, told, remarks, wish)


def _source_id(source: NewSource) -> str:
    """An id by the key that the other program uses, or by publisher and date, or by the title."""
    from parley.model.slugs import slug_of

    key = "" if source.key.startswith(("http://", "https://")) else slug_of(source.key)
    plain = key if key and not key.isdigit() else ""
    return plain or slug_of(f"{source.publisher} {source.date}") or slug_of(source.title) or "source"


def _bare(address: str) -> str:
    """An address without what makes no other page of it: the scheme, "www.", the case of the host, the last slash."""
    host, slash, path = address.partition("://")[2].partition("/")
    return f"{host.casefold().removeprefix('www.')}{slash}{path}".rstrip("/")


def _checked_source(source: NewSource, remarks: list[Remark]) -> NewSource:
    """The source with what a brief would refuse left out, and told."""
    from msgspec.structs import replace

    from parley.model.keys import Kind

    check = _check(source.line, source.title, remarks)
    kinds = {"date": Kind.DATE, "accessed": Kind.DATE, "url": Kind.URL, "archived": Kind.URL, "lang": Kind.LANG}
    told = {key: check(key, getattr(source, key), kind) for key, kind in kinds.items()}
    texts = {key: check(key, getattr(source, key), Kind.TEXT) for key in ("title", "publisher")}
    authors = tuple(name for one in source.author if (name := check("author", one, Kind.TEXT)))
    return replace(source, author=authors, **{**told, **texts, "title": texts["title"] or "TODO"})


def _check(line: int, whose: str, remarks: list[Remark]) -> Callable[..., str]:
    """What tells whether a text may stand as a value: it gives the text, or nothing and a remark."""
    from parley.exchange.taken import Remark
    from parley.model.keys import Kind
    from parley.read.values import Refused, typed

    def checked(key: str, text: str, kind: Kind) -> str:
        if not text:
            return ""
        try:
            typed(kind, text, "UTC")
        except Refused as refused:
            remarks.append(Remark(line, f'{key} of "{whose}": {refused.found}; {refused.expected}; left out'))
            return ""
        return text if text.isprintable() else " ".join("".join(filter(str.isprintable, text)).split())

    return checked


def _actors(order: Order, data: bytes, wish: argparse.Namespace) -> int:
    from msgspec.structs import replace

    from parley.exchange.table import rows_of_csv
    from parley.exchange.taken import Remark
    from parley.model.slugs import slug_of
    from parley.read.files import files
    from parley.site import named
    from parley.write.new_actor import NewActor, entry
    from parley.write.starter import free_id

    if wish.brief:
        brief_called(files(order.root), wish.brief)
    fields = frozenset(NewActor.__struct_fields__)
    rows, remarks = rows_of_csv(data, fields, {"homepage": "url"})  # our own data/actors.csv has both
    known = named(order).actors
    names = {actor.name.casefold(): id_ for id_, actor in known.items()}
    taken: dict[str, Fields] = {}
    for row in rows:
        name, id_ = row.fields.get("name", ""), row.fields.get("id", "")
        there = id_ if id_ in known or id_ in taken else names.get(name.casefold())
        if not name:
            remarks.append(Remark(row.line, "a row without a name; left out"))
        elif there:
            remarks.append(Remark(row.line, f'"{name}" is there already, as {there}; left out'))
        else:
            id_ = id_ or free_id(slug_of(name) or "actor", {*known, *taken})
            taken[id_], names[name.casefold()] = row, id_
    made = {id_: actor for id_, row in taken.items() if (actor := _actor(id_, row, remarks))}
    made = {id_: _without_strangers(actor, {*known, *made}, taken[id_].line, remarks) for id_, actor in made.items()}
    for id_ in _in_circles(made):
        remarks.append(Remark(taken[id_].line, f'"{made[id_].name}" speaks for itself by way of others; left out'))
        made[id_] = replace(made[id_], speaks_for="")
    lines = {id_: partial(entry, actor) for id_, actor in made.items()}
    return _put(order, "actors", lines, {id_: actor.name for id_, actor in made.items()}, remarks, wish)


def _in_circles(actors: Mapping[str, NewActor]) -> list[str]:
    """Those who, followed from one to whom each speaks for, come back to themselves."""
    found = []
    for id_, actor in actors.items():
        seen, side = {id_}, actor.speaks_for
        while side in actors and side not in seen:
            seen.add(side)
            side = actors[side].speaks_for
        if side == id_:
            found.append(id_)
    return found


def _actor(id_: str, row: Fields, remarks: list[Remark]) -> NewActor | None:
    """The actor of a row, without what the format would refuse; none where that is its id or kind."""
    from typing import get_args

    from parley.exchange.taken import Remark
    from parley.model.actor import ActorKind
    from parley.model.keys import Kind
    from parley.write.new_actor import NewActor

    check, fields = _check(row.line, row.fields["name"], remarks), row.fields
    kind = fields.get("kind", "").casefold()
    kind = {"organization": "organisation", "country": "state"}.get(kind, kind)
    if kind not in get_args(ActorKind):
        kinds = ", ".join(get_args(ActorKind))
        remarks.append(Remark(row.line, f'the kind of "{fields["name"]}" is "{kind}"; write {kinds}; left out'))
        return None
    if not check("id", id_, Kind.SLUG):
        return None
    country = fields.get("country", "")
    return NewActor(
        id=id_,
        name=check("name", fields["name"], Kind.TEXT),
        kind=kind,
        speaks_for=fields.get("speaks_for", ""),
        country=check("country", country.upper() if len(country) == 2 else country, Kind.COUNTRY),
        role=check("role", fields.get("role", ""), Kind.TEXT),
        summary=check("summary", fields.get("summary", ""), Kind.TEXT),
        wikidata=check("wikidata", fields.get("wikidata", ""), Kind.QID),
        url=check("url", fields.get("url", ""), Kind.URL),
        aka=tuple(name for one in _several(fields.get("aka", "")) if (name := check("aka", one, Kind.TEXT))),
        part_of=_several(fields.get("part_of", "")),
        members=_several(fields.get("members", "")),
    )


def _several(text: str) -> tuple[str, ...]:
    """A list within a cell, as our own CSV files and others write it: parted by ";" or "|"."""
    return tuple(part for one in text.replace("|", ";").split(";") if (part := " ".join(one.split())))


def _without_strangers(actor: NewActor, known: set[str], line: int, remarks: list[Remark]) -> NewActor:
    """The actor without ids that nobody has."""
    from msgspec.structs import replace

    from parley.exchange.taken import Remark

    def kept(key: str, ids: Sequence[str]) -> tuple[str, ...]:
        for id_ in ids:
            if id_ not in known:
                remarks.append(Remark(line, f'{key} of "{actor.name}": no actor has the id "{id_}"; left out'))
        return tuple(id_ for id_ in ids if id_ in known)

    side = kept("speaks_for", [actor.speaks_for] if actor.speaks_for else [])
    return replace(
        actor,
        speaks_for=side[0] if side else "",
        part_of=kept("part_of", actor.part_of),
        members=kept("members", actor.members),
    )


def _put(
    order: Order,
    block: str,
    lines: Mapping[str, Callable[[str], str]],
    told: dict[str, str],
    remarks: list[Remark],
    wish: argparse.Namespace,
) -> int:
    """Write, unless it is a trial, and tell what came and what did not."""
    for remark in sorted(remarks):
        say(f"{wish.file}:{remark.line}: {remark.text}")
    one = block.removesuffix("s")
    if not lines:
        return say_and(0, f"No {one} was imported.")
    file, _ = added(order, block, lines, wish.brief, write=not wish.dry_run)
    if not wish.dry_run:
        keep_schemas(order)
    for id_, name in told.items():
        show(f"{id_}: {name}")
    verb = "Would import" if wish.dry_run else "Imported"
    say(f"{verb} {counted(len(lines), one)} into {order.root / file}.")
    return 0


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=tuple(WHATS), help="sources (CSL-JSON or BibTeX) or actors (CSV)")
    parser.add_argument("file", metavar="FILE", help='the file of the other program; "-" reads what is piped in')
    parser.add_argument("--brief", default="", metavar="NAME", help="the brief to put them into; sources need one")
    parser.add_argument("--dry-run", action="store_true", help="tell what would be imported, and write nothing")


IMPORT = Command("import", "take sources or actors from another program's file", import_, _arguments)
