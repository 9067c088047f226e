"""The manifest's view -> JSON, with the colours of the theme (W3C, Web Application Manifest)."""

from __future__ import annotations

from typing import Any

import msgspec

from parley.render.colours import light_colours
from parley.render.theme import Theme


def manifest_json(view: Any, theme: Theme) -> bytes:
    """``view`` (a ``ManifestView``) as a web manifest. Its addresses are relative to it, so it works at any path."""
    colours = light_colours(theme)
    manifest = {
        "name": view.name,
        "short_name": view.short_name,
        "description": view.description,
        "lang": view.lang,
        "dir": view.dir,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": colours["bg"],
        "theme_color": colours["accent"],
        "icons": [
            {"src": icon.src, "sizes": icon.sizes, "type": icon.type, "purpose": icon.purpose} for icon in view.icons
        ],
    }
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
