"""Why a unit is made again, in words."""

import pytest

from parley.pages.watched import KEYS, WHOLE, tables
from parley.site.again import WORDS, because
from tests.pages.conftest import desk_on


def test_every_table_has_words_of_its_own() -> None:
    known = set(tables(desk_on("2025-05-17")))
    assert known == set(WORDS)


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (("library.briefs", "talks"), 'changed: the brief "talks"'),
        (("library.briefs", WHOLE), "changed: a brief, or which there are"),
        (("library.actors", KEYS), "changed: an actor, or which there are"),
        (("library.settings", WHOLE), "changed: site.yaml"),
        (("found.standings", "talks/plan"), 'changed: where "talks/plan" stands'),
    ],
)
def test_the_reason_names_what_was_read(read: tuple[str, str], words: str) -> None:
    assert because(read) == words
