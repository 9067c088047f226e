"""Synthetic briefs: as many as wished, the same for the same seed, of the size and shape of real ones.

A brief has 3 to 6 kB of YAML: 3 to 8 actors of those that all briefs share (one for five briefs), five paragraphs, 2 to
5 proposals, 1 to 4 rejections, 2 to 4 next steps and 2 to 6 sources. Each brief is made from its own number, so brief 7
of ten is brief 7 of ten thousand but for the actors in it.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

BEGIN = dt.date(2024, 1, 1)
_WORDS = """
ability access account action address advance adviser agency agenda agreement airport aisle alarm allowance amount
answer appeal approach area argument army arrival article aspect assembly asset assistance attempt audience autumn
average balance bank barrier basis bench benefit border branch breach bridge brief budget builder building bus
business cabinet campaign canal capital career carrier case cash cause ceiling centre century chain chair chamber
chance change channel chapter charge charter choice circle citizen claim clause clerk climate clinic coast code
college colony column comment commerce commission committee company compensation complaint concern concession
conclusion condition conduct conference conflict consent contract control convention copy corner cost council counsel
country county court cover creditor crew crisis crossing currency custom damage danger data dealer debate debt decade
decision declaration decree deficit degree delay delegate delivery demand deposit deputy detail device dialogue diet
difference dinner direction director discount district division document dollar donor door draft drought duty earnings
economy edition editor effect effort election embassy emergency employer energy engine entrance envoy equipment error
estate estimate evening evidence example exchange executive exercise exhibition exit expense expert export extension
factory failure family farmer feature ferry figure filter finance finding firm fishery flight flood floor forecast
forest formula forum foundation framework freight frontier fund gallery garden gate governor grain grant ground group
guarantee guard guide hall harbour harvest health hearing heritage highway history holder holiday hospital hotel
housing hydrant import incident income increase index industry inflation inquiry inspector institute insurance
interest interview invoice island issue journal journey judge junction jury justice keeper kitchen labour landlord
language launch lawyer leader league lease ledger lender letter level library licence limit line link loan location
lorry majority manager mandate margin market mayor measure mediator member memo merchant message method migration
minister ministry minority mission model money monitor month mortgage motion museum nation network newspaper notice
number object observer offer office officer operator opinion opposition option order
"""
WORDS = _WORDS.split()
_VERBS = """
accepts allows announces answers asks backs blocks brings calls carries changes checks claims closes covers declines
defends delays demands denies describes discusses doubts drafts expects explains extends favours follows funds gives
grants guards holds includes keeps leads leaves limits lowers makes meets mends needs notes offers opens orders pays
plans presents promises proposes protects questions raises reaches reads records refuses rejects repairs reports
reviews rules
"""
VERBS = _VERBS.split()
_PLACES = """
Alder Birch Cedar Dale Elmford Fernby Garth Hollow Ivybridge Juniper Kestrel Linden Marsh Nettle Oakham
"""
PLACES = _PLACES.split()
_FIRST = """
Ada Ben Cora Dan Eve Finn Gail Hugo Iris Jon Kate Liam Mona Ned Olga Paul Rita Sam Tess Uwe
"""
FIRST = _FIRST.split()
_LAST = """
Archer Baker Cooper Draper Fisher Glover Harper Jagger Keeper Mason Naylor Porter Reeve Sawyer Tanner Weaver
"""
LAST = _LAST.split()
KINDS = ("person", "state", "organisation", "group")
SHARED = 7_000  # of seven values each; more would outgrow what one file may hold


def actors(briefs: int) -> dict[str, dict[str, str]]:
    """The actors that ``briefs`` briefs share, by id, with the keys of the format."""
    found = {}
    for number in range(max(briefs // 5, 8)):
        chance = random.Random(f"actor {number}")
        kind = KINDS[number % 4]
        name = (
            f"{chance.choice(FIRST)} {chance.choice(LAST)} {number}"
            if kind == "person"
            else f"{chance.choice(PLACES)} {chance.choice(WORDS).title()} {number}"
        )
        actor = {"name": name, "kind": kind}
        if kind == "person":
            actor |= {
                "role": f"Head of the {chance.choice(WORDS)} {chance.choice(WORDS)}",
                "speaks_for": f"actor-{number + 1}",
            }
        found[f"actor-{number}"] = actor
    return {id_: _known(actor, found) for id_, actor in found.items()}


def _known(actor: dict[str, str], others: dict[str, Any]) -> dict[str, str]:
    return actor if actor.get("speaks_for") in others else {k: v for k, v in actor.items() if k != "speaks_for"}


def brief(number: int, briefs: int) -> dict[str, Any]:
    """Brief ``number`` of ``briefs``, as plain data with the keys of the format."""
    chance = random.Random(f"brief {number}")
    everyone = max(briefs // 5, 8)
    cast = [f"actor-{at}" for at in chance.sample(range(everyone), chance.randint(3, 8))]
    day = BEGIN + dt.timedelta(days=chance.randint(0, 600))
    later = iter(day + dt.timedelta(days=step) for step in range(1, 60))
    sources = [f"source-{at}" for at in range(chance.randint(2, 6))]
    proposals = {f"proposal-{at}": _proposal(chance, cast, sources, next(later)) for at in range(chance.randint(2, 5))}
    return {
        "title": f"{_phrase(chance, 6).capitalize()} {number}",
        "published": day.isoformat(),
        "summary": _sentence(chance),
        "topics": [chance.choice(PLACES)],
        "what": "\n\n".join(_paragraph(chance, cast, sources) for _ in range(3)),
        "background": "\n\n".join(_paragraph(chance, cast, sources) for _ in range(2)),
        "who": {actor: _sentence(chance) for actor in cast},
        "proposals": proposals,
        "rejections": [
            _rejection(chance, id_, proposals[id_], sources, next(later))
            for id_ in chance.sample(sorted(proposals), min(len(proposals), chance.randint(1, 4)))
        ],
        "next_steps": {f"step-{at}": _step(chance, proposals, cast, day) for at in range(chance.randint(2, 4))},
        "sources": {id_: _source(chance, number, id_, day) for id_ in sources},
    }


def _proposal(chance: random.Random, cast: list[str], sources: list[str], day: dt.date) -> dict[str, Any]:
    by, to = chance.sample(cast, 2)
    return {
        "title": _phrase(chance, 5).capitalize(),
        "by": by,
        "to": to,
        "date": day.isoformat(),
        "terms": [_sentence(chance) for _ in range(2)],
        "source": chance.choice(sources),
    }


def _rejection(
    chance: random.Random, of: str, proposal: dict[str, Any], sources: list[str], day: dt.date
) -> dict[str, Any]:
    return {
        "of": of,
        "by": proposal["to"],
        "date": day.isoformat(),
        "why": _sentence(chance),
        "source": chance.choice(sources),
    }


def _step(chance: random.Random, proposals: dict[str, Any], cast: list[str], day: dt.date) -> dict[str, Any]:
    return {
        "title": _phrase(chance, 4).capitalize(),
        "date": (day + dt.timedelta(days=chance.randint(60, 400))).isoformat(),
        "who": chance.choice(cast),
        "about": chance.choice(sorted(proposals)),
    }


def _source(chance: random.Random, number: int, id_: str, day: dt.date) -> dict[str, Any]:
    return {
        "title": _phrase(chance, 6).capitalize(),
        "publisher": f"{chance.choice(PLACES)} News",
        "date": day.isoformat(),
        "url": f"https://example.org/{number}/{id_}",
    }


def _phrase(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words))


def _sentence(chance: random.Random) -> str:
    return f"The {_phrase(chance, 2)} {chance.choice(VERBS)} the {_phrase(chance, 3)} of the {chance.choice(WORDS)}."


def _paragraph(chance: random.Random, cast: list[str], sources: list[str]) -> str:
    """Three sentences, a link to an actor, stressed words and a citation, as writers have them."""
    actor, source = chance.choice(cast), chance.choice(sources)
    return (
        f"{_sentence(chance)} {_sentence(chance)[:-1]}, says [[{actor}]].[^{source}] "
        f"It *{chance.choice(VERBS)}* the **{chance.choice(WORDS)}**. {_sentence(chance)}"
    )


def as_yaml(data: Any, indent: int = 0) -> str:
    """``data`` in block style, as a writer would type it."""
    lead = "  " * indent
    if isinstance(data, dict):
        return "".join(_entry(f"{lead}{key}:", value, indent) for key, value in data.items())
    return "".join(
        f"{lead}- {as_yaml(item, indent + 1).lstrip()}" if isinstance(item, dict) else f"{lead}- {item}\n"
        for item in data
    )


def _entry(head: str, value: Any, indent: int) -> str:
    if isinstance(value, str) and "\n" in value:
        lead = "  " * (indent + 1)
        return f"{head} |\n" + "".join(f"{lead}{line}\n" if line else "\n" for line in value.split("\n"))
    if isinstance(value, (dict, list)):
        return f"{head}\n{as_yaml(value, indent + 1)}"
    return f"{head} {value}\n"


def for_parley(folder: Path, briefs: int, shared: int = SHARED) -> None:
    """Write a site of ``briefs`` briefs for Parley below ``folder``. Actors past the first ``shared`` stand in the
    first brief that tells of them."""
    (folder / "briefs").mkdir(parents=True)
    (folder / "site.yaml").write_text("name: The bench\naddress: https://example.org/\n")
    everyone = list(actors(briefs).items())
    (folder / "briefs/actors.yaml").write_text(as_yaml(dict(everyone[:shared])))
    waiting = dict(everyone[shared:])
    for number in range(briefs):
        told = brief(number, briefs)
        own = {"actors": {id_: waiting.pop(id_) for id_ in told["who"] if id_ in waiting}}
        (folder / f"briefs/brief-{number}.yaml").write_text(as_yaml(told | (own if own["actors"] else {})))


def for_eleventy(folder: Path, briefs: int) -> None:
    """The same YAML files, in the folder that the Eleventy site reads."""
    for_parley(folder, briefs)


def for_hugo(folder: Path, briefs: int) -> None:
    """The same as content files: data as YAML front matter with an ``actors`` taxonomy, the prose as body."""
    content = folder / "content"
    (content / "briefs").mkdir(parents=True)
    shared = actors(briefs)
    for id_, actor in shared.items():
        (content / f"actors/{id_}").mkdir(parents=True)
        (content / f"actors/{id_}/_index.md").write_text(f"---\ntitle: {actor['name']}\n{as_yaml(actor)}---\n")
    for number in range(briefs):
        data = brief(number, briefs)
        body = f"{data.pop('what')}\n\n## Background\n\n{data.pop('background')}\n"
        data = {"title": data["title"], "date": data["published"], "actors": sorted(data["who"]), **data}
        (content / f"briefs/brief-{number}.md").write_text(
            f"---\n{as_yaml(data)}---\n\n{_for_markdown(body, data, shared)}"
        )


def _for_markdown(body: str, data: dict[str, Any], shared: dict[str, dict[str, str]]) -> str:
    """Links and citations as plain Markdown, since a peer knows no ``[[actor]]``."""
    for actor in data["who"]:
        body = body.replace(f"[[{actor}]]", f"[{shared[actor]['name']}](/actors/{actor}/)")
    for at, source in enumerate(data["sources"], 1):
        body = body.replace(f"[^{source}]", f"[{at}](#{source})")
    return body


def described(briefs: int) -> str:
    """What was made, as JSON: how many of everything, for the table."""
    found = [brief(number, briefs) for number in range(briefs)]
    count = {key: sum(len(one[key]) for one in found) for key in ("proposals", "rejections", "next_steps", "sources")}
    return json.dumps({"briefs": briefs, "actors": len(actors(briefs)), **count})
