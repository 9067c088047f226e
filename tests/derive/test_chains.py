"""How proposals follow from one another."""

import pytest

from tests.derive.builders import brief, found, library, proposal, rejection

FIRST = proposal("first", date="2025-05-01")
SECOND = proposal("second", date="2025-05-02")


def chain(*parts, of="story/first"):
    return [id_.partition("/")[2] for id_ in found(library(*parts)).chains.get(of, ())]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param((FIRST, SECOND), [], id="unrelated"),
        pytest.param(
            (FIRST, SECOND, rejection("first", instead="second")), ["first", "second"], id="a counter-proposal"
        ),
        pytest.param(
            (FIRST, proposal("next", date="2025-05-03", replaces="first")), ["first", "next"], id="a replacement"
        ),
        pytest.param(
            (
                FIRST,
                SECOND,
                proposal("third", date="2025-05-03", replaces="second"),
                proposal("zero", date="2025-04-01"),
                rejection("first", instead=("second", "zero")),
            ),
            ["zero", "first", "second", "third"],
            id="both, by date",
        ),
        pytest.param((FIRST, rejection("first", instead="nowhere")), [], id="a counter-proposal that does not exist"),
        pytest.param((FIRST, rejection("first", instead="first")), [], id="itself"),
        pytest.param(
            (FIRST, SECOND, rejection("second", by="x", instead="first")), ["first", "second"], id="by anyone"
        ),
        pytest.param((FIRST, proposal("about", about="first")), [], id="bearing on something is not following from it"),
    ],
)
def test_the_chain_is(items, expected):
    assert chain(*items) == expected


def test_every_proposal_of_a_chain_knows_the_whole_chain_across_briefs():
    parts = (
        brief(FIRST, rejection("first", instead="other/second")),
        brief(proposal("other/second", date="2025-05-02"), slug="other"),
    )

    assert chain(*parts) == chain(*parts, of="other/second") == ["first", "second"]


def test_two_of_one_day_stand_by_id():
    assert chain(FIRST, proposal("a-twin", date="2025-05-01", replaces="first")) == ["a-twin", "first"]
