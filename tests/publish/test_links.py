"""Dead links are found in the finished bytes."""

import posixpath
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from hypothesis import example, given, settings
from hypothesis import strategies as st

from parley.publish.links import dead_links, link_faults


def told(**pages: str) -> list[str]:
    site = {path.replace("__", "/") + ".html": text.encode() for path, text in pages.items()}
    return [f"{problem.place.file}: {problem.found}" for problem in dead_links(site)]


def test_links_that_lead_somewhere_are_no_problem() -> None:
    pages = {
        "index": '<a href="./a/">A</a> <a href="a/#b">B</a> <a href="#top" id="top">T</a> <a href="//x.example/">X</a>',
        "a__index": '<i id="b"></i><a href="../">up</a> <a href="..">up</a> <a href="./">here</a> <a href="?q">q</a>',
    }
    assert told(**pages) == []


def test_a_page_or_a_place_that_is_not_there_is_told_once_a_page() -> None:
    pages = {"index": '<a href="b/">1</a> <a href="b/">2</a> <a href="a/#gone">3</a>', "a__index": ""}
    assert told(**pages) == [
        'index.html: a link to "b/" (no such page)',
        'index.html: a link to "a/#gone" (no such place on that page)',
    ]


def test_a_file_to_download_must_be_there_and_other_schemes_lead_out_of_the_site() -> None:
    offered = '<a href="webcal://x.example/a.ics">S</a> <a href="a.ics" type="text/calendar" download>D</a>'
    head = '<link rel="alternate" type="text/calendar" title="T" href="a.ics">'
    assert told(index=head + offered) == ['index.html: a link to "a.ics" (no such page)']
    assert dead_links({"index.html": (head + offered).encode(), "a.ics": b""}) == []


def test_escaped_and_quoted_addresses_are_read_as_a_browser_does() -> None:
    pages = {"index": '<a href="%D0%B2/?a=1&amp;b=2#x&amp;y">1</a>', "в__index": '<i id="x&amp;y"></i>'}
    assert told(**pages) == []


def test_the_page_not_found_is_served_anywhere_and_so_not_checked() -> None:
    assert told(**{"404": '<a href="/nowhere/">x</a>'}) == []


def test_an_address_that_can_t_be_read_is_told() -> None:
    assert told(index='<a href="http://[x">x</a> <a href="//[x">y</a>') == [
        'index.html: a link to "http://[x" (not an address)',
        'index.html: a link to "//[x" (not an address)',
    ]


def test_a_place_may_be_in_any_kind_of_file() -> None:
    site = {"index.html": b'<a href="a.svg#b">1</a> <a href="a.svg#c">2</a>', "a.svg": b'<path id="b"/>'}
    assert [problem.found for problem in dead_links(site)] == ['a link to "a.svg#c" (no such place on that page)']


def test_only_the_pages_asked_for_are_told() -> None:
    site = {"a.html": b'<a href="x">x</a>', "b.html": b'<a href="y">y</a>', "c.css": b'<a href="z">z</a>'}
    assert [problem.found for problem in link_faults(["b.html", "c.css"], site)] == ['a link to "y" (no such page)']


def plainly(site: Mapping[str, bytes]) -> list[str]:
    """The same as is told of ``site``, found the straight way: each link of each page followed by itself."""
    found = []
    for path, body in site.items():
        if path.endswith(".html") and path != "404.html":
            hrefs = re.findall(r'<(?:a|link|img|script)\b[^>]*?\s(?:href|src)="([^"]*)"', body.decode())
            faults = [(href, followed(unescape(href), path, site)) for href in dict.fromkeys(hrefs)]
            found += [f'{path}: a link to "{href}" ({fault})' for href, fault in faults if fault]
    return found


def followed(href: str, path: str, site: Mapping[str, bytes]) -> str:
    """What is wrong with ``href`` on the page ``path``."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return "not an address"
    if parts.scheme or parts.netloc:
        return ""
    target = path
    if parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        if parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", ".."):
            target = posixpath.join("" if target == "." else target, "index.html")
    if target not in site:
        return "no such page"
    anchors = {unescape(anchor) for anchor in re.findall(r'\sid="([^"]+)"', site[target].decode())}
    return "no such place on that page" if parts.fragment and unquote(parts.fragment) not in anchors else ""


PATHS = ["index.html", "404.html", "a/index.html", "a/b/index.html", "a/b/c.html", "a.css", "b.svg", "в/index.html"]
STEPS = [
    "../",
    "../",
    "./",
    "/",
    "//",
    "a",
    "b",
    "a/",
    "b/",
    "c.html",
    "index.html",
    "%61",
    "%2e%2e",
    "%2F",
    "%23",
    "%00",
]
STEPS += [
    "&#46;",
    "&amp;",
    "&quot;",
    "..",
    ".",
    "в",
    "%D0%B2/",
    "?q",
    ":",
    "http:",
    "https://x.org",
    "mailto:",
    "[",
    " ",
    "\n",
]
PLACES = ["#a", "#b", "#в", "#%D0%B2", "#a&amp;b", "#a#b", "#", "#%20", "#1.2"]
HREFS = st.lists(st.sampled_from([*STEPS, *PLACES]), max_size=6).map("".join)
ORDINARY = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "../", "../../", "../../../"]),
    st.sampled_from(["", "a/", "a/b/", "a/b/c.html", "a.css", "b.svg", "d/"]),
    st.sampled_from(["", "#a", "#b", "#1.2"]),
)
IDS = st.sampled_from(["a", "b", "в", "a&amp;b", "a#b", " ", "1.2", "<", "x id=", "\n"])
TAGS = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(["a", "link", "img", "script", "i", "aside", "a\n"]),
    st.sampled_from(["", " ", " rel='x'", ' rel="x"', " id=", " data-x"]),
    st.builds(' href="{}"'.format, HREFS | ORDINARY) | st.builds('\nsrc="{}"'.format, HREFS),
)
NAMED = st.builds("{}{}{}".format, st.sampled_from(["<i", "", '"']), st.sampled_from([" ", "\n", ""]),
                  st.builds('id="{}"'.format, IDS))  # fmt: skip
BODIES = st.lists(TAGS | NAMED | st.sampled_from(['"', "<", ">", " ", 'id="']), max_size=8).map("".join)
SITES = st.dictionaries(st.sampled_from(PATHS), BODIES.map(str.encode), max_size=len(PATHS))


@settings(max_examples=250, deadline=None)
@given(SITES)
@example({"a/index.html": b'<a href="../%00a">', "index.html": b'<i id="a">'})
@example({"index.html": b'<a href="%23a#b">', "a/index.html": b'<i id="b" id="a">'})
def test_the_same_is_told_as_by_following_each_link_by_itself(site: dict[str, bytes]) -> None:
    assert [f"{problem.place.file}: {problem.found}" for problem in dead_links(site)] == plainly(site)
