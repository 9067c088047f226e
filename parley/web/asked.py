"""What an address comes to: alive, moved, dead, or not to be told. Follows redirects, as a reader's browser would.

Only what can't be otherwise is called dead: the server itself says that the page is gone, or the name leads nowhere.
A refusal, an overload or a silence may be meant for machines like this one alone.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from urllib.parse import urldefrag, urljoin, urlsplit

from parley.model.address import Verdict
from parley.model.keys import Noun
from parley.web.reachable import NoNames, NoSuchHost, NotPublic, Resolve, resolved
from parley.web.request import Answered, NoAnswer, Silence, answered

GONE = frozenset({404, 410})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})  # RFC 9110, 15.4: the others say nothing about tomorrow
HOPS = 10
REASONS = {401: "it asks for a password", 403: "it refuses machines", 429: "it was asked too often"}


def _at_once(_host: str) -> AbstractContextManager[object]:
    return nullcontext()


class Limits(Noun, frozen=True, kw_only=True):
    """How to ask: in whose name, for how long, whether machines of the own network may be asked, and whose turn it is
    at a host."""

    agent: str
    seconds: float = 10
    local: bool = False
    resolve: Resolve = resolved
    turn: Callable[[str], AbstractContextManager[object]] = _at_once


def verdict(url: str, limits: Limits) -> Verdict:
    """What ``url`` comes to."""
    start = urldefrag(url).url
    at = lasting = start
    seen = {start}
    for _ in range(HOPS):
        try:
            found = _asked(at, limits)
        except (NotPublic, NoSuchHost, NoNames, NoAnswer) as fault:
            return _unasked(fault, start, at)
        if found.status not in REDIRECTS or not found.location:
            return _final(found.status, start, lasting)
        following = _following(at, found.location)
        if not following:
            return Verdict(state="unknown", why="it leads to something that is no web page")
        if following in seen:
            return Verdict(state="unknown", why="its redirects go round in a circle")
        if found.status in FOR_GOOD and lasting == at:
            lasting = following
        at = following
        seen.add(at)
    return Verdict(state="unknown", why=f"it is redirected more than {HOPS} times")


def _following(at: str, location: str) -> str:
    """Where a redirect leads; empty where that is no web page."""
    try:
        following = urldefrag(urljoin(at, location)).url
        parts = urlsplit(following)
        return following if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def _unasked(fault: Exception, start: str, at: str) -> Verdict:
    """What follows where a machine gave no answer; ``at`` is where the redirects had led."""
    redirected = "" if at == start else f"it is redirected to {at}: "
    match fault:
        case NotPublic():
            return Verdict(state="unknown", why=f"{redirected}that is inside a private network, and was not asked")
        case NoSuchHost() if not redirected:
            return Verdict(state="dead", why=f"there is no {urlsplit(at).hostname} any more", unheard=True)
        case NoSuchHost():
            return Verdict(state="dead", why=f"{redirected}there is no {urlsplit(at).hostname} any more")
        case NoNames():
            why = f"{redirected}the name {urlsplit(at).hostname} could not be looked up"
            return Verdict(state="unknown", why=why, unheard=not redirected)
        case _:
            unheard = isinstance(fault, Silence) and not redirected
            return Verdict(state="unknown", why=f"{redirected}{fault}", unheard=unheard)


def _final(status: int, start: str, lasting: str) -> Verdict:
    """What the last answer comes to."""
    if status in GONE:
        return Verdict(state="dead", why=f"its server says that there is no such page ({status})")
    if status >= 400:
        return Verdict(state="unknown", why=f"{REASONS.get(status, 'its server has a fault')} ({status})")
    return Verdict(state="moved", now=lasting) if lasting != start else Verdict(state="alive")


def _asked(url: str, limits: Limits) -> Answered:
    """The answer to HEAD, or to GET where the server does not take HEAD well: many say 403, 404 or 405 to it."""

    def ask(method: str) -> Answered:
        with limits.turn((urlsplit(url).hostname or "").lower()):
            return answered(method, url, limits.agent, limits.seconds, limits.resolve, local=limits.local)

    try:
        found = ask("HEAD")
        if found.status < 400:
            return found
    except Silence:
        raise  # a second one would tell no more
    except NoAnswer:
        pass
    return ask("GET")
