"""The files that pages ask for: one stylesheet, one script, the icons, under names that change with their content; and
the scripts that single pages ask for besides.

A name that tells its content can be cached for ever by any host. Each CSS file becomes a cascade layer of its name, so
that a later file wins over an earlier one whatever their selectors; a site's own ``site.css``, in no layer, wins over
them all. Each script becomes a block of one module, so that none sees the names of another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

import msgspec
from rcssmin import cssmin
from rjsmin import jsmin

from parley.render.theme import ICON, ICONS, OWN_STYLE, Theme

WELL_KNOWN = {"favicon.ico"}  # is asked for by this name, at the top, whatever a page says


class Assets(msgspec.Struct, frozen=True):
    """``names``: a file's plain name ("site.css") -> where it lies below the site's top; ``files``: path -> bytes."""

    names: Mapping[str, str]
    files: Mapping[str, bytes]


def assets(theme: Theme) -> Assets:
    """The assets of ``theme``."""
    plain = {
        "site.css": stylesheet(theme.styles).encode(),
        "site.js": script(theme.scripts).encode(),
        ICON: theme.files[ICON],
        **{name: script({name: js}).encode() for name, js in theme.apart.items()},
    }
    plain |= {name.removeprefix(ICONS): picture for name, picture in theme.files.items() if name.startswith(ICONS)}
    names = {name: _path(name, content) for name, content in plain.items()}
    return Assets(names=names, files={names[name]: content for name, content in plain.items()})


def stylesheet(styles: Mapping[str, str]) -> str:
    """One stylesheet of the files ``styles``, in their order, without comments and needless white space."""
    layers = "".join(
        css if name == OWN_STYLE else f"@layer {name.removesuffix('.css')}{{{css}}}" for name, css in styles.items()
    )
    small: str = cssmin(layers)
    return small + "\n"


def script(scripts: Mapping[str, str]) -> str:
    """One module of the files ``scripts``, in their order, without comments and needless white space."""
    small: str = jsmin("\n".join(f"{{\n{js}\n}}" for js in scripts.values()))
    return small + "\n"


def _path(name: str, content: bytes) -> str:
    if name in WELL_KNOWN:
        return name
    plain = PurePosixPath(name)
    return f"assets/{plain.stem}.{hashlib.sha256(content).hexdigest()[:10]}{plain.suffix}"
