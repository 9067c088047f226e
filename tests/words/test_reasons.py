"""Every status carries its reason: who, when, said or implied, unless, countered with what."""

from typing import Any

import pytest

from parley.model.page import plain
from parley.words.reasons import answered, reason, split
from tests.derive.builders import (
    acceptance,
    actor,
    brief,
    found,
    library,
    proposal,
    reaction,
    rejection,
)
from tests.words.named import Plainly

CASES: list[tuple[str, list[Any], str]] = [
    ("nobody asked", [proposal("p", to=())], "Nobody in particular was asked, and nobody has answered."),
    ("waiting", [proposal("p")], "No answer yet from B."),
    (
        "waiting for one of two",
        [proposal("p", to=("b", "c")), acceptance("p", by="b")],
        "Accepted by B. No answer yet from C.",
    ),
    (
        "put off by a speaker",
        [proposal("p"), reaction("p", by="bob", stance="defers", date="2025-05-12")],
        "No answer yet from B. Bob said on 12 May 2025 that B had not decided.",
    ),
    (
        "put off by the side itself",
        [proposal("p"), reaction("p", stance="defers", date="2025-05-12")],
        "No answer yet from B. B said on 12 May 2025 that it had not decided.",
    ),
    ("rejected", [proposal("p"), rejection("p")], "B rejected it on 11 May 2025."),
    (
        "rejected through a speaker, by implication",
        [proposal("p"), rejection("p", by="bob", basis="implied")],
        "B rejected it on 11 May 2025 (Bob), as the source infers.",
    ),
    (
        "rejected, as reported, unless",
        [proposal("p"), proposal("q"), rejection("p", basis="reported", unless=("q", "the rain stops"))],
        "B rejected it on 11 May 2025, as others report: no, unless “q” comes about and the rain stops.",
    ),
    (
        "rejected and countered, while others differ",
        [
            proposal("p", to=("b", "c", "d")),
            proposal("q", by="b", to="a", date="2025-05-11"),
            rejection("p", instead="q"),
            acceptance("p", by="c"),
        ],
        "B rejected it on 11 May 2025. Countered with “q”. Accepted by C; no answer from D.",
    ),
    (
        "rejected by two",
        [proposal("p", to=("b", "c")), rejection("p"), rejection("p", by="c", date="2025-05-12")],
        "B rejected it on 11 May 2025; C rejected it on 12 May 2025.",
    ),
    ("accepted", [proposal("p"), acceptance("p")], "B accepted it on 11 May 2025."),
    (
        "accepted by both at once",
        [proposal("p", to=("b", "c")), acceptance("p", by=("b", "c"))],
        "B and C accepted it on 11 May 2025.",
    ),
    (
        "accepted if",
        [proposal("p"), acceptance("p", if_="the rain stops")],
        "B accepted it on 11 May 2025: yes, if the rain stops.",
    ),
    (
        "rejected by one, while another says yes on a condition",
        [proposal("p", to=("b", "c")), rejection("p"), acceptance("p", by="c", if_="the rain stops")],
        "B rejected it on 11 May 2025. Accepted with conditions by C.",
    ),
    (
        "lapsed",
        [proposal("p", answer_by="2025-05-12")],
        "An answer was asked for by 12 May 2025; none has come from B.",
    ),
    ("withdrawn", [proposal("p", withdrawn="2025-05-12")], "A took it back on 12 May 2025."),
    ("superseded", [proposal("p"), proposal("q", replaces="p", date="2025-05-12")], "“q” took its place."),
    (
        "overridden",
        [proposal("p", status="lapsed", status_note="The court struck it down")],
        "Marked as lapsed by the editors: The court struck it down.",
    ),
    ("decided", [proposal("p", kind="decision", to=())], "A announced it on 10 May 2025."),
    (
        "warned",
        [proposal("p", kind="warning", unless="the rain stops")],
        "A announced it on 10 May 2025. It is off if the rain stops.",
    ),
]


@pytest.mark.parametrize(("items", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_reason_reads_as_an_editor_would_write_it(items: list[Any], told: str) -> None:
    everything = library(brief(actor("bob", "person", speaks_for="b"), *items))
    given = plain(reason(found(everything).standings["story/p"], everything.proposals["story/p"], Plainly()))
    assert given == told


def test_a_split_between_several_addressees_is_told_in_numbers_and_names() -> None:
    items = [proposal("p", to=("b", "c", "d")), rejection("p"), acceptance("p", by="c")]
    known = found(library(brief(*items)))
    told = plain(split(known.standings["story/p"], Plainly()))
    assert told == "Accepted by 1 of 3; rejected by B; no answer from D."


def test_one_addressee_is_no_split() -> None:
    known = found(library(brief(proposal("p"), rejection("p"))))
    assert split(known.standings["story/p"], Plainly()) == ()


def test_a_yes_on_a_condition_is_not_counted_as_a_plain_yes() -> None:
    items = [proposal("p", to=("b", "c", "d")), rejection("p"), acceptance("p", by="c", if_="the rain stops")]
    known = found(library(brief(*items, acceptance("p", by="d"))))
    told = plain(split(known.standings["story/p"], Plainly()))
    assert told == "Accepted by 1 of 3; accepted with conditions by 1 of 3; rejected by B."


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (rejection("p", basis="implied"), "B rejected it on 11 May 2025, as the source infers."),
        (
            rejection("p", by="bob", unless="the rain stops"),
            "B rejected it on 11 May 2025 (Bob): no, unless the rain stops.",
        ),
        (acceptance("p"), "B accepted it on 11 May 2025."),
        (reaction("p", stance="supports", basis="reported"), "B supported it on 11 May 2025, as others report."),
        (reaction("p", stance="opposes"), "B opposed it on 11 May 2025."),
    ],
)
def test_one_answer_is_told_with_what_it_hangs_on_and_rests_on(answer: Any, told: str) -> None:
    assert plain(answered(answer, ["b"], Plainly())) == told
