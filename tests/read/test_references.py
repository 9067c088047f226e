"""Everything that is mentioned must exist; what is misspelt is told wherever it stands, what is missing once."""

import time

from parley.model.brief import Reference
from parley.model.keys import Kind
from parley.read.references import dangling, known
from tests.read.town import ACTORS, BRIEF, codes, read, spoilt, told, with_key

CITY = """\
title: The city
published: 2025-05-12
what: See [[proposal:town/bridge]] and [[brief:town|the town]].
who: {reed: Speaks.}
proposals:
  tunnel: {title: A tunnel, by: reed, date: 2025-05-11}
next_steps:
  vote: {title: A vote, date: 2025-08-01}
sources:
  paper: {title: The paper}
rejections:
  - {of: town/bridge, by: council, date: 2025-05-13, instead: tunnel, unless: [town/report, vote], source: paper}
"""
TWO = {"briefs/city.yaml": CITY}


def test_a_reference_leads_to_another_brief_by_its_name(tmp_path):
    found = read(tmp_path, TWO)
    assert found.problems == ()
    answer = found.briefs[0].rejections[0]
    assert (answer.of, answer.instead, answer.source) == ("town/bridge", ("city/tunnel",), ("city/paper",))
    assert [condition.ref for condition in answer.unless] == ["town/report", "city/vote"]


def test_the_nearest_id_is_offered_as_it_would_be_typed_here(tmp_path):
    text = CITY.replace("of: town/bridge", "of: town/brige").replace("instead: tunnel", "instead: tunel")
    assert told(tmp_path, {"briefs/city.yaml": text}) == [
        'briefs/city.yaml:12:10: error: unknown proposal "town/brige"; did you mean "town/bridge"?',
        'briefs/city.yaml:12:62: error: unknown proposal "tunel"; did you mean "tunnel"?',
    ]


def test_an_id_of_another_brief_is_offered_with_the_briefs_name(tmp_path):
    text = CITY.replace("of: town/bridge", "of: bridge")
    assert told(tmp_path, {"briefs/city.yaml": text}) == [
        'briefs/city.yaml:12:10: error: unknown proposal "bridge"; did you mean "town/bridge"?'
    ]


def test_what_there_is_is_told_where_nothing_is_near(tmp_path):
    text = spoilt("of: bridge", "of: ferry").replace("source: minutes", "source: radio").replace("reed]]", "alien]]")
    assert told(tmp_path, {"briefs/town.yaml": text}) == [
        'briefs/town.yaml:4:30: error: unknown actor "alien"; '
        "add the actor to briefs/actors.yaml, or to a brief under actors",
        'briefs/town.yaml:17:13: error: unknown source "radio"; there are minutes',
        'briefs/town.yaml:19:9: error: unknown proposal "ferry"; '
        'here there are bridge; write "brief/id" for one of another brief',
    ]


def test_a_condition_of_one_word_is_told_how_a_phrase_is_written(tmp_path):
    (message,) = told(tmp_path, {"briefs/town.yaml": spoilt("    why:", "    unless: elections\n    why:")})
    assert message.endswith("a condition in plain words has two words or more")


def test_an_actor_who_is_missing_is_told_once_in_each_file_with_the_other_lines(tmp_path):
    files = {"briefs/actors.yaml": ACTORS[: ACTORS.index("reed:")], **TWO}
    assert told(tmp_path, files) == [
        'briefs/city.yaml:4:7: error: unknown actor "reed" (also on line 6); '
        "add the actor to briefs/actors.yaml, or to a brief under actors",
        'briefs/town.yaml:4:30: error: unknown actor "reed" (also on line 20); '
        "add the actor to briefs/actors.yaml, or to a brief under actors",
    ]


def test_a_misspelt_id_is_told_wherever_it_stands(tmp_path):
    text = spoilt("by: reed", "by: reid").replace("[[reed]]", "[[reid]]")
    assert [message.split(":")[1] for message in told(tmp_path, {"briefs/town.yaml": text})] == ["4", "20"]


