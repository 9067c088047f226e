"""A tree becomes a noun: every key of the format is read and typed, and each fault is told once, with its mend."""

import pytest

from parley.model.brief import Reference
from parley.model.dates import day
from parley.model.keys import Kind
from parley.model.proposal import Condition
from parley.model.schema import shape
from tests.read import town
from tests.read.full_brief import FULL, TWO
from tests.read.town import spoilt, with_key


def record_of(value):
    """The fields of a noun that are keys of the format, by the word that is typed."""
    return {key: getattr(value, field.attribute) for key, field in shape(type(value)).fields.items()}


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    found = town.read(tmp_path_factory.mktemp("full"), TWO)
    assert found.problems == ()
    (brief,) = (brief for brief in found.briefs if brief.slug == "everything")
    return brief


def test_a_brief_is_read_field_by_field(full):
    fields = record_of(full)
    for key in ("actors", "proposals", "next_steps", "sources"):
        assert isinstance(fields.pop(key), dict)
    for key in ("rejections", "acceptances", "reactions", "events", "updates", "corrections"):
        assert len(fields.pop(key)) == 1
    assert fields == {
        "title": "Everything",
        "published": day("2025-05-12T09:00+03:00"),
        "summary": "All keys of a brief.",
        "what": "First paragraph.[^minutes]\n\nSecond paragraph, with [[reed]].",
        "who": {"council": "Decides with [[reed]].", "guest": ""},
        "why_it_matters": "It holds every key.",
        "background": "Nothing came before.",
        "unknown": ("What is missing.",),
        "topics": ("Town planning", "Roads"),
        "authors": ("Jane Doe",),
        "lang": "en-GB",
        "aliases": ("old-name", "older-name"),
        "as_of": day("2025-05"),
        "review_by": day("2025-06-01"),
        "expires": day("2025"),
        "draft": False,
        "glossary": {"Span": "The part between two piers."},
    }
    assert (full.slug, full.file) == ("everything", "briefs/everything.yaml")


def test_an_actor_is_read_field_by_field(full):
    assert record_of(full.actors["guest"]) == {
        "name": "A Guest",
        "kind": "person",
        "role": "Visitor",
        "speaks_for": "council",
        "members": ("reed", "council"),
        "part_of": ("council",),
        "country": "TR",
        "aka": ("Guest", "The Guest"),
        "wikidata": "Q42",
        "url": "https://example.org/guest",
        "summary": "Comes from [[council|the council]].",
        "aliases": ("visitor", "first-guest"),
    }
    assert (full.actors["guest"].id, full.actors["guest"].brief) == ("guest", "everything")


def test_a_proposal_is_read_field_by_field(full):
    assert record_of(full.proposals["plan"]) == {
        "title": "The plan",
        "kind": "demand",
        "by": ("traders", "guest"),
        "to": ("council",),
        "date": day("2025-05-08/2025-05-10"),
        "terms": ("First.", "Second: more."),
        "says": "It says so.",
        "quote": "We say so.",
        "answer_by": day("2025-05-20"),
        "about": ("everything/bridge",),
        "unless": (Condition(ref="everything/bridge"), Condition(text="the rain stops")),
        "replaces": ("everything/bridge",),
        "withdrawn": day("2025-06-01"),
        "status": "lapsed",
        "status_note": "The court said so.",
        "source": ("everything/minutes", "everything/paper"),
        "note": "A remark.",
        "basis": "reported",
        "aliases": ("first-plan",),
    }
    assert full.proposals["plan"].id == "everything/plan"


def test_answers_are_read_field_by_field(full):
    (rejection,), (acceptance,), (reaction,) = full.rejections, full.acceptances, full.reactions
    assert record_of(rejection) == {
        "of": "everything/plan",
        "by": ("reed", "guest"),
        "date": day("2025-05-11T10:00"),
        "why": "Too much.",
        "quote": "Never.",
        "for": "council",
        "basis": "implied",
        "source": ("everything/minutes",),
        "note": "Said in passing.",
        "instead": ("everything/bridge", "town/plan"),
        "unless": (Condition(ref="everything/report"),),
    }
    nothing = {"why": "", "quote": "", "for": "", "basis": "said", "source": (), "note": ""}
    assert record_of(acceptance) == nothing | {
        "of": "everything/bridge",
        "by": ("council",),
        "date": day("2025-05-12"),
        "if": (Condition(ref="everything/report"), Condition(text="the money comes")),
    }
    assert record_of(reaction) == nothing | {
        "of": "everything/bridge",
        "by": ("guest",),
        "date": day("2025-05~"),
        "stance": "opposes",
    }


