"""A site's own theme takes the place of the built-in one file by file, and every mistake in it is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.model.page import Page
from parley.pages.machine_views import RobotsView
from parley.render.assets import assets
from parley.render.pages import rendered
from parley.render.theme import MOST, Theme, theme
from tests.render.example_pages import around_pages

BUILT_IN = Path(__file__).parents[2] / "theme"
HOME = around_pages()[0]

Own = Callable[[dict[str, str]], Theme]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Own:
    """Makes a theme of the files given, over the built-in one; its paths are told as ``theme/...``."""
    monkeypatch.chdir(tmp_path)

    def made(files: dict[str, str]) -> Theme:
        for name, text in files.items():
            path = Path("theme", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return theme([Path("theme"), BUILT_IN])

    return made


def home(look: Theme) -> str:
    files, faults = rendered([HOME], look)
    assert not faults
    return files["index.html"].decode()


def told(look: Theme) -> list[str]:
    return [str(problem) for problem in look.problems]


def test_the_built_in_theme_stands_alone() -> None:
    assert theme([BUILT_IN]).problems == ()


def test_a_theme_folder_that_is_not_there_changes_nothing(own: Own) -> None:
    assert own({}).digest == theme([BUILT_IN]).digest


def test_an_own_template_takes_the_place_of_the_built_in_one(own: Own) -> None:
    look = own({"templates/pages/home.html": "<p>{{ view.frame.name }}"})
    assert look.problems == ()
    assert home(look) == "<p>The Record\n"


def test_an_own_template_can_extend_what_it_replaces(own: Own) -> None:
    look = own(
        {
            "templates/base.html": '{% extends "!base.html" %}'
            "{% block footer_extra %}<p>Printed in Vienna.</p>{% endblock %}"
        }
    )
    assert look.problems == ()
    assert "Printed in Vienna." in home(look)
    assert "Will Kyiv and Moscow talk in Istanbul?" in home(look)


def test_the_blocks_of_an_own_page_see_what_it_imports_at_its_top(own: Own) -> None:
    page = (BUILT_IN / "templates/pages/home.html").read_text(encoding="utf-8")
    look = own({"templates/pages/home.html": page})
    assert look.problems == ()
    assert home(look) == home(theme([BUILT_IN]))


def test_a_name_that_another_block_imports_is_still_told(own: Own) -> None:
    page = "{% extends 'base.html' %}{% block main %}{{ gone(1) }}{% endblock %}"
    assert 'the name "gone", which nothing defines' in told(own({"templates/pages/home.html": page}))[0]


def test_an_own_component_is_used_by_built_in_pages(own: Own) -> None:
    look = own({"templates/components/badge.html": "{% macro badge(badge) %}[{{ badge.label }}]{% endmacro %}"})
    assert look.problems == ()
    files, faults = rendered([page for page in _pages() if page.path.endswith("talks/ceasefire/index.html")], look)
    assert not faults
    assert b"[Rejected]" in next(iter(files.values()))


def test_own_css_replaces_a_file_and_site_css_comes_last(own: Own) -> None:
    look = own({"css/tokens.css": ":root { --bg: red }", "css/site.css": "body { color: blue }"})
    assert look.problems == ()
    made = assets(look)
    css = made.files[made.names["site.css"]].decode()
    assert css.startswith("@layer tokens{:root{--bg:red}}@layer base{")
    assert css.endswith("}body{color:blue}\n")


def test_the_digest_follows_every_file_and_not_the_folder(own: Own, tmp_path: Path) -> None:
    first = own({"css/site.css": "a{color:red}"}).digest
    assert first != theme([BUILT_IN]).digest
    assert own({"css/site.css": "a{color:blue}"}).digest != first
    moved = tmp_path / "elsewhere"
    Path("theme").rename(moved)
    (moved / "css/site.css").write_text("a{color:red}", encoding="utf-8")
    assert theme([moved, BUILT_IN]).digest == first


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("templates/pages/breif.html", "templates/pages/brief.html"),
        ("template/pages/brief.html", "templates/pages/brief.html"),
        ("css/token.css", "css/tokens.css"),
        ("css/sites.css", "css/site.css"),
        ("icons.svg", "icon.svg"),
        ("templates/components/answer_card.html", "templates/components/answer-card.html"),
    ],
)
def test_a_file_that_replaces_nothing_is_told_with_the_nearest_name(own: Own, name: str, nearest: str) -> None:
    assert told(own({name: "x"})) == [
        f'theme/{name}:1:1: error: a theme file that takes the place of none; did you mean "{nearest}"? [theme-name]'
    ]


def test_what_editors_leave_behind_and_a_readme_are_passed_over(own: Own) -> None:
    assert own({".DS_Store": "x", "css/.tokens.css.swp": "x", "css/tokens.css~": "x", "README.md": "x"}).problems == ()


def test_a_file_that_is_not_utf8_is_told_and_the_built_in_one_stands_in(own: Own) -> None:
    own({"css/site.css": ""})
    Path("theme/css/base.css").write_bytes(b"a{content:'\xff'}")
    look = theme([Path("theme"), BUILT_IN])
    assert told(look) == [
        "theme/css/base.css:1:1: error: text that is not UTF-8 at byte 11; save it as UTF-8 [theme-file]"
    ]
    assert look.styles["base.css"] == (BUILT_IN / "css/base.css").read_text(encoding="utf-8")


def test_a_built_in_theme_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no css/tokens\.css"):
        theme([tmp_path])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a\n{% if view %}", "2:1: error: unexpected end of template"),
        (
            "\n\n{{ vew.frame.name }}",
            '3:1: error: the name "vew", which nothing defines; a template sees "view" and what',
        ),
        ("{{ view | saef }}", "1:1: error: no filter named 'saef'"),
        ("{{ view | safe }}", "1:1: error: no filter named 'safe'"),
        ('\n{% include "components/bagde.html" %}', '2:1: error: the template "components/bagde.html", which there is'),
        (
            '{% from "components/badge.html" import bagde %}{{ bagde(1) }}',
            '1:1: error: "bagde", which components/badge.html does not have; did you mean "badge"?',
        ),
        (
            '{% extends "!pages/home.html" %}\n{% block mian %}{% endblock %}',
            '2:1: error: the block "mian", which fills no slot; did you mean "main"?',
        ),
        ("a\n{% autoescape false %}{{ view }}{% endautoescape %}", "2:1: error: escaping switched off"),
        ("{% include view.frame.name %}", "1:1: error: a template whose name is worked out"),
        ("{% endif %}", "1:1: error: encountered unknown tag 'endif'"),
    ],
)
def test_a_fault_of_an_own_template_is_told_at_its_line(own: Own, text: str, problem: str) -> None:
    found = told(own({"templates/pages/home.html": text}))
    assert len(found) == 1
    assert found[0].startswith(f"theme/templates/pages/home.html:{problem}")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"base.html": '{% extends "base.html" %}'},
            ['base.html:1: a template that extends itself; write "!base.html"'],
        ),
        (
            {"base.html": '\n{% include "pages/404.html" %}', "pages/404.html": '{% extends "base.html" %}'},
            [
                'base.html:2: a template that leads back to itself by way of "pages/404.html"; write "!base.html"',
                'pages/404.html:1: a template that leads back to itself by way of "base.html"; write "!pages/404.html"',
            ],
        ),
    ],
)
def test_a_template_that_leads_back_to_itself_is_told_and_not_followed_for_ever(
    own: Own, files: dict[str, str], told: list[str]
) -> None:
    problems = own({f"templates/{name}": text for name, text in files.items()}).problems
    shown = [f"{p.place.file.partition('templates/')[2]}:{p.place.line}: {p.found}; {p.expected}" for p in problems]
    assert shown == [f"{line} for the built-in one" for line in told]


def test_all_faults_are_told_at_once(own: Own) -> None:
    look = own(
        {"templates/pages/home.html": "{{ a }}\n{{ b }}", "templates/pages/404.html": "{% if %}", "css/nope.css": ""}
    )
    assert [(problem.place.file, problem.place.line) for problem in look.problems] == [
        ("theme/css/nope.css", 0),
        ("theme/templates/pages/404.html", 1),
        ("theme/templates/pages/home.html", 1),
        ("theme/templates/pages/home.html", 2),
    ]


def test_an_own_picture_takes_the_place_of_the_built_in_one_and_a_strange_one_is_told(tmp_path: Path) -> None:
    for name, content in (
        ("ours/icon.png", b"\x89ours"),
        ("theirs/icon.png", b"\xfftheirs"),
        ("theirs/icno.png", b""),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    shutil.copytree(BUILT_IN, tmp_path / "ours", dirs_exist_ok=True)
    look = theme([tmp_path / "theirs", tmp_path / "ours"])
    assert look.files["icon.png"] == b"\xfftheirs"
    assert look.digest != theme([tmp_path / "ours"]).digest
    (problem,) = look.problems
    assert (problem.code, problem.expected) == ("theme-name", 'did you mean "icon.png"?')


def test_slots_of_all_ancestors_may_be_filled_and_new_ones_nested_in_them(own: Own) -> None:
    text = '{% extends "!pages/home.html" %}{% block head_extra %}{% block mine %}{% endblock %}{% endblock %}'
    assert own({"templates/pages/home.html": text}).problems == ()


def test_site_themes_lie_over_one_another_the_first_on_top(tmp_path: Path) -> None:
    for name, text in (("top", "User-agent: top"), ("middle", "User-agent: middle")):
        (tmp_path / name / "templates").mkdir(parents=True)
        (tmp_path / name / "templates/robots.txt").write_text(text, encoding="utf-8")
    (tmp_path / "middle/templates/sitemap.xml").write_text("<middle/>", encoding="utf-8")
    look = theme([tmp_path / "top", tmp_path / "middle", BUILT_IN])
    pages = [Page(path=name, template=name, view=RobotsView(sitemap="")) for name in ("robots.txt", "sitemap.xml")]
    assert rendered(pages, look)[0] == {"robots.txt": b"User-agent: top\n", "sitemap.xml": b"<middle/>\n"}


def _pages() -> list[Page]:
    from tests.render.example_pages import pages

    return pages()


@pytest.mark.parametrize("name", ["css/site.css", "fonts/text.ttf", "icons/icon-192.png", "templates/base.html"])
@pytest.mark.parametrize(
    ("made", "said"),
    [
        (os.mkfifo, "something that is no file; put a file in its place"),
        (lambda path: path.symlink_to("/dev/zero"), "something that is no file; put a file in its place"),
        (lambda path: path.symlink_to(path.name), "a link that leads to no file; remove it, or copy the file here"),
        (
            lambda path: (path.touch(), os.truncate(path, MOST + 1)),
            "a file of more than 33,554,432 bytes; make it smaller",
        ),
    ],
    ids=["a pipe", "a device", "a circle", "a file without end"],
)
def test_what_is_no_file_of_a_theme_is_told_and_not_waited_for(
    name: str, made: Callable[[Path], None], said: str, own: Own
) -> None:
    path = Path("theme", name)
    path.parent.mkdir(parents=True)
    made(path)
    assert told(own({})) == [f"theme/{name}:1:1: error: {said} [theme-file]"]


@pytest.mark.parametrize("text", [f"{{{{ {'(' * 5_000}1{')' * 5_000} }}}}", "{% if 1 %}" * 3_000, "{{ 10**5000 }}"])
def test_a_template_that_is_too_much_to_read_is_told(text: str, own: Own) -> None:
    (problem,) = told(own({"templates/pages/brief.html": text}))
    assert problem.startswith("theme/templates/pages/brief.html:1:1: error: a template that can't be read (")
