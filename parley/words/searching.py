"""The words of the search: what is found, and what is told where there is no full-text search."""

from __future__ import annotations

from typing import Literal

from parley.words.tongue import Labels, message

# With an index; in a preview, which does without; where none can be made; where pages are opened from a disk.
Searching = Literal["full", "later", "none", "disk"]

KIND = Labels({"brief": "Brief", "proposal": "Proposal", "topic": "Topic", "about": "About this site", "page": "Page"})
ABOUT_SEARCH = message("Find any word of the briefs, actors and proposals. Below stands everything from A to Z.")
ABOUT_LIST = message("Every brief, actor, proposal and topic, from A to Z.")
NOTICE = Labels[Searching](
    {
        "full": "",
        "later": "Full-text search is made by the command “build”; this preview does without it. The A to Z works.",
        "none": "There is no full-text search on this site. Everything is listed below.",
        "disk": "Full-text search works only on the web. Everything is listed below.",
    }
)
