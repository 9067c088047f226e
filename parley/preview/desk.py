"""What the preview says of one page to its writer: where it was written, and which drafts there are.

Places are told as links that open an editor, which hold paths of this machine: they go to nobody elsewhere.
"""

from __future__ import annotations

from urllib.parse import quote

from parley.preview.built import Draft, Spot
from parley.preview.editions import DRAFTS
from parley.preview.events import Edit
from parley.preview.showing import Showing


def page_told(showing: Showing, begin: str, path: str, edit: Edit | None, *, drafts_apart: bool) -> dict[str, object]:
    """All that the marks and the bar of a page need. `begin` is where its edition begins, `path` is within that;
    `edit` is None for who may not know. `drafts_apart`: there is an edition with drafts."""
    key = path_of(path)
    items: dict[str, str] = {}
    page = ""
    if edit is not None:
        spots = showing.spots(key)
        page = _link(edit, spots.get(""))
        items = {name: link for name, spot in spots.items() if name and (link := _link(edit, spot))}
    return {
        "edit": page,
        "items": items,
        "drafts": [
            {"title": draft.title, "href": draft_href(showing, begin, draft), "edit": _link(edit, draft.spot)}
            for draft in showing.drafts
        ],
        "hidden": any(not is_shown(showing, draft) for draft in showing.drafts),
        "other": quote(_other(begin, path)) if drafts_apart else "",
    }


def _other(begin: str, path: str) -> str:
    """The same page with drafts, or without them; nothing for editions of which there is no such other."""
    return f"/{path}" if begin == DRAFTS else "" if begin else f"/{DRAFTS}{path}"


def draft_at(showing: Showing, path: str) -> Draft | None:
    """The draft that would have this address."""
    return next((draft for draft in showing.drafts if any(path.startswith(own) for own in draft.paths)), None)


def draft_href(showing: Showing, begin: str, draft: Draft) -> str:
    """The address at which a draft can be seen, in this edition or in that with drafts."""
    return quote(f"/{begin if is_shown(showing, draft) else DRAFTS}{draft.paths[0]}")


def is_shown(showing: Showing, draft: Draft) -> bool:
    return showing.site is not None and path_of(draft.paths[0]) in showing.site


def path_of(path: str) -> str:
    """The file that a path (without its first slash) stands for."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def _link(edit: Edit | None, spot: Spot | None) -> str:
    return edit(spot) if edit is not None and spot is not None else ""
