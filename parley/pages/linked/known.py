"""By which address each thing is known: absolute, the same on every page, and leading to a page that tells of it.

A page is known by its own address. What is no page has a fragment as well, so that nothing that is said of an actor is
said of the page about it ("Cool URIs for the Semantic Web", W3C, 4.1); an answer, a step, a source and a term have that
of the element that shows them.
"""

from __future__ import annotations

from parley.model.proposal import Answer
from parley.pages.desk import Desk
from parley.pages.here import actor_path, answer_anchor, brief_path, proposal_path


def page(desk: Desk, path: str) -> str:
    """The page at ``path`` (below the top; empty for the home page)."""
    return f"{desk.library.settings.address}{desk.placed.get(path, path)}"


def site(desk: Desk) -> str:
    """The site as a whole."""
    return page(desk, "#site")


def publisher(desk: Desk) -> str:
    """Whoever publishes the site."""
    return page(desk, "#publisher")


def dataset(desk: Desk) -> str:
    """What the data files hold, all together."""
    return page(desk, "data/#dataset")


def brief(desk: Desk, slug: str) -> str:
    """A brief: an article is its page."""
    return page(desk, brief_path(slug))


def actor(desk: Desk, actor: str) -> str:
    """An actor."""
    return page(desk, f"{actor_path(actor)}#actor")


def proposal(desk: Desk, proposal: str) -> str:
    """A proposal (by its full id)."""
    return page(desk, f"{proposal_path(proposal)}#proposal")


def answer(desk: Desk, answer: Answer) -> str:
    """An answer, where its brief tells it."""
    return page(desk, f"{brief_path(answer.brief)}#{answer_anchor(answer)}")


def step(desk: Desk, step: str) -> str:
    """A next step (by its full id), where its brief tells it."""
    slug, _, name = step.partition("/")
    return page(desk, f"{brief_path(slug)}#step-{name}")


def source(desk: Desk, source: str) -> str:
    """A source (by its full id), in the list of its brief."""
    slug, _, name = source.partition("/")
    return page(desk, f"{brief_path(slug)}#source-{name}")


def term(desk: Desk, slug: str, anchor: str) -> str:
    """A term of the glossary of a brief, by the id of its entry."""
    return page(desk, f"{brief_path(slug)}#{anchor}")
