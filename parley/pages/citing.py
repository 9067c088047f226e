"""Cite this: a brief in the forms that writers paste, and as files for their reference managers."""

from __future__ import annotations

from parley.model.brief import Brief
from parley.model.citation import Citation
from parley.model.page import Page
from parley.pages.bibliography import FILE
from parley.pages.desk import Desk
from parley.pages.here import brief_path
from parley.pages.story_parts import Citing
from parley.words.citations import apa, author_name, mla

FILES = ("cite.bib", "cite.json")


def citation(desk: Desk, brief: Brief) -> Citation:
    """What ``brief`` is cited by. The key is its slug, which stays the same for as long as its address does."""
    settings, start = desk.library.settings, brief.updated.start
    return Citation(
        key=brief.slug,
        title=" ".join(brief.title.split()),
        authors=tuple(author_name(author, settings.name) for author in brief.authors),
        site=settings.name,
        date=tuple(part for part in (start.year, start.month, start.day) if part),
        about=start.about,
        address=f"{settings.address}{brief_path(brief.slug)}" if settings.address else "",
        lang=brief.lang or settings.language,
    )


def citing(desk: Desk, brief: Brief) -> Citing:
    """The part "Cite this" of the page of ``brief``."""
    cited = citation(desk, brief)
    bibtex, csl = FILES
    sources = FILE if brief.sources else ""
    return Citing(apa=apa(cited), mla=mla(cited), bibtex=bibtex, csl=csl, sources=sources, name=cited.key)


def citing_pages(desk: Desk, brief: Brief) -> list[Page]:
    """The files beside the page of ``brief``."""
    cited = citation(desk, brief)
    return [Page(path=f"{brief_path(brief.slug)}{name}", template=name, view=cited) for name in FILES]
