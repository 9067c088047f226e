"""What finds a page, and what is taken along from it: the search, the A to Z, a calendar, a card, a citation."""

from __future__ import annotations

from parley.model.citation import Citation, Name
from parley.pages.list_views import Named
from parley.pages.offers import CalendarOffer, CodeSample, DataGrid, EmbedOffer, GridRow
from parley.pages.story_parts import Citing
from parley.pages.style.example import Example
from parley.pages.style.sample import BRIEF, ENDLESS, FERRIES, FOREIGN, HERE, ISLANDERS, LONG, TOLL, link, prose
from parley.pages.style.views import Specimen
from parley.words import agenda
from parley.words.citations import apa, mla

PLACE = "ferry.example"
CITED = Citation(
    key="lowmere-ferry",
    title=BRIEF.text,
    authors=(Name(family="Quill", given="Ada"), Name(whole=LONG)),
    site="The Ferry Record",
    date=(2024, 3, 20),
    address=f"https://{PLACE}/briefs/lowmere-ferry/",
    lang="en",
)
CODE = (
    f'<iframe src="https://{PLACE}/embed/lowmere-ferry/toll/" title="{TOLL.text} · {CITED.site}" width="400"'
    ' height="320" loading="lazy" style="border:0;max-width:100%"></iframe>'
)


def _calendar(subscribe: str, missing: int = 0) -> Specimen:
    offer = CalendarOffer(download=HERE, subscribe=subscribe, left_out=agenda.left_out(missing))
    return Specimen(calendar_offer=offer)


EXAMPLES = (
    Example(
        "search-box",
        "The inside of a search form: where to write, and the button.",
        {"empty": Specimen(search_box=True)},
        wide=True,
    ),
    Example(
        "alphabet",
        "The letters of the A to Z, each leading to its names.",
        {"letters and figures": Specimen(alphabet=tuple(map(link, (*"ABDFLMØЖא", "0–9"))))},
    ),
    Example(
        "names",
        "Names that lead to pages, in columns.",
        {
            "of every kind": Specimen(
                names=(
                    Named(link=FERRIES, what="Topic"),
                    Named(link=ISLANDERS, what="Group"),
                    Named(link=TOLL, what="Proposal"),
                    Named(link=BRIEF, what="Brief"),
                )
            ),
            "without a break, and from right to left": Specimen(
                names=(Named(link=ENDLESS, what="Organisation"), Named(link=FOREIGN, what="Group"))
            ),
        },
        wide=True,
    ),
    Example(
        "calendar-offer",
        "A calendar of the page's next steps.",
        {
            "with every step": _calendar(f"{PLACE}/calendar.ics"),
            "without some steps": _calendar(f"{PLACE}/calendar.ics", 2),
            "where the site’s address is not known": _calendar(""),
        },
    ),
    Example(
        "embed-offer",
        "The HTML that shows the card in another page, to copy.",
        {"before a script shows the button": Specimen(embed_offer=EmbedOffer(page=HERE, code=CODE))},
    ),
    Example(
        "code-sample",
        "Lines as they are typed, under the name of their file.",
        {
            "of a file": Specimen(
                code_sample=CodeSample(label="briefs/ferry.yaml", text="title: Who pays?\nwho:\n  council: Asks.")
            ),
            "wider than the page": Specimen(code_sample=CodeSample(label="Commands", text=CODE)),
        },
    ),
    Example(
        "data-grid",
        "A table that scrolls on its own where it is wide.",
        {
            "two columns, the second with a word without a break": Specimen(
                data_grid=DataGrid(
                    head=(prose("write"), prose("when")),
                    rows=(
                        GridRow(cells=(prose("`said`"), prose("they said it *themselves*"))),
                        GridRow(cells=(prose("`implied`"), prose(ENDLESS.text))),
                    ),
                )
            )
        },
    ),
    Example(
        "citing",
        "The page as others cite it: to be copied, and as files.",
        {
            "two authors, one of them without a break": Specimen(
                citing=Citing(apa=apa(CITED), mla=mla(CITED), bibtex=HERE, csl=HERE, sources=HERE, name=CITED.key)
            ),
            "a page without sources": Specimen(
                citing=Citing(apa=apa(CITED), mla=mla(CITED), bibtex=HERE, csl=HERE, sources="", name="alone")
            ),
        },
    ),
)
