"""The rows of the data files, each in the order of its sheet's columns: those that come of the briefs asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from parley.model.brief import Brief
from parley.model.dates import Date
from parley.model.insight import Deadlock
from parley.model.page import Value, plain
from parley.model.proposal import Answer
from parley.model.sides import sides_of
from parley.pages.desk import Desk
from parley.pages.here import actor_path, answer_anchor, brief_path, event_anchor, proposal_path
from parley.words import reasons, stories

Rows = Iterable[tuple[Value, ...]]
NOWHERE = ""  # among the briefs asked for: what belongs to none of them


def address(desk: Desk, path: str) -> str:
    """The absolute address of ``path``, or the path from the top where the site's address is not known."""
    return f"{desk.library.settings.address or '/'}{desk.placed.get(path, path)}"


def _date(date: Date | None) -> str | None:
    return date.text if date else None


def _briefs(desk: Desk, slugs: Iterable[str]) -> Iterator[Brief]:
    return (desk.library.briefs[slug] for slug in slugs if slug != NOWHERE)


def briefs(desk: Desk, slugs: Sequence[str]) -> Rows:
    for brief in _briefs(desk, slugs):
        yield (
            brief.slug, brief.title, brief.summary or None, brief.what, brief.why_it_matters or None,
            brief.background or None, brief.unknown, brief.topics, brief.authors,
            brief.lang or desk.library.settings.language, tuple(brief.who), _pairs(brief.who), _pairs(brief.glossary),
            _date(brief.published), brief.updated.text, _date(brief.review_by), _date(brief.expires),
            tuple(item.id for item in brief.proposals.values()), address(desk, brief_path(brief.slug)),
        )  # fmt: skip


def _pairs(told: Mapping[str, str]) -> tuple[str, ...]:
    """ "key: text" for each."""
    return tuple(f"{key}: {text}" for key, text in told.items())


def actors(desk: Desk, slugs: Sequence[str]) -> Rows:
    """Those of whom one of the briefs was the first to tell."""
    for id_ in (id_ for slug in slugs for id_ in desk.newcomers.get(slug, ())):
        actor, involved = desk.library.actors[id_], desk.involved[id_]
        yield (
            actor.id, actor.name, actor.kind, actor.role or None, actor.speaks_for or None, desk.library.side(actor.id),
            actor.members, actor.part_of, actor.country or None, actor.aka, actor.wikidata or None, actor.url or None,
            actor.summary or None, tuple(involved.briefs), tuple(involved.made), tuple(involved.received),
            address(desk, actor_path(actor.id)),
        )  # fmt: skip


def proposals(desk: Desk, slugs: Sequence[str]) -> Rows:
    here = desk.here(0)
    for item in (item for brief in _briefs(desk, slugs) for item in brief.proposals.values()):
        standing = desk.found.standings[item.id]
        yield (
            item.id, item.brief, item.title, item.kind, item.by, item.to, item.date.text, standing.status,
            plain(reasons.reason(standing, item, here)), standing.waiting_for, standing.accepted_by,
            standing.rejected_by, item.terms, item.says or None, item.quote or None, _date(item.answer_by), item.about,
            tuple(condition.ref or condition.text for condition in item.unless), item.replaces, standing.replaced_by,
            standing.answers_to, _date(item.withdrawn), item.basis, item.source, item.note or None,
            tuple(plain(stories.way_step(step, here)) for step in standing.way), desk.found.chains.get(item.id, ()),
            address(desk, proposal_path(item.id)),
        )  # fmt: skip


def positions(desk: Desk, slugs: Sequence[str]) -> Rows:
    for item in (item for brief in _briefs(desk, slugs) for item in brief.proposals.values()):
        for position in desk.found.standings[item.id].positions:
            latest = position.latest
            speakers = [a for a in latest.by if desk.library.side(a) == position.side or latest.for_] if latest else []
            url = _answer_url(desk, latest) if latest else address(desk, proposal_path(position.proposal))
            yield (
                position.proposal, position.side, ", ".join(speakers) or None, position.word,
                latest.date.text if latest else None, latest.basis if latest else None,
                latest.source if latest else (), url, position.addressed, position.mixed, len(position.changes),
                position.met_unanswered,
            )  # fmt: skip


