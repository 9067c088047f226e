"""Where what stands on a page was written."""

import pytest

from parley.pages.origins import origins
from parley.site import worked_out
from parley.site.order import Order
from tests.sites import FILES, NOW, written


@pytest.fixture
def library(tmp_path):
    return worked_out(Order(root=written(tmp_path, FILES), now=NOW)).now


def line(place, root_files=FILES):
    return root_files[place.file].splitlines()[place.line - 1]


def test_a_page_is_written_in_its_file_and_what_is_on_it_at_its_line(library):
    found = origins(library, "briefs/bridge/index.html")
    assert (found[""].file, found[""].line) == ("briefs/bridge.yaml", 1)
    assert "keep-open:" in line(found["proposal-keep-open"])
    assert "title:" in line(found["title"])


def test_a_proposal_and_its_answers_are_found_on_its_own_page(library):
    found = origins(library, "proposals/bridge/keep-open/index.html")
    assert "keep-open:" in line(found[""])
    answers = [place for anchor, place in found.items() if anchor]
    assert answers
    assert all(line(place).lstrip().startswith("- ") for place in answers)


def test_an_actor_is_found_where_it_is_defined(library):
    assert "council:" in line(origins(library, "actors/council/index.html")[""])


@pytest.mark.parametrize("page", ["timeline/index.html", "briefs/none/index.html", "proposals/bridge/index.html", "x"])
def test_of_other_pages_nothing_is_said(library, page):
    assert origins(library, page) == {}


def test_the_home_page_is_that_of_the_settings(library):
    assert origins(library, "index.html")[""].file == "site.yaml"
