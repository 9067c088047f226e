"""The sitemap: all addresses, in as many files as they take."""

import pytest
from msgspec.structs import replace

from parley.model.page import Page
from parley.pages import machines
from parley.pages.desk import Desk
from parley.pages.machine_views import SitemapsView, SitemapView
from parley.pages.machines import MOST_ADDRESSES, share_of, shares, sitemap
from tests.pages.conftest import desk_on, view_of

ADDRESSES = {f"briefs/story-{at}/": "2025-05-01" for at in range(100)}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machines, "MOST_ADDRESSES", 30)


def parts(pages: list[Page]) -> dict[str, list[str]]:
    return {page.path: [it.address for it in page.view.pages] for page in pages if isinstance(page.view, SitemapView)}


def in_languages(desk: Desk, *languages: str) -> Desk:
    """``desk`` as of a site with these further languages."""
    library = replace(desk.library, settings=replace(desk.library.settings, languages=languages))
    return Desk(library, desk.found, desk.dressing)


def test_one_file_is_enough_for_a_while(desk12: Desk) -> None:
    assert list(parts(sitemap(in_languages(desk12), ADDRESSES))) == ["sitemap.xml"]


def test_the_sitemaps_of_editions_are_listed_with_it_while_they_are_no_lists(desk12: Desk) -> None:
    def listed(number: int) -> list[str]:
        many = {f"briefs/story-{at}/": "" for at in range(number)}
        pages = sitemap(in_languages(desk12, "de", "uk"), many)
        return [place for page in pages if isinstance(page.view, SitemapsView) for place in page.view.sitemaps]

    top = desk12.library.settings.address
    assert listed(100) == [f"{top}sitemap-1.xml", f"{top}de/sitemap.xml", f"{top}uk/sitemap.xml"]
    assert listed(MOST_ADDRESSES // 2 + 1) == []
    assert listed(MOST_ADDRESSES + 1) == [f"{top}sitemap-1.xml", f"{top}sitemap-2.xml"]


@pytest.mark.parametrize(
    ("addresses", "files"), [(0, 1), (1, 1), (20_000, 1), (20_001, 2), (40_001, 4), (80_000, 4), (700_000, 64)]
)
def test_there_are_as_many_as_a_power_of_two(addresses: int, files: int) -> None:
    assert shares(addresses) == files


def test_no_share_of_a_large_site_comes_near_what_the_protocol_allows() -> None:
    number = shares(MOST_ADDRESSES * 4)
    sizes = [0] * number
    for at in range(MOST_ADDRESSES * 4):
        sizes[share_of(f"proposals/brief-{at // 4}/proposal-{at % 4}/", number)] += 1
    assert max(sizes) < 25_000


@pytest.mark.usefixtures("few")
def test_past_that_they_are_listed_and_every_address_is_in_one_of_them(desk12: Desk) -> None:
    pages = sitemap(desk12, ADDRESSES)
    listed = next(view_of(page, SitemapsView) for page in pages if page.path == "sitemap.xml")
    found = parts(pages)
    assert listed.sitemaps == tuple(f"https://desk.example/{file}" for file in found)
    assert len(found) == 4
    told = sorted(it for some in found.values() for it in some)
    assert told == sorted(f"https://desk.example/{it}" for it in ADDRESSES)


@pytest.mark.usefixtures("few")
def test_a_new_address_changes_one_of_them(desk12: Desk) -> None:
    before, after = parts(sitemap(desk12, ADDRESSES)), parts(sitemap(desk12, {**ADDRESSES, "briefs/new/": ""}))
    assert sum(before[file] != after[file] for file in before) == 1


def test_without_an_address_of_the_site_there_is_none() -> None:
    assert [page.path for page in sitemap(desk_on("2025-05-12", ""), ADDRESSES)] == ["robots.txt"]
