"""Libraries that are kept from build to build are those that are made of nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from parley.derive import library_as_of
from parley.model.library import library
from parley.read.content import content
from parley.site.live import libraries
from parley.site.live.libraries import KeptLibraries
from tests.sites import written
from tests.stories.test_incremental import BRIDGE, SITE

EARLY, LATE = dt.date(2025, 5, 3), dt.date(2025, 6, 1)  # on the first day much is to come, on the second nothing is
WORDS = {
    "words": ("Ask.\nunknown", "Ask again.\nunknown"),
    "a title": ("title: Keep the bridge open", "title: Leave the bridge open"),
    "a reason": ("why: It is not safe.", "why: It is unsafe."),
}
MORE = {
    "a date": ("council, date: 2025-05-02", "council, date: 2025-05-04"),
    "an answer more": ("rejections:\n", "rejections:\n  - {of: keep-open, by: council, date: 2025-05-02, why: So.}\n"),
    "an actor": ("name: Ann Reed", "name: Anna Reed"),
    "someone named": ("  traders: Ask.", "  traders: Ask.\n  reed: Says no."),
}


def edited(root: Path, day: dt.date, old: str, new: str) -> KeptLibraries:
    """Libraries that have seen the edit, and are the same as those made anew."""
    kept = KeptLibraries("")
    kept.known(content(root), day)
    (root / BRIDGE).write_text((root / BRIDGE).read_text().replace(old, new))
    read = content(root)
    found = kept.known(read, day)
    whole = library(read.settings, read.actors, read.briefs, read.places, read.sections)
    now = library_as_of(whole, day)
    for one, other in ((found.whole, whole), (found.now, now)):
        assert one == other
        for table in ("briefs", "actors", "proposals", "steps", "answers"):
            assert list(getattr(one, table)) == list(getattr(other, table))
    return kept


@pytest.mark.parametrize("day", [EARLY, LATE])
@pytest.mark.parametrize(("old", "new"), {**WORDS, **MORE}.values(), ids={**WORDS, **MORE})
def test_after_an_edit_they_are_as_if_made_anew(tmp_path: Path, day: dt.date, old: str, new: str) -> None:
    edited(written(tmp_path, SITE), day, old, new)


@pytest.mark.parametrize("day", [EARLY, LATE])
@pytest.mark.parametrize(("old", "new"), WORDS.values(), ids=WORDS)
def test_words_alone_are_exchanged(tmp_path: Path, monkeypatch, day: dt.date, old: str, new: str) -> None:
    made = []
    real = libraries.as_of
    monkeypatch.setattr(libraries, "as_of", lambda *given: made.append(given) or real(*given))
    root = written(tmp_path, SITE)
    kept = KeptLibraries("")
    for _ in range(2):
        read = content(root)
        if kept._read:  # as it is kept while files stay as they are
            same = {brief.slug: brief for brief in kept._read.briefs if brief.file != BRIDGE}
            briefs = tuple(same.get(brief.slug, brief) for brief in read.briefs)
            read = replace(read, briefs=briefs)
        kept.known(read, day)
        (root / BRIDGE).write_text((root / BRIDGE).read_text().replace(old, new))
    assert len(made) == 1
