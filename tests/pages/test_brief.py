"""A brief's page: everything that its file says, each thing once, in an order a reader can follow."""

from msgspec.structs import replace

from parley.model.brief import Correction
from parley.model.dates import day
from parley.model.page import Link, plain
from parley.pages.brief import brief_pages
from parley.pages.desk import Desk
from parley.pages.machine_views import RedirectView
from parley.pages.redirects import brief_redirects
from parley.pages.views import BriefView
from tests.derive.builders import acceptance, brief, found, library, proposal, step
from tests.pages.conftest import desk_on, view_of


def page(desk: Desk, slug: str) -> BriefView:
    return view_of(brief_pages(desk, desk.library.briefs[slug])[0], BriefView)


def test_every_answer_of_the_brief_has_its_one_place_on_the_page(desk17: Desk) -> None:
    for slug, story in desk17.library.briefs.items():
        view = page(desk17, slug)
        cards = [card for proposal_ in view.proposals for card in proposal_.answers]
        anchors = [card.anchor for card in (*cards, *view.rejections, *view.elsewhere) if card.anchor]
        assert sorted(anchors) == sorted(f"answer-{answer.id.partition('/')[2]}" for answer in story.answers), slug


def test_rejections_told_in_their_own_list_are_named_under_their_proposal_and_lead_there(desk17: Desk) -> None:
    view = page(desk17, "thirty-day-ceasefire")
    (card,) = (card for card in view.proposals if card.anchor == "proposal-ceasefire")
    led = [part.href for line in card.told_apart for part in line.words if isinstance(part, Link) and not part.kind]
    own = [f"../../briefs/thirty-day-ceasefire/#{no.anchor}" for no in view.rejections if no.of == card.link]
    assert own
    assert sorted(led) == sorted(own)


def test_a_condition_on_a_step_whose_outcome_nobody_told_is_neither_met_nor_unmet() -> None:
    items = [
        proposal("truce", by="a", to="b"),
        step("talks", "2025-05-15"),
        acceptance("truce", by="b", if_="talks", date="2025-05-12"),
    ]
    for day_, told in (("2025-05-15", "Not met"), ("2025-05-16", "Not recorded")):
        written = library(brief(*items))
        (card,) = page(Desk(written, found(written, day_), desk_on("2025-05-12").dressing), "story").proposals
        assert [each.label for each in card.answers[0].conditions] == [told]


def test_answers_of_other_briefs_stand_under_the_proposal_with_their_brief(desk17: Desk) -> None:
    (card,) = (card for card in page(desk17, "thirty-day-ceasefire").proposals if card.anchor == "proposal-ceasefire")
    foreign = {plain(card.who): card.brief.text for card in card.answers if card.brief}
    assert foreign["Kaja Kallas for the European Union"] == desk17.library.briefs["tribunal-and-sanctions"].title


def test_a_status_comes_with_its_reason_on_the_day(desk12: Desk, desk17: Desk) -> None:
    def told(desk: Desk) -> str:
        (card,) = (card for card in page(desk, "istanbul-talks").proposals if card.anchor == "proposal-direct-talks")
        return f"{card.badge.label}: {plain(card.reason)}"

    assert told(desk12) == (
        "Accepted with conditions: Ukraine accepted it on 11 May 2025 (Andrii Yermak): yes, if "
        "“A full and unconditional ceasefire of at least 30 days” comes about."
    )
    assert told(desk17) == "Accepted: Ukraine accepted it on 16 May 2025 (Rustem Umerov), as the source infers."


def test_what_changed_is_told_newest_first_with_what_it_is_about(desk17: Desk) -> None:
    changes = page(desk17, "istanbul-talks").changes
    assert [change.date.words for change in changes] == ["16 May 2025", "15 May 2025", "12 May 2025"]
    assert changes[1].items[1].href == "../../briefs/istanbul-talks/#step-presidents-meet"


def test_a_correction_tells_what_was_wrong_what_is_right_and_where() -> None:
    story = brief(proposal("p"))
    mend = Correction(date=day("2025-05-12"), was="Nine.", now="Ten.", where="story/what")
    world = library(replace(story, corrections=(mend,), what="Ten of them."))
    (shown,) = page(Desk(world, found(world), desk_on("2025-05-12").dressing), "story").corrections
    assert (shown.was.text, shown.now.text) == ("Nine.", "Ten.")
    assert shown.where
    assert shown.where.href == "../../briefs/story/#what"


def test_an_expired_brief_says_so() -> None:
    world = library(brief(proposal("p"), expires="2025-05-20"))
    view = page(Desk(world, found(world), desk_on("2025-05-12").dressing), "story")
    assert plain(view.notice) == "This brief has not been kept up to date since 20 May 2025."


def test_an_earlier_name_leads_to_the_brief() -> None:
    world = library(brief(proposal("p"), aliases=("old-name",)))
    desk = Desk(world, found(world), desk_on("2025-05-12").dressing)
    page_, *others = brief_redirects(desk, world.briefs["story"])
    assert page_.path == "briefs/old-name/index.html"
    assert view_of(page_, RedirectView).href == "../../briefs/story/"
    assert {page.path.rpartition("/")[0] for page in others} == {
        f"proposals/old-name/{id_}" for id_ in world.briefs["story"].proposals
    }


def test_terms_are_explained_at_their_first_mention_in_the_order_of_the_page() -> None:
    terms = {"truce": "The truce is a pause, not peace.", "peace": "One lasting truce."}
    story = brief(proposal("p", says="The truce."), glossary=terms, background="At last, some truce.")
    world = library(story)
    view = page(Desk(world, found(world), desk_on("2025-05-12").dressing), "story")
    assert [link.href for link in view.background.links] == ["#term-truce"]
    assert view.proposals[0].says.links == ()
    assert [(term.anchor, [link.href for link in term.meaning.links]) for term in view.glossary] == [
        ("term-truce", ["#term-peace"]),
        ("term-peace", []),
    ]


def test_the_sources_are_numbered_as_the_citations_are(desk17: Desk) -> None:
    view = page(desk17, "istanbul-talks")
    cited = {int(link.text): link.href for link in view.what.links if link.kind == "cite"}
    assert cited
    for number, href in cited.items():
        assert href.endswith(f"#{view.sources[number - 1].anchor}")
