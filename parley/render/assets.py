"""The files that pages ask for: one stylesheet, the icon and the script, under names that change with their content.

A name that tells its content can be cached for ever by any host. Each CSS file becomes a cascade layer of its name, so
that a later file wins over an earlier one whatever their selectors; a site's own ``site.css``, in no layer, wins over
them all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec
from rcssmin import cssmin

from parley.render.theme import OWN_STYLE, Theme


class Assets(msgspec.Struct, frozen=True):
    """Where the stylesheet, the script and the icon lie below the site's top, and the files themselves by path."""

    stylesheet: str
    script: str
    icon: str
    files: Mapping[str, bytes]


def assets(theme: Theme) -> Assets:
    """The assets of ``theme``."""
    css = stylesheet(theme.styles).encode()
    js = theme.script.encode()
    style, script, icon = _path("site", css, "css"), _path("since", js, "js"), _path("icon", theme.icon, "svg")
    files = {style: css, script: js, icon: theme.icon}
    return Assets(stylesheet=style, script=script, icon=icon, files=files)


def stylesheet(styles: Mapping[str, str]) -> str:
    """One stylesheet of the files ``styles``, in their order, without comments and needless white space."""
    layers = "".join(
        css if name == OWN_STYLE else f"@layer {name.removesuffix('.css')}{{{css}}}" for name, css in styles.items()
    )
    small: str = cssmin(layers)
    return small + "\n"


def _path(name: str, content: bytes, ending: str) -> str:
    return f"assets/{name}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"
