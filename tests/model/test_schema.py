"""The keys of the format: the schema that the nouns' annotations make is the one that writers were promised."""

import pytest

from parley.model.actor import Actor
from parley.model.brief import Brief, Correction, Event, NextStep, Outcome, Source, Update
from parley.model.keys import Kind
from parley.model.proposal import Acceptance, Proposal, Reaction, Rejection
from parley.model.schema import shape
from parley.model.settings import Identity, Policies, Settings
from parley.read.nodes import Mapping
from parley.read.record import record
from parley.read.tree import tree
from tests.read.town import FILES, read

ANSWER = "of! by! date! why quote for basis source note"
# The tables of the format. A key with ! is required.
KEYS = {
    Brief: "title! published! what! who! summary why_it_matters background unknown topics authors lang aliases as_of "
    "review_by expires draft actors proposals rejections acceptances reactions next_steps events sources glossary "
    "updates corrections",
    Actor: "name! kind! role speaks_for members part_of country aka wikidata url summary aliases",
    Proposal: "title! kind by! to date! terms says quote answer_by about unless replaces withdrawn status status_note "
    "source note basis aliases",
    Rejection: f"{ANSWER} instead unless",
    Acceptance: f"{ANSWER} if",
    Reaction: f"{ANSWER} stance!",
    NextStep: "title! date! who where about needs certainty source outcome",
    Outcome: "result! date what source",
    Event: "date! what! who where source",
    Source: "title! publisher author date url kind lang accessed archived",
    Update: "date! what! changed minor",
    Correction: "date! was! now! where",
    Settings: "name tagline address language languages topics time_zone autolink loaded_words pages identity policies",
    Identity: "accent accent_dark headings text corners",
    Policies: "about sources corrections privacy contact",
}
CHOICES = {
    (Actor, "kind"): "person state organisation group",
    (Proposal, "kind"): "proposal invitation demand warning decision",
    (Proposal, "status"): "open accepted conditional rejected superseded lapsed withdrawn announced",
    (Proposal, "basis"): "said implied reported",
    (Rejection, "basis"): "said implied reported",
    (Reaction, "stance"): "supports opposes defers silent",
    (NextStep, "certainty"): "proposed expected confirmed deadline",
    (Outcome, "result"): "done partly not-done postponed cancelled",
    (Identity, "headings"): "serif old-style slab sans humanist narrow",
    (Identity, "text"): "serif old-style slab sans humanist narrow",
    (Identity, "corners"): "square soft round",
    (Source, "kind"): "news official statement document interview social",
}
DEFAULTS = {
    (Proposal, "kind"): "proposal",
    (Proposal, "basis"): "said",
    (Acceptance, "basis"): "said",
    (NextStep, "certainty"): "proposed",
    (Source, "kind"): "news",
    (Settings, "autolink"): True,
    (Brief, "draft"): False,
    (Update, "minor"): False,
}
LISTS_OF_ONE = {
    Settings: "languages loaded_words",
    Brief: "unknown topics authors aliases",
    Actor: "members part_of aka aliases",
    Proposal: "by to terms about unless replaces source aliases",
    Rejection: "by source instead unless",
    Acceptance: "by source if",
    Reaction: "by source",
    NextStep: "who about needs source",
    Outcome: "source",
    Event: "who source",
    Source: "author",
    Update: "changed",
}
EVERY_KEY = [(noun, key) for noun in KEYS for key in shape(noun).fields]


@pytest.mark.parametrize("noun", KEYS, ids=lambda noun: noun.__name__)
def test_a_noun_has_the_keys_of_the_format_and_no_others(noun):
    expected = KEYS[noun].split()
    fields = shape(noun).fields
    assert set(fields) == {key.rstrip("!") for key in expected}
    assert {key for key, field in fields.items() if field.required} == {key[:-1] for key in expected if key[-1] == "!"}


def test_a_choice_has_the_words_of_the_format_and_no_others():
    found = {(noun, key): shape(noun).fields[key].choices for noun, key in EVERY_KEY}
    assert {place: " ".join(found[place]) for place in CHOICES} == CHOICES
    answers = {(noun, "basis") for noun in (Rejection, Acceptance, Reaction)}
    assert {place for place, words in found.items() if words} == CHOICES.keys() | answers


def test_what_is_left_out_has_the_default_of_the_format():
    assert {place: shape(place[0]).fields[place[1]].default for place in DEFAULTS} == DEFAULTS


def test_one_value_or_a_list_of_them_may_stand_where_the_format_says_so():
    found = {noun: {key for key, field in shape(noun).fields.items() if field.form == "many"} for noun in KEYS}
    assert {noun: keys for noun, keys in found.items() if keys} == {
        noun: set(keys.split()) for noun, keys in LISTS_OF_ONE.items()
    }


def test_maps_are_by_id_and_lists_are_not():
    forms = {key: field.form for key, field in shape(Brief).fields.items()}
    assert [key for key, form in forms.items() if form == "record-map"] == [
        "actors",
        "proposals",
        "next_steps",
        "sources",
    ]
    lists = ["rejections", "acceptances", "reactions", "events", "updates", "corrections"]
    assert [key for key, form in forms.items() if form == "records"] == lists
    assert [key for key, form in forms.items() if form == "map"] == ["who", "glossary"]
    assert shape(Brief).fields["who"].key_kind is Kind.ACTOR


@pytest.mark.parametrize(("noun", "key"), EVERY_KEY, ids=lambda it: it if isinstance(it, str) else it.__name__)
def test_the_example_of_a_key_is_right_under_that_key(noun, key):
    field = shape(noun).fields[key]
    found = tree(field.example.encode(), "example.yaml")
    assert isinstance(found.root, Mapping)
    assert list(found.root.entries) == [key]
    assert found.problems == []
    assert field.doc.endswith(".")

    from parley.read.reading import Reading

    reading = Reading("example.yaml", found.lines, "town")
    given = {name: "x" for name in ("id", "slug") if name in noun.__struct_fields__}
    made = record(reading, noun, found.root, "", "the example", given)
    missing = [problem for problem in reading.problems if problem.code != "missing-key"]
    assert missing == [], missing
    assert getattr(made, field.attribute) not in (None, "", ()), "the example says something"


def test_a_key_is_typed_by_the_key_and_never_by_its_look(tmp_path):
    text = FILES["briefs/town.yaml"].replace("The bridge", "2025-05-12", 1).replace("It is not safe.", "no")
    (brief,) = read(tmp_path, {"briefs/town.yaml": text}).briefs
    assert brief.title == "2025-05-12"
    assert brief.rejections[0].why == "no"
    assert brief.published.first.isoformat() == "2025-05-12"


def test_an_annotation_without_a_kind_is_a_fault_of_the_program():
    from typing import Annotated

    from parley.model.keys import Key, Noun

    class Odd(Noun, frozen=True, kw_only=True):
        count: Annotated[int, Key("How many.", "count: 1")]

    with pytest.raises(TypeError, match="without a kind"):
        shape(Odd)
