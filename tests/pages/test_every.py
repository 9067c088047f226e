"""Which pages exist: all of them, each once, and only what the day allows."""

from parley.pages.desk import Dressing
from parley.pages.every import every_page
from parley.pages.machine_views import SitemapView
from tests.pages.conftest import ASSETS, desk_on

DRESS = Dressing(ASSETS)


def paths(day: str, address: str = "https://desk.example/") -> list[str]:
    desk = desk_on(day, address)
    return [page.path for page in every_page(desk.library, desk.found, DRESS)]


def test_every_brief_actor_and_proposal_has_its_page_and_no_path_is_there_twice() -> None:
    found = paths("2025-05-17")
    assert len(found) == len(set(found))
    for path in (
        "index.html",
        "404.html",
        "briefs/istanbul-talks/index.html",
        "actors/putin/index.html",
        "proposals/thirty-day-ceasefire/ceasefire/index.html",
        "topics/war-in-ukraine/index.html",
        "data/positions.csv",
        "sitemap.xml",
        "next-steps.ics",
        "embed/thirty-day-ceasefire/ceasefire/index.html",
        "oembed/thirty-day-ceasefire/ceasefire.json",
    ):
        assert path in found


def test_nothing_from_after_the_day_has_a_page_or_a_line_in_the_sitemap() -> None:
    found = paths("2025-05-10")
    assert "briefs/thirty-day-ceasefire/index.html" in found
    assert not [path for path in found if "istanbul-talks" in path or "tribunal" in path]
    desk = desk_on("2025-05-10")
    every = every_page(desk.library, desk.found, DRESS)
    (sitemap,) = (page for page in every if isinstance(page.view, SitemapView))
    assert "istanbul-talks" not in str(sitemap.view)


def test_without_an_address_there_is_no_sitemap_and_no_feed() -> None:
    found = paths("2025-05-17", address="")
    assert "robots.txt" in found
    assert not [path for path in found if path.endswith(".xml")]


def test_cards_for_other_pages_and_redirects_are_not_in_the_sitemap() -> None:
    desk = desk_on("2025-05-17")
    every = every_page(desk.library, desk.found, DRESS)
    (sitemap,) = (page for page in every if isinstance(page.view, SitemapView))
    assert "/proposals/thirty-day-ceasefire/ceasefire/" in str(sitemap.view)
    assert "/embed/" not in str(sitemap.view)
