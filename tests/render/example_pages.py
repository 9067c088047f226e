"""The pages of the example site: two briefs, everyone and everything they name, and the pages around them."""

# ruff: noqa: E501 - a record on one line reads better than on five
# fmt: off

from __future__ import annotations

import msgspec

from parley.model.page import Link, Page, Prose
from parley.pages import list_views, machine_views, text_views
from parley.pages import parts as p
from parley.pages import story_parts as s
from parley.pages import views as v
from parley.pages.offers import CodeSample, DataGrid, GridRow
from tests.render.example_actors import actor_pages, embed_pages, proposal_pages
from tests.render.example_pictures import example_lanes, example_timeline
from tests.render.examples import (
    ACTORS,
    ADDRESS,
    MARK,
    PROPOSALS,
    SOURCES,
    answers,
    badge,
    calendar,
    counts,
    cut,
    frame,
    line,
    link,
    proposals,
    step_lines,
    steps,
    when,
    who,
)

SUMMARY = "Putin offers talks without preconditions, Zelensky wants a ceasefire first. Delegations met on 16 May and agreed on an exchange of prisoners, not on a truce."

CITING = s.Citing(
    apa="Doe, J. (2025, May 16). Will Kyiv and Moscow talk in Istanbul? The Record. https://briefs.example/briefs/istanbul-talks/",
    mla="Doe, Jane. “Will Kyiv and Moscow talk in Istanbul?” The Record, 16 May 2025, https://briefs.example/briefs/istanbul-talks/.",
    bibtex="cite.bib", csl="cite.json", sources="sources.json", name="istanbul-talks",
)


def table(root: str) -> p.PositionsTable:
    """Who stands where in the example brief."""
    sides = ("ukraine", "russia", "united-states", "european-union", "turkiye")
    own = f"{root}briefs/istanbul-talks/"

    def row(key: str, *cells: tuple[str, str, str, str]) -> p.TableRow:
        made = (
            p.Cell(side=ACTORS[side], word=word, label=label, href=own + href if href else "", mark=mark)
            for side, (word, label, href, mark) in zip(sides, cells, strict=True)
        )
        return p.TableRow(proposal=link(root, "proposal", key), badge=badge(key), cells=tuple(made))

    none, by = ("", "", "", ""), ("", "Put it forward", "", "")
    return p.PositionsTable(
        caption="The latest answer of each side. “No answer” means that no source we know reports one; it is not a no.",
        sides=who(root, *sides),
        rows=(
            row("truce", ("rejects", "Rejects", "#truce", ""), by, none, none, none),
            row("ceasefire", ("accepts", "Accepts", "#zelensky-accepts", ""), ("rejects", "Rejects", "#peskov-rejects", "changed"), ("supports", "Supports", "#trump-supports", "reported"), by, none),
            row("direct-talks", ("accepts-if", "Accepts, if …", "#yermak-talks", ""), by, ("no-answer", "No answer", "", ""), ("opposes", "Opposes", "#kallas-talks", ""), ("supports", "Supports", "#erdogan-talks", "")),
            row("leaders-meeting", by, ("no-answer", "No answer", "#leaders-meeting", ""), none, none, none),
        ),
    )


