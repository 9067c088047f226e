"""A story of a parliament: far more of everything than a page bears, and still every word and link is there."""

from __future__ import annotations

import re
from collections.abc import Mapping

import lxml.html
import pytest

from tests.sites import built_from

PARTIES = [f"party-{at:02}" for at in range(30)]
BILLS = [f"bill-{at:02}" for at in range(30)]


def parliament() -> str:
    """A brief with 30 proposals, 330 answers, 50 events and 70 sources."""
    lines = ["title: The budget", "published: 2025-01-01", "what: Thirty parties quarrel over thirty bills.", "who:"]
    lines += ["  party-00: Opened the quarrel."]
    lines += ["actors:", *(f"  {party}: {{name: Party {party[-2:]} of Alder, kind: group}}" for party in PARTIES)]
    lines += ["proposals:"]
    for at, bill in enumerate(BILLS):
        to = ", ".join(PARTIES[1:11])
        lines.append(
            f"  {bill}: {{title: Bill {at}, by: party-00, to: [{to}], date: 2025-01-{at + 1:02}, source: s{at}}}"
        )
    lines += ["rejections:"]
    for bill in BILLS:
        lines += [
            f"  - {{of: {bill}, by: {party}, date: 2025-02-{at + 1:02}}}" for at, party in enumerate(PARTIES[1:4])
        ]
    lines += ["acceptances:"]
    for bill in BILLS:
        lines += [
            f"  - {{of: {bill}, by: {party}, date: 2025-03-{at + 1:02}}}" for at, party in enumerate(PARTIES[4:12])
        ]
    lines += ["events:", *(f"  - {{date: 2025-04-{at % 28 + 1:02}, what: Sitting {at}.}}" for at in range(50))]
    lines += ["sources:", *(f'  s{at}: {{title: Report {at}, url: "https://example.org/{at}"}}' for at in range(70))]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    files = {"site.yaml": "name: Desk\naddress: https://desk.example/\n", "briefs/budget.yaml": parliament()}
    found = built_from(tmp_path_factory.mktemp("parliament"), files)
    assert [problem for problem in found.problems if problem.code == "dead-link"] == []
    assert [problem for problem in found.problems if problem.severity == "error"] == []
    assert found.site is not None
    return found.site


def ids(page: bytes) -> list[str]:
    return [str(it) for it in lxml.html.fromstring(page).xpath("//@id")]


def test_every_answer_has_a_place_that_can_be_linked_to(site: Mapping[str, bytes]) -> None:
    pages = {
        path: ids(body)
        for path, body in site.items()
        if path.startswith(("briefs/", "proposals/")) and path.endswith(".html")
    }
    placed = {anchor for found in pages.values() for anchor in found if re.match(r"answer-budget-", anchor)}
    assert len(placed) == 330
    assert all(len(set(found)) == len(found) for found in pages.values())


def test_all_of_a_list_is_on_its_own_pages_and_the_newest_on_the_brief(site: Mapping[str, bytes]) -> None:
    sources = [anchor for anchor in ids(site["briefs/budget/sources-1.html"]) if anchor.startswith("source-")]
    assert sources == [f"source-s{at}" for at in range(70)]
    kept = [anchor for anchor in ids(site["briefs/budget/index.html"]) if anchor.startswith("source-")]
    assert kept == [f"source-s{at}" for at in range(50, 70)]


def test_a_citation_leads_to_the_page_that_shows_the_source(site: Mapping[str, bytes]) -> None:
    proposal = lxml.html.fromstring(site["proposals/budget/bill-00/index.html"])
    assert "../../../briefs/budget/sources-1.html#source-s0" in proposal.xpath("//a/@href")
    data = site["data/sources.json"].decode()
    assert "briefs/budget/#source-s69" in data
    assert "briefs/budget/sources-1.html#source-s49" in data


def test_the_page_says_how_much_it_shows_and_leads_to_the_rest(site: Mapping[str, bytes]) -> None:
    page = lxml.html.fromstring(site["briefs/budget/index.html"])
    told = [" ".join(it.text_content().split()) for it in page.xpath("//p[@class='more']")]
    assert "Shown here: the newest 8 of 30. See all of them." in told
    assert "Shown here: the newest 10 of 90. See all of them." in told
    assert "Shown here: the newest 20 of 70. See all of them." in told
    assert (
        "Shown here: the newest 12 of 30 proposals and 6 of 11 sides, those with most answers. See all of them." in told
    )


def test_the_pages_of_a_list_lead_from_one_to_the_next(site: Mapping[str, bytes]) -> None:
    pages = sorted(path for path in site if re.match(r"briefs/budget/proposals-\d", path))
    assert len(pages) == 3
    ways = [lxml.html.fromstring(site[path]).xpath("//nav[@class='pager']//a/@href") for path in pages]
    assert ways == [["proposals-2.html"], ["proposals-1.html", "proposals-3.html"], ["proposals-2.html"]]


def test_every_side_is_in_a_table(site: Mapping[str, bytes]) -> None:
    tables = [path for path in site if path.startswith("briefs/budget/sides-")]
    heads = {text for path in tables for text in lxml.html.fromstring(site[path]).xpath("//thead//a//text()")}
    assert heads == {f"Party {at:02} of Alder" for at in range(1, 12)}
