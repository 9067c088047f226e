"""Which values are kept once and named by number follows from the schema alone."""

import pytest

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.keys import Noun
from parley.model.proposal import Proposal, Rejection
from parley.read.packed_forms import form, letter, nouns, parts


@pytest.mark.parametrize(
    ("noun", "name", "way"),
    [
        (Proposal, "id", "word"),
        (Proposal, "title", "plain"),
        (Proposal, "by", "group"),
        (Proposal, "date", "date"),
        (Proposal, "terms", "texts"),
        (Proposal, "kind", "word"),
        (Proposal, "unless", "conditions"),
        (Proposal, "aliases", "group"),
        (Rejection, "at", "plain"),
        (Rejection, "for_", "word"),
        (Brief, "who", "map"),
        (Brief, "proposals", "record-map"),
        (Brief, "rejections", "records"),
        (Brief, "draft", "plain"),
    ],
)
def test_what_becomes_of_a_field(noun: type[Noun], name: str, way: str):
    (part,) = (part for part in parts(noun) if part.name == name)
    assert part.way == way


def test_every_noun_and_every_field_of_it_has_a_letter_of_its_own():
    assert len({letter(noun) for noun in nouns()}) == len(nouns())
    for noun in nouns():
        assert len({part.letter for part in parts(noun)}) == len(parts(noun))


def test_a_form_names_its_fields_in_order_and_those_that_are_missed():
    word = letter(Actor) + "".join(part.letter for part in parts(Actor) if part.name in ("id", "members", "kind"))
    found = form(word)
    assert (found.noun, found.names) == (Actor, ("id", "kind", "members"))
    assert found.in_tables == ((0, 0), (1, 0), (2, 2))
    assert found.absent == {"name": None}


@pytest.mark.parametrize("word", ["", "~", "A~"])
def test_a_word_that_is_no_form_is_refused(word: str):
    with pytest.raises(LookupError):
        form(word)