def answers(desk: Desk, slugs: Sequence[str]) -> Rows:
    for answer in (answer for brief in _briefs(desk, slugs) for answer in brief.answers):
        standing = desk.found.standings[answer.of]
        current = any(
            position.latest is not None and position.latest.id == answer.id for position in standing.positions
        )
        yield (
            answer.id, answer.brief, answer.of, answer.by, sides_of(desk.library, answer), answer.word,
            answer.date.text, answer.basis, answer.why or None, answer.quote or None,
            tuple(condition.ref or condition.text for condition in answer.conditions),
            getattr(answer, "instead", ()), answer.source, answer.note or None, current, _answer_url(desk, answer),
        )  # fmt: skip


def _answer_url(desk: Desk, answer: Answer) -> str:
    return address(desk, f"{brief_path(answer.brief)}#{answer_anchor(answer)}")


def steps(desk: Desk, slugs: Sequence[str]) -> Rows:
    overdue, coming = desk.overdue, desk.coming
    for step in (step for brief in _briefs(desk, slugs) for step in brief.next_steps.values()):
        outcome = step.outcome
        state = (
            outcome.result if outcome else "overdue" if step.id in overdue else "coming" if step.id in coming else ""
        )
        yield (
            step.id, step.brief, step.title, step.date.text, step.certainty, state, step.who, step.where or None,
            step.about, tuple(condition.ref or condition.text for condition in step.needs),
            _date(outcome.date) if outcome else None, (outcome.what or None) if outcome else None,
            tuple(dict.fromkeys((*step.source, *(outcome.source if outcome else ())))),
            address(desk, f"{brief_path(step.brief)}#step-{step.id.partition('/')[2]}"),
        )  # fmt: skip


def events(desk: Desk, slugs: Sequence[str]) -> Rows:
    for event in (event for brief in _briefs(desk, slugs) for event in brief.events):
        url = address(desk, f"{brief_path(event.brief)}#{event_anchor(event.id)}")
        yield (event.id, event.brief, event.date.text, event.what, event.who, event.where or None, event.source, url)


def changes(desk: Desk, slugs: Sequence[str]) -> Rows:
    for brief in _briefs(desk, slugs):
        url = address(desk, brief_path(brief.slug))
        for update in brief.updates:
            yield (brief.slug, "update", update.date.text, update.what, None, update.changed, update.minor, url)
        for mend in brief.corrections:
            where = (mend.where,) if mend.where else ()
            yield (brief.slug, "correction", mend.date.text, mend.now, mend.was, where, False, url)


def deadlocks(desk: Desk, slugs: Sequence[str]) -> Rows:
    """Those that begin in one of the briefs, oldest first."""
    here = desk.here(0)
    items = (item.id for brief in _briefs(desk, slugs) for item in brief.proposals.values())
    found = [one for item in items for one in desk.deadlocks.get(item, ()) if one.knots[0].proposal == item]
    for deadlock in sorted(found, key=_age):
        knots = deadlock.knots
        yield (
            tuple(knot.side for knot in knots), tuple(knot.proposal for knot in knots),
            tuple(knot.waits_for for knot in knots), plain(stories.deadlock(deadlock, here)),
        )  # fmt: skip


def _age(deadlock: Deadlock) -> tuple[Any, ...]:
    knot = deadlock.knots[0]
    return (knot.answer.date.order, knot.side, knot.proposal)


def sources(desk: Desk, slugs: Sequence[str]) -> Rows:
    for brief in _briefs(desk, slugs):
        for source in brief.sources.values():
            yield (
                source.id, brief.slug, source.title, source.publisher or None, source.author, _date(source.date),
                source.url or None, source.kind, source.lang or None, _date(source.accessed), source.archived or None,
                address(desk, f"{brief_path(brief.slug)}#source-{source.id.partition('/')[2]}"),
            )  # fmt: skip
