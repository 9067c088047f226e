"""The ASGI application: answers from the mapping and from nowhere else.

A path of a request is looked up as a key, never joined to a folder, so there is no path arithmetic to get wrong. What
a request may be is checked before where it goes: the Host, then the method, then the address. There are no CORS
headers, nothing is cached, types are not guessed, and other origins may not embed anything.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib import resources
from urllib.parse import quote

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from parley.preview.built import Explained
from parley.preview.content_types import content_type
from parley.preview.desk import draft_at, draft_href, page_told, path_of
from parley.preview.editions import DRAFTS, Editions
from parley.preview.events import Board, Edit
from parley.preview.hosts import Hosts, is_at_this_machine, is_cross_site
from parley.preview.notices import draft_page, explanation_page, missing_page, problems_page
from parley.preview.outgoing import OWN, page_for_preview
from parley.preview.showing import Showing

_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",  # the line above does not keep a page out of a frame
}
_PLAIN = "text/plain; charset=utf-8"
_HTML = "text/html; charset=utf-8"


class Preview:
    """The application over the boards of its editions; `hosts` says under which names it answers.

    `edit` makes links that open the writer's editor; they are for requests from this machine, and from `neighbours`
    (addresses). `explained` gives what a problem's code means.
    """

    def __init__(
        self,
        boards: Board | dict[str, Board] | Editions,
        hosts: Hosts,
        *,
        edit: Edit | None = None,
        neighbours: frozenset[str] = frozenset(),
        explained: Callable[[str], Explained | None] = lambda _: None,
    ) -> None:
        boards = {"": boards} if isinstance(boards, Board) else boards
        self._editions = boards if isinstance(boards, Editions) else Editions(boards)
        self._hosts = hosts
        self._edit = edit
        self._neighbours = neighbours
        self._explained = explained
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
        if not path.startswith("/"):  # "GET http://other.example/": this is no proxy (RFC 9112, section 3.2)
            return _answer(request, 400, b"Only addresses of this preview, from / on.\n", _PLAIN)
        if path.startswith(OWN):
            return await self._own_response(request, path.removeprefix(OWN))
        begin, within, showing = await self._editions.showing(path.removeprefix("/"))
        if showing is None:
            return _answer(request, 503, b"The preview is stopping.\n", _PLAIN)
        # in a thread of its own: the site may have to make what is asked for
        return await asyncio.to_thread(self._site_response, request, begin, within, showing)

    async def _own_response(self, request: Request, name: str) -> Response:
        if name in {"events", "page"} and is_cross_site(request.headers):
            return _answer(request, 403, b"This is for the pages of this preview.\n", _PLAIN)
        if name == "events":
            return self._events(request)
        if name == "page":
            return await self._page(request)
        if name.startswith("problems/") and (found := self._explained(name.removeprefix("problems/"))):
            return _answer(request, 200, explanation_page(found), _HTML)
        if name in self._own:
            return _answer(request, 200, self._own[name], content_type(name))
        return _answer(request, 404, b"Nothing here.\n", _PLAIN)

    def _events(self, request: Request) -> Response:
        board = self._editions.named(request.query_params.get("of", ""))
        if board is None:
            return _answer(request, 404, b"Nothing here.\n", _PLAIN)
        if request.method == "HEAD":
            return Response(b"", headers=_HEADERS, media_type="text/event-stream")
        stream = board.stream(local=self._is_at_this_machine(request))
        return StreamingResponse(stream, headers=_HEADERS, media_type="text/event-stream")

    async def _page(self, request: Request) -> Response:
        """What is told of one page, by its path in the query."""
        path = request.query_params.get("path", "").removeprefix("/")
        begin, within, showing = await self._editions.showing(path)
        if showing is None:
            return _answer(request, 503, b"The preview is stopping.\n", _PLAIN)
        edit = self._edit if self._is_at_this_machine(request) else None
        apart = DRAFTS in self._editions.boards
        told = await asyncio.to_thread(page_told, showing, begin, within, edit, drafts_apart=apart)
        return _answer(request, 200, msgspec.json.encode(told), "application/json")

    def _site_response(self, request: Request, begin: str, key: str, showing: Showing) -> Response:
        site, generation = showing.site, showing.generation
        edit = self._edit if self._is_at_this_machine(request) else None
        if site is None:
            # 503: a reader sees the page all the same, but a link checker must not take it for the site.
            page = problems_page(showing.problems, edit, hidden_at=quote(f"/{key}") if begin else "")
            return _answer(request, 503, page_for_preview(page, generation, begin, own=True), _HTML)
        found = path_of(key)
        there = site.get(found)
        if there is not None:
            kind = content_type(found)
            body = page_for_preview(there, generation, begin) if kind == _HTML else there
            return _answer(request, 200, body, kind)
        if (f"{key}/index.html" in site or f"{key}/" in self._editions.boards) and not key.startswith("/"):
            query = request.scope["query_string"].decode("ascii", "ignore")
            away = quote(f"/{begin}{key}/") + (f"?{query}" if query else "")
            return _answer(request, 308, b"", _PLAIN, Location=away)
        if not begin and DRAFTS in self._editions.boards and (draft := draft_at(showing, key)):
            body = draft_page(draft, draft_href(showing, begin, draft))
        else:
            body = site.get("404.html") or missing_page()
        return _answer(request, 404, page_for_preview(body, generation, begin), _HTML)

    def _is_at_this_machine(self, request: Request) -> bool:
        return is_at_this_machine(request.client.host if request.client else None, self._neighbours)


def _answer(request: Request, status: int, body: bytes, kind: str, **headers: str) -> Response:
    """A whole answer; to HEAD the same headers without the body (RFC 9110, section 9.3.2)."""
    fields = {**_HEADERS, **headers, "Content-Type": kind, "Content-Length": str(len(body))}
    return Response(b"" if request.method == "HEAD" else body, status, fields)
