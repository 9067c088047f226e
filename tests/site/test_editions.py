"""A site in several languages: its editions lead to one another, and come out the same however they are made."""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest

from parley.model.problem import errors
from parley.publish.links import dead_links
from parley.read.content import content
from parley.site import Order, built
from parley.site.live import Live
from parley.site.publish import published
from tests.sites import FILES, NOW, written

TOP = "https://desk.example/"
SITE = f"name: The Desk\naddress: {TOP}\nlanguages: [uk, fr]\npages:\n  about-us: pages/us\n"
WORDS = """\
translated: 2025-05-10
title: Міст
what: |
  Рада Олдера зібралася 1 травня.[^minutes]
who:
  council: Вирішує.
proposals:
  keep-open:
    title: Не закривати міст
rejections:
  - of: keep-open
    why: Це небезпечно.
"""
OTHER = """\
title: Minutes of a meeting
published: 2025-05-03
what: They met.
who: {council: Met.}
proposals:
  again: {title: Meet again, by: council, to: traders, date: 2025-05-03}
"""
TWO = {
    **FILES,
    "site.yaml": SITE,
    "site.uk.yaml": "name: Стіл\ntopics:\n  Town planning: Містобудування\n",
    "briefs/other.yaml": OTHER,
    "briefs/bridge.uk.yaml": WORDS,
    "briefs/bridge.fr.yaml": "translated: 2025-05-02\ntitle: Le pont\n",
    "pages/us/index.md": "# About us\n\nFour reporters, and [our money](../money.md#who-pays).\n",
    "pages/us/index.uk.md": "# Про нас\n\nЧетверо, і [наші гроші](../money.md#who-pays).\n",
    "pages/money.md": "# Money\n\n## Who pays\n\nReaders. Back to [us](us/index.md).\n",
    "pages/money.uk.md": "# Гроші\n\n## Хто платить\n\nЧитачі. [Ми](us/index.uk.md).\n",
}


