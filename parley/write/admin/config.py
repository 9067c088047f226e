"""The configuration of the form editor: where it saves is the site's choice, what it shows is made from the nouns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.write.admin.fields import by_id, fields

FILE = "config.yml"
BRIEF, ACTORS = "parley-brief", "parley-actors"  # the formats that static/parley.js registers
SERVER = "http://localhost:8081/api/v1"  # where decap-server answers on a writer's own machine
KIND = "kind"  # what a form tells of the file that it was made from; there is none in what is not a brief
HEAD = """\
# Where the form editor saves, and the fields of its forms. `parley new admin` makes `collections`, `slug` and `editor`
# anew from the schema, and leaves all other keys as they are: decapcms.org/docs tells what they may be.

"""
START: Mapping[str, Any] = {  # what a new one begins with, to save on the machine it is used on; the rest is made
    "backend": {"name": "proxy", "proxy_url": SERVER, "branch": "main"},
    "publish_mode": "simple",
    "media_folder": "admin/media",
    "show_preview_links": False,
}


def config(own: Mapping[str, Any], folders: Iterable[str]) -> str:
    """``config.yml`` with the keys ``own`` that a site chose; ``folders`` are those of its briefs, below its root and
    with forward slashes."""
    made = {
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "collections": [*(_briefs(folder) for folder in folders), _actors()],
    }
    kept = {key: value for key, value in {**START, **own}.items() if key not in made}
    return HEAD + yaml.safe_dump({**kept, **made}, sort_keys=False, allow_unicode=True, width=100)


def own_keys(text: str) -> Mapping[str, Any]:
    """The keys of a ``config.yml`` that a site chose. Raises :class:`ValueError` where it can't be read."""
    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError as fault:
        raise ValueError(str(fault)) from fault
    if not isinstance(found, dict):
        raise ValueError("it has no keys")
    return found


def _briefs(folder: str) -> dict[str, Any]:
    below = folder.removeprefix("briefs").strip("/")
    return {
        "name": "-".join(["briefs", *below.split("/")]) if below else "briefs",
        "label": f"Briefs in {below}" if below else "Briefs",
        "label_singular": "Brief",
        "folder": folder,
        "create": True,
        "extension": "yaml",
        "format": BRIEF,
        "filter": {"field": KIND, "value": "brief"},
        "slug": "{{title | truncate(80, '-')}}",
        "identifier_field": "title",
        "sortable_fields": ["title", "published"],
        "fields": fields(Brief),
    }


def _actors() -> dict[str, Any]:
    said = "Briefs refer to them by this. Keep it once it is published: `parley rename` changes it everywhere."
    everyone = {
        "name": "actors",
        "label": "Actors",
        "label_singular": "Actor",
        "widget": "list",
        "required": False,
        "collapsed": True,
        "summary": "{{fields.name}}",
        "fields": by_id(Actor, said),
    }
    file = {"name": "actors", "label": "Shared actors", "file": "briefs/actors.yaml", "fields": [everyone]}
    return {"name": "shared", "label": "Shared actors", "format": ACTORS, "files": [file]}
