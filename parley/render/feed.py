"""A feed's view -> JSON Feed 1.1 (jsonfeed.org). Atom is a template; JSON is not text to be pieced together."""

from __future__ import annotations

from typing import Any

import msgspec


def feed_json(view: Any) -> bytes:
    """``view`` (a ``FeedView``) as a JSON Feed."""
    items = [
        {"id": entry.id, "url": entry.url, "title": entry.title, "content_text": entry.summary or entry.title,
         "date_published": entry.date}
        for entry in view.entries
    ]  # fmt: skip
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": view.title,
        "description": view.description,
        "home_page_url": view.home,
        "feed_url": view.self_json,
        "language": view.lang,
        "authors": [{"name": view.author}],
        "items": items,
    }
    return msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n"
