"""What the lane diagram of the real briefs is made of."""

from parley.pages.desk import Desk
from parley.pages.pictures.exchanges import Move, moves


def of(desk: Desk, slug: str) -> list[Move]:
    return list(moves(desk, desk.here(2), desk.library.briefs[slug]))


def test_speakers_stand_for_their_sides(desk12: Desk) -> None:
    (ceasefire, warning) = of(desk12, "thirty-day-ceasefire")
    assert ceasefire.by == ("ukraine", "france", "germany", "united-kingdom", "poland")
    assert ceasefire.to == warning.to == ("russia",)
    assert ceasefire.told == "from Ukraine, France, Germany, the United Kingdom and Poland to Russia"


def test_the_latest_answer_of_each_side_that_was_asked_is_told_and_leads_to_its_card(desk12: Desk) -> None:
    ceasefire = of(desk12, "thirty-day-ceasefire")[0]
    assert [(said.side, said.word) for said in ceasefire.said] == [("russia", "rejects-unless")]
    assert ceasefire.said[0].href == "../../briefs/thirty-day-ceasefire/#answer-ceasefire.zakharova.2025-05-11"


def test_a_side_that_has_not_answered_is_told_to_have_given_no_answer(desk12: Desk) -> None:
    package = of(desk12, "tribunal-and-sanctions")[0]
    assert [(said.side, said.word, said.href) for said in package.said] == [("council-of-the-eu", "no-answer", "")]


def test_a_warning_waits_for_no_answer(desk12: Desk) -> None:
    warning = of(desk12, "tribunal-and-sanctions")[2]
    assert (warning.by, warning.to, warning.said) == (("european-union",), ("russia",), ())


def test_a_decision_is_put_to_nobody(desk17: Desk) -> None:
    exchange = of(desk17, "istanbul-talks")[2]
    assert (exchange.by, exchange.to, exchange.alone) == (("ukraine", "russia"), (), "Announced")
    assert exchange.told == "from Ukraine and Russia to nobody in particular"


def test_proposals_stand_in_the_order_of_the_timeline(desk12: Desk) -> None:
    assert [move.link.text[:5] for move in of(desk12, "istanbul-talks")] == ["Direc", "The t"]
