"""Sources from BibTeX: TeX becomes text, names are as they are spoken, and addresses stay as they are."""

from __future__ import annotations

import pytest

from parley.exchange.bibtex import sources_of_bibtex
from parley.exchange.taken import NotRead
from parley.model.citation import Citation, Name
from parley.model.new_source import NewSource
from parley.render.citing import citation_bibtex

FILE = r"""% a remark
@string{upi = "UPI"}
@article{doe2025,
  author = {Jane Doe and Roe, Richard and {The Desk and Co} and van der Berg, Jr., Jan},
  title = {L\'eaders {Meet} in \& Kyiv: 100\,\%}, journal = upi, year = 2025, month = may, day = 10,
  url = {https://x.example/a_b?c=%20~z}, urldate = {2025-05-12}, langid = {en}}
@misc{two, title = {No {\"o} year}, subtitle = {Two}, howpublished = {\url{https://y.example/}}, date = {2025-05~}}
@techreport{three, title = "Report", institution = {The Office}, year = "spring", doi = {10.1000/182}}
"""


def test_everything_that_a_brief_has_room_for_is_kept() -> None:
    sources, remarks = sources_of_bibtex(FILE)
    assert sources == [
        NewSource(
            key="doe2025", line=3, title="Léaders Meet in & Kyiv: 100 %", publisher="UPI", date="2025-05-10",
            author=("Jane Doe", "Richard Roe", "The Desk and Co", "Jan van der Berg Jr."), accessed="2025-05-12",
            url="https://x.example/a_b?c=%20~z", lang="en",
        ),
        NewSource(key="two", line=7, title="No ö year: Two", url="https://y.example/", date="2025-05~"),
        NewSource(
            key="three", line=8, title="Report", publisher="The Office", kind="document",
            url="https://doi.org/10.1000/182",
        ),
    ]  # fmt: skip
    assert [(remark.line, remark.text) for remark in remarks] == [
        (8, 'the date of "Report" can\'t be told; add it by hand')
    ]


def test_entries_that_can_t_be_read_are_told_and_the_others_kept() -> None:
    sources, remarks = sources_of_bibtex("@misc{a, title={A}}\n@misc{a, title={B}}\n@misc{c}\n@article{d, title={x\n")
    assert [source.title for source in sources] == ["A"]
    assert [remark.line for remark in remarks] == [2, 3, 4]


def test_an_address_that_no_page_can_lead_to_is_told_and_others_are_no_author() -> None:
    (source,), (remark,) = sources_of_bibtex(
        "@misc{a, title={A}, url={ftp://a.example}, author={Doe, Jane and others}}"
    )
    assert (source.url, source.author) == ("", ("Jane Doe",))
    assert remark.text == 'the address of "A" does not begin with http; left out'


@pytest.mark.parametrize("text", ["", "name;kind\n", "no entry here"])
def test_a_file_without_an_entry_is_refused(text: str) -> None:
    with pytest.raises(NotRead, match="no entry of BibTeX"):
        sources_of_bibtex(text)


@pytest.mark.parametrize(
    "title", ["100 % of {all} & \\more_ #1 ~ ^ $x$", "A “title” – with marks", "x \\input{/etc/passwd}"]
)
def test_what_we_write_is_read_back(title: str) -> None:
    cited = Citation(
        key="talks", title=title, authors=(Name(family="Doe", given="Jane"), Name(whole="The Desk")), site="The Desk",
        date=(2025, 5, 10), address="https://desk.example/briefs/talks/", lang="en",
    )  # fmt: skip
    (source,), _ = sources_of_bibtex(citation_bibtex(cited).decode())
    assert source == NewSource(
        key="talks", line=1, title=" ".join(title.split()), publisher="The Desk", author=("Jane Doe", "The Desk"),
        date="2025-05-10", url="https://desk.example/briefs/talks/", lang="en",
    )  # fmt: skip
