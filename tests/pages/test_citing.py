"""Cite this: the page says how, and two files beside it say the same to reference managers."""

from parley.model.citation import Citation
from parley.pages.citing import citation, citing, citing_pages
from parley.pages.desk import Desk
from tests.derive.builders import brief, found, library
from tests.pages.conftest import desk_on, view_of


def test_a_brief_is_cited_by_what_it_says_of_itself_and_the_day_of_its_last_change(desk17: Desk) -> None:
    cited = citation(desk17, desk17.library.briefs["istanbul-talks"])
    assert (cited.key, cited.date, cited.authors) == ("istanbul-talks", (2025, 5, 16), ())
    assert cited.address == "https://desk.example/briefs/istanbul-talks/"
    told = citing(desk17, desk17.library.briefs["istanbul-talks"])
    assert told.apa.startswith(cited.title.rstrip("."))
    assert told.mla.endswith(", 16 May 2025, https://desk.example/briefs/istanbul-talks/.")


def test_the_files_stand_beside_the_page_and_hold_one_citation(desk17: Desk) -> None:
    story = desk17.library.briefs["istanbul-talks"]
    pages = citing_pages(desk17, story)
    assert [page.path for page in pages] == ["briefs/istanbul-talks/cite.bib", "briefs/istanbul-talks/cite.json"]
    assert [view_of(page, Citation) for page in pages] == [citation(desk17, story)] * 2
    told = citing(desk17, story)
    assert [f"briefs/istanbul-talks/{href}" for href in (told.bibtex, told.csl)] == [page.path for page in pages]


def test_a_date_that_is_known_to_the_month_is_cited_so_and_a_span_by_its_first_day() -> None:
    def cited(as_of: str) -> Citation:
        world = library(brief(as_of=as_of))
        return citation(Desk(world, found(world), desk_on("2025-05-12", "").dressing), world.briefs["story"])

    assert (cited("2025-05").date, cited("2025-05").about) == ((2025, 5), False)
    assert (cited("2025~").date, cited("2025~").about) == ((2025,), True)
    assert cited("2025-05-08/2025-05-10").date == (2025, 5, 8)
    assert cited("2025").address == ""
