"""Terms of a glossary: entries keep their ids, and the first mention of each in a brief's prose leads to its entry."""

import time

import pytest
from msgspec.structs import replace

from parley.model.library import library
from parley.model.page import MARK, Prose
from parley.model.settings import Settings
from parley.pages.here import Here
from parley.pages.prose import Writer, gazetteer
from parley.pages.terms import glossary, term_anchors
from tests.derive.builders import actor, brief

BANK = replace(actor("bank", "organisation"), name="Truce Bank", aka=("the Bank of Truce",))


def writer(*terms: str, autolink: bool = True) -> Writer:
    world = library(Settings(autolink=autolink), [BANK], [brief()])
    found = glossary(dict.fromkeys(terms, "What it means."))
    return Writer(Here(world, 2), gazetteer(world), terms=found, slug="story")


def shown(prose: Prose) -> str:
    """The prose with its links as [text](href)."""
    text = prose.text
    for at, link in enumerate(prose.links):
        text = text.replace(f"{MARK[0]}{at}{MARK[1]}", f"[{link.text}]({link.href})")
    return text


def explained(text: str, *terms: str) -> str:
    return shown(writer(*terms).prose(text, "story"))


def test_the_id_of_an_entry_is_made_from_its_term_and_not_from_its_place() -> None:
    terms = ["truce", "Direct  talks", "aggression (crime of)", "перемир’я", "هدنة", "+", "Weimar+", "Weimar"]
    anchors = term_anchors(dict.fromkeys(terms, ""))
    assert list(anchors.values()) == [
        "term-truce",
        "term-direct-talks",
        "term-aggression-crime-of",
        "term-перемир-я",
        "term-هدنة",
        "term-x",
        "term-weimar",
        "term-weimar-2",
    ]
    assert term_anchors(dict.fromkeys(terms[::-1], ""))["truce"] == "term-truce"


def test_the_number_of_a_term_is_not_the_id_of_another() -> None:
    assert sorted(term_anchors({"a+": "", "a": "", "a 2": ""}).values()) == ["term-a", "term-a-2", "term-a-2-2"]


@pytest.mark.parametrize(
    ("text", "term", "told"),
    [
        ("A truce. A truce.", "truce", "A [truce](#term-truce). A truce."),
        ("Truce or war", "truce", "[Truce](#term-truce) or war"),
        ("the truce's end", "Truce", "the [truce](#term-truce)'s end"),
        ("**truce**", "truce", "**[truce](#term-truce)**"),
        ("truces, retruce, truce_2", "truce", "truces, retruce, truce_2"),
        ("a truce-breaker and a truce - perhaps", "truce", "a truce-breaker and a [truce](#term-truce) - perhaps"),
        ("WHO is it? Who?", "WHO", "[WHO](#term-who) is it? Who?"),
        ("WHO is who", "who", "WHO is [who](#term-who)"),
        ("a Coalition of the\n  Willing", "coalition of the willing",
         "a [Coalition of the Willing](#term-coalition-of-the-willing)"),
        ("a coalition\n\nof the willing", "coalition of the willing", "a coalition\n\nof the willing"),
        ("the crime of aggression", "aggression (crime of)",
         "the [crime of aggression](#term-aggression-crime-of)"),
        ("a war of aggression", "aggression (crime of)", "a war of [aggression](#term-aggression-crime-of)"),
        ("l’accord", "accord", "l’[accord](#term-accord)"),
        ("Під час перемир’я тихо", "перемир’я", "Під час [перемир’я](#term-перемир-я) тихо"),
        ("Перемир’ями", "перемир’я", "Перемир’ями"),
        ("بدأت هدنة اليوم", "هدنة", "بدأت [هدنة](#term-هدنة) اليوم"),
        ("هدنةً", "هدنة", "هدنةً"),
        ("Weimar+ met, and Weimar", "Weimar+", "[Weimar+](#term-weimar) met, and Weimar"),
    ],
)  # fmt: skip
def test_the_first_mention_as_a_whole_word_leads_to_the_entry(text: str, term: str, told: str) -> None:
    assert explained(text, term) == told


def test_the_longest_term_is_taken() -> None:
    told = explained("A truce line, a truce.", "truce", "truce line")
    assert told == "A [truce line](#term-truce-line), a [truce](#term-truce)."


@pytest.mark.parametrize(
    "text",
    [
        "[a truce](https://x.example)",
        "`truce` and https://x.example/truce",
        "# The truce",
        "The truce\n===",
        "A *truce*\n---",
        "<b title=truce>",
    ],
)
def test_a_term_does_not_link_in_links_code_addresses_and_headings(text: str) -> None:
    assert explained(text, "truce") == text


def test_a_name_wins_over_a_term_even_where_it_links_no_more() -> None:
    told = explained("Truce Bank, Truce Bank and a truce", "truce", "bank")
    assert told == "[Truce Bank](../../actors/bank/), Truce Bank and a [truce](#term-truce)"


def test_terms_are_explained_where_names_do_not_link_by_themselves() -> None:
    assert shown(writer("truce", autolink=False).prose("Truce Bank", "story")) == "[Truce](#term-truce) Bank"


def test_terms_are_those_of_the_brief_alone() -> None:
    assert shown(writer("truce").prose("A truce")) == "A truce"


def test_an_explained_term_is_not_linked_again_on_the_page() -> None:
    found = writer("truce")
    assert found.prose("A truce", "story").links[0].kind == "term"
    assert found.prose("A truce", "story").links == ()


@pytest.mark.parametrize("piece", ["truce ", "truce\n", "truce-", "’truce", "a\n=", "\n-- "])
def test_the_time_to_find_terms_stays_in_proportion_to_the_text(piece: str) -> None:
    began = time.process_time()
    explained(piece * (40_000 // len(piece)), "truce line of the border", "truce")
    assert time.process_time() - began < 8
