"""Every example of the catalogue is real: it brings about its one problem at its place, and its mend clears it."""

import datetime as dt
import re
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from parley.model.problem import Place, Problem
from parley.site import Order, built, checked
from parley.write.catalogue.collected import catalogue
from parley.write.catalogue.entry import Entry
from parley.write.catalogue.examples import lines_of, right_files, right_lines, wrong_files, wrong_lines
from parley.write.catalogue.sample import DAY, SAMPLE
from tests.write.catalogue.plain import JARGON

SHOWN = [pytest.param(entry, id=entry.code) for entry in catalogue().values() if entry.wrong]
NOT_BY_A_TEXT = {
    *("no-briefs-folder", "unreadable", "link-folder", "link-outside"),  # of folders and links
    *("dead-source", "moved-source"),  # of the web
    "uncorrected-change",  # of two versions
}
