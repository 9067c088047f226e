"""The recipes for servers, run by real ones on this machine: what they send is what SECURITY.md asks of a host."""

from __future__ import annotations

import contextlib
import gzip
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.recipes.hosts import RECIPES, Ask, PortTaken, free_port, program, running
from tests.sites import ROOT

FOREVER = "public, max-age=31536000, immutable"
SAID = dict(
    line.split(": ", 1)
    for line in re.findall(
        r"^((?:Content-Security|X-Content|Strict-)[\w-]+: .+)$", (ROOT / "SECURITY.md").read_text(), re.M
    )
)
MAIN = """\
daemon off; master_process off; pid {work}/pid; error_log stderr;
events {{ }}
http {{ access_log off; client_body_temp_path {work}; include {work}/desk.conf; }}
"""
KINDS = {
    "": "text/html; charset=utf-8",
    "next/": "text/html; charset=utf-8",
    "next-steps.ics": "text/calendar; charset=utf-8",
    "feed.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
    "briefs/istanbul-talks/feed.xml": "application/atom+xml",
    "data/briefs.json": "application/json",
    "data/briefs.csv": "text/csv; charset=utf-8",
    "next-build.json": "application/json",
    "manifest.webmanifest": "application/manifest+json",
    "llms.txt": "text/plain; charset=utf-8",
    "card.png": "image/png",
    "assets/*.css": "text/css; charset=utf-8",
    "assets/*.js": "text/javascript; charset=utf-8",
    "assets/*.svg": "image/svg+xml",
    "de/assets/*.css": "text/css; charset=utf-8",
}


def nginx(output: Path, work: Path) -> tuple[list[str], int, Path | None, dict[str, str]]:
    """nginx by its recipe, with this machine's ports, folder and a certificate of its own."""
    key, certificate, port, plain = work / "key.pem", work / "cert.pem", free_port(), free_port()
    made = "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    command = [program("openssl"), *made.split(), "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    recipe = (RECIPES / "nginx.conf").read_text()
    for old, new in {
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "/etc/ssl/desk/fullchain.pem": str(certificate),
        "/etc/ssl/desk/privkey.pem": str(key),
        "/srv/desk/output": str(output),
    }.items():
        assert recipe.count(old) == 1, old
        recipe = recipe.replace(old, new)
    (work / "desk.conf").write_text(recipe)
    user = "user root;\n" if os.getuid() == 0 else ""
    (work / "nginx.conf").write_text(user + MAIN.format(work=work))
    return [program("nginx"), "-p", str(work), "-c", str(work / "nginx.conf"), "-e", "stderr"], port, certificate, {}


def caddy(output: Path, work: Path) -> tuple[list[str], int, Path | None, dict[str, str]]:
    """Caddy by its recipe, on this machine alone, without a certificate."""
    port = free_port()
    recipe = "{\n\tadmin off\n\tauto_https off\n}\n" + (RECIPES / "Caddyfile").read_text()
    (work / "Caddyfile").write_text(recipe)
    command = [program("caddy"), "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]
    places = {"HOME": str(work), "DESK_SITE": f"http://127.0.0.1:{port}", "DESK_ROOT": str(output)}
    return command, port, None, places


@pytest.fixture(scope="module", params=[nginx, caddy], ids=lambda make: make.__name__)
def ask(request: pytest.FixtureRequest, output: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with contextlib.ExitStack() as stack:
        for left in reversed(range(5)):
            command, port, trust, environment = request.param(output, tmp_path_factory.mktemp("server"))
            try:
                yield stack.enter_context(running(command, port, trust, **environment))
                return
            except PortTaken:
                if not left:
                    raise


def path_of(output: Path, pattern: str) -> str:
    """The path of the one file that ``pattern`` means, below the top."""
    return pattern if "*" not in pattern else min(output.glob(pattern)).relative_to(output).as_posix()


@pytest.mark.parametrize("pattern", KINDS)
def test_each_kind_of_file_is_sent_as_what_it_is(ask: Ask, output: Path, pattern: str) -> None:
    path = path_of(output, pattern)
    status, headers, body = ask(f"/{path}")

    assert (status, headers["content-type"].lower()) == (200, KINDS[pattern])
    assert body == (output / path / "index.html" if path.endswith("/") or not path else output / path).read_bytes()
    assert headers["cache-control"] == (FOREVER if path.startswith(("assets/", "de/assets/")) else "no-cache")


def test_pages_have_the_headers_that_a_host_should_add(ask: Ask) -> None:
    _, headers, _ = ask("/briefs/istanbul-talks/")

    assert len(SAID) == 3
    assert {name: headers.get(name.lower()) for name in SAID} == SAID


@pytest.mark.parametrize("edition", ["", "/de"])
def test_what_others_embed_may_be_framed(ask: Ask, edition: str) -> None:
    status, headers, _ = ask(f"{edition}/embed/istanbul-talks/direct-talks/")

    assert status == 200
    assert "content-security-policy" not in headers
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/",
        "/nothing.html",
        "/assets/site.0000000000.css",
        "/.parley",
        "/data/x.csv",
        "/de/nothing/",
        "/de/feed/feed.xml",
    ],
)
def test_what_is_not_there_is_told_by_the_sites_own_page_and_not_kept(ask: Ask, output: Path, path: str) -> None:
    status, headers, body = ask(path)

    assert status == 404
    assert body == (output / ("de/404.html" if path.startswith("/de/") else "404.html")).read_bytes()
    assert headers["content-type"].lower() == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-cache"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("pattern", [kind for kind in KINDS if kind not in ("", "next/", "card.png")])
def test_what_lies_there_compressed_is_sent_so(ask: Ask, output: Path, pattern: str) -> None:
    path = path_of(output, pattern)
    _, headers, body = ask(f"/{path}", Accept_Encoding="gzip")

    assert headers["content-encoding"] == "gzip"
    assert body == Path(output, f"{path}.gz").read_bytes()
    assert headers["content-type"].lower() == KINDS[pattern]
    assert "accept-encoding" in headers["vary"].lower()


def test_pages_are_sent_compressed_and_hold_the_same(ask: Ask, output: Path) -> None:
    _, headers, body = ask("/", Accept_Encoding="gzip")

    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == (output / "index.html").read_bytes()


def test_a_page_that_has_not_changed_is_not_sent_again(ask: Ask) -> None:
    _, headers, _ = ask("/next/")
    status, _, body = ask("/next/", If_None_Match=headers["etag"])

    assert (status, body) == (304, b"")


def test_a_folder_without_its_stroke_leads_to_the_one_with_it(ask: Ask) -> None:
    status, headers, _ = ask("/next")

    assert status in (301, 308)
    assert headers["location"].endswith("/next/")


def test_the_index_of_the_search_is_sent_as_it_lies_there(ask: Ask, output: Path) -> None:
    path = path_of(output, "pagefind/*.pf_meta")
    status, headers, body = ask(f"/{path}", Accept_Encoding="gzip")

    assert (status, body) == (200, (output / path).read_bytes())
    assert "content-encoding" not in headers
