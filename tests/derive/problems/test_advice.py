"""What an editor would mark: each is told once, at its place, and nothing that is in order is marked."""

import re

import pytest

from parley.derive.problems import advice, advice_on
from parley.site import Order, worked_out
from tests.derive.builders import actor, brief, library, proposal, rejection, source
from tests.sites import NOW, written

BRIEF = """\
title: The bridge
published: 2025-05-01
summary: The council wants to close the bridge.
what: The council of Alder met.[^minutes]
who:
  council: Decides.
  traders: Ask.
actors:
  council: {name: Alder Town Council, kind: organisation}
  traders: {name: Alder Traders, kind: group}
proposals:
  keep-open:
    title: Keep the bridge open
    by: traders
    to: council
    date: 2025-05-02
    source: minutes
rejections:
  - of: keep-open
    by: council
    date: 2025-05-10
    why: It is not safe.
    source: minutes
next_steps:
  report:
    title: The engineer reports
    date: 2025-05-20
    outcome:
      result: done
      date: 2025-05-20
      what: It came.
      source: minutes
events:
  - date: 2025-05-03
    what: It rained.
    source: minutes
sources:
  minutes: {title: Minutes}
updates:
  - {date: 2025-05-20, what: The report came.}
"""
LONG = "one two three four five six seven eight nine ten "


def told(folder, brief, *, settings="", actors="") -> list[str]:
    """The warnings of ``brief`` as ``line: what was found [code]``; it has no errors."""
    files = {"briefs/bridge.yaml": brief, "site.yaml": settings, "briefs/actors.yaml": actors}
    problems = worked_out(Order(written(folder, {path: text for path, text in files.items() if text}), NOW)).problems
    assert {problem.severity for problem in problems} <= {"warning"}, problems
    return [f"{it.place.line}: {it.found} [{it.code}]" for it in problems]


def changed(old: str, new: str) -> str:
    assert BRIEF.count(old) >= 1, old
    return BRIEF.replace(old, new, 1)


def test_a_brief_that_is_in_order_is_not_marked(tmp_path):
    assert told(tmp_path, BRIEF) == []


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        (changed("    date: 2025-05-02\n    source: minutes\n", "    date: 2025-05-02\n"),
         '12: the proposal "keep-open" without a source [claim-without-source]'),
        (changed("    why: It is not safe.\n    source: minutes\n", "    why: It is not safe.\n"),
         '19: the answer of "council" to "keep-open" without a source [claim-without-source]'),
        (changed("    what: It rained.\n    source: minutes\n", "    what: It rained.\n"),
         '34: the event "It rained." without a source [claim-without-source]'),
        (changed("      what: It came.\n      source: minutes\n", "      what: It came.\n"),
         '29: the outcome of "report" without a source [claim-without-source]'),
        (changed("    why: It is not safe.\n", ""),
         '19: a no of "council" to "keep-open" with neither reason nor quote [rejection-without-reason]'),
        (changed("  minutes: {title: Minutes}\n", "  minutes: {title: Minutes}\n  letter: {title: A letter}\n"),
         '39: the source "letter", which nothing in this brief names [source-not-cited]'),
        (changed("  traders: {", "  board: {name: Harbour Board, kind: group}\n  traders: {"),
         '10: an actor whom this brief does not mention: "board" [actor-not-used]'),
        (changed("updates:", "glossary:\n  weight limit: So much.\nupdates:"),
         '40: the term "weight limit", which this brief explains and never uses [term-not-used]'),
        (changed("    why: It", f"    quote: {LONG * 6}and one.\n    why: It"), "22: a quote of 62 words [long-quote]"),
        (changed("    why: It", f"    quote: {LONG * 6}more.\n    why: It"), "22: a quote of 61 words [long-quote]"),
        (changed("close the bridge.", f"close the bridge {LONG * 2}."),
         "3: a sentence of 27 words at the top of the page: "
         '"The council wants to close the bridge one two three four five six seven eight..." [long-sentence]'),
        (changed("what: The", f"unknown: [{LONG * 3}]\nwhat: The"),
         "4: a sentence of 30 words at the top of the page: "
         '"one two three four five six seven eight nine ten one two three four five six ..." [long-sentence]'),
    ],
)  # fmt: skip
def test_it_is_marked_once_at_its_place(brief, expected, tmp_path):
    assert told(tmp_path, brief) == [expected]


