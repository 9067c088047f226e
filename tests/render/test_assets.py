"""One stylesheet, one script and the icons, named after what they hold; and colours that can be read."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

import pytest

from parley.render.assets import assets, script, stylesheet
from parley.render.theme import theme

BUILT_IN = Path(__file__).parents[2] / "theme"
TOKENS = (BUILT_IN / "css" / "tokens.css").read_text(encoding="utf-8")
PAIRS = {name: pair for name, *pair in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", TOKENS)}
TEXT_ON = [
    *((text, ground) for text in ("ink", "muted", "link") for ground in ("bg", "surface")),
    *((tone, f"{tone}-ground") for tone in ("open", "accepted", "conditional", "rejected", "superseded", "quiet")),
    *((tone, "bg") for tone in ("open", "accepted", "conditional", "rejected", "superseded", "quiet")),
]


def test_names_are_fingerprints_of_the_content() -> None:
    made = assets(theme([BUILT_IN]))
    pictures = {"apple-touch-icon.png", "favicon.ico", "icon-192.png", "icon-512.png", "maskable-512.png"}
    assert set(made.names) == {"site.css", "site.js", "search.js", "icon.svg", *pictures}
    assert set(made.files) == set(made.names.values())
    for name, path in made.names.items():
        if name == "favicon.ico":
            assert path == name, "browsers ask for it there"
            continue
        digest = hashlib.sha256(made.files[path]).hexdigest()[:10]
        assert path == f"assets/{name.replace('.', f'.{digest}.')}"


def test_each_script_is_a_block_of_one_module_without_comments() -> None:
    one, two = "// what it does\nconst a = 1;", 'const a = "// kept";  f(a);'
    assert script({"one.js": one, "two.js": two}) == '{const a=1;}\n{const a="// kept";f(a);}\n'


def test_all_script_together_keeps_its_budget() -> None:
    made = assets(theme([BUILT_IN]))
    assert len(gzip.compress(made.files[made.names["site.js"]], 9)) <= 3_000


def test_each_file_is_a_layer_in_the_order_of_the_files_and_site_css_is_above_all_layers() -> None:
    assert stylesheet({"tokens.css": "a { b: c }", "print.css": "d{e:f}", "site.css": "g { h: i }"}) == (
        "@layer tokens{a{b:c}}@layer print{d{e:f}}g{h:i}\n"
    )
    made = assets(theme([BUILT_IN]))
    layers = re.findall(r"@layer (\w+)\{", made.files[made.names["site.css"]].decode())
    assert layers == ["tokens", "base", "layout", "components", "print"]


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("/* a */ a { b : c ; }", "a{b:c}"),
        ('a::after { content: "/* b */  c" ; }', 'a::after{content:"/* b */  c"}'),
        ("a { width: calc(1rem + 2vw - (3px * 2)) }", "a{width:calc(1rem + 2vw - (3px * 2))}"),
        ("a :is(b, c) { d: light-dark( #fff , #000 ) }", "a :is(b,c){d:light-dark(#fff,#000)}"),
        ("a { & :hover { b: c } }", "a{& :hover{b:c}}"),
        ("@media (48rem <= width < 60rem) { a { b: c } }", "@media (48rem <=width < 60rem){a{b:c}}"),
        ("a { mask: url(\"data:x,%3Csvg  y='z' %3E\") b / c }", "a{mask:url(\"data:x,%3Csvg  y='z' %3E\") b / c}"),
    ],
)
def test_white_space_and_comments_go_and_meaning_stays(css: str, small: str) -> None:
    assert stylesheet({"site.css": css}) == small + "\n"


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, "relative luminance")."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_text_stands_seven_to_one_against_its_ground(mode: int) -> None:
    weak = {(text, ground): contrast(PAIRS[text][mode], PAIRS[ground][mode]) for text, ground in TEXT_ON}
    assert {pair: round(ratio, 2) for pair, ratio in weak.items() if ratio < 7} == {}


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_the_accent_is_seen_as_a_line_around_what_has_the_focus(mode: int) -> None:
    assert min(contrast(PAIRS["accent"][mode], PAIRS[ground][mode]) for ground in ("bg", "surface")) >= 4.5


def test_only_logical_properties_are_used_so_that_right_to_left_works() -> None:
    for path in (BUILT_IN / "css").iterdir():
        css = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        side = r"(?:left|right|top|bottom)"
        physical = rf"(?:margin|padding|border)-{side}|[\s;{{](?:{side}|width|height|min-width|max-width|inset)\s*:"
        assert re.findall(physical, css) == [], path.name


def test_every_status_and_answer_has_its_look() -> None:
    from typing import get_args

    from parley.model.brief import Result
    from parley.model.proposal import AnswerWord, StatusWord

    told = dict(re.findall(r"\[data-(?:status|word|state)(\^?=[\w-]+)\]()", TOKENS))
    for word in (*get_args(StatusWord), *get_args(AnswerWord), *get_args(Result)):
        assert (
            f"={word}" in told
            or any(key.startswith("^=") and word.startswith(key[2:]) for key in told)
            or word
            in (
                "lapsed",
                "withdrawn",
                "postponed",
            )
        ), f"{word} looks like nothing in particular"
