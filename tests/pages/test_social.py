"""What a social card says, where there is none, and which picture stands for a page."""

from __future__ import annotations

import msgspec
import pytest

from parley.model.actor import Actor
from parley.model.brief import Brief
from parley.pages.desk import Desk, Dressing
from parley.pages.social import actor_card, brief_card, drawable, image, proposal_card, site_card
from parley.words.labels import STATUS
from tests.pages.conftest import ASSETS, desk_on
from tests.pages.whole import card_pages

LETTERS = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xC0, 0x180), *map(ord, "–—’“”…·")]))
CEASEFIRE = "thirty-day-ceasefire/ceasefire"


def desk(day: str = "2025-05-17", address: str = "https://desk.example/", letters: frozenset[str] = LETTERS) -> Desk:
    found = desk_on(day, address)
    return Desk(found.library, found.found, Dressing(ASSETS, letters=letters))


def brief_of(on: Desk, **changed: object) -> Brief:
    return msgspec.structs.replace(on.library.briefs["istanbul-talks"], **changed)


def actor_of(on: Desk, **changed: object) -> Actor:
    return msgspec.structs.replace(on.library.actors["putin"], **changed)


def test_a_proposal_s_card_tells_its_kind_its_status_and_why() -> None:
    on = desk()
    card = proposal_card(on, on.library.proposals[CEASEFIRE])
    assert card
    assert (card.kicker, card.title, card.site) == (
        "Proposal",
        "A full and unconditional ceasefire of at least 30 days",
        "Parley",
    )
    assert [(mark.status, mark.label) for mark in card.marks] == [("rejected", "Rejected")]
    assert card.line.startswith("Russia rejected it on 11 May 2025")


def test_every_proposal_s_card_has_the_word_of_its_status() -> None:
    on = desk("2025-05-12")
    for proposal in on.library.proposals.values():
        card = proposal_card(on, proposal)
        assert card
        assert [mark.label for mark in card.marks] == [STATUS[on.found.standings[proposal.id].status]]


def test_a_brief_s_card_counts_its_proposals_by_status_and_tells_its_age() -> None:
    on = desk()
    card = brief_card(on, on.library.briefs["istanbul-talks"])
    assert card
    assert [mark.label for mark in card.marks] == ["1 Accepted", "1 Rejected", "1 Announced"]
    assert card.line == "Updated 16 May 2025 · 14 sources"


def test_an_actor_s_card_tells_its_kind_its_role_and_how_much_there_is() -> None:
    on = desk()
    card = actor_card(on, on.library.actors["putin"])
    assert card
    assert (card.kicker, card.marks) == ("Person", ())
    assert card.line.startswith("President of Russia · ")
    assert card.line.endswith(on.involved["putin"].counts)


def test_the_site_s_card_tells_its_name_and_where_it_is() -> None:
    card = site_card(desk())
    assert card
    assert (card.title, card.kicker, card.site) == ("Parley", "desk.example", "")
    assert card.line == "Who proposed what, who said no, and what comes next"


def test_every_brief_actor_and_proposal_has_a_card_beside_its_page_and_the_site_one_at_its_top() -> None:
    on = desk()
    library = on.library
    assert sorted(page.path for page in card_pages(on)) == sorted(
        [
            "card.png",
            *(f"briefs/{slug}/card.png" for slug in library.briefs),
            *(f"actors/{actor}/card.png" for actor in library.actors),
            *(f"proposals/{proposal}/card.png" for proposal in library.proposals),
        ]
    )


@pytest.mark.parametrize("without", [{"address": ""}, {"letters": frozenset[str]()}], ids=["address", "letters"])
def test_without_an_address_or_letters_there_is_neither_card_nor_picture(without: dict[str, object]) -> None:
    on = desk(**without)  # type: ignore[arg-type]
    assert card_pages(on) == []
    assert image(on, "briefs/istanbul-talks/", None) == ("", "")


def test_a_title_that_can_t_be_set_gets_the_site_s_card() -> None:
    on = desk()
    card = brief_card(on, brief_of(on, title="停火三十天"))
    assert card is None
    address, told = image(on, "briefs/istanbul-talks/", card)
    assert address.startswith("https://desk.example/card.png?")
    assert told == "Parley"


def test_a_line_or_a_site_s_name_that_can_t_be_set_is_left_out_and_the_title_stays() -> None:
    on = desk()
    card = actor_card(on, actor_of(on, role="总统"))
    assert card
    assert (card.title, card.line) == ("Vladimir Putin", "")
    settings = msgspec.structs.replace(on.library.settings, name="简报", tagline="谁")
    library = msgspec.structs.replace(on.library, settings=settings)
    foreign = Desk(library, on.found, on.dressing)
    assert site_card(foreign) is None
    named = actor_card(foreign, actor_of(on))
    assert named
    assert named.site == ""
    assert image(foreign, "", None) == ("", ""), "no picture is better than an empty one"


def test_a_page_s_picture_is_its_own_card_under_an_absolute_address_with_words_for_it() -> None:
    on = desk()
    address, told = image(on, f"proposals/{CEASEFIRE}/", proposal_card(on, on.library.proposals[CEASEFIRE]))
    assert address.startswith(f"https://desk.example/proposals/{CEASEFIRE}/card.png?")
    assert told == "Proposal: A full and unconditional ceasefire of at least 30 days (Rejected)"


def test_the_address_of_a_card_changes_with_what_it_tells() -> None:
    before, after = desk("2025-05-10"), desk("2025-05-17")
    found = [image(on, "x/", proposal_card(on, on.library.proposals[CEASEFIRE]))[0] for on in (before, before, after)]
    assert found[0] == found[1] != found[2]


def test_a_brief_in_a_language_that_runs_left_has_a_card_that_does() -> None:
    on = desk()
    card = brief_card(on, brief_of(on, lang="ar", title="Talks"))
    assert card
    assert (card.lang, card.dir) == ("ar", "rtl")
    plain = actor_card(on, actor_of(on))
    assert plain
    assert (plain.lang, plain.dir) == ("en", "ltr")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a\n  b\u00a0c", "a b c"),
        ("cafe\u0301", "caf\u00e9"),
        ("cease\u00adfire\u200b\u2060", "ceasefire"),
        ("\u0441\u0442\u043e\u043f", ""),
        ("", ""),
    ],
)
def test_what_is_drawn_is_one_line_of_signs_that_are_seen(text: str, drawn: str) -> None:
    assert drawable(text, LETTERS) == drawn


def test_joiners_stay_where_the_fonts_know_them() -> None:
    assert (
        drawable("\u06af\u0641\u062a\u200c\u06af\u0648", frozenset("\u06af\u0641\u062a\u200c\u0648"))
        == "\u06af\u0641\u062a\u200c\u06af\u0648"
    )
