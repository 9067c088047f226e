"""The check of links while pages are made tells what the check of a whole site tells, however it is folded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.publish import linked_pages
from parley.publish.link_facts import page_facts
from parley.publish.linked_pages import LinkedPages
from parley.publish.links import dead_links
from tests.publish.test_links import SITES


@settings(max_examples=100, deadline=None)
@given(site=SITES, stretch=st.integers(1, 4), apart=st.integers(0, 3))
def test_the_same_is_told_as_of_the_whole_site(site: dict[str, bytes], stretch: int, apart: int) -> None:
    others = [path for path in site if not path.endswith(".html")][:apart]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linked_pages, "STRETCH", stretch)
        found = LinkedPages()
        for path, body in site.items():
            if path not in others:
                found.add(path, page_facts(path, body))
        assert found.dead_links(site, others) == dead_links(site)


def test_only_pages_near_one_that_leads_nowhere_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class Noted(dict[str, bytes]):
        def __getitem__(self, path: str) -> bytes:
            read.append(path)
            return super().__getitem__(path)

    read: list[str] = []
    monkeypatch.setattr(linked_pages, "STRETCH", 10)
    pages = {f"{number}/index.html": b'<a href="../7/">' for number in range(100)}
    site, found = Noted(pages | {"55/index.html": b'<a href="../nowhere/">'}), LinkedPages()
    for path, body in site.items():
        found.add(path, page_facts(path, body))
    (told,) = found.dead_links(site, [])
    assert told.place.file == "55/index.html"
    assert read == [f"{number}/index.html" for number in range(50, 60)]
