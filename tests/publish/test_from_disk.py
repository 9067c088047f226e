"""What is different about a site on a disk, and what stays as it is."""

from __future__ import annotations

import pytest

from parley.publish.from_disk import from_disk, page_from_disk

PATHS = ("index.html", "next/index.html", "actors/ann/index.html", "data/x.csv", "briefs/a & b/index.html")
HERE = "actors/ann/index.html"


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a class="x" href="../../">', '<a class="x" href="../../index.html">'),
        ('<a href="../../next/#step-a">', '<a href="../../next/index.html#step-a">'),
        ('<a href="../../next/?q=a/b">', '<a href="../../next/index.html?q=a/b">'),
        ('<form role="search" action="../../next/">', '<form role="search" action="../../next/index.html">'),
        ('<link rel="next" href="../../next/">', '<link rel="next" href="../../next/index.html">'),
        (
            '<meta http-equiv="refresh" content="0; url=../../next/#a">',
            '<meta http-equiv="refresh" content="0; url=../../next/index.html#a">',
        ),
    ],
)
def test_a_link_to_a_folder_leads_to_the_file_in_it(typed: str, leads: str) -> None:
    assert page_from_disk(HERE, typed.encode(), PATHS).decode() == leads


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#here/">',
        '<a href="../../data/x.csv">',
        '<a href="../../gone/">',
        '<a href="/next/">',
        '<a href="https://desk.example/next/">',
        '<a href="//desk.example/next/">',
        '<a href="webcal://desk.example/next/">',
        '<link rel="canonical" href="https://desk.example/">',
        '<textarea>&lt;iframe src="../../next/"&gt;</textarea>',
        "<p>../../next/</p>",
        '<p data-index="../../next/">',
    ],
)
def test_whatever_else_there_is_stays(link: str) -> None:
    assert page_from_disk(HERE, link.encode(), PATHS).decode() == link


def test_scripts_are_no_modules_and_keep_their_names_for_themselves() -> None:
    page = (
        b'<link rel="manifest" href="manifest.webmanifest">\n<script src="./assets/site.1.js" type="module"></script>'
    )
    files = dict(from_disk({"index.html": page, "assets/site.1.js": b"const name = 1;"}))

    assert files["index.html"] == b'<script src="./assets/site.1.js" defer></script>'
    assert files["assets/site.1.js"] == b'(() => {"use strict";\nconst name = 1;\n})();\n'


def test_data_that_is_linked_stays_as_it_is() -> None:
    page = b'<script type="application/ld+json">{"url": "https://desk.example/next/"}</script>'

    assert page_from_disk(HERE, page, PATHS) == page


def test_what_only_a_host_needs_is_left_out_and_the_rest_is_in_order() -> None:
    site = dict.fromkeys(
        ("z.csv", "a/index.html", "404.html", "a/404.html", "robots.txt", "sitemap.xml", "next-build.json"), b"x"
    )

    assert list(from_disk(site)) == [("a/404.html", b"x"), ("a/index.html", b"x"), ("z.csv", b"x")]
