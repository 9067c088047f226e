"""Sources from CSL-JSON: what it knows is kept, what can't be told is said, and our own files come back the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.exchange.csl import sources_of_csl
from parley.exchange.taken import NotRead
from parley.model.citation import Bibliography
from parley.model.new_source import NewSource
from parley.pages.bibliography import bibliography_pages
from parley.render.citing import bibliography_csl
from tests.pages.conftest import desk_on, view_of

ZOTERO = """[
  {"id": "http://zotero.org/users/1/items/X", "type": "article-newspaper",
   "title": "Leaders <i>meet</i> &amp; talk", "container-title": "UPI", "publisher": "News World",
   "author": [{"family": "Doe", "given": "Jane"}, {"literal": "The Desk"},
              {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."}],
   "issued": {"date-parts": [["2025", 5, "10"]]}, "accessed": {"date-parts": [[2025, 5, 12]]},
   "URL": "https://upi.example/a", "archive_location": "https://kept.example/a", "language": "en"},

  {"id": "two", "type": "report", "title": "Report", "publisher": "The Office", "DOI": "10.1000/182",
   "issued": {"date-parts": [[2025, 5, 8], [2025, 5, 10]]}}
]"""


def test_everything_that_a_reference_manager_knows_is_kept() -> None:
    sources, remarks = sources_of_csl(ZOTERO)
    assert sources == [
        NewSource(
            key="http://zotero.org/users/1/items/X", line=2, title="Leaders meet & talk", publisher="UPI",
            author=("Jane Doe", "The Desk", "Jan van der Berg Jr."), date="2025-05-10", accessed="2025-05-12",
            url="https://upi.example/a", archived="https://kept.example/a", lang="en",
        ),
        NewSource(
            key="two", line=9, title="Report", publisher="The Office", date="2025-05-08/2025-05-10", kind="document",
            url="https://doi.org/10.1000/182",
        ),
    ]  # fmt: skip
    assert remarks == []


def test_what_can_t_be_told_is_said_with_its_line() -> None:
    text = """[{"id": "a", "type": "song", "title": "A", "issued": {"literal": "spring 2025"}},
{"id": "b", "type": "webpage"}, {"id": "c", "title": "C", "URL": "javascript:alert(1)"}]"""
    sources, remarks = sources_of_csl(text)
    assert [(source.title, source.date, source.kind) for source in sources] == [("A", "", ""), ("C", "", "")]
    assert [(remark.line, remark.text) for remark in remarks] == [
        (1, 'the date of "A" can\'t be told; add it by hand'),
        (1, '"A" is of the type "song"; look at its kind, which is news unless you say so'),
        (2, '"b" has no title; left out'),
        (2, 'the address of "C" does not begin with http; left out'),
    ]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1), ("[{]", 1, 3), ('[\n {"title": "A"}\n {"title": "B"}]', 3, 1), ("[1]", 1, 1),
        ('{"title": "A"} x', 1, 1),
        ('[{"title": "A"}', 1, 1), ("[" * 100_000, 1, 1),
    ],
)  # fmt: skip
def test_what_is_no_csl_json_is_refused_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(NotRead) as refused:
        sources_of_csl(text)
    assert (refused.value.line, refused.value.column) == (line, column)


def test_one_item_alone_and_an_empty_list_are_read() -> None:
    assert [source.title for source in sources_of_csl('{"title": "A"}')[0]] == ["A"]
    assert sources_of_csl(" [ ] ") == ([], [])


@pytest.mark.parametrize("value", [None, 1, [], {}, "x", [[]], {"date-parts": "x"}, {"date-parts": [[[]]]}])
def test_odd_values_are_no_fault_of_the_program(value: object) -> None:
    item = {"title": "A"} | dict.fromkeys(("author", "issued", "accessed", "URL", "language", "id", "DOI"), value)
    (source,), _ = sources_of_csl(json.dumps([item]))
    assert source.title == "A"


KEYS = st.sampled_from(["title", "author", "issued", "date-parts", "family", "literal", "URL", "type"])


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        sources, _ = sources_of_csl(json.dumps(value))
    except NotRead:
        return
    assert all(source.title for source in sources)


def test_our_own_file_comes_back_as_the_sources_it_was_made_of() -> None:
    story = desk_on("2025-05-17").library.briefs["istanbul-talks"]
    (page,) = bibliography_pages(story)
    sources, _ = sources_of_csl(bibliography_csl(view_of(page, Bibliography)).decode())
    for source, own in zip(sources, story.sources.values(), strict=True):
        assert (source.key, source.title, source.url) == (own.id.partition("/")[2], own.title, own.url)
        assert (source.publisher, source.author, source.archived) == (own.publisher, own.author, own.archived)
        assert source.date == (own.date.text if own.date else "")
