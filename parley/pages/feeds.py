"""Feeds of dated changes, for the site and for each brief, topic and actor. Minor updates stay out.

An entry's id is a name-based UUID (RFC 9562, version 5) of what it tells, so it survives a change of address.
A site whose address is not known has no feeds: their links must be absolute.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nlargest
from operator import itemgetter
from typing import Literal

import msgspec

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.dates import Date
from parley.model.insight import Happening
from parley.model.page import Page, plain, plain_prose
from parley.pages.brief import described
from parley.pages.desk import Desk
from parley.pages.here import actor_path, brief_path, proposal_path
from parley.pages.machine_views import FeedEntry, FeedView
from parley.words import happenings as told
from parley.words.dates import date_words
from parley.words.tongue import say

MOST = 50
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://parley.invalid/feeds")


class Change(msgspec.Struct, frozen=True, order=True):
    """One dated change before it is put into words: what a feed needs to know to find its newest."""

    date: str  # RFC 3339
    id: str  # a URN that stays the same
    brief: str
    kind: Literal["published", "update", "correction"]
    at: int = 0  # its place in the brief's list


def site_feed(desk: Desk) -> list[Page]:
    """The feed of the whole site, in both forms."""
    settings = desk.library.settings
    every = (change for brief in desk.library.briefs.values() for change in changes(brief))
    return _feed(desk, "", settings.name, settings.tagline, _told(desk, every), both=True)


def brief_feed(desk: Desk, brief: Brief) -> list[Page]:
    """The feed of ``brief``."""
    told = _told(desk, changes(brief))
    return _feed(desk, brief_path(brief.slug), brief.title, described(desk, brief), told, lang=brief.lang)


def topic_feed(desk: Desk, path: str) -> list[Page]:
    """The feed of the topic at ``path``."""
    title, briefs = desk.topics[path], desk.library.briefs
    every = (change for slug in desk.subjects[path].briefs for change in changes(briefs[slug]))
    return _feed(desk, path, title, say("Briefs on {topic}", topic=title), _told(desk, every))


def actor_feed(desk: Desk, actor: Actor) -> list[Page]:
    """The feed of ``actor``."""
    told = say("What {actor} proposed and answered", actor=actor.name)
    return _feed(desk, actor_path(actor.id), actor.name, told, _actor_entries(desk, actor.id))


def changes(brief: Brief) -> list[Change]:
    """That ``brief`` was published, what was added since, and what was corrected."""

    def change(key: str, date: Date, kind: Literal["published", "update", "correction"], at: int = 0) -> Change:
        return Change(stamp(date), _urn(f"{brief.slug}:{key}"), brief.slug, kind, at)

    found = [change("published", brief.published, "published")]
    of_day: Counter[Date] = Counter()  # counted within a day, so that an id does not hang on earlier days
    for at, update in enumerate(brief.updates):
        if not update.minor:
            found.append(change(f"update:{update.date}:{of_day[update.date]}", update.date, "update", at))
            of_day[update.date] += 1
    for at, mend in enumerate(brief.corrections):
        found.append(change(f"correction:{mend.date}:{at}", mend.date, "correction", at))
    return found


def _feed(
    desk: Desk,
    path: str,
    title: str,
    description: str,
    newest: Sequence[FeedEntry],
    *,
    both: bool = False,
    lang: str = "",
) -> list[Page]:
    """The feed at ``path``; ``both`` adds a JSON Feed. A feed without entries says nothing and is left out, as all are
    where the site's address is not known."""
    top = desk.library.settings.address
    if not newest or not top:
        return []
    view = FeedView(
        id=_urn(f"feed:{path}"),
        title=title,
        description=description,
        home=f"{top}{path}",
        self_atom=f"{top}{path}feed.xml",
        self_json=f"{top}{path}feed.json" if both else "",
        author=desk.library.settings.name,
        lang=lang or desk.library.settings.language,
        updated=newest[0].date,
        entries=tuple(newest),
    )
    found = [Page(path=f"{path}feed.xml", template="feed.xml", view=view)]
    return [*found, Page(path=f"{path}feed.json", template="feed.json", view=view)] if both else found


def _told(desk: Desk, every: Iterable[Change]) -> list[FeedEntry]:
    """The newest of ``every`` change as entries. Only those are put into words."""
    return [_entry(desk, change) for change in nlargest(MOST, every)]


def _entry(desk: Desk, change: Change) -> FeedEntry:
    brief = desk.library.briefs[change.brief]
    title, anchor = brief.title, ""
    if change.kind == "update":
        update = brief.updates[change.at]
        title = say("{title}: updated {date}", title=title, date=date_words(update.date))
        text, anchor = update.what, "#updates"
    elif change.kind == "correction":
        mend = brief.corrections[change.at]
        title = say("{title}: corrected {date}", title=title, date=date_words(mend.date))
        anchor = "#corrections"
        text = say("Was: {was} Now: {now}", was=mend.was, now=mend.now)
    else:
        text = brief.summary or brief.what.partition("\n\n")[0]
    return FeedEntry(
        id=change.id,
        title=title,
        url=f"{desk.library.settings.address}{brief_path(brief.slug)}{anchor}",
        date=change.date,
        summary=plain_prose(desk.quiet_writer(desk.here(0)).prose(text, brief.slug)),
    )


def _actor_entries(desk: Desk, actor: str) -> list[FeedEntry]:
    """What it proposed, what was put to it, and what it answered, that has happened by the day of the build: the newest
    of it."""
    every = (
        (stamp(happening.date), _urn(f"{actor}:{happening.kind}:{happening.item}"), happening)
        for happening in desk.happenings.get(f"actor:{actor}", ())
        if happening.kind in ("proposal", "answer")
    )
    newest = nlargest(MOST, every, key=itemgetter(0, 1))
    return [_actor_entry(desk, date, id_, happening) for date, id_, happening in newest]


def _actor_entry(desk: Desk, date: str, id_: str, happening: Happening) -> FeedEntry:
    here = desk.here(0)
    if happening.kind == "proposal":
        item = desk.library.proposals[happening.item]
        words, path = told.proposal_put(item, here), proposal_path(item.id)
    else:
        answer = desk.answers[happening.item]
        words, path = told.answer_given(answer, here), proposal_path(answer.of)
    title = plain(words)
    return FeedEntry(
        id=id_,
        title=title,
        url=f"{desk.library.settings.address}{path}",
        date=date,
        summary=f"{title} ({date_words(happening.date)}).",
    )


def stamp(date: Date) -> str:
    """The date as RFC 3339 wants it; a day without a time begins at midnight UTC, a month on its first day."""
    point = date.start
    if point.hour is None:
        return f"{date.first.isoformat()}T00:00:00Z"
    zone = dt.timezone(dt.timedelta(minutes=point.offset or 0))
    moment = dt.datetime.combine(date.first, dt.time(point.hour, point.minute or 0), zone)
    try:
        return moment.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
    except OverflowError:  # the first or last day there is, which is another one in UTC
        return moment.isoformat(timespec="seconds")


def _urn(key: str) -> str:
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, key)}"
