"""What an editor asks of every claim: where it is known from, and why somebody said no.

Once for each item, and once for a whole brief that names no source at all. A next step needs none: it follows from the
proposal that it is about. A citation within the text of an item is a source, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from parley.derive.problems.places import name, place_in, place_of
from parley.model.brief import Brief
from parley.model.keys import Kind
from parley.model.library import Library
from parley.model.mentions import mentions
from parley.model.problem import Place, Problem, quoted
from parley.model.proposal import Answer, Rejection

CODE = "claim-without-source"
EXPECTED = 'add "source" with the id of where it is known from'


def of_sourcing(library: Library, brief: Brief) -> Iterator[Problem]:
    """Claims of ``brief`` without a source, rejections without a reason, and sources that nothing cites."""
    bare = list(_without_source(library, brief))
    if bare and not brief.sources:
        expected = 'list where this is known from under "sources", and name one in each item: source: its-id'
        yield Problem(bare[0].place, CODE, f"a brief without a single source ({len(bare)} claims)", expected, "warning")
    else:
        yield from bare
    yield from _without_reason(library, brief)
    yield from _uncited(brief)


def _without_source(library: Library, brief: Brief) -> Iterator[Problem]:
    for proposal in brief.proposals.values():
        if not proposal.source and not _cites(proposal.says, proposal.note, *proposal.terms):
            yield _bare(place_of(library, proposal), f"the {proposal.kind} {name(proposal.id)}")
    for answer in brief.answers:
        if not answer.source and not _cites(answer.why, answer.note):
            yield _bare(place_of(library, answer), f"the answer of {_who(answer)} to {name(answer.of)}")
    for at, event in enumerate(brief.events):
        if not event.source and not _cites(event.what):
            yield _bare(place_in(brief, f"events.{at}"), f"the event {quoted(event.what)}")
    for step in brief.next_steps.values():
        if step.outcome and not step.outcome.source and not _cites(step.outcome.what):
            yield _bare(place_of(library, step, "outcome"), f"the outcome of {name(step.id)}")


def _bare(place: Place, what: str) -> Problem:
    return Problem(place, CODE, f"{what} without a source", EXPECTED, "warning")


def _cites(*texts: str) -> bool:
    return any(mention.kind == "source" for text in texts for mention in mentions(text))


def _without_reason(library: Library, brief: Brief) -> Iterator[Problem]:
    for answer in brief.rejections:
        if isinstance(answer, Rejection) and not answer.why.strip() and not answer.quote.strip():
            yield Problem(
                place_of(library, answer),
                "rejection-without-reason",
                f"a no of {_who(answer)} to {name(answer.of)} with neither reason nor quote",
                'add "why" with the reason given (or that none was given), or "quote" with the exact words',
                "warning",
            )


def _who(answer: Answer) -> str:
    return " and ".join(f'"{actor}"' for actor in answer.by)


def _uncited(brief: Brief) -> Iterator[Problem]:
    cited = {reference.to for reference in brief.references if reference.kind is Kind.SOURCE}
    for source in brief.sources.values():
        if source.id not in cited:
            yield Problem(
                place_in(brief, f"sources.{source.id.rpartition('/')[2]}"),
                "source-not-cited",
                f"the source {name(source.id)}, which nothing in this brief names",
                f"add it where it belongs (source: {source.id.rpartition('/')[2]}), or take it out",
                "warning",
            )
