"""What others show of the site: cards where a link is shared, icons in tabs and on home screens, in finished bytes."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image

from parley.site import Order, built
from tests.sites import FILES, NOW, PICTURES, ROOT, STORY, built_from

META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">')
NO_ADDRESS = {**FILES, "site.yaml": "name: The Desk\n"}


def site_of(root: Path, files: Mapping[str, str | None] = FILES, **order: bool) -> Mapping[str, bytes]:
    found = built_from(root, files, **{"extras": True, **order})
    assert found.site is not None, "\n".join(map(str, found.problems))
    assert not [problem for problem in found.problems if problem.code == "dead-link"]
    return found.site


@pytest.fixture(scope="module")
def site() -> Mapping[str, bytes]:
    found = built(Order(ROOT, NOW))
    assert found.site is not None
    return found.site


def metas(page: bytes) -> dict[str, str]:
    return {name: html.unescape(content) for name, content in META.findall(page.decode())}


def links(page: bytes, rel: str) -> list[str]:
    return re.findall(rf'<link rel="{rel}"[^>]* href="(?:\.\./|\./|/)*([^"]*)"', page.decode())


OWN = ("embed/", "style/", "de/embed/", "de/style/")  # pages that nobody shares


def test_every_page_that_is_indexed_has_a_picture_that_is_there_with_its_size_and_words(
    site: Mapping[str, bytes],
) -> None:
    shown = set()
    for path, body in site.items():
        if not path.endswith("index.html") or path.startswith(OWN):
            continue
        edition = "de/" if path.startswith("de/") else ""
        told = metas(body)
        address = urlsplit(told["og:image"])
        assert (address.scheme, address.netloc) == ("https", "parley.example"), path
        with Image.open(io.BytesIO(site[address.path.removeprefix("/")])) as card:
            assert card.format == "PNG"
            assert (f"{card.width}", f"{card.height}") == (told["og:image:width"], told["og:image:height"])
        assert told["og:image:alt"], path
        assert told["twitter:card"] == "summary_large_image"
        own = f"{path.removesuffix('index.html')}card.png"
        assert address.path == f"/{own if own in site else f'{edition}card.png'}", path
        shown.add(address.path.removeprefix("/"))
    assert shown == {path for path in site if path.endswith("card.png")}, "no card is made for nothing"
    assert "og:image" not in metas(site["404.html"])


def test_cards_of_the_site_are_small(site: Mapping[str, bytes]) -> None:
    assert {path: len(body) for path, body in site.items() if path.endswith("card.png") and len(body) > 25_000} == {}


def test_a_title_that_no_font_can_set_gets_the_site_s_card(tmp_path: Path) -> None:
    site = site_of(tmp_path, {**FILES, "briefs/bridge.yaml": STORY.replace("title: The bridge", "title: 关于桥梁")})
    assert "briefs/bridge/card.png" not in site
    assert urlsplit(metas(site["briefs/bridge/index.html"])["og:image"]).path == "/card.png"
    assert "card.png" in site


def test_fonts_of_the_site_s_own_theme_decide_what_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "theme/fonts").mkdir(parents=True)
    (tmp_path / "theme/fonts/headline.ttf").write_bytes(b"no font")
    found = built_from(tmp_path, extras=True)
    assert found.site is None
    assert [str(problem) for problem in found.problems] == [
        "theme/fonts/headline.ttf:1:1: error: a font that can't be used (not a whole font); "
        "put a TrueType font there, or take the file away [theme-file]"
    ]
    shutil.copy(ROOT / "theme/fonts/text.ttf", tmp_path / "theme/fonts/headline.ttf")
    plain = site_of(tmp_path)["briefs/bridge/card.png"]
    (tmp_path / "theme/fonts/headline.ttf").unlink()
    assert site_of(tmp_path)["briefs/bridge/card.png"] != plain


@pytest.mark.parametrize(("files", "extras"), [(FILES, False), (NO_ADDRESS, True)], ids=["preview", "no address"])
def test_no_card_is_made_where_it_is_not_wanted_or_could_not_be_shown(
    tmp_path: Path, files: Mapping[str, str], extras: bool
) -> None:
    site = site_of(tmp_path, files, extras=extras)
    assert not [path for path in site if path.endswith("card.png")]
    for path, body in site.items():
        if path.endswith(".html"):
            assert not metas(body).keys() & {"og:image", "og:image:alt", "twitter:card"}, path


def test_pages_name_every_kind_of_icon_and_the_manifest(site: Mapping[str, bytes]) -> None:
    page = site["proposals/thirty-day-ceasefire/ceasefire/index.html"]
    icons, (touch,), (manifest,) = links(page, "icon"), links(page, "apple-touch-icon"), links(page, "manifest")
    assert [Path(name).suffix for name in icons] == [".ico", ".svg"]
    assert icons[0] == "favicon.ico"
    with Image.open(io.BytesIO(site[touch])) as picture:
        assert picture.size == (180, 180)
    assert "manifest-src 'self'" in page.decode()
    told = json.loads(site[manifest])
    for icon in told["icons"]:
        assert icon["src"] in site
        if icon["type"] == "image/png":
            with Image.open(io.BytesIO(site[icon["src"]])) as picture:
                assert f"{picture.width}x{picture.height}" == icon["sizes"]
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}


def test_a_site_with_an_icon_of_its_own_shows_no_other(tmp_path: Path) -> None:
    own = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    site = site_of(tmp_path, {**FILES, "theme/icon.svg": own})
    assert {path for path in site if path.endswith(PICTURES)} == {path for path in site if path.endswith("card.png")}
    page = site["index.html"]
    assert [site[path] for path in links(page, "icon")] == [own.encode()]
    assert links(page, "apple-touch-icon") == []
    assert [icon["type"] for icon in json.loads(site["manifest.webmanifest"])["icons"]] == ["image/svg+xml"]

    (tmp_path / "theme/icons").mkdir()
    shutil.copy(ROOT / "theme/icons/icon-192.png", tmp_path / "theme/icons/icon-192.png")
    icons = json.loads(site_of(tmp_path)["manifest.webmanifest"])["icons"]
    assert [icon["sizes"] for icon in icons] == ["any", "192x192"], "its own picture is shown"


def test_a_picture_of_the_icon_can_be_replaced_alone(tmp_path: Path) -> None:
    (tmp_path / "theme/icons").mkdir(parents=True)
    shutil.copy(ROOT / "theme/icons/favicon.ico", tmp_path / "theme/icons/favicon.ico")
    (tmp_path / "theme/icons/icon-192.png").write_bytes(b"ours")
    site = site_of(tmp_path)
    icons = json.loads(site["manifest.webmanifest"])["icons"]
    assert len(icons) == 4
    assert b"ours" in [site[icon["src"]] for icon in icons]
