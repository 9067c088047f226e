"""What a page may weigh, so that a cheap phone on a slow line shows it at once, held against the finished bytes.

Files are measured as a host sends them, compressed by gzip, and pages by their elements too, which a phone lays out one
by one. The limits are those of a page that was seen to be fast; a site owner can't change them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

import msgspec

from parley.model.problem import Place, Problem

SURE = 2  # text shrinks at least so many times; a file within this of its limit need not be compressed to know


class Budget(msgspec.Struct, frozen=True):
    """A limit for each file of a kind: past ``most`` it is told, past ``never`` nothing is published."""

    what: str
    unit: str
    most: int
    cure: str
    never: int | None = None


class Load(msgspec.Struct, frozen=True):
    """How much the heaviest file of a kind takes of its budget."""

    budget: Budget
    path: str
    amount: int


SPLIT = "split the brief in two, or shorten it"
HTML = Budget("page, compressed", "bytes", 14_000, SPLIT, 40_000)
ELEMENTS = Budget("elements of a page", "elements", 1_500, SPLIT, 2_500)
STYLE = Budget("stylesheet, compressed", "bytes", 6_000, "take rules out of the theme's css")
SCRIPT = Budget("script, compressed", "bytes", 3_000, "take out of the theme's js what readers can do without")
KINDS = ((".html", (HTML, ELEMENTS)), (".css", (STYLE,)), (".js", (SCRIPT,)))
# Search loads on its own page alone, and only when it is used; each edition of a site has its own.
APART = re.compile(r"(?:.*/)?(?:search(?:\.[^/]*)?|pagefind/[^/]*)\.(?:css|js)")


def over_budget(site: Mapping[str, bytes]) -> list[Problem]:
    """A problem for each file of ``site`` (path -> bytes) that is past its budget, with its figure."""
    return [problem for path, body in site.items() for problem in load_faults(path, body)]


def load_faults(path: str, body: bytes) -> list[Problem]:
    """A problem for each budget that the file ``path`` is past: what ``over_budget`` tells of it, from it alone."""
    found = []
    for budget in _budgets(path):
        if (amount := _amount(budget, body)) > budget.most:
            never = budget.never is not None and amount > budget.never
            limit = budget.never if never and budget.never else budget.most
            told = f"{amount:,} {budget.unit} ({budget.what}), of {limit:,} at most"
            found.append(Problem(Place(path), "budget", told, budget.cure, "error" if never else "warning"))
    return found


def heaviest(site: Mapping[str, bytes]) -> Iterator[Load]:
    """For each budget the file of ``site`` that takes most of it, measured exactly."""
    for _, budgets in KINDS:
        for budget in budgets:
            loads = [Load(budget, path, exact(budget, body)) for path, body in site.items() if budget in _budgets(path)]
            if loads:
                yield max(loads, key=lambda load: (load.amount, load.path))


def exact(budget: Budget, body: bytes) -> int:
    """What ``body`` takes of ``budget``: bytes as gzip makes them at its best, or elements."""
    return elements(body) if budget is ELEMENTS else len(zlib.compress(body, 9, 31))


def elements(html: bytes) -> int:
    """The number of elements of a page: of its start tags."""
    return html.count(b"<") - html.count(b"</") - html.count(b"<!")


def _budgets(path: str) -> tuple[Budget, ...]:
    if APART.fullmatch(path):
        return ()
    return next((budgets for ending, budgets in KINDS if path.endswith(ending)), ())


def _amount(budget: Budget, body: bytes) -> int:
    """The same as ``exact`` past the limit; within it, anything that is."""
    if budget is ELEMENTS:  # each has its own "<", so that most pages are known to be within by one quick count
        return signs if (signs := body.count(b"<")) <= budget.most else elements(body)
    if len(body) <= SURE * budget.most or len(quick := zlib.compress(body, 1, 31)) <= budget.most:
        return min(len(body), budget.most)
    return min(len(quick), exact(budget, body))