@pytest.mark.parametrize(
    "brief",
    [
        changed("    why: It is not safe.\n    source: minutes\n", "    why: It is not safe.[^minutes]\n"),
        changed("    why: It is not safe.\n", '    quote: "It is not safe."\n'),
        changed("    why: It", f"    quote: {LONG * 6}\n    why: It"),
        changed("close the bridge.", "close the bridge. It says so in No. 5 of its minutes. " + LONG),
        changed("  traders: {", "  b: {name: The Board, kind: group}\n  traders: {").replace("rained", "hit the Board"),
        changed("name: Alder Traders, kind: group", "name: Alder Traders, kind: group, members: reed"
        ).replace(
            "proposals:", "  reed: {name: Ann Reed, kind: person}\nproposals:", 1),
        changed("updates:", "glossary:\n  Closed (to lorries): So.\nupdates:").replace("It rained", "It was closed"),
        changed("close the bridge.", "不安全" * 40),
    ],
)  # fmt: skip
def test_what_is_in_order_is_not_marked(brief, tmp_path):
    assert told(tmp_path, brief) == []


def test_a_brief_without_any_source_is_told_once(tmp_path):
    bare = re.sub(r"(?m)^ +source: minutes\n|\[\^minutes\]", "", BRIEF)
    (message,) = told(tmp_path, bare.replace("sources:\n  minutes: {title: Minutes}\n", ""))
    assert message == "12: a brief without a single source (4 claims) [claim-without-source]"


def test_shared_actors_whom_no_brief_uses_are_told_in_one_message(tmp_path):
    many = "".join(f"a{at}:\n  name: Nobody {at}\n  kind: person\n" for at in range(8))
    (message,) = told(tmp_path, BRIEF, actors=many)
    assert message == '1: 8 actors whom no brief uses: "a0", "a1", "a2", "a3", "a4" and 3 more [actor-not-used]'


def test_who_is_shown_by_way_of_a_shared_actor_is_used(tmp_path):
    actors = "\n".join(
        [
            "traders: {name: Alder Traders, kind: group, members: [reed, lane]}",
            "reed: {name: Ann Reed, kind: person, speaks_for: traders}",
            "lane: {name: Bo Lane, kind: person, part_of: guild}",
            "guild: {name: The Guild, kind: group, members: lane}",
            "board: {name: Harbour Board, kind: group, members: reed}",
        ]
    )
    brief = changed("  traders: {name: Alder Traders, kind: group}\n", "")
    assert told(tmp_path, brief, actors=actors) == ['5: an actor whom no brief uses: "board" [actor-not-used]']


def test_loaded_words_are_looked_for_only_where_the_site_asks_for_them(tmp_path):
    loaded = changed("why: It", "why: The regime admitted it twice, the regime. It")
    assert told(tmp_path / "off", loaded) == []
    assert told(tmp_path / "no", loaded, settings="loaded_words: false\n") == []
    assert told(tmp_path / "own", loaded, settings="loaded_words: [Twice]\n") == [
        '22: "twice" in "why", a word that takes sides [loaded-word]'
    ]
    for wanted in ("english", "true", "[english, twice]"):
        messages = told(tmp_path / "on", loaded, settings=f"loaded_words: {wanted}\n")
        assert '22: "admitted" in "why", a word that takes sides [loaded-word]' in messages
        assert '22: "regime" in "why" (2 times), a word that takes sides [loaded-word]' in messages
        assert len(messages) == (3 if "twice" in wanted else 2)


def test_what_is_quoted_is_not_the_briefs_own_word(tmp_path):
    quoted = changed("why: It", 'quote: The regime admitted it.\n    why: The “regime” and the "so-called" plan. It')
    assert told(tmp_path, quoted, settings="loaded_words: english\n") == []


def test_what_follows_from_one_brief_is_told_of_it_alone() -> None:
    bare = brief(
        proposal("north/p"), rejection("north/p", by="b"), source("north/s"), slug="north", glossary={"x": "y"}
    )
    other = brief(proposal("south/p"), slug="south")
    world = library(bare, other, actor("idle"))
    every = advice(world)
    told = [problem for item in world.briefs.values() for problem in advice_on(world, item)]
    assert {problem.code for problem in advice_on(world, bare)} == {
        "claim-without-source", "rejection-without-reason", "source-not-cited", "term-not-used"
    }  # fmt: skip
    assert [problem for problem in every if problem.code == "actor-not-used"]
    assert sorted(told) == [problem for problem in every if problem.code != "actor-not-used"]
    assert advice_on(world, bare) == advice_on(library(bare), bare)
