"""The proof tells every way in which a file could come to say something else."""

from __future__ import annotations

import pytest

from parley.cli.proof import changed
from parley.model.brief import Brief
from parley.model.schema import shape

BEFORE = """\
title: T  # of the title
topics: [a, b]
sources:
  b: {title: B, url: c}
  a: {title: A}
rejections:
  - {of: x, by: y}
  - {of: z}
mine:
  d: 1
  c: 2
"""


def told(old: str, new: str) -> str:
    assert old in BEFORE
    return changed(BEFORE.encode(), BEFORE.replace(old, new).encode(), Brief)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{title: B, url: c}", "{url: c, title: B}"),
        ("{of: x, by: y}", "\n    by: y\n    of: x"),
        ("topics: [a, b]", "topics:\n- a\n- b"),
        ("title: T  # of the title\ntopics: [a, b]", "topics: [a, b]\n# of the title\ntitle: T"),
    ],
)
def test_the_order_of_a_records_keys_and_the_look_of_it_all_may_differ(old: str, new: str) -> None:
    assert told(old, new) == ""


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("title: T", "title: t", "line 1 would change"),
        ("title: T", "title: 'T'", "line 1 would change"),
        ("title: T", "title: [T]", "line 1 would change"),
        ("title: T", "'title': T", "line 1 would change"),
        ("[a, b]", "[b, a]", "line 2 would change"),
        ("[a, b]", "[a]", "line 2 would change"),
        ("[a, b]", "[a, {b: }]", "line 2 would change"),
        ("url: c", "urls: c", "line 4 would change"),
        (", url: c", "", "line 4 would change"),
        ("  b: {title: B, url: c}\n  a: {title: A}", "  a: {title: A}\n  b: {title: B, url: c}", "line 4 would change"),
        ("  - {of: x, by: y}\n  - {of: z}", "  - {of: z}\n  - {of: x, by: y}", "line 7 would change"),
        ("  d: 1\n  c: 2", "  c: 2\n  d: 1", "line 10 would change"),
        ("# of the title", "# of the titles", "a comment would change"),
        ("  # of the title", "", "a comment would change"),
        ("# of the title", "# of the title\n# of the title", "a comment would change"),
        ("title: T", "title: T: U", 'it would have a second ": " in one line'),
        (BEFORE, "", "nothing would be left of it"),
    ],
)
def test_whatever_else_differs_is_told(old: str, new: str, why: str) -> None:
    assert told(old, new).startswith(why)


def test_ids_of_shared_actors_keep_their_order_and_the_keys_of_each_need_not() -> None:
    actors = shape(Brief).fields["actors"]
    before = b"b: {name: B, kind: group}\na: {name: A}\n"
    assert changed(before, b"b: {kind: group, name: B}\na: {name: A}\n", actors) == ""
    assert changed(before, b"a: {name: A}\nb: {name: B, kind: group}\n", actors) == "line 1 would change"


def test_a_remark_behind_a_bar_counts() -> None:
    assert changed(b"what: |  # a\n  W\n", b"what: |\n  W\n", Brief) == "a comment would change"
