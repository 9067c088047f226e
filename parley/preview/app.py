"""The ASGI application: answers from the mapping and from nowhere else.

A path of a request is looked up as a key, never joined to a folder, so there is no path arithmetic to get wrong. What
a request may be is checked before where it goes: the Host, then the method, then the address. There are no CORS
headers, nothing is cached, types are not guessed, and other origins may not embed anything.
"""

from __future__ import annotations

from importlib import resources
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from parley.preview.content_types import content_type
from parley.preview.events import Board
from parley.preview.hosts import Hosts, is_cross_site
from parley.preview.notices import missing_page, problems_page
from parley.preview.outgoing import OWN, page_for_preview
from parley.preview.showing import Showing

_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_PLAIN = "text/plain; charset=utf-8"
_HTML = "text/html; charset=utf-8"


class Preview:
    """The application over a board; `hosts` says under which names it answers."""

    def __init__(self, board: Board, hosts: Hosts) -> None:
        self._board = board
        self._hosts = hosts
        static = resources.files("parley.preview") / "static"
        self._own = {file.name: file.read_bytes() for file in static.iterdir() if file.is_file()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            response = await self._response(Request(scope))
            await response(scope, receive, send)

    async def _response(self, request: Request) -> Response:
        if not self._hosts.admit(request.headers.getlist("host")):
            return _answer(request, 403, b"This preview does not answer to that host name.\n", _PLAIN)
        if request.method not in {"GET", "HEAD"}:
            return _answer(request, 405, b"Only GET and HEAD.\n", _PLAIN, Allow="GET, HEAD")
        path: str = request.scope["path"]
        if path.startswith(OWN):
            return self._own_response(request, path.removeprefix(OWN))
        showing = await self._board.ready()
        if showing is None:
            return _answer(request, 503, b"The preview is stopping.\n", _PLAIN)
        return _site_response(request, path, showing)

    def _own_response(self, request: Request, name: str) -> Response:
        if name == "events":
            if is_cross_site(request.headers):
                return _answer(request, 403, b"The event stream is for the pages of this preview.\n", _PLAIN)
            if request.method == "HEAD":
                return Response(b"", headers=_HEADERS, media_type="text/event-stream")
            return StreamingResponse(self._board.stream(), headers=_HEADERS, media_type="text/event-stream")
        if name in self._own:
            return _answer(request, 200, self._own[name], content_type(name))
        return _answer(request, 404, b"Nothing here.\n", _PLAIN)


def _site_response(request: Request, path: str, showing: Showing) -> Response:
    site, generation = showing.site, showing.generation
    if site is None:
        # 503: a reader sees the page all the same, but a link checker must not take it for the site.
        body = page_for_preview(problems_page(showing.problems), generation, own=True)
        return _answer(request, 503, body, _HTML)
    key = path.removeprefix("/")
    found = f"{key}index.html" if key == "" or key.endswith("/") else key
    if found in site:
        kind = content_type(found)
        body = page_for_preview(site[found], generation) if kind == _HTML else site[found]
        return _answer(request, 200, body, kind)
    if f"{key}/index.html" in site and not key.startswith("/"):
        query = request.scope["query_string"].decode("ascii", "ignore")
        there = quote(f"/{key}/") + (f"?{query}" if query else "")
        return _answer(request, 308, b"", _PLAIN, Location=there)
    body = site["404.html"] if "404.html" in site else missing_page()
    return _answer(request, 404, page_for_preview(body, generation), _HTML)


def _answer(request: Request, status: int, body: bytes, kind: str, **headers: str) -> Response:
    """A whole answer; to HEAD the same headers without the body (RFC 9110, section 9.3.2)."""
    fields = {**_HEADERS, **headers, "Content-Type": kind, "Content-Length": str(len(body))}
    return Response(b"" if request.method == "HEAD" else body, status, fields)
