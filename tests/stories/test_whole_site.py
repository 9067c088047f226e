"""What must hold of every page of the real site, in its finished bytes."""

import gzip
import posixpath
import re
from collections import Counter

import pytest

from parley.site import Order, built
from tests.sites import NOW, ROOT, texts


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    """The real site on 1 June 2025."""
    found = built(Order(ROOT, NOW, extras=False))
    assert found.site is not None
    assert [problem for problem in found.problems if problem.code == "dead-link"] == []
    return texts(found.site)


def test_no_page_has_an_id_twice(site: dict[str, str]) -> None:
    for path, text in site.items():
        if path.endswith(".html"):
            ids = Counter(re.findall(r'\sid="([^"]+)"', text))
            assert [name for name, number in ids.items() if number > 1] == [], path


def test_every_page_can_be_reached_from_the_home_page(site: dict[str, str]) -> None:
    seen, waiting = set[str](), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for href in re.findall(r'<a [^>]*?href="([^"#?]*)', site[path]):
            if ":" in href or not href:
                continue
            joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
            target = joined if joined in site else posixpath.normpath(posixpath.join(joined, "index.html"))
            if target.endswith(".html") and target in site:
                waiting.append(target)
    html = {path for path in site if path.endswith(".html")}
    assert html - seen == {"404.html", "de/404.html"}


def test_pages_stay_within_their_budgets(site: dict[str, str]) -> None:
    for path, text in site.items():
        size = len(gzip.compress(text.encode(), mtime=0))
        if path.endswith(".html"):
            assert size <= 14_000, (path, size)
            assert len(re.findall(r"<[a-z]", text)) <= 1_500, path
        elif path.endswith((".css", ".js")):
            assert size <= (6_000 if path.endswith(".css") else 3_000), (path, size)
