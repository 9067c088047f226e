"""What is kept of a file once it is read: what the check of the whole site needs, and nothing that it does not."""

from parley.model.keys import Kind
from parley.read.brief import brief_read
from parley.read.files import SourceFile
from parley.read.outcome import Read
from tests.read.town import BRIEF, spoilt


def read(text: str) -> Read:
    return brief_read(SourceFile("briefs/town.yaml", text.encode(), "town"), "UTC")


def test_what_a_brief_defines_itself_is_not_abroad():
    found = read(BRIEF)
    assert {reference.to for reference in found.references} >= {"town/bridge", "town/minutes", "reed"}
    assert sorted(reference.to for reference in found.abroad) == ["council", "reed", "traders"]


def test_each_that_is_meant_is_abroad_once_and_an_own_actor_is_not():
    found = read(f"{BRIEF}actors:\n  reed:\n    name: R\n    kind: person\n    speaks_for: mayor\n")
    assert sorted(reference.to for reference in found.abroad) == ["council", "mayor", "traders"]


def test_a_word_that_is_mentioned_as_two_kinds_of_thing_is_abroad_as_both():
    text = spoilt("[[reed]] spoke", "[[reed]] spoke of [[brief:reed]]")
    kinds = [reference.kind for reference in read(text).abroad if reference.to == "reed"]
    assert sorted(kinds) == sorted([Kind.ACTOR, Kind.BRIEF])


def test_lines_are_kept_only_of_a_file_that_was_mended_in_memory():
    assert read(BRIEF).lines == ()
    mended = read(spoilt("    by: reed", "\tby: reed"))
    assert mended.mended
    assert mended.lines[19] == "    by: reed"


def test_keys_are_kept_only_of_a_file_that_could_not_be_read_to_its_end():
    assert read(BRIEF).keys == frozenset()
    lost = read(f"{BRIEF}topics: [\n  a\n")
    assert not lost.whole
    assert {"bridge", "report", "minutes"} <= lost.keys
