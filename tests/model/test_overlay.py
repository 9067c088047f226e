"""Words laid over an original: what is exchanged, what falls back and is counted, and what fits nothing."""

from __future__ import annotations

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.overlay import SAME, Fitting, by_id, overlaid
from parley.model.proposal import Condition
from parley.model.settings import Policies, Settings
from parley.read.brief import brief_read
from parley.read.files import SourceFile
from tests.sites import STORY

MORE = """
events:
  - {date: 2025-05-03, what: It rained.}
  - {date: 2025-05-03, what: It snowed.}
acceptances:
  - {of: keep-open, by: council, date: 2025-05-12, if: [report, the county pays], why: Because.}
"""


def bridge() -> Brief:
    brief = brief_read(SourceFile("briefs/bridge.yaml", (STORY + MORE).encode(), "bridge"), "UTC").brief
    assert brief
    return brief


def laid(words: dict[str, object]) -> tuple[Brief, Fitting]:
    fitting = Fitting()
    return overlaid(bridge(), words, fitting), fitting


def misfits(words: dict[str, object]) -> list[tuple[str, str]]:
    return [(misfit.path, misfit.found) for misfit in laid(words)[1].misfits]


def test_words_are_exchanged_and_facts_stay() -> None:
    brief, fitting = laid({
        "title": "Die Brücke",
        "who": {"council": "Entscheidet."},
        "proposals": {"keep-open": {"title": "Offen halten"}},
        "next_steps": {"report": {"title": "Der Bericht"}},
        "unknown": ["Was es kostet."],
    })  # fmt: skip
    assert not fitting.misfits
    assert brief.title == "Die Brücke"
    assert brief.who == {"council": "Entscheidet.", "traders": "Ask."}
    proposal = brief.proposals["keep-open"]
    assert (proposal.title, proposal.by, proposal.id) == ("Offen halten", ("traders",), "bridge/keep-open")
    assert brief.unknown == ("Was es kostet.",)
    assert brief.sources == bridge().sources


def test_what_is_missing_is_counted_by_its_place_and_falls_back() -> None:
    brief, fitting = laid({"title": "Die Brücke"})
    assert brief.summary == bridge().summary
    assert fitting.count - len(fitting.missing) == 1
    assert {"summary", "what", "who.council", "proposals.keep-open.title", "actors.reed.role", "glossary"} <= set(
        fitting.missing
    )
    assert "rejections.2025-05-10.why" in fitting.missing
    assert not [path for path in fitting.missing if path.startswith(("sources", "topics", "authors", "title"))]


def test_other_names_are_each_languages_own_and_are_not_missed() -> None:
    brief, fitting = laid({"actors": {"council": {"aka": ["der Rat", "der Stadtrat"]}, "reed": {"aka": ["Reed"]}}})
    assert brief.actors["council"].aka == ("der Rat", "der Stadtrat")
    assert brief.actors["reed"].aka == ("Reed",)
    assert not fitting.misfits
    assert "actors.council.aka" not in laid({})[1].missing


def test_terms_with_their_meanings_are_each_languages_own() -> None:
    brief, fitting = laid({"glossary": {"gesperrt": "Niemand darf hinüber.", "Lkw": "Ein Lastwagen."}})
    assert list(brief.glossary) == ["gesperrt", "Lkw"]
    assert not fitting.misfits


def test_an_item_of_a_list_is_found_by_what_it_shares_with_the_original() -> None:
    brief, fitting = laid({"rejections": [{SAME: {"by": ["reed"]}, "why": "Nicht sicher."}]})
    assert not fitting.misfits
    assert brief.rejections[0].why == "Nicht sicher."
    assert brief.rejections[0].date.text == "2025-05-10"


def test_items_that_nothing_tells_apart_are_taken_in_their_order() -> None:
    day = {SAME: {"date": "2025-05-03"}}
    brief, fitting = laid({"events": [{**day, "what": "Es regnete."}, {**day, "what": "Es schneite."}]})
    assert [event.what for event in brief.events] == ["Es regnete.", "Es schneite."]
    assert not fitting.misfits


def test_an_item_that_may_be_any_of_several_is_refused() -> None:
    assert misfits({"events": [{SAME: {"date": "2025-05-03"}, "what": "Es regnete."}]}) == [
        ("events.0", "an item that may be any of 2")
    ]


def test_what_the_original_does_not_have_fits_nothing() -> None:
    assert misfits({"background": "Früher."}) == [("background", '"background", which the original does not have')]
    assert misfits({"proposals": {"close": {"title": "Zu"}}}) == [
        ("proposals.close", '"close", which is not in the original')
    ]
    assert misfits({"who": {"reed": "Spricht."}}) == [("who.reed", '"reed", which is not in the original')]
    assert misfits({"rejections": [{SAME: {"by": ["council"]}, "why": "Nein."}]}) == [
        ("rejections.0", "an item that the original does not have")
    ]
    assert misfits({"rejections": [{SAME: {}, "why": "Nein."}]}) == [
        ("rejections.0", "an item of which it is not said which it is")
    ]
    twice = {SAME: {"of": "bridge/keep-open"}, "why": "Nein."}
    assert misfits({"rejections": [twice, twice]}) == [
        (f"rejections.{at}", "an item that is translated already") for at in (0, 1)
    ]


def test_points_are_held_against_each_other_one_by_one() -> None:
    brief, fitting = laid({"unknown": ["Eins.", "Zwei."]})
    assert [misfit.found for misfit in fitting.misfits] == ["2 items where the original has 1"]
    assert brief.unknown == bridge().unknown


def test_a_noun_tells_the_language_of_those_texts_that_stay() -> None:
    brief = overlaid(bridge(), {"title": "Die Brücke"}, Fitting("en"))
    assert "Die Brücke" not in brief.foreign
    assert brief.lang_of("Because.") == brief.lang_of(brief.summary) == "en"
    assert brief.acceptances[0].if_[1] == Condition(text="the county pays", lang="en")


def test_of_conditions_the_phrases_are_translated() -> None:
    of = {SAME: {"by": ["council"]}}
    brief, fitting = laid({"acceptances": [{**of, "if_": ["der Landkreis zahlt"]}]})
    assert not fitting.misfits
    assert brief.acceptances[0].if_ == (Condition(ref="bridge/report"), Condition(text="der Landkreis zahlt"))
    assert misfits({"acceptances": [{**of, "if_": ["eins mehr", "als da ist"]}]}) == [
        ("acceptances.0.if", "2 phrases where the original has 1")
    ]


def test_records_by_id_and_within_records() -> None:
    fitting = Fitting()
    actors = by_id({"a": Actor(id="a", name="Ann", kind="person")}, {"a": {"name": "Анна"}, "b": {}}, fitting, "")
    assert actors["a"].name == "Анна"
    assert [misfit.path for misfit in fitting.misfits] == ["b"]
    settings = overlaid(Settings(policies=Policies(about="Us.")), {"policies": {"about": "Wir."}}, fitting)
    assert settings.policies.about == "Wir."


def test_topics_may_be_named_though_the_original_names_none() -> None:
    fitting = Fitting()
    assert overlaid(Settings(), {"topics": {"Town planning": "Stadtplanung"}}, fitting).topics == {
        "Town planning": "Stadtplanung"
    }
    assert not fitting.misfits
