"""An example becomes a section whose states can be found by their ids."""

from parley.pages.style.example import Example, section, state_id
from parley.pages.style.sample import badge
from parley.pages.style.views import Specimen


def test_a_state_s_id_is_made_of_the_component_and_the_caption() -> None:
    assert state_id("step-card", "to come: Confirmed") == "step-card-to-come-confirmed"
    assert state_id("quote", "in the page’s language") == "quote-in-the-page-s-language"


def test_a_section_holds_the_states_in_their_order_under_their_captions() -> None:
    shown = {"Open": Specimen(badge=badge("open")), "Lapsed": Specimen(badge=badge("lapsed"))}
    made = section(Example("badge", "A status.", shown, wide=True))
    assert (made.anchor, made.name, made.doc, made.wide) == ("badge", "badge", "A status.", True)
    assert [(state.id, state.caption, state.shown) for state in made.states] == [
        ("badge-open", "Open", shown["Open"]),
        ("badge-lapsed", "Lapsed", shown["Lapsed"]),
    ]
