"""Single moves in words: values by the words of the site, long texts cut, nothing without a subject."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from parley.model.move import Move
from parley.model.page import plain
from parley.words.keyed_moves import details
from parley.words.moves import told
from parley.words.named import Named
from tests.derive.builders import actor, brief, date_of, library, outcome, proposal, rejection, source, step

WHOLE = library(proposal("plan"), rejection("plan"), source("paper"), step("talks"), actor("c"))
NAMES = Named(WHOLE)


def words(move: Move) -> str:
    return plain(told(move, NAMES))


def changed(thing: Any, within: Any, key: str, was: Any, now: Any) -> Move:
    return Move(thing=thing, how="changed", brief="story", item="story/plan", key=key, was=was, now=now, within=within)


PLAN, TALKS, PAPER = WHOLE.proposals["story/plan"], WHOLE.steps["story/talks"], WHOLE.briefs["story"].sources["paper"]
NO, C = WHOLE.briefs["story"].rejections[0], WHOLE.actors["c"]


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        (changed("proposal", PLAN, "kind", "proposal", "demand"), "Proposal “story/plan”, kind: proposal → demand"),
        (
            changed("proposal", PLAN, "source", (), ("story/paper",)),
            "Proposal “story/plan”, sources: “paper” added",
        ),
        (
            changed("proposal", PLAN, "answer_by", date_of("2025-05-12"), None),
            "Proposal “story/plan”, answer asked for by: 12 May 2025 taken out",
        ),
        (
            changed("proposal", PLAN, "terms", ("One.", "Two."), ("Two.", "One.")),
            "Proposal “story/plan”, terms: in another order",
        ),
        (changed("proposal", PLAN, "status", None, "lapsed"), "Proposal “story/plan”, status: lapsed (new)"),
        (
            changed("answer", NO, "basis", "said", "implied"),
            "The answer of B to “story/plan” (11 May 2025), how it is known: said in so many words → implied, not said "
            "in so many words",
        ),
        (changed("answer", NO, "for", "", "c"),
         "The answer of B to “story/plan” (11 May 2025), side spoken for: C (new)"),
        (changed("step", TALKS, "certainty", "proposed", "confirmed"),
         "Next step “story/talks”, certainty: proposed → confirmed"),
        (
            changed("step", replace(TALKS, outcome=outcome()), "outcome.result", "done", "partly"),
            "Next step “story/talks”, result: happened → happened in part",
        ),
        (
            changed("step", TALKS, "outcome", outcome(date="2025-05-16"), None),
            "Next step “story/talks” has no outcome any more; it was: happened on 16 May 2025",
        ),
        (changed("source", PAPER, "kind", "news", "official"), "Source “paper”, kind: news report → official page"),
        (changed("actor", C, "speaks_for", "", "b"), "C now speaks for B"),
        (changed("actor", C, "speaks_for", "b", ""), "C no longer speaks for B"),
        (Move(thing="actor", how="shared", item="c", was="story", now="", within=C), "C is now defined in actors.yaml"),
        (changed("brief", brief(), "who.c", None, ""), "The part of C added"),
        (changed("brief", brief(), "who.c", "Asks.", None), "The part of C taken out: “Asks.”"),
        (changed("brief", brief(), "draft", True, False), "Draft: yes → no"),
        (changed("settings", WHOLE.settings, "autolink", True, False), "Setting “autolink”: yes → no"),
        (
            Move(thing="brief", how="added", brief="story", key="published", now=brief()),
            "No longer a draft, published 1 May 2025: nothing proposed yet",
        ),
        (Move(thing="brief", how="removed", brief="story", key="draft", was=brief()),
         "A draft again, and no longer shown: “story”"),
    ],
)  # fmt: skip
def test_a_move_is_told_in_one_line(move: Move, expected: str) -> None:
    assert words(move) == expected


def test_a_long_text_is_cut_at_a_word_and_told_in_full_beside_it() -> None:
    long = "A reason that goes on " * 8
    move = changed("answer", NO, "why", "Short.", f"{long}and ends.")
    assert words(move).endswith("goes on A reason that goes on A …”")
    assert details(move) == (("was", "Short."), ("now", f"{long}and ends."))


def test_what_is_told_in_full_has_no_details() -> None:
    assert details(changed("answer", NO, "why", "Short.", "Shorter.")) == ()
    assert details(changed("proposal", PLAN, "date", date_of("2025-05-10"), date_of("2025-05-11"))) == ()


def test_what_is_gone_goes_by_the_name_that_older_files_know() -> None:
    move = Move(thing="step", how="removed", brief="story", item="story/talks", was=TALKS)
    assert words(move) == "Next step removed: “story/talks”, on 15 May 2025"
    assert Named(library(proposal("other")), WHOLE).item("story/plan") == "story/plan"
    assert Named(WHOLE).proposal("nowhere/thing") == "thing"
