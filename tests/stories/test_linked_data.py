"""The linked data of whole sites, as a stranger reads it: in schema.org's words, with every address in its place."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SDO

from parley.site import Order, built
from tests.pages.linked.story import ADDRESS, FILES, longer
from tests.schema_org import faults
from tests.sites import NOW, ROOT, site_from

# rdflib's own reader of JSON-LD still makes one inside
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

CONTEXT = {"@vocab": str(SDO)}  # in place of the one at schema.org, which would take a network
ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?)?)?")
DATES = {
    "datePublished",
    "dateModified",
    "dateCreated",
    "startDate",
    "endDate",
    "previousStartDate",
    "startTime",
    "endTime",
}
ADDRESSES = {"@id", "url", "mainEntityOfPage", "contentUrl", "publishingPrinciples", "correctionsPolicy"}
SUBJECTS = {"#actor", "#proposal", "#site", "#publisher", "#dataset"}  # things, not elements of a page

Site = Mapping[str, str]
Told = dict[str, object]


def real(day: dt.datetime) -> Site:
    found = built(Order(ROOT, day))
    assert found.site is not None
    return {path: body.decode() for path, body in found.site.items() if path.endswith(".html") or "data/" in path}


@pytest.fixture(scope="module", params=["story", "long story", "real", "real in May"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Site]:
    """The site's address, and its files: of the story, and the real one as of two days."""
    if request.param == "story":
        return ADDRESS, site_from(tmp_path_factory.mktemp("story"), FILES, as_of="2025-06-15")
    if request.param == "long story":
        files = {**FILES, "briefs/bridge.yaml": longer()}
        return ADDRESS, site_from(tmp_path_factory.mktemp("long"), files, as_of="2025-06-15")
    may = dt.datetime(2025, 5, 12, 12, tzinfo=dt.UTC)
    return "https://parley.example/", real(NOW if request.param == "real" else may)


def once(pairs: list[tuple[str, object]]) -> Told:
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), names
    return dict(pairs)


