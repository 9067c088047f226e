"""Every example of the catalogue is real: it brings about its one problem at its place, and its mend clears it."""

import pytest

from parley.write.catalogue.collected import catalogue

SHOWN = [pytest.param(entry, id=entry.code) for entry in catalogue().values() if entry.wrong]
NOT_BY_A_TEXT = {
    *("no-briefs-folder", "unreadable", "link-folder", "link-outside"),  # of folders and links
    *("dead-source", "moved-source"),  # of the web
    "uncorrected-change",  # of two versions
}
