"""What came of a file is the same after it was bytes, whatever was in the file."""

import random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.model.keys import Noun
from parley.model.schema import shape
from parley.model.settings import Settings
from parley.read.brief import actors_read, brief_read, settings_read
from parley.read.files import SourceFile, files
from parley.read.outcome import Read
from parley.read.packed import packed, reading_key, unpacked
from parley.read.packed_forms import parts
from tests.read import town
from tests.read.corpus import containers, encodings, ids, layout, values, yaml_features
from tests.read.full_brief import FULL
from tests.read.planting import KINDS, planted

FAMILIES = (layout, yaml_features, values, containers, ids, encodings)
CORPUS = [case.text for family in FAMILIES for case in family.CASES]
ZONE = "Europe/Kyiv"
SETS = dict.fromkeys(("for_later", "suspected", "unread", "keys"), frozenset[str]())  # these have no order to show


def outcomes(text: str | bytes) -> list[Read]:
    """What comes of ``text`` as each of the three sorts of file."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return [
        brief_read(SourceFile("briefs/a.yaml", data, "a"), ZONE),
        actors_read(SourceFile("briefs/actors.yaml", data), ZONE),
        settings_read(SourceFile("site.yaml", data)),
    ]


def check(read: Read) -> None:
    """That ``read`` comes back as it was, down to the types of what is in it."""
    again = unpacked(packed(read, ZONE))
    assert again == read
    assert repr(msgspec.structs.replace(again, **SETS)) == repr(msgspec.structs.replace(read, **SETS))


@pytest.mark.parametrize("text", CORPUS)
def test_wrong_briefs_and_odd_ones_come_back(text):
    for read in outcomes(text):
        check(read)


@pytest.mark.parametrize("text", [FULL, town.BRIEF, town.ACTORS], ids=["full", "town", "actors"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_briefs_with_a_fault_in_them_come_back(text, kind):
    chance = random.Random(kind.name)
    for _ in range(3):
        found = planted(text, kind, chance, set())
        for read in outcomes(found[0] if found else text):
            check(read)


def test_the_briefs_of_a_real_site_come_back():
    found = files(town.ROOT)
    assert found.actors
    for read in [actors_read(found.actors, ZONE), *(brief_read(source, ZONE) for source in found.briefs)]:
        check(read)
        assert read.actors or read.brief


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from([town.BRIEF, FULL]), st.text(max_size=100), st.integers(0, 10_000))
def test_any_text_under_any_key_comes_back(text, value, where):
    lines = text.split("\n")
    keyed = [row for row, line in enumerate(lines) if ": " in line]
    row = keyed[where % len(keyed)]
    written = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    lines[row] = f'{lines[row].partition(": ")[0]}: "{written}"'
    for read in outcomes("\n".join(lines)):
        check(read)


def test_what_is_the_same_is_one_object_afterwards():
    read = unpacked(packed(outcomes(FULL)[0], ZONE))
    assert read.brief
    assert read.brief.references is read.references
    assert read.brief.places is read.places
    assert all(any(one is other for other in read.references) for one in read.abroad)
    sources = [source for it in read.brief.proposals.values() for source in it.source]
    assert all(any(source is item.id for item in read.brief.sources.values()) for source in sources)


def test_packed_bytes_are_hardly_longer_than_the_file():
    text = FULL.encode()
    assert len(packed(outcomes(text)[0], ZONE)) < 1.4 * len(text)


def test_the_same_outcome_gives_the_same_bytes():
    assert packed(outcomes(FULL)[0], ZONE) == packed(outcomes(FULL)[0], ZONE)


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"\xc1", packed(outcomes(FULL)[0], ZONE)[:-9], msgspec.msgpack.encode([])]
)
def test_other_bytes_raise_what_is_promised(data):
    with pytest.raises((msgspec.MsgspecError, LookupError, TypeError, ValueError)):
        unpacked(data)


FILLED_IN_LATER = {
    Brief: {"places", "references", "translations", "translated", "foreign"},
    Actor: {"foreign", "translations"},
    Settings: {"foreign", "translations", "original", "within"},
}


def test_every_field_of_every_noun_is_packed_but_those_that_the_outcome_has():
    waiting: list[type[Noun]] = [Brief, Actor, Settings]
    while waiting:
        noun = waiting.pop()
        left_out = set(noun.__struct_fields__) - {part.name for part in parts(noun)}
        assert left_out == FILLED_IN_LATER.get(noun, set())
        waiting += [field.noun for field in shape(noun).fields.values() if field.noun]


def test_a_key_follows_all_that_the_outcome_depends_on():
    source = SourceFile("briefs/a.yaml", b"title: A", "a")
    others = [
        (msgspec.structs.replace(source, path="briefs/b.yaml"), ZONE),
        (msgspec.structs.replace(source, data=b"title: B"), ZONE),
        (source, "UTC"),
    ]
    keys = {reading_key(*one) for one in [(source, ZONE), *others]}
    assert len(keys) == 4
    assert reading_key(SourceFile("briefs/a.yaml", bytes(source.data), "a"), ZONE) in keys
