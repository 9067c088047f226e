"""Feeds of dated changes, for the site and for each brief, topic and actor. Minor updates stay out.

An entry's id is a name-based UUID (RFC 9562, version 5) of what it tells, so it survives a change of address.
A site whose address is not known has no feeds: their links must be absolute.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable

from parley.model.brief import Brief
from parley.model.dates import Date
from parley.model.page import Page, plain, plain_prose
from parley.pages.brief import described
from parley.pages.desk import Desk
from parley.pages.here import actor_path, brief_path, proposal_path
from parley.pages.machine_views import FeedEntry, FeedView
from parley.words import happenings as told
from parley.words.dates import date_words

MOST = 50
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://parley.invalid/feeds")


def feed_pages(desk: Desk) -> list[Page]:
    """All feeds of the site."""
    if not desk.library.settings.address:
        return []
    settings, library = desk.library.settings, desk.library
    changes = {slug: _brief_entries(desk, brief) for slug, brief in library.briefs.items()}
    every = [entry for entries in changes.values() for entry in entries]
    pages = _feed(desk, "", settings.name, settings.tagline, every, both=True)
    for slug, brief in library.briefs.items():
        pages += _feed(desk, brief_path(slug), brief.title, described(desk, brief), changes[slug])
    for path, title in desk.topics.items():
        found = [entry for brief in desk.briefs_on[path] for entry in changes[brief.slug]]
        pages += _feed(desk, path, title, f"Briefs on {title}", found)
    for actor in library.actors.values():
        pages += _feed(
            desk,
            actor_path(actor.id),
            actor.name,
            f"What {actor.name} proposed and answered",
            _actor_entries(desk, actor.id),
        )
    return pages


def _feed(
    desk: Desk, path: str, title: str, description: str, entries: Iterable[FeedEntry], *, both: bool = False
) -> list[Page]:
    """The feed at ``path``; ``both`` adds a JSON Feed. A feed without entries says nothing and is left out."""
    top = desk.library.settings.address
    newest = sorted(entries, key=lambda entry: (entry.date, entry.id), reverse=True)[:MOST]
    if not newest:
        return []
    view = FeedView(
        id=_urn(f"feed:{path}"),
        title=title,
        description=description,
        home=f"{top}{path}",
        self_atom=f"{top}{path}feed.xml",
        self_json=f"{top}{path}feed.json" if both else "",
        author=desk.library.settings.name,
        lang=desk.library.settings.language,
        updated=newest[0].date,
        entries=tuple(newest),
    )
    found = [Page(path=f"{path}feed.xml", template="feed.xml", view=view)]
    return [*found, Page(path=f"{path}feed.json", template="feed.json", view=view)] if both else found


def _brief_entries(desk: Desk, brief: Brief) -> list[FeedEntry]:
    """That it was published, what was added since, and what was corrected."""
    url = f"{desk.library.settings.address}{brief_path(brief.slug)}"
    writer = desk.plain_writer(desk.here(0))

    def entry(key: str, date: Date, title: str, text: str, anchor: str) -> FeedEntry:
        prose = writer.prose(text, brief.slug)
        return FeedEntry(
            id=_urn(f"{brief.slug}:{key}"),
            title=title,
            url=f"{url}{anchor}",
            date=stamp(date),
            summary=plain_prose(prose),
        )

    found = [entry("published", brief.published, brief.title, brief.summary or brief.what.partition("\n\n")[0], "")]
    for at, update in enumerate(update for update in brief.updates if not update.minor):
        title = f"{brief.title}: updated {date_words(update.date)}"
        found.append(
            entry(f"update:{update.date}:{_nth(at, brief, update.date)}", update.date, title, update.what, "#updates")
        )
    for at, mend in enumerate(brief.corrections):
        title = f"{brief.title}: corrected {date_words(mend.date)}"
        text = f"Was: {mend.was} Now: {mend.now}"
        found.append(entry(f"correction:{mend.date}:{at}", mend.date, title, text, "#corrections"))
    return found


def _nth(at: int, brief: Brief, date: Date) -> int:
    """Which of the updates of one day it is, counted from 0, so that an id does not hang on earlier days."""
    told_ = [update for update in brief.updates if not update.minor]
    return sum(1 for update in told_[:at] if update.date == date)


def _actor_entries(desk: Desk, actor: str) -> list[FeedEntry]:
    """What it proposed, what was put to it, and what it answered, that has happened by the day of the build."""
    top, here, found = desk.library.settings.address, desk.here(0), []
    for happening in desk.happenings.get(f"actor:{actor}", ()):
        if happening.kind == "proposal":
            item = desk.library.proposals[happening.item]
            words, url = told.proposal_put(item, here), f"{top}{proposal_path(item.id)}"
        elif happening.kind == "answer":
            answer = desk.answers[happening.item]
            words, url = told.answer_given(answer, here), f"{top}{proposal_path(answer.of)}"
        else:
            continue
        title = plain(words)
        found.append(
            FeedEntry(
                id=_urn(f"{actor}:{happening.kind}:{happening.item}"),
                title=title,
                url=url,
                date=stamp(happening.date),
                summary=f"{title} ({date_words(happening.date)}).",
            )
        )
    return found


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
