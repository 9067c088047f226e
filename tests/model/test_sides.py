"""Whose words count for whom."""

import pytest

from parley.model.sides import asked, proposers, sides_of
from tests.derive.builders import acceptance, actor, brief, library, proposal

PEOPLE = (
    actor("france"),
    actor("germany"),
    actor("weimar", "group", members=("france", "germany")),
    actor("envoy", "person", speaks_for="france"),
    actor("aide", "person", speaks_for="envoy"),
    actor("minister", "person", speaks_for="germany"),
    actor("speaker", "person", speaks_for="weimar"),
    actor("host", "person"),
)


@pytest.mark.parametrize(
    ("by", "for_", "sides"),
    [
        pytest.param("france", "", ("france",), id="a side speaks for itself"),
        pytest.param("host", "", ("host",), id="someone without a side is one"),
        pytest.param("envoy", "", ("france",), id="a speaker counts for the side"),
        pytest.param("aide", "", ("france",), id="a speaker of a speaker counts for the side"),
        pytest.param("envoy", "germany", ("germany",), id="for goes before speaks_for"),
        pytest.param("france", "minister", ("germany",), id="for is followed to its side too"),
        pytest.param(("envoy", "minister"), "", ("france", "germany"), id="several speakers, several sides"),
        pytest.param(("envoy", "aide", "france"), "", ("france",), id="several speakers of one side count once"),
        pytest.param(("envoy", "minister"), "weimar", ("weimar",), id="several speakers for one group"),
        pytest.param("speaker", "", ("weimar",), id="a group is a side and not its members"),
        pytest.param("stranger", "", ("stranger",), id="an unknown actor is left to the reader"),
    ],
)
def test_an_answer_counts_for(by, for_, sides):
    answer = acceptance("plan", by, for_=for_)

    assert sides_of(library(*PEOPLE, brief(proposal("plan"), answer)), answer) == sides


@pytest.mark.parametrize(
    ("by", "to", "expected"),
    [
        pytest.param(
            "host", ("aide", "minister", "france"), ("france", "germany"), id="rolled up, each once, in order"
        ),
        pytest.param("envoy", ("france", "germany"), ("germany",), id="nobody asks himself"),
        pytest.param("france", "weimar", ("weimar",), id="a group with the proposer in it is asked"),
        pytest.param("host", (), (), id="nobody is asked"),
    ],
)
def test_a_proposal_asks(by, to, expected):
    item = proposal("plan", by, to)

    assert asked(library(*PEOPLE, brief(item)), item) == expected


def test_who_proposes_is_a_side_too():
    item = proposal("plan", ("aide", "minister"))

    assert proposers(library(*PEOPLE, brief(item)), item) == ("france", "germany")