def test_a_next_step_and_its_outcome_are_read_field_by_field(full):
    fields = record_of(full.next_steps["report"])
    assert record_of(fields.pop("outcome")) == {
        "result": "not-done",
        "date": day("2025-07-02"),
        "what": "Nobody came.",
        "source": ("everything/minutes",),
    }
    assert fields == {
        "title": "The report",
        "date": day("2025-07"),
        "who": ("council", "guest"),
        "where": "Alder",
        "about": ("everything/bridge", "everything/plan"),
        "needs": (Condition(ref="everything/bridge"), Condition(text="a dry week")),
        "certainty": "deadline",
        "source": ("everything/paper",),
    }


def test_events_updates_and_corrections_are_read_field_by_field(full):
    (event,), (update,), (correction,) = full.events, full.updates, full.corrections
    assert record_of(event) == {
        "date": day("2025-05-09"),
        "what": "The bridge shook.",
        "who": ("reed",),
        "where": "At the bridge",
        "source": ("everything/paper",),
    }
    assert record_of(update) == {
        "date": day("2025-05-13"),
        "what": "The report is due.",
        "changed": ("everything/report", "everything/paper", "everything/who"),
        "minor": True,
    }
    assert record_of(correction) == {
        "date": day("2025-05-14"),
        "was": "It was May.",
        "now": "It was June.",
        "where": "everything/plan",
    }


def test_a_source_is_read_field_by_field(full):
    assert record_of(full.sources["paper"]) == {
        "title": "The paper",
        "publisher": "Alder News",
        "author": ("Jane Doe", "John Roe"),
        "date": day("2025-05-10"),
        "url": "https://example.org/paper?a=b",
        "kind": "document",
        "lang": "de",
        "accessed": day("2025-05-12"),
        "archived": "https://archive.example.org/paper",
    }


def test_the_full_brief_above_uses_every_key_of_the_format(full):
    items = [full, *full.answers, *full.events, *full.updates, *full.corrections, full.next_steps["report"].outcome]
    for key in ("actors", "proposals", "next_steps", "sources"):
        items += getattr(full, key).values()
    unused = {f"{type(item).__name__}.{key}" for item in items for key in shape(type(item)).fields}
    for item in items:
        for key, value in record_of(item).items():
            if value not in (None, "", (), {}):
                unused.discard(f"{type(item).__name__}.{key}")
    alike = {
        f"{noun}.{key}" for noun in ("Acceptance", "Reaction") for key in ("why", "quote", "for", "source", "note")
    }
    assert unused == alike, "those are keys of every answer, and read in a rejection"


def test_every_mention_is_noted_with_its_kind_and_place(full):
    mentioned = {(ref.kind, ref.to): (ref.line, ref.column) for ref in reversed(full.references)}
    assert mentioned[Kind.SOURCE, "everything/minutes"] == (5, 19)
    assert mentioned[Kind.ACTOR, "reed"] == (7, 26)
    assert mentioned[Kind.ACTOR, "council"] == (9, 3)
    assert mentioned[Kind.PROPOSAL, "town/plan"] == (full.places["rejections.0.instead"][0], 23)
    assert mentioned[Kind.CONDITION, "everything/report"] == full.places["rejections.0.unless"]
    assert mentioned[Kind.ITEM, "everything/who"][0] == full.places["updates.0.changed"][0]
    assert all(isinstance(ref, Reference) and ref.line > 0 < ref.column for ref in full.references)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ("title", "title: Everything", 8),
        ("proposals.plan", "  plan:", 3),
        ("proposals.plan.status", "    status: lapsed", 13),
        ("actors.guest", "  guest:\n    name", 3),
        ("actors.guest.members", "    members: [reed, council]", 14),
        ("rejections.0", "  - of: plan", 5),
        ("rejections.0.date", "    date: 2025-05-11T10:00", 11),
        ("next_steps.report.outcome.date", "      date: 2025-07-02", 13),
        ("aliases.older-name", "aliases: [old-name, older-name]", 21),
    ],
)
def test_the_place_of_every_item_and_key_is_noted(full, path, line, column):
    assert full.places[path] == (FULL[: FULL.index(line)].count("\n") + 1, column)


