"""Where in the files a thing stands: the most specific place that the reader has noted of it."""

from collections.abc import Mapping

from parley.model.actor import Actor
from parley.model.brief import Brief, NextStep
from parley.model.library import Library
from parley.model.problem import Place
from parley.model.proposal import Acceptance, Answer, Proposal, Reaction, Rejection

SHARED_ACTORS = "briefs/actors.yaml"  # the file of the actors whom briefs share
SETTINGS = "site.yaml"
LISTS: dict[type[Answer], str] = {Rejection: "rejections", Acceptance: "acceptances", Reaction: "reactions"}


def place_of(library: Library, item: Proposal | Answer | NextStep | Actor, key: str = "") -> Place:
    """Where ``key`` of ``item`` stands, or else the item, or else its list, or else the file with no line."""
    path = f"{_path(item)}.{key}" if key else _path(item)
    if isinstance(item, Actor) and not item.brief:
        return nearest(SHARED_ACTORS, library.places, path)
    return place_in(library.briefs[item.brief], path)


def place_in(brief: Brief, path: str) -> Place:
    """Where ``path`` (such as ``rejections.0.date``) stands in ``brief``, or else what is around it."""
    return nearest(brief.file, brief.places, path)


def nearest(file: str, places: Mapping[str, tuple[int, int]], path: str) -> Place:
    """The place of ``path`` in ``file``, or else that of what is around it, or else the file."""
    while path:
        if path in places:
            return Place(file, *places[path])
        path = path.rpartition(".")[0]
    return Place(file)


def key_of(answer: Answer) -> str:
    """The key of the list that ``answer`` stands in."""
    return LISTS[type(answer)]


def _path(item: Proposal | Answer | NextStep | Actor) -> str:
    match item:
        case Proposal():
            return f"proposals.{item.id.rpartition('/')[2]}"
        case NextStep():
            return f"next_steps.{item.id.rpartition('/')[2]}"
        case Actor():
            return f"actors.{item.id}"
        case _:
            return f"{key_of(item)}.{item.at}"
