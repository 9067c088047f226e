"""What is added to a page on its way out: the reload script, and room for it in the page's policy. Never stored.

The script tag carries the generation of the site that the page is from. Without it a save between the answer and the
opening of the event stream would be missed by that tab for good.
"""

from __future__ import annotations

import html

from parley.preview.policy import page_with_policy

AS_IS = b'<meta name="parley-preview" content="as-is">'  # in a page that must not be loaded again: someone types there
OWN = "/_parley/"  # the addresses that belong to the preview and not to the site


def page_for_preview(page: bytes, generation: str, edition: str = "", *, own: bool = False) -> bytes:
    """An HTML page with the script just before the end of its body (or of the page): not deferred, so that it sees the
    page as it was sent, before any other script works on it. `edition` is where that begins; `own`: a page of the
    preview itself, which already says what is wrong and needs no panel. A page that asks for it stays as it is."""
    if AS_IS in page:
        return page
    data = f'data-generation="{html.escape(generation)}"'
    data += f' data-edition="{html.escape(edition)}"' if edition else ""
    data += " data-own" if own else ""
    tag = f'<script src="{OWN}reload.js" {data}></script>'
    page = page_with_policy(page)
    end = page.rfind(b"</body")
    if end < 0:
        end = page.lower().rfind(b"</body")
    if end < 0:
        end = len(page)
    return page[:end] + tag.encode() + page[end:]