def test_one_value_may_stand_for_a_list_and_each_counts_once(tmp_path):
    text = spoilt("by: reed", "by: [reed, reed, council]")
    (brief,) = town.read(tmp_path, {"briefs/town.yaml": text}).briefs
    assert brief.rejections[0].by == ("reed", "council")
    assert brief.proposals["bridge"].by == ("traders",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            spoilt("title: The bridge", "tilte: The bridge"),
            '1:1: error: unknown key "tilte" in the brief; did you mean "title"?',
        ),
        (
            spoilt("    why:", "    reason:"),
            '22:5: error: unknown key "reason" in item 1 of rejections; the keys of item 1 of rejections are of, by, '
            "date, why, quote, for, basis, source, note, instead, unless",
        ),
        (
            spoilt("    by: traders\n", ""),
            '10:5: error: no "by" in "bridge"; add it: by: [macron, merz]',
        ),
        (
            spoilt("who:\n  council: Decides.\n  traders: Ask.\n", ""),
            '1:1: error: no "who" in the brief; add it: who: with "russia: Offers talks." indented below it',
        ),
        (
            spoilt("title: The bridge", "title:"),
            '1:7: error: "title" in the brief is empty; '
            "write it: title: Will Kyiv and Moscow talk in Istanbul?",
        ),
        (
            spoilt("by: traders", 'by: [""]'),
            '11:10: error: an empty item in "by"; write something after the dash or comma',
        ),
        (
            spoilt("- It stays open.", "- First: it stays open."),
            '15:9: error: "terms" is a map; a text with a colon in it needs quotes: "First: it stays open."',
        ),
        (
            spoilt("why: It is not safe.", "why: [[reed]]"),
            '22:10: error: "why" is a list; put text that begins with "[[" in quotes',
        ),
        (
            spoilt("by: reed", "by: [[reed]]"),
            '20:9: error: "by" is a list; write the id alone, without brackets or a dash of its own',
        ),
        (
            spoilt("    by: traders", "    kind: warnign\n    by: traders"),
            '11:11: error: "kind" is "warnign"; did you mean "warning"?',
        ),
        (
            spoilt("    by: traders", "    kind: a plan\n    by: traders"),
            '11:11: error: "kind" is "a plan"; write one of proposal, invitation, demand, warning, decision',
        ),
        (
            spoilt("    about: bridge", "    outcome: done"),
            '27:14: error: "next_steps.report.outcome" is text ("done"); write keys under it, '
            'such as outcome: {result: done, date: 2025-05-16}',
        ),
        (
            with_key("acceptances: {of: bridge, by: reed, date: 2025-05-12}"),
            '33:14: error: "acceptances" is a map; begin each item with "- "',
        ),
        (
            with_key("events:\n  - date: 2025-05-12\n  - what: It rained."),
            '35:5: error: a "- " before every key; write "- " only where a new item begins',
        ),
        (
            with_key("events: rain"),
            '33:9: error: "events" is text ("rain"); '
            'write each as an item below it, such as "- date: ... with what below"',
        ),
        (
            with_key("glossary: [a, b]"),
            '33:11: error: "glossary" is a list; write it without dashes: glossary: with "truce: A pause in fighting." '
            "indented below it",
        ),
        (
            with_key("glossary:\n  span: [a, b]"),
            '34:9: error: "span" is a list; write one paragraph of Markdown',
        ),
        (
            spoilt("  bridge:\n", "  The Bridge:\n").replace("bridge|", "the-bridge|")
            .replace("of: bridge", "of: the-bridge").replace("about: bridge", "about: the-bridge"),
            '9:3: error: "The Bridge", which is not an id; write "the-bridge"',
        ),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_what_would_be_right(text, message, tmp_path):
    assert town.told(tmp_path, {"briefs/town.yaml": text}) == [f"briefs/town.yaml:{message}"]


def test_what_stands_under_a_misspelt_key_is_read_as_it_was_meant(tmp_path):
    text = spoilt("proposals:", "propsals:").replace("date: 2025-05-10\n    terms", "date: May\n    terms")
    codes = town.codes(town.read(tmp_path, {"briefs/town.yaml": text}).problems)
    assert codes == ["unknown-key", "bad-date"], "the fault inside is told, and the answer to the proposal is no other"


def test_a_map_by_id_that_is_none_takes_no_mention_with_it(tmp_path):
    text = spoilt("  minutes:\n    title", "  - title")
    assert town.codes(town.read(tmp_path, {"briefs/town.yaml": text}).problems) == ["not-a-map"]


def test_a_noun_with_faults_is_no_brief_of_the_site(tmp_path):
    assert town.read(tmp_path, {"briefs/town.yaml": spoilt("by: reed", "by: [")}).briefs == ()
