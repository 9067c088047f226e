"""Whether contestants do the same work is seen by what they built, and is never waved through."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.fair import Site, Unfair, hold_to_the_same_work, looked_at

BRIEF = '<a href="/">Home</a> <a href="#who">Who</a> <h2 id="who">Who</h2> <a href="../../actors/ann/">Ann</a>'
ACTOR = '<a href="https://example.org/">Elsewhere</a> <a href="/briefs/talks/#who">Talks</a>'
FAIR = Site(pages=1_000, size=1_000_000, links=50.0, dead=())


def site(folder: Path, **changed: str) -> Path:
    pages = {"index": "<p>Home", "briefs/talks/index": BRIEF, "actors/ann/index": ACTOR} | changed
    for name, text in pages.items():
        path = folder / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_pages_bytes_and_links_of_briefs_are_counted(tmp_path: Path) -> None:
    found = looked_at(site(tmp_path))
    assert found == Site(pages=3, size=len(BRIEF) + len(ACTOR) + len("<p>Home"), links=3.0, dead=())


@pytest.mark.parametrize("href", ["/briefs/war/", "#nowhere", "../actors/ann/", "/briefs/talks/#what"])
def test_links_that_lead_nowhere_are_found(tmp_path: Path, href: str) -> None:
    found = looked_at(site(tmp_path, **{"actors/ann/index": f'<a href="{href}">Talks</a>'}))
    assert found.dead == (f"actors/ann/index.html: {href}",)


@pytest.mark.parametrize(
    "other", [FAIR, FAIR._replace(pages=1_090), FAIR._replace(size=810_000), FAIR._replace(links=46.0)]
)
def test_small_differences_are_fair(other: Site) -> None:
    hold_to_the_same_work({"one": FAIR, "other": other})


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (FAIR._replace(pages=1_110), "pages: one 1,000.0, other 1,110.0, more than 10% apart"),
        (FAIR._replace(size=790_000), "bytes of pages: one 1,000,000.0, other 790,000.0, more than 25% apart"),
        (FAIR._replace(links=44.0), "links on a brief's page: one 50.0, other 44.0, more than 10% apart"),
        (FAIR._replace(dead=("index.html: /gone/",)), "other has dead links, such as index.html: /gone/"),
    ],
)
def test_less_work_and_dead_links_are_refused(other: Site, told: str) -> None:
    with pytest.raises(Unfair) as refused:
        hold_to_the_same_work({"one": FAIR, "other": other})
    assert told in str(refused.value)
