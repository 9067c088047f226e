"""One file becomes a brief, the shared actors or the settings, with ids that survive a rewrite."""

import pytest

from parley.model.settings import Settings
from parley.read.brief import actors_read, brief_read, settings_read
from parley.read.files import SourceFile
from tests.read.town import BRIEF, codes, spoilt, with_key


def brief(text: str):
    """The brief that ``text`` is, whether it has faults or not."""
    return brief_read(SourceFile("briefs/town.yaml", text.encode(), "town"), "UTC")


def settings(text: str):
    return settings_read(SourceFile("site.yaml", text.encode()))


def actors(text: str):
    return actors_read(SourceFile("briefs/actors.yaml", text.encode()), "UTC")


def test_an_answer_is_known_by_what_it_answers_by_whom_and_when():
    found = brief(with_key("acceptances: [{of: city/ferry, by: [reed, council], date: 2025-05-11T01:30+03:00}]")).brief
    assert [answer.id for answer in found.answers] == [
        "town/bridge.reed.2025-05-11",
        "town/city--ferry.reed.council.2025-05-11t01-30-03-00",
    ]


def test_ids_do_not_change_where_others_are_added_above():
    text = spoilt("  - of: bridge\n", "  - {of: bridge, by: council, date: 2025-05-10}\n  - of: bridge\n")
    before, after = brief(BRIEF).brief, brief(text).brief
    assert before.rejections[0].id == after.rejections[1].id
    assert [answer.at for answer in after.rejections] == [0, 1]


def test_two_answers_of_one_day_have_two_ids():
    found = brief(with_key("reactions:\n  - {of: bridge, by: reed, date: 2025-05-11, stance: defers}")).brief
    assert [answer.id for answer in found.answers] == ["town/bridge.reed.2025-05-11", "town/bridge.reed.2025-05-11.2"]


def test_an_event_is_known_by_its_day():
    found = brief(
        with_key(
            "events: [{date: 2025-05~, what: A}, {date: 2025-05-08/2025-05-10, what: B}, {date: 2025-05~, what: C}]"
        )
    ).brief
    assert [event.id for event in found.events] == [
        "town/event.2025-05",
        "town/event.2025-05-08-2025-05-10",
        "town/event.2025-05.2",
    ]


def test_a_time_is_of_the_zone_that_is_given():
    source = SourceFile("briefs/town.yaml", spoilt("date: 2025-05-11", "date: 2025-05-11T01:30").encode(), "town")
    read = [brief_read(source, zone).brief.rejections[0].date.utc_minute for zone in ("UTC", "Europe/Kyiv")]
    assert read == [90, -90]


@pytest.mark.parametrize("text", ["", "# Settings\n", "---\n"])
def test_settings_may_be_empty(text):
    assert settings(text).settings == settings_read(None).settings == Settings()
    assert settings(text).problems == ()


def test_settings_are_read_key_by_key():
    found = settings(
        "name: The Desk\ntagline: News\naddress: https://desk.example/news\nlanguage: fr\ntime_zone: Europe/Kyiv\n"
        "autolink: false\npolicies: {about: A, sources: S, corrections: C, privacy: P, contact: T}\n"
    )
    assert found.problems == ()
    made = found.settings
    assert (made.name, made.tagline, made.address) == ("The Desk", "News", "https://desk.example/news/")
    assert (made.language, made.time_zone, made.autolink) == ("fr", "Europe/Kyiv", False)
    policies = made.policies
    assert (policies.about, policies.sources, policies.corrections) == ("A", "S", "C")
    assert (policies.privacy, policies.contact) == ("P", "T")


def test_every_fault_of_the_settings_is_told_and_the_rest_holds():
    found = settings(
        "nam: X\ntime_zone: Kyiv\naddress: desk.example\nlanguage: English\nautolink: perhaps\npolicies: none\n"
    )
    assert codes(found.problems) == [
        "unknown-key",
        "bad-time-zone",
        "bad-address",
        "bad-language",
        "bad-choice",
        "not-a-map",
    ]
    assert found.settings == Settings()


@pytest.mark.parametrize("text", ["- a\n", "Parley\n", "name: [\n", "\xff"])
def test_settings_that_cannot_be_read_are_told_once_and_are_the_usual_ones(text):
    found = settings(text)
    assert len(found.problems) == 1
    assert found.settings == Settings()


def test_actors_are_read_with_their_places():
    found = actors("a:\n  name: A\n  kind: state\n\nb: {name: B, kind: person, speaks_for: a}\n")
    assert [(actor.id, actor.name, actor.kind, actor.brief) for actor in found.actors] == [
        ("a", "A", "state", ""),
        ("b", "B", "person", ""),
    ]
    assert found.places["actors.b"] == (5, 1)
    assert found.places["actors.b.speaks_for"] == (5, 40)


def test_an_actor_with_a_wrong_id_is_known_by_the_right_one():
    found = actors("Ann Reed: {name: Ann Reed, kind: person}\n")
    assert codes(found.problems) == ["bad-id"]
    assert [actor.id for actor in found.actors] == ["ann-reed"]


def test_a_step_may_not_have_the_id_of_a_proposal():
    found = brief(spoilt("  report:\n", "  bridge:\n"))
    assert [str(problem) for problem in found.problems] == [
        'briefs/town.yaml:24:3: error: "bridge", which is also the id of a proposal; '
        "give the next step an id of its own [same-id]"
    ]


def test_an_empty_brief_says_what_to_write():
    (problem,) = brief("").problems
    assert str(problem) == (
        "briefs/town.yaml:1:1: error: an empty file; write at least title, published, what and who [empty-file]"
    )
