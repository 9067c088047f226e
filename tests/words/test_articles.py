"""English puts an article before some names."""

import pytest

from parley.model.actor import Actor
from parley.words.articles import article


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("United States", "state", "the "),
        ("United Arab Emirates", "state", "the "),
        ("Netherlands", "state", "the "),
        ("Ukraine", "state", ""),
        ("Türkiye", "state", ""),
        ("European Union", "organisation", "the "),
        ("Council of Europe", "organisation", "the "),
        ("Core Group on the Special Tribunal", "group", "the "),
        ("The Lantern Workers' Union", "organisation", ""),
        ("Weimar+", "group", ""),
        ("NATO", "organisation", ""),
        ("Frank Party", "person", ""),
    ],
)
def test_a_name_takes_the_article_that_english_gives_it(name: str, kind: str, expected: str) -> None:
    assert article(Actor(id="x", name=name, kind=kind)) == expected  # type: ignore[arg-type]
