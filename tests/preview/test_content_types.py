from __future__ import annotations

import pytest

from parley.preview.content_types import content_type


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("a/site.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("next.ics", "text/calendar; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("data.csv", "text/csv; charset=utf-8"),
        ("feed.json", "application/json"),
        ("site.webmanifest", "application/manifest+json"),
        ("search.wasm", "application/wasm"),
        ("CARD.PNG", "image/png"),
        ("a.tar.gz", "application/gzip"),
        ("pagefind/en.pf_meta", "application/octet-stream"),
        ("CNAME", "application/octet-stream"),
        (".nojekyll", "application/octet-stream"),
        ("v1.2/page", "application/octet-stream"),
    ],
)
def test_the_type_follows_the_ending(path, kind):
    assert content_type(path) == kind
