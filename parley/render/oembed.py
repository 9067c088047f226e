"""An oEmbed view -> JSON (oembed.com, 1.0, type "rich"). JSON is not text to be pieced together."""

from __future__ import annotations

from typing import Any

import msgspec

CACHE_AGE = 86_400  # seconds for which a consumer may keep it


def oembed_json(view: Any) -> bytes:
    """``view`` (an ``OembedView``) as an oEmbed response."""
    told = {
        "version": "1.0",
        "type": "rich",
        "title": view.title,
        "provider_name": view.provider,
        "provider_url": view.home,
        "html": view.html,
        "width": view.width,
        "height": view.height,
        "cache_age": CACHE_AGE,
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"
