"""Whom the preview answers: nobody who names another host, comes from another site, or asks for something else than a
page. Every trick is wrong that is answered with 200."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.figures import Chapter, Figures
from tests.reliability.previewed import Preview, previewed
from tests.sites import FILES, STORY

PATHS = (
    "/",
    "/briefs/bridge/",
    "/_drafts/",
    "/_parley/events",
    "/_parley/page?path=/",
    "/_parley/reload.js",
    "/site.css",
)
HOSTS = (
    "evil.example", "evil.example:{port}", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.1.nip.io",
    "localhost.", "localhost.:{port}", "127.0.0.1.", "localhost:", "127.0.0.1:x", "127.0.0.1:{port}:{port}",
    "127.0.0.1 evil.example", "127.0.0.1,evil.example", "127.0.0.1/", "127.0.0.1#", "127.0.0.1?", "127.0.0.1\\",
    "evil.example@127.0.0.1", "127.0.0.1@evil.example", "http://127.0.0.1", "//127.0.0.1", "2130706433", "0x7f000001",
    "0177.0.0.1", "127.1", "127.000.000.001", "0", "0.0.0.0", "127.0.0.2", "192.168.1.5", "[::2]", "[::]", "::1",
    "[::1", "[::1]evil", "[::1%25lo]", "[::ffff:127.0.0.1]", "[127.0.0.1]", "[localhost]", "%6cocalhost",
    "127.0.0.1%00", "loc\xe4lhost", "\xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.1", "",
)  # fmt: skip
SENT = (
    "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: Same-Origin", "Origin: null",
    "Origin: http://evil.example", "Origin: http://127.0.0.1:1", "Origin: http://127.0.0.1", "Origin:",
    "Origin: http://localhost:{port}", "Origin: http://127.0.0.1:{port}.evil.example", "Origin: file://",
    "Sec-Fetch-Site: same-origin\r\nOrigin: http://evil.example", "Origin: vscode-webview://x",
    "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site",
    "Origin: http://127.0.0.1:{port}\r\nOrigin: http://evil.example",
)  # fmt: skip
LINES = (
    "GET http://evil.example/ HTTP/1.1", "GET http://127.0.0.1/ HTTP/1.1", "GET index.html HTTP/1.1", "GET * HTTP/1.1",
    "GET _drafts/ HTTP/1.1", "CONNECT 127.0.0.1:22 HTTP/1.1", "TRACE / HTTP/1.1", "OPTIONS * HTTP/1.1",
    "OPTIONS / HTTP/1.1", "POST / HTTP/1.1", "PUT / HTTP/1.1", "DELETE / HTTP/1.1", "PATCH / HTTP/1.1",
    "PROPFIND / HTTP/1.1", "get / HTTP/1.1", "POST /_parley/page?path=/ HTTP/1.1", "GET /../../etc/passwd HTTP/1.1",
    "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", "GET /..%2f..%2fetc%2fpasswd HTTP/1.1", "GET //etc/passwd HTTP/1.1",
    "GET /..%5c..%5cetc%5cpasswd HTTP/1.1", "GET /\\..\\etc HTTP/1.1", "GET /index.html%00 HTTP/1.1",
    "GET /%00 HTTP/1.1", "GET //evil.example/briefs HTTP/1.1", "GET /./index.html HTTP/1.1", "GET /site.yaml HTTP/1.1",
    "GET /briefs/secret/ HTTP/1.1", "GET /briefs/secret.yaml HTTP/1.1", "GET /.git/config HTTP/1.1",
    "GET /_parley/../app.py HTTP/1.1", "GET /_parley/%2e%2e/app.py HTTP/1.1", "GET /_parley/problems/../../x HTTP/1.1",
    "GET /" + "a/" * 20_000 + " HTTP/1.1", "GET /" + "a" * 90_000 + " HTTP/1.1", "GET / HTTP/9", "GET /",
    "PRI * HTTP/2.0",
)  # fmt: skip
BODIES = (  # what hides a second request; here nothing stands between the preview and its reader, and yet
    "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "Content-Length: -1\r\n\r\n",
    "Transfer-Encoding: xchunked\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
    "X: " + "a" * 200_000 + "\r\n\r\n", "Host: localhost\r\n\r\n", "Host : localhost\r\n\r\n", "X\x00: a\r\n\r\n",
)  # fmt: skip


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    secret = STORY.replace("title: The bridge", "title: Zebra\ndraft: true")
    with previewed(tmp_path_factory.mktemp("desk"), files={**FILES, "briefs/secret.yaml": secret}) as found:
        yield found


def answered(preview: Preview, line: str, *headers: str) -> bool:
    """Whether a request of these lines is answered with 200 (or with something of the draft)."""
    lines = [line, *(header.replace("{port}", str(preview.port)) for header in headers)]
    answer = preview.raw("\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1"))
    return answer.startswith(b"HTTP/1.1 200") or (b"Zebra" in answer and b"draft" not in answer)


def test_no_other_host_is_answered(preview: Preview, figures: Figures) -> None:
    assert answered(preview, "GET / HTTP/1.1", "Host: 127.0.0.1:{port}"), "the right one is"
    tricks = [(f"GET {path} HTTP/1.1", f"Host: {host}") for path in PATHS for host in HOSTS]
    tricks += [
        (f"GET {path} HTTP/1.1", *more)
        for path in PATHS
        for more in (
            (),
            ("Host: localhost", "Host: evil.example"),
            ("Host: evil.example", "Host: localhost"),
            ("Host: localhost", "Host: localhost"),
            ("Host: evil.example", "X-Forwarded-Host: localhost", "Forwarded: host=localhost"),
            ("Host: localhost", " evil.example"),
            ("X-Forwarded-Host: localhost",),
        )
    ]
    wrong = [trick for trick in tricks if answered(preview, *trick)]
    figures.tell(Chapter.PREVIEW, "ways to name another host, answered", len(tricks), len(wrong))
    assert wrong == []


def test_no_other_site_is_told_anything(preview: Preview, figures: Figures) -> None:
    host = "Host: 127.0.0.1:{port}"
    own = ("/_parley/events", "/_parley/page?path=/", "/_parley/events?of=_drafts/")
    assert all(answered(preview, f"GET {path} HTTP/1.1", host, "Sec-Fetch-Site: same-origin") for path in own)
    tricks = [(path, sent) for path in own for sent in SENT]
    wrong = [trick for trick in tricks if answered(preview, f"GET {trick[0]} HTTP/1.1", host, trick[1])]
    figures.tell(Chapter.PREVIEW, "requests of pages of other sites, answered", len(tricks), len(wrong))
    assert wrong == []


def test_nothing_but_pages_is_answered(preview: Preview, figures: Figures) -> None:
    wrong = [line[:60] for line in LINES if answered(preview, line, "Host: localhost")]
    wrong += [body[:60] for body in BODIES if answered(preview, "GET / HTTP/1.1", f"Host: localhost\r\n{body}")]
    tried = len(LINES) + len(BODIES)
    figures.tell(Chapter.PREVIEW, "requests for what is no page of the site, answered", tried, len(wrong))
    assert wrong == []
    assert preview.page("/")[0] == 200
    assert not [line for line in preview.lines if "Traceback" in line or "the preview server" in line]


def test_a_preview_for_everyone_still_asks_for_whom(tmp_path: Path, figures: Figures) -> None:
    with previewed(tmp_path, "--host", "0.0.0.0") as preview:
        assert any(line.startswith("warning: everyone who can reach this machine") for line in preview.lines)
        names = [host for host in HOSTS if any(letter.isalpha() for letter in host) or not host]
        names = [host for host in names if not host.startswith("[::ffff:")]  # an address, which can't be rebound
        wrong = [name for name in names if answered(preview, "GET / HTTP/1.1", f"Host: {name}")]
    figures.tell(Chapter.PREVIEW, "names of another host at a preview for everyone, answered", len(names), len(wrong))
    assert wrong == []
