"""The tokens of a style are those that hold for the whole page without a condition."""

from parley.render.theme import theme
from parley.render.tokens import tokens
from tests.sites import ROOT


def test_what_root_says_is_told_by_name() -> None:
    css = ":root { color-scheme: light dark; --bg: light-dark(#fff, #000); --s1:.25rem }"
    assert tokens({"tokens.css": css}) == {"bg": "light-dark(#fff, #000)", "s1": ".25rem"}


def test_a_later_sheet_wins() -> None:
    sheets = {"tokens.css": ":root{--bg:#fff;--ink:#000}", "site.css": ":root{--bg:#fee}"}
    assert tokens(sheets) == {"bg": "#fee", "ink": "#000"}


def test_conditions_other_selectors_comments_and_strings_are_passed_over() -> None:
    css = """
    /* :root { --a: 1 } */
    @media print { :root { --b: 2 } }
    p { --c: 3 }
    :root { /* --d: 4; */ --e: url("data:image/svg+xml,{--f: 6;}"); --g: 7 }
    """
    assert tokens({"own.css": css}) == {"e": 'url("data:image/svg+xml,{--f: 6;}")', "g": "7"}


def test_a_sheet_that_is_cut_off_tells_what_it_has() -> None:
    assert tokens({"own.css": ':root { --a: 1; --b: "'}) == {"a": "1"}
    assert tokens({"own.css": "} :root { --a: 1; }"}) == {"a": "1"}


def test_the_built_in_theme_has_its_colours_type_and_space() -> None:
    found = tokens(theme([ROOT / "theme"]).styles)
    assert found["bg"] == "light-dark(#ffffff, #14161a)"
    assert found["s4"] == "1rem"
    assert found["h1"].startswith("clamp(")
    assert found["ring"].startswith("url(")
