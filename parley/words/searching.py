"""The words of the search: what is found, and what is told where there is no full-text search."""

from __future__ import annotations

from typing import Literal

# With an index; in a preview, which does without; where none can be made; where pages are opened from a disk.
Searching = Literal["full", "later", "none", "disk"]

BRIEF, PROPOSAL, TOPIC, ABOUT, PAGE = "Brief", "Proposal", "Topic", "About this site", "Page"
ABOUT_SEARCH = "Find any word of the briefs, actors and proposals. Below stands everything from A to Z."
ABOUT_LIST = "Every brief, actor, proposal and topic, from A to Z."
NOTICE: dict[Searching, str] = {
    "full": "",
    "later": "Full-text search is made by the command “build”; this preview does without it. The A to Z works.",
    "none": "There is no full-text search on this site. Everything is listed below.",
    "disk": "Full-text search works only on the web. Everything is listed below.",
}
