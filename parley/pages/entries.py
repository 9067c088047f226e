"""Lines of a timeline: everything dated, each leading to where it is told."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model.insight import Happening, Kind
from parley.model.page import Prose, Words
from parley.pages.cards import cites, when
from parley.pages.desk import Desk
from parley.pages.here import Here, answer_anchor, brief_path, event_anchor
from parley.pages.parts import Entry
from parley.pages.prose import Writer
from parley.words import happenings as told
from parley.words import labels
from parley.words.tongue import Labels

LABELS = Labels({"event": "Event", "step": "Next step", "outcome": "Outcome", "withdrawal": "Withdrawn"})


def entries(
    desk: Desk, here: Here, found: Iterable[Happening], writer: Writer, *, home: str = "", anchored: Iterable[Kind] = ()
) -> tuple[Entry, ...]:
    """``found`` in lines; a line of another brief than ``home`` names its brief. Those of the kinds ``anchored``
    are told in full on the page, and so can be linked to."""
    return tuple(_entry(desk, here, happening, writer, home, anchored) for happening in found)


def _entry(desk: Desk, here: Here, happening: Happening, writer: Writer, home: str, anchored: Iterable[Kind]) -> Entry:
    words, prose, label, sources = _told(desk, here, happening, writer)
    return Entry(
        date=when(happening.date),
        kind=happening.kind,
        label=label,
        words=words,
        prose=prose,
        cites=cites(desk, here, happening.brief, sources),
        brief=here.brief(happening.brief) if happening.brief != home else None,
        ahead=happening.item in desk.coming if happening.kind == "step" else happening.date.first > desk.found.day,
        anchor=_anchor(desk, happening) if happening.kind in anchored else "",
    )


def _anchor(desk: Desk, happening: Happening) -> str:
    """The id, on the page of its brief, of what a line tells of: the card of a proposal, an answer or a step, or the
    line itself, where it tells of an event. Empty where a long brief tells it on a page of its own."""
    name = happening.item.partition("/")[2]
    match happening.kind:
        case "event":
            return event_anchor(happening.item)
        case "answer":
            found = answer_anchor(desk.answers[happening.item])
        case "proposal" | "withdrawal":
            found = f"proposal-{name}"
        case "step" | "outcome":
            found = f"step-{name}"
    return "" if f"{brief_path(happening.brief)}#{found}" in desk.placed else found


def _told(desk: Desk, here: Here, happening: Happening, writer: Writer) -> tuple[Words, Prose, str, tuple[str, ...]]:
    library, item = desk.library, happening.item
    match happening.kind:
        case "proposal":
            proposal = library.proposals[item]
            return told.proposal_put(proposal, here), Prose(), labels.PROPOSAL[proposal.kind], proposal.source
        case "withdrawal":
            proposal = library.proposals[item]
            return told.taken_back(proposal, here), Prose(), LABELS["withdrawal"], proposal.source
        case "answer":
            answer = desk.answers[item]
            label = " · ".join(filter(None, [labels.ANSWER[answer.word].partition(", ")[0], labels.MARK[answer.basis]]))
            return told.answer_given(answer, here), Prose(), label, answer.source
        case "event":
            event = desk.events[item]
            return (), writer.prose(event.what, event.brief), LABELS["event"], event.source
        case "step":
            return told.step_due(library.steps[item], here), Prose(), LABELS["step"], library.steps[item].source
        case "outcome":
            step = library.steps[item]
            text = step.outcome.what if step.outcome else ""
            sources = step.outcome.source if step.outcome else ()
            return told.step_ended(step, here), writer.prose(text, step.brief), LABELS["outcome"], sources