def blocks(page: str) -> list[Told]:
    """The data blocks of a page, as they are."""
    tree = lxml.html.document_fromstring(page.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    texts = [script.text for script in tree.xpath("//script[@type='application/ld+json']")]
    return [json.loads(text, object_pairs_hook=once) for text in texts]


def objects(tree: object) -> Iterator[Told]:
    """Every object in ``tree``, the outer before the inner."""
    if isinstance(tree, dict):
        yield tree
    for each in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from objects(each)


def of_type(told: Told, kind: str) -> list[Told]:
    return [each for each in objects(told) if kind in (each.get("@type"), *(each.get("@type") or ()))]


def graph(*trees: Told) -> Graph:
    found = Graph()
    for tree in trees:
        found.parse(data=json.dumps(tree | {"@context": CONTEXT}), format="json-ld")
    return found


def every_block(files: Site) -> dict[str, Told]:
    return {path: block for path, text in files.items() if path.endswith(".html") for block in blocks(text)}


def test_every_page_that_tells_something_has_one_block(site: tuple[str, Site]) -> None:
    _, files = site
    html = {path: blocks(text) for path, text in files.items() if path.endswith(".html")}
    without = {path for path, found in html.items() if len(found) != 1}
    rest = {own for path in without if not (own := path.removeprefix("de/")).startswith(("embed/", "style/"))}
    assert rest == {"404.html", "search/index.html"}
    assert {block["@context"] for found in html.values() for block in found} == {"https://schema.org"}


def test_every_block_says_only_what_schema_org_has_words_for_and_of_what_it_may_be_said(
    site: tuple[str, Site],
) -> None:
    trees = every_block(site[1])
    for path, tree in trees.items():
        alone = graph(tree)
        assert len(alone) > 4, path
        assert faults(alone) == [], path
    assert faults(graph(*trees.values())) == []


def test_no_value_is_empty_and_every_date_is_iso(site: tuple[str, Site]) -> None:
    for path, tree in every_block(site[1]).items():
        for each in objects(tree):
            for name, value in each.items():
                assert value not in ("", None, [], {}), (path, name)
                if name in DATES:
                    assert ISO.fullmatch(str(value)), (path, name, value)


def test_every_address_on_the_site_leads_to_a_page_and_to_an_element_of_it(site: tuple[str, Site]) -> None:
    address, files = site
    ids = {path: set(re.findall(r'\sid="([^"]+)"', text)) for path, text in files.items() if path.endswith(".html")}
    for path, tree in every_block(files).items():
        for each in objects(tree):
            for name in ADDRESSES & each.keys():
                target = str(each[name])
                assert target.startswith("https://"), (path, target)
                if not target.startswith(address):
                    assert name == "url", (path, target)
                    continue
                place, _, fragment = target.removeprefix(address).partition("#")
                file = f"{place}index.html" if not place or place.endswith("/") else place
                assert file in files, (path, target)
                assert not fragment or f"#{fragment}" in SUBJECTS or fragment in ids[file], (path, target)


def test_whatever_is_referred_to_is_told_of_somewhere_and_has_one_name(site: tuple[str, Site]) -> None:
    told = graph(*every_block(site[1]).values())
    nodes = [node for node in told.all_nodes() if isinstance(node, URIRef)]
    things = [node for node in nodes if str(node).startswith(site[0]) and "#" in str(node)]
    assert len(things) > 20
    assert [thing for thing in things if (thing, RDF.type, None) not in told] == []
    assert [thing for thing in things if len(set(told.objects(thing, SDO.name))) > 1] == []


def test_each_kind_of_page_tells_what_it_is_about(site: tuple[str, Site]) -> None:
    expected = [
        (r"index\.html", "WebSite"),
        (r"briefs/[^/]+/index\.html", "BackgroundNewsArticle"),
        (r"actors/[^/]+/index\.html", "Person Organization"),
        (r"proposals/.+/index\.html", "CreativeWork"),
        (r"(?:topics/[^/]+|actors|next|timeline)/index\.html", "CollectionPage"),
        (r"about/index\.html", "AboutPage"),
        (r"data/index\.html", "Dataset"),
        (r"guide/index\.html", "CollectionPage"),
        (r"guide/[^/]+/index\.html", "BreadcrumbList"),
        (r".+-\d+\.html", "BreadcrumbList"),  # a page of a long list
    ]
    for path, tree in every_block(site[1]).items():
        (kinds,) = [kinds for pattern, kinds in expected if re.fullmatch(pattern, path.removeprefix("de/"))]
        assert any(of_type({"": [tree["@graph"][0]]}, kind) for kind in kinds.split()), path  # type: ignore[index]


def test_what_google_asks_of_articles_crumbs_events_and_data_is_there(site: tuple[str, Site]) -> None:
    """Google Search Central: Article, Breadcrumb, Event and Dataset, required and (of articles) recommended fields."""
    for path, tree in every_block(site[1]).items():
        for article in of_type(tree, "BackgroundNewsArticle"):
            assert {"headline", "author", "datePublished", "dateModified", "publisher"} <= article.keys(), path
        for trail in of_type(tree, "BreadcrumbList"):
            steps = trail["itemListElement"]
            assert isinstance(steps, list)
            assert len(steps) >= 2
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert all("item" in step for step in steps[:-1])
            assert all(step["name"] for step in steps)
        for event in of_type(tree, "Event"):
            assert {"name", "startDate", "location", "eventStatus"} <= event.keys(), path
            assert of_type(event, "Place")[0]["address"]
            assert re.fullmatch(r"\d{4}-\d\d-\d\d.*", str(event["startDate"]))
        for data in of_type(tree, "Dataset"):
            assert 50 <= len(str(data["description"])) <= 5_000
            assert data["name"]


def test_the_crumbs_are_those_that_the_page_shows(site: tuple[str, Site]) -> None:
    address, files = site
    for path, tree in every_block(files).items():
        page = lxml.html.document_fromstring(files[path].encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
        here = address + path.removesuffix("index.html")
        shown = [
            (link.text_content(), urljoin(here, link.get("href"))) for link in page.xpath("//nav[@class='crumbs']//a")
        ]
        trails = of_type(tree, "BreadcrumbList")
        steps = [step for trail in trails for step in trail["itemListElement"]]  # type: ignore[attr-defined]
        assert [(step["name"], step["item"]["@id"]) for step in steps[:-1]] == shown, path
        if shown:
            assert steps[-1]["name"].startswith(page.find(".//h1").text_content())


def test_nothing_rates_or_judges(site: tuple[str, Site]) -> None:
    for tree in every_block(site[1]).values():
        text = json.dumps(tree)
        assert not re.search(r"ClaimReview|[Rr]ating|reviewed|Review\"", text)


def test_without_an_address_there_is_no_linked_data(tmp_path: Path) -> None:
    files = {**FILES, "site.yaml": "name: The Desk\n"}
    made = site_from(tmp_path, files, as_of="2025-06-15")
    assert every_block(made) == {}
    assert not any("ld+json" in text for text in made.values())


def test_the_same_files_make_the_same_data_in_whatever_order_they_are_written(tmp_path: Path) -> None:
    one = site_from(tmp_path / "one", FILES, as_of="2025-06-15")
    two = site_from(tmp_path / "two", dict(reversed(FILES.items())), as_of="2025-06-15")
    assert every_block(one) == every_block(two)
    assert one == two


def test_linked_data_takes_little_of_a_page() -> None:
    for path, text in real(NOW).items():
        if path.startswith("briefs/") and path.endswith(".html"):
            bare = re.sub(r'<script type="application/ld\+json">.*?</script>', "", text)
            assert len(gzip.compress(text.encode(), 9)) - len(gzip.compress(bare.encode(), 9)) <= 1_300, path


HOSTILE = '</script><script>alert(1)</script><!--<script>" ]]> &lt;'


def test_a_brief_full_of_markup_leaves_the_page_its_own_scripts_alone(tmp_path: Path) -> None:
    quoted = json.dumps(HOSTILE, ensure_ascii=False)
    fields = re.compile(r'(title|where|publisher|why): [A-Z"][^,}\n]+')
    text = fields.sub(lambda found: f"{found[1]}: {quoted}", FILES["briefs/bridge.yaml"])
    made = site_from(tmp_path, {**FILES, "briefs/bridge.yaml": text}, as_of="2025-06-15")
    harmless = site_from(tmp_path / "harmless", FILES, as_of="2025-06-15")
    names = 0
    for path, page in made.items():
        if path.endswith(".html"):
            scripts = re.findall(r"<script\b[^>]*>", page)
            assert len(scripts) == harmless[path].count("<script"), path
            names += sum(each.get("name") == HOSTILE for block in blocks(page) for each in objects(block))
    assert names > 10


def test_open_graph_has_the_days_of_a_brief_and_no_other_page(site: tuple[str, Site]) -> None:
    for path, text in site[1].items():
        if path.endswith(".html"):
            told = re.findall(r'<meta property="article:(\w+)_time" content="([^"]+)">', text)
            brief = path.startswith(("briefs/", "de/briefs/")) and path.endswith("/index.html")
            assert [name for name, _ in told] == (["published", "modified"] if brief else []), path
            assert all(re.fullmatch(r"\d{4}-\d\d-\d\d(T.+)?", date) for _, date in told)


def test_open_graph_has_no_day_where_only_a_month_is_known_and_a_locale_where_the_territory_is(tmp_path: Path) -> None:
    text = FILES["briefs/bridge.yaml"].replace("published: 2025-05-01T09:30+03:00", "published: 2025-04")
    page = site_from(tmp_path, {**FILES, "briefs/bridge.yaml": text}, as_of="2025-06-15")["briefs/bridge/index.html"]
    assert "article:published_time" not in page
    assert '<meta property="og:locale" content="en_GB">' in page


def test_what_lies_on_a_page_of_its_own_is_known_by_its_place_there(tmp_path: Path) -> None:
    files = site_from(tmp_path, {**FILES, "briefs/bridge.yaml": longer()}, as_of="2025-06-15")
    told = blocks(files["proposals/bridge/more-0/index.html"])[0]
    (source,) = [each for each in objects(told) if each.get("name") == "Report 0"]
    assert source["@id"] == f"{ADDRESS}briefs/bridge/sources-1.html#source-s0"
    cited = [
        each["name"]
        for each in of_type(blocks(files["briefs/bridge/index.html"])[0], "CreativeWork")
        if "#source-" in str(each["@id"])
    ]
    assert len(cited) == 20
    assert "Report 0" not in cited
