"""Next steps that are due, wait for themselves, or came out otherwise than they can have."""

from __future__ import annotations

from collections.abc import Iterator

from parley.derive.circles import circles
from parley.derive.later import outcome_is_later
from parley.derive.order import certainly_before
from parley.derive.problems.places import name, place_of, round_of
from parley.model.brief import NextStep, Outcome
from parley.model.insight import Insights
from parley.model.library import Library
from parley.model.problem import Problem


def of_steps(library: Library, found: Insights) -> Iterator[Problem]:
    """The problems of single steps, and circles of steps that need one another."""
    overdue = frozenset(found.overdue)
    for step in library.steps.values():
        if step.id in overdue:
            yield Problem(
                place_of(library, step),
                "step-overdue",
                f"{name(step.id)} was due {step.date} and has no outcome",
                'add its "outcome", such as outcome: {result: done}',
                "warning",
            )
        if step.outcome:
            yield from _of_outcome(library, step, step.outcome, found)
    yield from _circles(library)


def _of_outcome(library: Library, step: NextStep, outcome: Outcome, found: Insights) -> Iterator[Problem]:
    happened = outcome.result in ("done", "partly", "not-done")
    if outcome.date and happened and step.certainty != "deadline" and certainly_before(outcome.date, step.date):
        yield Problem(
            place_of(library, step, "outcome.date"),
            "outcome-before-step",
            f'{name(step.id)} is "{outcome.result}" on {outcome.date}, before its date, {step.date}',
            "correct one of the dates: a step that came early is dated when it came",
            "warning",
        )
    later = outcome_is_later(step, found.day)
    if later and not outcome.date:
        yield Problem(
            place_of(library, step, "outcome"),
            "outcome-undated",
            f'{name(step.id)} is "{outcome.result}" without a date, though its own, {step.date}, has not passed',
            "add a date to the outcome; without one it is not shown before then",
            "warning",
        )
    missing = [stand.condition.ref for stand in found.needs.get(step.id, ()) if not stand.met and stand.condition.ref]
    if missing and outcome.result == "done" and not later:
        yield Problem(
            place_of(library, step, "outcome"),
            "outcome-without-needs",
            f"{name(step.id)} is done, though {name(missing[0])}, which it needs, has not come about",
            "correct the outcome or the need, or add the answer or outcome that is missing",
            "warning",
        )


def _circles(library: Library) -> Iterator[Problem]:
    steps = library.steps.keys() - library.proposals.keys()  # where an id names both, a need means the proposal
    graph = {id_: [need.ref for need in library.steps[id_].needs] for id_ in steps}
    for way in circles(graph):
        alone = len(way) == 1
        yield Problem(
            place_of(library, library.steps[way[0]], "needs"),
            "condition-on-itself" if alone else "needs-circle",
            f"{name(way[0])}, which needs itself"
            if alone
            else f"steps that need one another in a circle: {round_of(way)}",
            "take one of the needs out, or write it as a phrase",
        )