def order_of(folder: Path, **wish: object) -> Order:
    return Order(folder, NOW, **{"extras": False, **wish})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Path -> text of the whole site."""
    found = built(order_of(written(tmp_path_factory.mktemp("desk"), TWO)))
    assert found.site is not None, found.problems
    assert not [problem for problem in found.problems if problem.code == "dead-link"]
    return {path: body.decode("utf-8", "replace") for path, body in found.site.items()}


def pages(site: dict[str, str]) -> dict[str, lxml.html.HtmlElement]:
    """The pages with a frame, by path."""
    found = {
        path: lxml.html.document_fromstring(text.encode()) for path, text in site.items() if path.endswith(".html")
    }
    return {path: page for path, page in found.items() if page.xpath("//header[@class='site-header']")}


def address(path: str) -> str:
    return TOP + path.removesuffix("index.html")


def test_each_language_has_all_pages_below_its_folder(site: dict[str, str]) -> None:
    whole = {path for path in site if path.endswith(".html") and not path.startswith(("uk/", "fr/", "search/"))}
    for lang in ("uk", "fr"):
        assert {path.removeprefix(f"{lang}/") for path in site if path.startswith(f"{lang}/")} >= whole
    assert "Не закривати міст" in site["uk/proposals/bridge/keep-open/index.html"]
    assert "Не закривати міст" not in site["proposals/bridge/keep-open/index.html"]
    assert "Стіл" in site["uk/index.html"]
    assert "Містобудування" in site["uk/topics/town-planning/index.html"]
    assert "Міст" in site["uk/feed.xml"]
    assert "uk/robots.txt" not in site
    assert "uk/next-build.json" not in site


def test_a_page_is_in_the_language_of_what_it_shows(site: dict[str, str]) -> None:
    found = pages(site)
    assert found["uk/briefs/bridge/index.html"].get("lang") == "uk"
    assert found["uk/briefs/other/index.html"].get("lang") == "en"
    assert found["uk/index.html"].get("lang") == "uk"
    assert found["index.html"].get("lang") == "en"


def test_what_is_not_translated_says_which_language_it_is_in(tmp_path: Path, site: dict[str, str]) -> None:
    """WCAG 2.2, 3.1.2; names are the same in every language."""
    found = content(written(tmp_path, TWO)).edition("uk")
    left = {text for teller in (*found.briefs, *found.actors, found.settings) for text in teller.foreign}
    left -= {actor.name for actor in found.actors} | {a.name for brief in found.briefs for a in brief.actors.values()}
    seen: dict[str, int] = {}
    for path in (
        "briefs/bridge",
        "proposals/bridge/keep-open",
        "actors/council",
        "actors",
        "next",
        "timeline",
        "about",
    ):
        for text in lxml.html.fromstring(site[f"uk/{path}/index.html"].encode()).xpath("//body//text()"):
            if text.strip() in left and not text.getparent().xpath("ancestor-or-self::*[@class='sources']"):
                assert text.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang") == ["en"], (path, text)
                seen[text.strip()] = seen.get(text.strip(), 0) + 1
    assert len(seen) == 10


def test_every_link_of_every_page_leads_to_a_file_of_the_site(site: dict[str, str]) -> None:
    """Also those to other editions, which the build itself does not follow."""
    followed = 0
    for path, page in pages(site).items():
        for href in page.xpath("//a[@hreflang]/@href"):
            there = urljoin(address(path), href).removeprefix(TOP)
            assert (f"{there}index.html" if there.endswith("/") or not there else there) in site, (path, href)
            followed += 1
    assert followed > 60
    assert not dead_links({path: text.encode() for path, text in site.items()})


def test_languages_are_told_to_search_engines_by_every_page_of_them(site: dict[str, str]) -> None:
    told = {
        address(path): {
            link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate'][@hreflang]")
        }
        for path, page in pages(site).items()
    }
    assert told[f"{TOP}uk/briefs/bridge/"] == {
        "en": f"{TOP}briefs/bridge/",
        "uk": f"{TOP}uk/briefs/bridge/",
        "fr": f"{TOP}fr/briefs/bridge/",
        "x-default": f"{TOP}briefs/bridge/",
    }
    pairs = 0
    for here, others in told.items():
        for lang, there in others.items():
            assert told[there] == others, (here, lang)
            pairs += 1
        if others:
            assert here in others.values()
    assert pairs > 60


def test_own_pages_are_in_each_language_with_the_titles_there(site: dict[str, str]) -> None:
    found = pages(site)
    page = found["uk/about-us/money/index.html"]
    assert [each.text_content() for each in page.xpath("//h1 | //main//h2")] == ["Гроші", "Хто платить"]
    assert page.xpath("//h2/@id") == ["who-pays"]
    assert page.xpath("//header//a[@hreflang]/@hreflang") == ["en"]
    assert "Про нас" in page.xpath("//footer")[0].text_content()
    french = found["fr/about-us/money/index.html"]
    assert (french.get("lang"), french.xpath("//h1/@lang"), french.xpath("//main//p/ancestor::*[@lang][1]/@lang")) == (
        "fr",
        ["en"],
        ["en"],
    )
    assert french.xpath("//footer//a[@lang]/text()") == ["About us"]
    assert french.xpath("//link[@rel='canonical']/@href") == [f"{TOP}about-us/money/"]
    assert "about-us" not in site["fr/sitemap.xml"]
    assert f"{TOP}uk/about-us/money/" in site["uk/sitemap.xml"]


def test_a_page_that_is_not_translated_names_its_original(site: dict[str, str]) -> None:
    found = pages(site)
    for path in ("briefs/other/", "proposals/other/again/"):
        page = found[f"uk/{path}index.html"]
        assert page.xpath("//link[@rel='canonical']/@href") == [f"{TOP}{path}"]
        assert not page.xpath("//link[@hreflang]")
        assert "not translated yet" in page.text_content()
        assert f"{TOP}uk/{path}" not in site["uk/sitemap.xml"]
        assert f"{TOP}{path}" in site["sitemap-1.xml"]
    assert f"{TOP}uk/briefs/bridge/" in site["uk/sitemap.xml"]
    assert found["uk/briefs/bridge/index.html"].xpath("//link[@rel='canonical']/@href") == [f"{TOP}uk/briefs/bridge/"]


def test_the_switch_leads_to_the_languages_that_there_are(site: dict[str, str]) -> None:
    def switch(path: str) -> list[tuple[str, str]]:
        links = pages(site)[path].xpath("//header//a[@hreflang]")
        return [(link.text, link.get("href")) for link in links]

    assert switch("briefs/bridge/index.html") == [
        ("Українська", "../../uk/briefs/bridge/"),
        ("Français", "../../fr/briefs/bridge/"),
    ]
    assert switch("uk/briefs/bridge/index.html") == [
        ("English", "../../../briefs/bridge/"),
        ("Français", "../../../fr/briefs/bridge/"),
    ]
    assert switch("briefs/other/index.html") == []
    assert switch("uk/briefs/other/index.html") == [("English", "../../../briefs/other/")]
    assert switch("index.html") == [("Українська", "uk/"), ("Français", "fr/")]
    assert switch("uk/index.html") == [("English", "../"), ("Français", "../fr/")]
    assert switch("uk/404.html") == [("English", "/"), ("Français", "/fr/")]


def test_a_translation_older_than_its_original_says_so(site: dict[str, str]) -> None:
    def notice(path: str) -> str:
        return " ".join(pages(site)[path].xpath("string(//aside[@class='as-of'])").split())

    assert notice("fr/briefs/bridge/index.html") == (
        "Cette traduction a été vérifiée pour la dernière fois le 2 mai 2025, et l’original modifié le 10 mai 2025. "
        "Lire l’original"
    )
    assert notice("uk/briefs/bridge/index.html") == "Цю сторінку перекладено не повністю. Читати оригінал"
    assert notice("briefs/bridge/index.html") == ""


def test_robots_are_told_of_every_sitemap(site: dict[str, str]) -> None:
    assert re.findall("Sitemap: (.*)", site["robots.txt"]) == [
        f"{TOP}sitemap.xml",
        f"{TOP}uk/sitemap.xml",
        f"{TOP}fr/sitemap.xml",
    ]
    assert re.findall("<loc>(.*)</loc>", site["sitemap.xml"]) == [
        f"{TOP}sitemap-1.xml",
        f"{TOP}uk/sitemap.xml",
        f"{TOP}fr/sitemap.xml",
    ]


def test_a_site_in_one_language_tells_of_no_other(tmp_path: Path) -> None:
    found = built(order_of(written(tmp_path, FILES)))
    assert found.site
    assert not [path for path, body in found.site.items() if b"hreflang" in body]


def test_without_an_address_pages_still_lead_to_one_another(tmp_path: Path) -> None:
    found = built(
        order_of(written(tmp_path, {**TWO, "site.yaml": "languages: [uk, fr]\npages: {about-us: pages/us}\n"}))
    )
    assert found.site
    page = lxml.html.document_fromstring(found.site["uk/briefs/bridge/index.html"])
    assert page.xpath("//header//a[@hreflang]/@href") == ["../../../briefs/bridge/", "../../../fr/briefs/bridge/"]
    assert not page.xpath("//link[@hreflang]")
    lost = lxml.html.document_fromstring(found.site["uk/404.html"])
    assert lost.xpath("//a[@class='site-name']/@href")[0] == "/uk/"


EDITS = (
    ("briefs/bridge.yaml", "It is not safe.", "It is not safe at all."),
    ("briefs/bridge.yaml", "title: The bridge", "title: The old bridge"),
    ("briefs/bridge.uk.yaml", "title: Міст", "title: Старий міст"),
    ("briefs/bridge.uk.yaml", "translated: 2025-05-10", "translated: 2025-05-01"),
    ("briefs/bridge.fr.yaml", "title: Le pont", "title: Le pont\nsummary: Le conseil veut fermer le pont."),
    ("site.uk.yaml", "name: Стіл", "name: Бюро"),
    ("site.yaml", "languages: [uk, fr]", "languages: [uk]"),
    ("site.yaml", "name: The Desk", "name: The News Desk"),
    ("briefs/other.yaml", "what: They met.", "what: They met twice."),
    ("pages/us/index.uk.md", "# Про нас", "# Хто ми"),
    ("pages/money.uk.md", "## Хто платить", "## Хто\n\n## Скільки"),
    ("pages/money.md", "Readers.", "Readers alone."),
)


def test_a_build_after_edits_is_one_from_nothing(tmp_path: Path) -> None:
    shake = random.Random(20250601)
    root, output = written(tmp_path / "desk", TWO), tmp_path / "out"
    on = dict.fromkeys(range(len(EDITS)), False)
    kept = 0
    for _ in range(18):
        at = shake.randrange(len(EDITS))
        path, one, other = EDITS[at]
        text = (root / path).read_text()
        old, new = (other, one) if on[at] else (one, other)
        on[at] = not on[at]
        (root / path).write_text(text.replace(old, new, 1))
        found, done = published(order_of(root), output, lambda _: None, lambda _: None)
        assert done, [problem.found for problem in errors(found.problems)]
        clean = built(order_of(root)).site
        assert clean is not None
        standing = {
            file.relative_to(output).as_posix(): file.read_bytes() for file in output.rglob("*") if file.is_file()
        }
        del standing[".parley"]
        assert standing == dict(clean)
        kept += len(standing) - len(found.rendered)
    assert kept > 500, "nothing was kept from one build to the next"


def test_an_edit_of_one_translation_makes_pages_of_that_edition_alone(tmp_path: Path) -> None:
    root, output = written(tmp_path / "desk", TWO), tmp_path / "out"
    published(order_of(root), output, lambda _: None, lambda _: None)
    (root / "briefs/bridge.uk.yaml").write_text(WORDS.replace("Вирішує.", "Ухвалює рішення."))
    found, _ = published(order_of(root), output, lambda _: None, lambda _: None)
    assert found.rendered
    assert {path.partition("/")[0] for path in found.rendered} == {"uk"}
    assert len(found.rendered) < 30


@pytest.mark.parametrize("lang", ["", "uk"])
def test_the_preview_of_an_edition_has_the_same_bytes(tmp_path: Path, lang: str) -> None:
    root = written(tmp_path, TWO)
    whole = built(order_of(root)).site
    assert whole is not None
    live = Live(order_of(root, lang=lang))
    stages = [stage for stage in live.stages(dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)) if stage]
    shown = stages[-1].site
    assert shown is not None
    within = f"{lang}/" if lang else ""
    for path in (
        "briefs/bridge/index.html",
        "index.html",
        "briefs/other/index.html",
        "feed.xml",
        "about-us/index.html",
    ):
        expected = whole[within + path].decode()
        assert (
            re.sub(r"\?*search[^\"]*", "", shown[path].decode())[:2000]
            == re.sub(r"\?*search[^\"]*", "", expected)[:2000]
        )