def brief_page() -> Page:
    """A full brief."""
    root = "../../"
    path = "briefs/istanbul-talks/index.html"
    putin, zelensky = who(root, "putin", "zelensky")
    stop, talks = link(root, "proposal", "ceasefire"), link(root, "proposal", "direct-talks")
    upi, kremlin = (Link(text=f"{SOURCES[key][1]}, {SOURCES[key][2]}", href=f"#source-{key}", kind="cite") for key in ("upi", "kremlin"))
    stand = p.Stand(
        title="Where things stand",
        counts=counts(root),
        rows=(
            p.Row(term="Who", words=((*who(root, "ukraine"), ", ", *who(root, "russia"), "; ", *who(root, "turkiye"), " hosts"),)),
            p.Row(term="Proposed", words=((stop,), (talks,))),
            p.Row(term="Rejected", words=(("The ceasefire, by ", *who(root, "russia"), ": “The language of ultimatums is unacceptable” (12 May)",),)),
            p.Row(term="Sticking point", words=(("Ukraine wants the ceasefire before talks, Russia talks before a ceasefire.",),)),
            p.Row(term="Next", words=((Link(text="Exchange of 1,000 prisoners for 1,000", href="#exchange", kind="step"), ", in the coming days"),)),
            p.Row(term="Not known", prose=(line("Whether the presidents will meet."),)),
        ),
        foot=("Updated 16 May 2025 · ", Link(text="9 sources", href="#sources")),
    )
    what = (
        f"On 10 May the leaders of France, Germany, Poland and the United Kingdom came to Kyiv. Together with {MARK.format(0)} they proposed a full ceasefire of at least 30 days {MARK.format(1)}.\n\n"
        f"In the night that followed, {MARK.format(2)} offered direct talks in Istanbul instead {MARK.format(3)}. He did not mention the 30 days. *Both* sides have since said yes to talks, each on terms that the other refuses.\n\n"
        "### The order of things\n\nThe quarrel is about what comes first:\n\n- Kyiv wants the guns to fall silent before anyone sits down.\n- Moscow wants to talk about what it calls the root causes, and about a truce only then."
    )
    return Page(path=path, template="pages/brief.html", view=v.BriefView(
        frame=frame(root, "Will Kyiv and Moscow talk in Istanbul?", path, "brief", SUMMARY, (Link(text="Briefs", href=root),)),
        slug="istanbul-talks",
        topics=(Link(text="Ukraine", href=root), Link(text="Ceasefires", href=root)),
        summary=line(SUMMARY),
        byline="By Jane Doe",
        published=when("12 May 2025"),
        updated=when("16 May 2025"),
        notice=(),
        stand=stand,
        changes=(s.Change(date=when("16 May 2025"), what=line("The delegations have met; no ceasefire, an exchange of prisoners."), items=(Link(text="Talks in Istanbul", href="#talks", kind="step"),)),
                 s.Change(date=when("13 May 2025"), what=line("A link was mended."), minor=True)),
        what=Prose(text=what, links=(zelensky, upi, putin, kremlin)),
        why_it_matters=line("It would be the first time since 2022 that the two sides sit at one table, and the first time that the presidents meet during this war."),
        background=line("Talks in Istanbul broke down in the spring of 2022. Since then the two sides have met only to exchange prisoners and the bodies of the fallen."),
        who=tuple(s.WhoCard(link=link(root, "actor", key), role=role, line=line(text)) for key, role, text in (
            ("zelensky", ("President of ", link(root, "actor", "ukraine")), "Invites Putin to Türkiye and waits there."),
            ("putin", ("President of ", link(root, "actor", "russia")), "Offers talks without preconditions, does not come himself."),
            ("trump", ("President of the ", link(root, "actor", "united-states")), "Backs the ceasefire, then urges Ukraine to accept the talks at once."),
            ("erdogan", ("President of ", link(root, "actor", "turkiye")), "Offers to host."),
            ("kallas", ("speaks for the ", link(root, "actor", "european-union")), "Opposes talks while there is no ceasefire."))),
        proposals=tuple(proposals(root).values()),
        rejections=tuple(answers(root, anchored=False)[name] for name in ("peskov-rejects", "zakharova-rejects", "putin-rejects")),
        positions=table(root),
        more=cut("proposals", "rejections", "sides", "timeline", "sources"),
        deadlocks=((*who(root, "ukraine"), " will not move on ", talks, " before ", stop, " holds; ", *who(root, "russia"), " will not accept ", stop, " before talks. A way out: either side lets go of its order, or a third party vouches for both at once."),),
        lanes=example_lanes(root),
        timeline=example_timeline(root)[0],
        time_axis=example_timeline(root)[1],
        steps=steps(root),
        unknown=(line("Whether the presidents will meet."), line("Whether the ceasefire was discussed in Istanbul at all."), line("When the prisoners are to be exchanged.")),
        glossary=(s.Term(anchor="term-truce", term="Truce", meaning=line("A pause in fighting for a set time.")), s.Term(anchor="term-weimar", term="Weimar+", meaning=line("France, Germany and Poland, with Italy, Spain, the United Kingdom and the European Union."))),
        corrections=(s.Mend(date=when("13 May 2025"), was=line("The leaders came to Kyiv on 9 May."), now=line("They came on 10 May."), where=link(root, "proposal", "ceasefire")),),
        sources=tuple(s.SourceEntry(anchor=f"source-{key}", number=at, title=title, url=url, lang="ru" if key == "abc" else "", credit=publisher, date=when(day), kind="news",
                                    accessed=when("17 May 2025") if url else None, archived=f"https://web.archive.org/web/2025/{url}" if key == "upi" else "")
                      for at, (key, (title, publisher, day, url)) in enumerate(SOURCES.items(), 1)),
        calendar=calendar(root),
        citing=CITING,
    ))


