"""Next steps as cards and as lines, which several pages share."""

from __future__ import annotations

from parley.model.brief import NextStep
from parley.pages.card_parts import StepCard
from parley.pages.cards import cites, conditions, links, when
from parley.pages.desk import Desk
from parley.pages.here import Here
from parley.pages.parts import StepLine, StepState
from parley.pages.prose import Writer
from parley.words import labels, stories
from parley.words.tongue import say


def step_line(desk: Desk, here: Here, step: NextStep) -> StepLine:
    """A next step in one line."""
    state, label = _state(desk, step)
    return StepLine(
        link=here.step(step.id),
        date=when(step.date),
        state=state,
        state_label=label,
        told=stories.step_told(step, overdue=step.id in desk.overdue),
        brief=here.brief(step.brief),
    )


def step_card(desk: Desk, here: Here, step: NextStep, writer: Writer, *, home: str = "") -> StepCard:
    """A next step, with what became of it."""
    outcome = step.outcome
    state, label = _state(desk, step)
    sources = (*step.source, *(outcome.source if outcome else ()))
    return StepCard(
        anchor=f"step-{step.id.partition('/')[2] if step.brief == home else step.id.replace('/', '-')}",
        link=here.step(step.id),
        title=step.title,
        date=when(step.date),
        certainty=labels.CERTAINTY[step.certainty],
        state=state,
        state_label=label,
        who=links(here, step.who),
        where=(here.worded(step.where, desk.library.briefs[step.brief].lang_of(step.where)),) if step.where else (),
        about=tuple(here.proposal(item) for item in step.about),
        conditions=conditions(desk, here, step.needs, desk.found.needs.get(step.id, ())),
        told=() if outcome and outcome.what else stories.step_told(step, overdue=step.id in desk.overdue),
        outcome=writer.prose(outcome.what, step.brief) if outcome else writer.prose(""),
        outcome_date=when(outcome.date) if outcome and outcome.date else None,
        cites=cites(desk, here, step.brief, dict.fromkeys(sources)),
        brief=here.brief(step.brief) if step.brief != home else None,
    )


def _state(desk: Desk, step: NextStep) -> tuple[StepState, str]:
    """The state of a step on the day, as a key and in words."""
    if step.outcome:
        return step.outcome.result, labels.RESULT[step.outcome.result]
    if step.id in desk.overdue:
        return "overdue", say(labels.OVERDUE)
    return "coming", labels.CERTAINTY[step.certainty]
