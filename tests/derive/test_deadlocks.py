"""Circles of conditions: who waits for whom."""

import pytest

from tests.derive.builders import acceptance, brief, found, library, outcome, proposal, reaction, rejection, step

NO, YES = rejection, acceptance
TALKS = proposal("talks", "russia", "ukraine", "2025-05-11")
CEASEFIRE = proposal("ceasefire", "france", "russia", "2025-05-10")
PAIR = (
    TALKS,
    CEASEFIRE,
    NO("ceasefire", "russia", "2025-05-12", unless="talks"),
    YES("talks", "ukraine", "2025-05-11", if_="ceasefire"),
)


def told(*parts):
    """Each deadlock as a line such as ``ukraine:talks>ceasefire russia:ceasefire>talks``."""
    return [
        " ".join(f"{it.side}:{_name(it.proposal)}>{_name(it.waits_for)}" for it in deadlock.knots)
        for deadlock in found(library(*parts)).deadlocks
    ]


def _name(id_):
    return id_.rpartition("/")[2]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param(
            PAIR, ["ukraine:talks>ceasefire russia:ceasefire>talks"], id="two wait for each other, earliest first"
        ),
        pytest.param(
            (proposal("first", "russia", "ukraine", "2025-05-01", withdrawn="2025-05-02"), *PAIR),
            ["ukraine:talks>ceasefire russia:ceasefire>talks"],
            id="what is withdrawn hides no other circle",
        ),
        pytest.param(
            (
                proposal("talks", "russia", ("china", "ukraine"), "2025-05-11"),
                NO("talks", "china", "2025-05-11"),
                *PAIR[1:],
            ),
            ["ukraine:talks>ceasefire russia:ceasefire>talks"],
            id="nor does a side that waits for nothing",
        ),
        pytest.param((*PAIR, YES("ceasefire", "russia", "2025-05-14")), [], id="one moves"),
        pytest.param((*PAIR, NO("ceasefire", "russia", "2025-05-14")), [], id="a plain no is no deadlock"),
        pytest.param((*PAIR, reaction("ceasefire", "russia", "2025-05-14")), [], id="one thinks again"),
        pytest.param(
            (*PAIR, reaction("ceasefire", "russia", "2025-05-14", stance="silent")),
            ["ukraine:talks>ceasefire russia:ceasefire>talks"],
            id="silence resolves nothing",
        ),
        pytest.param((*PAIR, proposal("new", replaces="talks")), [], id="one is superseded"),
        pytest.param(
            (TALKS, CEASEFIRE, YES("talks", "ukraine", if_="ceasefire"), NO("ceasefire", "china", unless="talks")),
            [],
            id="a third party holds nothing back",
        ),
        pytest.param(
            (
                TALKS,
                CEASEFIRE,
                YES("talks", "ukraine", if_="the guns fall silent"),
                NO("ceasefire", "russia", unless="talks"),
            ),
            [],
            id="a phrase closes no circle",
        ),
        pytest.param(
            (proposal("plan"), NO("plan", unless="plan")), [], id="hanging on itself is a mistake, no deadlock"
        ),
        pytest.param(
            (
                TALKS,
                CEASEFIRE,
                YES("talks", "ukraine", "2025-05-13", if_="exchange"),
                step("exchange", needs=("a list", "ceasefire")),
                NO("ceasefire", "russia", "2025-05-12", unless="talks"),
            ),
            ["russia:ceasefire>talks ukraine:talks>exchange"],
            id="by way of a step",
        ),
        pytest.param(
            (
                TALKS,
                CEASEFIRE,
                YES("talks", "ukraine", if_="exchange"),
                step("exchange", needs="ceasefire", outcome=outcome("done", "2025-05-20")),
                NO("ceasefire", "russia", "2025-05-12", unless="talks"),
            ),
            [],
            id="by way of a step that is done",
        ),
        pytest.param(
            (TALKS, YES("talks", "ukraine", if_="visit"), step("visit", needs="talks")),
            ["ukraine:talks>visit"],
            id="one side and a step that needs the same proposal",
        ),
        pytest.param((step("one", needs="two"), step("two", needs="one")), [], id="steps alone are a mistake"),
        pytest.param(
            (
                proposal("p", to=("b", "c")),
                proposal("q", to="d"),
                proposal("r", to="e"),
                YES("p", "b", "2025-05-11", if_="q"),
                YES("q", "d", "2025-05-12", if_="r"),
                YES("r", "e", "2025-05-13", if_="p"),
                NO("p", "c", "2025-05-20", unless="r"),
            ),
            ["e:r>p c:p>r"],
            id="the shortest circle of a tangle",
        ),
        pytest.param(
            (
                proposal("p", to="b"),
                proposal("q", to="c"),
                proposal("s", to="d"),
                proposal("t", to="e"),
                YES("s", "d", "2025-05-11", if_="t"),
                YES("t", "e", "2025-05-11", if_="s"),
                YES("p", "b", "2025-05-10", if_="q"),
                YES("q", "c", "2025-05-12", if_="p"),
                YES("s", "x", "2025-05-12", if_="p"),
            ),
            ["b:p>q c:q>p", "d:s>t e:t>s"],
            id="two tangles, oldest first",
        ),
    ],
)
def test_deadlocks(items, expected):
    assert told(*items) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(("12", "13", "11"), ["d:r>p b:p>r"], id="the earliest answer chooses"),
        pytest.param(("11", "12", "13"), ["b:p>q c:q>p"], id="then the first id"),
        pytest.param(("13", "11", "11"), ["c:q>p b:p>q"], id="then the first side"),
    ],
)
def test_of_circles_of_one_length(dates, expected):
    p, q, r = (f"2025-05-{day}" for day in dates)
    items = (
        proposal("r", to="d"),
        proposal("q", to="c"),
        proposal("p", to="b"),
        YES("r", "d", r, if_="p"),
        YES("q", "c", q, if_="p"),
        YES("p", "b", p, if_=("r", "q")),
    )

    assert told(*items) == told(*reversed(items)) == expected


def test_a_deadlock_may_run_through_several_briefs():
    assert told(
        brief(TALKS, YES("talks", "ukraine", if_="truce/ceasefire")),
        brief(
            proposal("truce/ceasefire", "france", "russia"),
            NO("ceasefire", "russia", "2025-05-12", unless="story/talks", brief="truce"),
            slug="truce",
        ),
    ) == ["ukraine:talks>ceasefire russia:ceasefire>talks"]


def test_a_knot_carries_the_answer_in_force():
    (deadlock,) = found(
        library(*PAIR, NO("ceasefire", "russia", "2025-05-20", unless=("talks", "more time")))
    ).deadlocks

    assert [it.answer.date.text for it in deadlock.knots] == ["2025-05-11", "2025-05-20"]


def test_in_a_large_tangle_the_shortest_circle_is_looked_for_from_the_32_earliest_answers():
    def tangle(number):
        """A ring of so many sides, of whom the last two wait for each other as well."""
        names = [f"p{at:02}" for at in range(number)]
        after = {name: [names[(at + 1) % number]] for at, name in enumerate(names)}
        after[names[-1]].append(names[-2])
        items = [proposal(name, "a", f"s{name}") for name in names]
        return told(*items, *(NO(name, f"s{name}", unless=after[name]) for name in names))

    (small,) = tangle(33)
    (large,) = tangle(34)
    assert len(small.split()) == 2
    assert len(large.split()) == 34
