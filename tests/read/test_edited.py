"""What an edit leaves of the content of a folder is what reading it anew gives, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.read.brief import file_read
from parley.read.content import Content, content
from parley.read.edited import content_after
from parley.read.files import files
from tests.sites import written
from tests.stories.test_incremental import BRIDGE, SITE

ALONE = {
    "words": ("Ask.\nunknown", "Ask again.\nunknown"),
    "a title that others see": ("title: Keep the bridge open", "title: Leave the bridge open"),
    "a source's title": ("title: Minutes", "title: The minutes"),
    "another answer": ("date: 2025-05-10, why: It", "date: 2025-05-11, why: It"),
    "a new warning": ("date: 2025-07-01, about", "certainty: confirmed, date: 2025-05-02, about"),
}
FOR_ALL = {
    "an id": ("keep-open", "leave-open"),
    "another id": ("  report: {", "  word: {"),
    "an alias": ("title: The bridge\n", "title: The bridge\naliases: [crossing]\n"),
    "an actor": ("name: Ann Reed", "name: Anna Reed"),
    "a draft": ("title: The bridge\n", "title: The bridge\ndraft: true\n"),
    "an error": ("published: 2025-05-01", "published: soon"),
    "a reference that leads nowhere": ("by: reed", "by: nobody"),
    "a reference to another brief": ("[[traders|The traders]] wrote", "[[brief:ferry]] wrote"),
}


def after(root: Path, old: str, new: str) -> tuple[Content, Content | None, Content]:
    """The content before, by way of the edit, and read anew."""
    before = content(root)
    was = next(source for source in files(root).briefs if source.path == BRIDGE)
    (root / BRIDGE).write_text((root / BRIDGE).read_text().replace(old, new))
    now = next(source for source in files(root).briefs if source.path == BRIDGE)
    zone = before.settings.time_zone
    return before, content_after(before, [(file_read(was, zone), file_read(now, zone))]), content(root)


@pytest.mark.parametrize(("old", "new"), ALONE.values(), ids=ALONE)
def test_an_edit_that_concerns_no_other_gives_what_reading_anew_gives(tmp_path: Path, old: str, new: str) -> None:
    before, found, anew = after(written(tmp_path, SITE), old, new)
    assert found == anew
    assert found != before


@pytest.mark.parametrize(("old", "new"), FOR_ALL.values(), ids=FOR_ALL)
def test_an_edit_that_may_concern_others_is_left_to_a_look_at_all(tmp_path: Path, old: str, new: str) -> None:
    before, found, anew = after(written(tmp_path, SITE), old, new)
    assert found is None
    assert before != anew


def test_where_something_is_wrong_already_all_is_looked_at(tmp_path: Path) -> None:
    root = written(tmp_path, {**SITE, "briefs/worse.yaml": "title: Worse\n"})
    assert after(root, "Ask.\nunknown", "Ask again.\nunknown")[1] is None
