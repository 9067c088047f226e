"""What a new brief begins with builds as it stands."""

import datetime as dt
from pathlib import Path

import pytest

from parley.write.starter import quoted, slug_of, starter_brief, starter_site
from tests.sites import site_from

DAY = dt.date(2025, 5, 10)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Who pays for the bridge?", "who-pays-for-the-bridge"),
        ("The café's roof: who pays", "the-cafes-roof-who-pays"),
        ("Erdoğan & Türkiye", "erdogan-turkiye"),
        ("Переговори", ""),
        ("a" * 80, "a" * 60),
        ("one two " * 20, "one-two-one-two-one-two-one-two-one-two-one-two-one-two-one"),
    ],
)
def test_a_title_suggests_an_id(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@pytest.mark.parametrize("title", ['A "quoted": title', "[[x]] # {y}", "back\\slash", "*&!%@`|>-", "two\nlines"])
def test_two_new_briefs_of_any_title_build_beside_each_other(tmp_path: Path, title: str) -> None:
    files = {"briefs/one.yaml": starter_brief(title, "one", DAY), "briefs/two.yaml": starter_brief(title, "two", DAY)}
    site = site_from(tmp_path, files, drafts=True, strict=True, as_of="2025-05-10")
    assert "briefs/one/index.html" in site


def test_a_new_brief_is_a_draft() -> None:
    assert "\ndraft: true\n" in starter_brief("A title", "a-title", DAY)


def test_a_new_site_builds_without_a_warning(tmp_path: Path) -> None:
    site = site_from(tmp_path, starter_site(DAY), strict=True, as_of="2025-05-10")
    assert "The first brief" in site["index.html"]


def test_text_is_quoted_so_that_yaml_reads_it_back() -> None:
    import yaml

    for text in ('a "b" c', "a\\b", "no", "a: b # c"):
        assert yaml.safe_load(f"x: {quoted(text)}")["x"] == text
