"""The files of `admin/` that Parley makes itself, from its schema and from what a site chose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from parley.write.admin import shapes
from parley.write.admin.config import FILE as CONFIG
from parley.write.admin.config import SERVER, START, config

PAGE = "index.html"
HOSTS = {  # whom the script of each backend asks, where its settings name no other API
    "github": ("https://api.github.com",),
    "gitlab": ("https://gitlab.com",),
    "bitbucket": ("https://api.bitbucket.org", "https://bitbucket.org"),
}
ORIGIN = re.compile(r"https?://[\w.-]+(?::[0-9]+)?(?=/|$)")  # nothing in it means anything to a policy or to HTML
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src {asked}; base-uri 'none'; form-action 'none'"
)


def own_files(own: Mapping[str, Any], folders: Iterable[str]) -> dict[str, bytes]:
    """By path below `admin/`: the page, its scripts, and ``config.yml`` with the keys ``own`` that a site chose, for
    the ``folders`` of its briefs."""
    static = resources.files("parley.write.admin") / "static"
    made = {file.name: file.read_bytes() for file in static.iterdir() if file.is_file()}
    page = made[PAGE].decode().replace("{{policy}}", policy(own))
    texts = {PAGE: page, CONFIG: config(own, folders), shapes.FILE: shapes.shapes()}
    return made | {name: text.encode() for name, text in texts.items()}


def policy(own: Mapping[str, Any]) -> str:
    """The content security policy of the page (CSP Level 3): its own files, and the machines that it saves to.

    Decap CMS makes functions of text where it checks its configuration, and styles while it runs; hence the two words
    that no other page of a site allows.
    """
    backend = own.get("backend", START["backend"])
    backend = backend if isinstance(backend, dict) else {}
    named = [value for value in backend.values() if isinstance(value, str) and ORIGIN.match(value)]
    asked = [*named, *(() if "api_root" in backend else HOSTS.get(str(backend.get("name")), ()))]
    match own.get("local_backend"):
        case {"url": str() as url}:
            asked.append(url)
        case True:
            asked += [SERVER, SERVER.replace("localhost", "127.0.0.1")]
    origins = [found[0] for address in asked if (found := ORIGIN.match(address))]
    return POLICY.format(asked=" ".join(dict.fromkeys(["'self'", *origins])))
