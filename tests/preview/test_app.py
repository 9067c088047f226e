from __future__ import annotations

import pytest

from parley.preview.built import Shown
from tests.preview.asking import app_of, ask

SITE = {
    "index.html": b"<html><body><p>home</p></body></html>",
    "briefs/a/index.html": b"<html><body>a</body></html>",
    "404.html": b"<html><body>lost?</body></html>",
    "site.css": b"p{}",
    "feed.xml": b"<feed/>",
    "odd name?.txt": b"odd",
}
ERROR = Shown("briefs/a.yaml", 3, 5, "error", "a <b>bold</b> fault", "3 | x\n  | ^")


@pytest.fixture(scope="module")
def app():
    return app_of(SITE)


@pytest.mark.parametrize(
    ("target", "status", "found"),
    [
        ("/", 200, b"<p>home</p>"),
        ("/index.html", 200, b"<p>home</p>"),
        ("/briefs/a/", 200, b">a<"),
        ("/site.css", 200, b"p{}"),
        ("/site.css?v=1", 200, b"p{}"),
        ("/odd%20name%3F.txt", 200, b"odd"),
        ("/nowhere", 404, b"lost?"),
        ("/nowhere/", 404, b"lost?"),
        ("/site.css/", 404, b"lost?"),
    ],
)
def test_an_address_is_looked_up_in_the_mapping(app, target, status, found):
    answer = ask(app, target)
    assert answer.status == status
    assert found in answer.body


@pytest.mark.parametrize(
    ("target", "location"), [("/briefs/a", "/briefs/a/"), ("/briefs/a?x=1&y=%20", "/briefs/a/?x=1&y=%20")]
)
def test_a_page_without_its_slash_is_sent_to_the_slash_with_its_query(app, target, location):
    answer = ask(app, target)
    assert (answer.status, answer.headers["location"]) == (308, location)


@pytest.mark.parametrize(
    "target",
    ["http://evil.example/", "http://127.0.0.1:8000/", "index.html", "_drafts/", "*", "evil.example:80", ""],
)
def test_what_is_asked_for_is_a_path(app, target):
    assert ask(app, target).status == 400


@pytest.mark.parametrize(
    "target",
    [
        "/../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/briefs/../index.html",
        "/briefs/a/../../index.html",
        "//index.html",
        "//briefs/a",
        "//evil.example/briefs/a",
        "/./index.html",
        "/C:/windows/win.ini",
        "/..%5c..%5cwindows%5cwin.ini",
        "/index.html%00.css",
        "/etc/passwd",
        "/_parley/../index.html",
        "/_parley/%2e%2e/app.py",
        "/_parley/static/reload.js",
        "/_parley//reload.js",
        "/_parley/",
        "/_parley",
    ],
)
def test_nothing_but_the_keys_of_the_mapping_has_an_address(app, target):
    answer = ask(app, target)
    assert answer.status == 404
    assert "location" not in answer.headers


def test_no_site_can_make_the_slash_lead_to_another_host():
    answer = ask(app_of({"/evil.example/index.html": b"", "404.html": b"lost?"}), "//evil.example")
    assert (answer.status, "location" in answer.headers) == (404, False)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:9", "LOCALHOST", "[::1]:8000", "[::1]"])
def test_requests_that_name_this_machine_are_answered(app, host):
    assert ask(app, "/", headers={"Host": host}).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "127.0.0.1:8000:8000",
        "127.0.0.1:",
        "[::2]",
        "[127.0.0.1]",
        "[localhost]",
        "192.168.1.5",
        "",
    ],
)
@pytest.mark.parametrize("target", ["/", "/_parley/reload.js", "/_parley/events", "/nowhere"])
def test_requests_that_name_another_host_are_refused_everywhere(app, host, target):
    answer = ask(app, target, headers={"Host": host})
    assert answer.status == 403
    assert b"home" not in answer.body


def test_another_bound_host_is_answered_besides_the_loopback_names():
    app = app_of(SITE, host="192.168.1.5")
    statuses = [ask(app, "/", headers={"Host": host}).status for host in ("192.168.1.5:80", "localhost", "10.0.0.1")]
    assert statuses == [200, 200, 403]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
@pytest.mark.parametrize("target", ["/", "/_parley/events", "/_parley/reload.js"])
def test_only_get_and_head_are_allowed(app, method, target):
    answer = ask(app, target, method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("target", ["/", "/site.css", "/nowhere", "/briefs/a", "/_parley/reload.js"])
def test_head_has_the_headers_of_get_and_no_body(app, target):
    got, head = ask(app, target), ask(app, target, "HEAD")
    assert head.body == b""
    assert (head.status, head.headers) == (got.status, got.headers)
    assert int(got.headers["content-length"]) == len(got.body)


@pytest.mark.parametrize("target", ["/", "/site.css", "/nowhere", "/briefs/a", "/_parley/reload.js", "/_parley/x"])
def test_every_answer_forbids_storing_guessing_and_embedding_and_grants_no_other_origin(app, target):
    headers = ask(app, target, headers={"Origin": "http://evil.example"}).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert not [name for name in headers if name.startswith("access-control-")]


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:3000"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example"},
    ],
)
def test_the_event_stream_is_refused_to_other_origins(app, headers):
    assert ask(app, "/_parley/events", headers=headers).status == 403


def test_the_event_stream_is_open_to_pages_of_the_preview(app):
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1:8000"}
    answer = ask(app, "/_parley/events", "HEAD", headers)
    assert (answer.status, answer.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")


def test_html_pages_get_the_script_on_the_way_out_and_other_files_do_not(app):
    assert ask(app, "/").body.count(b"/_parley/reload.js") == 1
    assert ask(app, "/nowhere").body.count(b"/_parley/reload.js") == 1
    assert ask(app, "/feed.xml").body == SITE["feed.xml"]
    assert SITE["index.html"] == b"<html><body><p>home</p></body></html>"


def test_the_files_of_the_preview_itself_are_served(app):
    for name, kind in [("reload.js", "text/javascript"), ("stream.js", "text/javascript"), ("overlay.css", "text/css")]:
        answer = ask(app, f"/_parley/{name}")
        assert (answer.status, answer.headers["content-type"]) == (200, f"{kind}; charset=utf-8")


def test_an_unknown_address_of_a_site_without_404_page_says_so_and_comes_alive():
    answer = ask(app_of({"index.html": b""}), "/x")
    assert answer.status == 404
    assert b"Nothing here" in answer.body
    assert b"/_parley/reload.js" in answer.body


@pytest.mark.parametrize("target", ["/", "/any/where/", "/site.css"])
def test_without_any_good_site_every_address_shows_the_problems_as_text(target):
    answer = ask(app_of(None, ERROR), target)
    assert answer.status == 503
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert b"briefs/a.yaml:3:5" in answer.body
    assert b"a &lt;b&gt;bold&lt;/b&gt; fault" in answer.body
    assert b"data-own" in answer.body


def test_an_empty_site_is_a_site():
    assert ask(app_of({}), "/").status == 404