def bare_brief_page() -> Page:
    """A brief with nothing but what every brief must have, past its day."""
    root, path = "../../", "briefs/tribunal/index.html"
    title = "A special tribunal for the crime of aggression"
    return Page(path=path, template="pages/brief.html", view=v.BriefView(
        frame=frame(root, title, path, "brief", "Foreign ministers back a tribunal under the Council of Europe.", (Link(text="Briefs", href=root),), as_of="16 May 2025"),
        slug="tribunal", topics=(), summary=Prose(), byline="", published=when("12 May 2025"), updated=when("12 May 2025"), notice=("This brief was to be looked at again by 1 November 2025 and has not been.",),
        stand=p.Stand(title="Where things stand", counts=(), rows=(p.Row(term="Who", words=((link(root, "actor", "kallas"),),)), p.Row(term="Proposed", words=(("Nothing is on the table yet.",),)))),
        changes=(), what=line("Foreign ministers who met in Lviv on 9 May backed a special tribunal."), why_it_matters=Prose(), background=Prose(), who=(), proposals=(), rejections=(),
        positions=None, deadlocks=(), timeline=(), steps=(), unknown=(), glossary=(), corrections=(), sources=(), citing=CITING,
    ))


def part_page() -> Page:
    """A page of a list that is too long for the page of its brief; here, of lists of every kind."""
    root, path = "../../", "briefs/istanbul-talks/timeline-1.html"
    brief = link(root, "brief", "istanbul-talks")
    full = brief_page().view
    assert isinstance(full, v.BriefView)
    positions = next(page.view for page in actor_pages() if page.path.startswith("actors/russia"))
    assert isinstance(positions, v.ActorView)
    mend = text_views.BriefMend(brief=brief, mend=full.corrections[0])
    return Page(path=path, template="pages/part.html", view=v.PartView(
        frame=frame(root, "Timeline: Will Kyiv and Moscow talk in Istanbul?, 1 to 9 of 95", path, "part", "The earlier lines of the timeline.", (brief,)),
        title="Timeline: Will Kyiv and Moscow talk in Istanbul?", stretch="1 to 9 of 95", before=Link(text="Earlier", href="timeline-1.html"), after=Link(text="Later", href="timeline-1.html"),
        proposals=full.proposals[:1], answers=full.rejections, positions=positions.positions[:1], steps=full.steps, lines=positions.made, entries=full.timeline, tables=(full.positions,) if full.positions else (),
        sources=full.sources, actors=positions.speakers, parts=positions.briefs, briefs=(s.BriefLine(link=brief, sentence=line(SUMMARY), counts=(), updated=when("16 May 2025")),), mends=(mend,), names=(list_views.Named(link=brief, what="Brief"),),
    ))


def around_pages() -> list[Page]:
    """The front page, the actors, and the files that stand beside the briefs."""
    root = "./"
    lines = (
        s.BriefLine(link=link(root, "brief", "istanbul-talks"), sentence=line(SUMMARY), counts=counts(root), updated=when("16 May 2025"), next=("Exchange of prisoners, in the coming days",), topics=(Link(text="Ukraine", href=root),)),
        s.BriefLine(link=Link(text="A special tribunal for the crime of aggression", href="./briefs/tribunal/", kind="brief"), sentence=line("Foreign ministers back a tribunal under the Council of Europe."), counts=(), updated=when("12 May 2025")),
    )
    involved = tuple(s.ActorLine(link=link(root, "actor", key), role=role, counts="2 briefs · 3 proposals") for key, role in (("russia", ""), ("zelensky", "President of Ukraine"), ("kallas", "High Representative for Foreign Affairs")))
    groups = tuple(
        list_views.ActorGroup(anchor=anchor, title=title, actors=tuple(s.ActorLine(link=link("../", "actor", key), role=role, counts="1 brief") for key in keys))
        for anchor, title, role, keys in (
            ("people", "People", "President", ("erdogan", "kallas", "macron", "merz", "peskov", "putin", "starmer", "trump", "tusk", "yermak", "zakharova", "zelensky")),
            ("states", "States", "", ("russia", "turkiye", "ukraine", "united-states")),
            ("organisations", "Organisations and groups", "", ("european-union", "kyiv-visitors")),
        )
    )
    paths = ["", "actors/", "briefs/istanbul-talks/", "briefs/tribunal/", *(f"actors/{key}/" for key in ACTORS if key != "merz"), *(f"proposals/istanbul-talks/{key}/" for key in PROPOSALS)]
    return [
        Page(path="index.html", template="pages/home.html", view=list_views.HomeView(
            frame=frame(root, "The Record", "index.html", "home", "Who proposed what, who said no, and what comes next."), briefs=lines[:1], archive=lines[1:], more=cut("briefs", "archive"),
            search="./search/", coming=step_lines(root)[1:2], overdue=step_lines(root)[2:], actors=involved,
            about=line("Every status follows from what was said, when and by whom. A side that has not answered has **no answer**; it is not counted as a no."))),
        Page(path="actors/index.html", template="pages/actors.html", view=list_views.ActorsView(frame=frame("../", "Actors", "actors/index.html", "actors", "Everyone who takes part in a brief, from A to Z."), groups=groups)),
        Page(path="404.html", template="pages/404.html", view=text_views.MissingView(frame=frame("/", "There is no such page", "404.html", "missing", "The address leads nowhere on this site.", indexed=False), search="/search/", briefs=(link("/", "brief", "istanbul-talks"),))),
        *search_pages(),
        Page(path="sitemap.xml", template="sitemap.xml", view=machine_views.SitemapView(pages=tuple(machine_views.SitemapEntry(address=ADDRESS + path, changed="" if "actors" in path else "2025-05-16") for path in paths))),
        Page(path="sitemaps.xml", template="sitemaps.xml", view=machine_views.SitemapsView(sitemaps=(ADDRESS + "sitemap-1.xml", ADDRESS + "sitemap-2.xml"))),
        Page(path="robots.txt", template="robots.txt", view=machine_views.RobotsView(sitemap=ADDRESS + "sitemap.xml")),
        Page(path="briefs/kyiv-talks/index.html", template="redirect.html", view=machine_views.RedirectView(title="Will Kyiv and Moscow talk in Istanbul?", href="../istanbul-talks/", canonical=ADDRESS + "briefs/istanbul-talks/", lang="en")),
    ]