def test_of_many_places_the_first_are_named(tmp_path):
    answers = "".join(f"  - {{of: ferry, by: reed, date: 2025-06-{day:02d}}}\n" for day in range(1, 11))
    (message,) = told(tmp_path, {"briefs/town.yaml": f"{BRIEF}acceptances:\n{answers}"})
    assert 'unknown proposal "ferry" (also on line 35, 36, 37, 38, 39 and more)' in message


def test_what_stands_in_a_draft_is_told_as_such(tmp_path):
    draft = spoilt("title:", "draft: true\ntitle:")
    files = {"briefs/city.yaml": CITY, "briefs/town.yaml": draft}
    assert [message for message in told(tmp_path, files) if ": error: " in message] == [
        f"briefs/city.yaml:{place}: error: {found}; publish the draft, or build with --drafts"
        for place, found in [
            ("3:11", '"town/bridge", which is in a draft (also on line 12)'),
            ("3:40", '"town", which is a draft'),
            ("12:80", '"town/report", which is in a draft'),
        ]
    ]
    assert read(tmp_path, files, drafts=True).problems == ()


def test_an_actor_with_the_name_of_a_draft_is_no_draft(tmp_path):
    files = {"briefs/nobody.yaml": "draft: true\ntitle: T\npublished: 2025\nwhat: W\nwho: {reed: R}\n",
             "briefs/town.yaml": spoilt("by: reed", "by: nobody")}  # fmt: skip
    assert codes(read(tmp_path, files).problems) == ["unknown-actor"]


def test_sources_belong_to_their_brief(tmp_path):
    text = CITY.replace("source: paper", "source: town/minutes")
    (message,) = told(tmp_path, {"briefs/city.yaml": text})
    assert 'unknown source "town/minutes"; there are paper' in message


def test_prose_of_the_shared_files_is_checked_too(tmp_path):
    about = "policies:\n  about: See [[read]], [^paper], [[proposal:bridge]] and\n    [[brief:twon]].\n"
    files = {"site.yaml": about, "briefs/actors.yaml": f"{ACTORS}  summary: Of [[concil]] [^minutes].\n"}
    assert told(tmp_path, files) == [
        'briefs/actors.yaml:12:15: error: unknown actor "concil"; did you mean "council"?',
        'briefs/actors.yaml:12:26: error: unknown source "minutes"; '
        "sources stand in briefs and are cited there; leave the citation out",
        'site.yaml:2:14: error: unknown actor "read"; did you mean "reed"?',
        'site.yaml:2:24: error: unknown source "paper"; '
        "sources stand in briefs and are cited there; leave the citation out",
        'site.yaml:2:34: error: unknown proposal "bridge"; did you mean "town/bridge"?',
        'site.yaml:3:5: error: unknown brief "twon"; did you mean "town"?',
    ]


def test_the_ids_of_an_actor_are_checked(tmp_path):
    actors = ACTORS.replace("speaks_for: council", "speaks_for: counsil\n  part_of: trader\n  members: [cuoncil]")
    assert codes(read(tmp_path, {"briefs/actors.yaml": actors}).problems) == ["unknown-actor"] * 3


def test_a_brief_has_sections_that_may_be_named(tmp_path):
    text = with_key("updates: [{date: 2025-05-13, what: New., changed: [who, what, sumary]}]")
    (message,) = told(tmp_path, {"briefs/town.yaml": text})
    assert message.endswith('unknown item "sumary"; did you mean "summary"?')


def test_thousands_of_unknown_ids_take_no_longer_than_a_writer_waits():
    world = known([], [], (), ())
    names = {f"actor-{number}": (f"Actor {number}",) for number in range(5_000)}
    world = type(world)(names, {}, {}, {}, {})
    references = [Reference(Kind.ACTOR, f"acter-{number}x", number + 1, 1) for number in range(5_000)]
    began = time.process_time()  # of this process alone; it never ended before, and a coverage tool slows it five times
    assert len(dangling("a.yaml", "a", references, world)) == 5_000
    assert time.process_time() - began < 20
