"""The catalogue holds every code that there is, and no other; each is told in words for a reporter."""

import re
from collections import Counter

import pytest

from parley.write.catalogue.collected import FAMILIES, anchor, catalogue, entry
from parley.write.catalogue.entry import Entry
from tests.read.corpus import containers, encodings, ids, layout, values, yaml_features
from tests.sites import ROOT
from tests.write.catalogue.plain import JARGON
from tests.write.catalogue.source_codes import codes

CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
ENTRIES = [pytest.param(found, id=found.code) for found in catalogue().values()]


def test_every_code_of_the_source_has_an_entry():
    assert codes() - catalogue().keys() == set()


def test_every_entry_is_of_a_code_of_the_source():
    assert catalogue().keys() - codes() == set()


def test_every_code_of_the_wrong_briefs_of_the_tests_has_an_entry():
    told = {
        case.code for family in (layout, yaml_features, values, containers, ids, encodings) for case in family.CASES
    }
    assert told - {""} <= catalogue().keys()


def test_no_code_and_no_title_stands_there_twice():
    entries = [found for family in FAMILIES for found in family.entries]
    assert [code for code, number in Counter(found.code for found in entries).items() if number > 1] == []
    assert [title for title, number in Counter(found.title for found in entries).items() if number > 1] == []


@pytest.mark.parametrize("found", ENTRIES)
def test_an_entry_is_short_plain_and_whole(found: Entry):
    assert CODE.fullmatch(found.code)
    assert 5 <= len(found.title) <= 70
    assert not found.title.endswith(".")
    assert found.title[0].isupper() or not found.title[0].isalpha()
    prose = re.sub(r"`[^`]*`", "word", found.says)
    sentences = re.findall(r"[^.!?]+[.!?](?=\s|$)", prose)
    assert 2 <= len(sentences) <= 4, sentences
    assert re.search(r"[.?]`?$", found.says)
    assert not JARGON.search(prose), JARGON.search(prose)
    assert "  " not in found.says
    assert max(len(sentence.split()) for sentence in sentences) <= 40


def test_an_entry_is_found_by_its_code():
    found = entry("bad-date")
    assert found is not None
    assert found.code == "bad-date"
    assert entry("no-such-code") is None


@pytest.mark.parametrize("code", catalogue())
def test_every_anchor_is_a_heading_of_the_document(code: str):
    document, _, place = anchor(code).partition("#")
    assert f"\n## {place}\n" in (ROOT / document).read_text()