def chapter_page() -> Page:
    """A page of the site's own."""
    path = "guide/first/"
    parts = (
        text_views.ChapterPart(blocks=(text_views.ChapterBlock(prose=line("Type, and *look*.")),)),
        text_views.ChapterPart(level=2, anchor="the-file", title=line("The `file`"), name="The file", blocks=(
            text_views.ChapterBlock(prose=Prose(text="- one\n- [two](../)")),
            text_views.ChapterBlock(code=CodeSample(label="briefs/ferry.yaml", text="title: Who pays?\nwho:\n  council: Decides.")))),
        text_views.ChapterPart(level=3, anchor="words", title=line("Words"), name="Words", blocks=(
            text_views.ChapterBlock(grid=DataGrid(head=(line("write"), line("when")), rows=(GridRow(cells=(line("`said`"), line("they said it"))),))),)),
    )
    return Page(path=f"{path}index.html", template="pages/chapter.html", view=text_views.ChapterView(
        frame=frame("../../", "Your first brief", f"{path}index.html", "chapter", "Type, and look.", (Link(text="Writing guide", href="../"),)),
        contents=(Link(text="The file", href="#the-file"), Link(text="Words", href="#words")), parts=parts,
        before=Link(text="Writing guide", href="../"), after=Link(text="The format", href="../")))


def search_pages() -> list[Page]:
    """The search with its index, without one, and with a page for each letter."""
    full = list_views.SearchView(
        frame=frame("../", "Search", "search/index.html", "search", "Find any word of the briefs."), notice="", script="assets/search.js", index="../pagefind/pagefind.js",
        badges=(badge("ceasefire"), badge("sanctions")), proposal="Proposal", letters=(Link(text="M", href="#az-m"), Link(text="Р", href="#az-р")),
        groups=(list_views.Letter(anchor="az-m", letter="M", names=(list_views.Named(link=link("../", "actor", "merz"), what="Person"), list_views.Named(link=Link(text="Chancellor Merz", href="../actors/merz/", kind="actor"), what="Person: Friedrich Merz"))),
                list_views.Letter(anchor="az-р", letter="Р", names=(list_views.Named(link=Link(text="Россия", href="../actors/russia/", kind="actor"), what="State: Russia"),))))
    letters = (Link(text="M", href="../../search/m/"), Link(text="Р", href="../../search/р/"))
    return [
        Page(path="search/index.html", template="pages/search.html", view=full),
        Page(path="preview/search/index.html", template="pages/search.html", view=msgspec.structs.replace(full, notice="This preview does without it.")),
        Page(path="search/р/index.html", template="pages/letter.html", view=list_views.LetterView(
            frame=frame("../../", "A to Z: Р", "search/р/index.html", "search", "Every name.", (Link(text="Search", href="../../search/"),)), letters=letters, group=full.groups[1])),
    ]


def pages() -> list[Page]:
    """The whole example site."""
    return [*around_pages(), brief_page(), part_page(), chapter_page(), bare_brief_page(), *actor_pages(), *proposal_pages(), *embed_pages()]
