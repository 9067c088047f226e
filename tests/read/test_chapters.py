"""The site's own pages: which there are, in which order, and what is told of those that can't be."""

from pathlib import Path

import pytest

from parley.read.content import content, sources_beside
from tests.sites import FILES, written

SITE = "name: The Desk\npages:\n  about-us: pages/us\n"
INDEX = "# About us\n\nFour reporters.\n\n1. [Sources](sources.md)\n2. [Money](../money.md#who-pays)\n"
PAGES = {
    "site.yaml": SITE,
    "pages/us/index.md": INDEX,
    "pages/us/sources.md": "# How we choose sources\n\nBack to [us](index.md).\n",
    "pages/money.md": "# Money\n\n## Who pays\n\nReaders.\n",
}


def told(folder: Path, **changes: str) -> list[str]:
    """The problems of the site with its own pages, some of them changed (``__`` for a slash, ``_`` for a dot)."""
    renamed = {name.replace("__", "/").replace("_", "."): text for name, text in changes.items()}
    return [str(problem) for problem in content(written(folder, FILES | PAGES | renamed)).problems]


def test_the_index_names_the_pages_and_their_order_wherever_they_lie(tmp_path: Path) -> None:
    found = content(written(tmp_path, FILES | PAGES))
    assert found.problems == ()
    (section,) = found.sections
    assert [(section.path(chapter), chapter.title, chapter.file) for chapter in section.chapters] == [
        ("about-us/", "About us", "pages/us/index.md"),
        ("about-us/sources/", "How we choose sources", "pages/us/sources.md"),
        ("about-us/money/", "Money", "pages/money.md"),
    ]


def test_without_the_setting_there_are_none(tmp_path: Path) -> None:
    found = content(written(tmp_path, FILES | {"pages/us/index.md": INDEX}))
    assert (found.sections, found.problems) == ((), ())


def test_what_is_watched_are_the_folder_and_every_page(tmp_path: Path) -> None:
    written(tmp_path, FILES | PAGES)
    names = [path.relative_to(tmp_path).as_posix() for path in sources_beside(tmp_path)]
    assert names == ["pages/us", "pages/us/index.md", "pages/us/sources.md", "pages/money.md"]


def test_a_page_begins_with_its_title(tmp_path: Path) -> None:
    (first,) = told(tmp_path, pages__us__sources_md="\nNo title.\n")
    assert (
        first == 'pages/us/sources.md:2:1: error: a page without a title; begin it with "# " and the title [no-title]'
    )


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("nope.md", "which is not there; mend the name, or remove the link [page-link]"),
        (
            "../../briefs/bridge.yaml",
            "which is no page of the site; name it in the index, or remove the link [page-link]",
        ),
        ("../../../x.md", "which is outside the site's folder; link to a page below it"),
        ("/etc/passwd", "which is outside the site's folder"),
        ("../money.md#nope", "a heading that is not there; the headings there are who-pays [page-link]"),
        ("#nope", "a heading that is not there; it has no headings [page-link]"),
    ],
)
def test_a_link_that_leads_to_no_page_is_told_at_its_place(link: str, said: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, pages__us__sources_md=f"# Sources\n\nSee [this]({link}).\n")
    assert problem.startswith(f'pages/us/sources.md:3:12: error: a link to "{link}", ')
    assert said in problem


@pytest.mark.parametrize(
    "link", ["https://example.org/x.md", "mailto:a@example.org", "index.md", "../money.md#who-pays"]
)
def test_other_links_are_left_alone(link: str, tmp_path: Path) -> None:
    assert told(tmp_path, pages__us__sources_md=f"# Sources\n\nSee [this]({link}).\n") == []


@pytest.mark.parametrize("link", ["//example.org/", "javascript:alert(1)", "tel:112"])
def test_a_link_that_may_not_be_set_is_told(link: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, pages__us__sources_md=f"# Sources\n\nSee [this]({link}).\n")
    assert problem.startswith(f'pages/us/sources.md:3:12: error: a link to "{link}"; links lead to')


def test_html_is_a_warning_and_a_link_in_two_pieces_an_error(tmp_path: Path) -> None:
    html, apart = told(tmp_path, pages__us__sources_md="# Sources\n\n<b>Bold</b\n[x]: y.md\n")
    assert html.startswith("pages/us/sources.md:3:1: warning: HTML,")
    assert apart.startswith('pages/us/sources.md:4:1: error: a link whose address stands apart, "[x]: y.md"')


def test_a_page_that_the_index_does_not_name_is_told_and_left_out(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, pages__us__lost_md="Not even a title.\n")
    assert problem.startswith("pages/us/lost.md:1:1: warning: a page that the index does not name: it is not shown;")


def test_two_pages_can_have_no_one_address(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, pages__us__index_md=INDEX + "3. [More](../sources.md)\n", pages__sources_md="# More\n")
    assert problem.startswith(
        'pages/us/index.md:7:11: error: a second page named "sources" (the first is pages/us/sources.md);'
    )


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (
            "  about: pages/us\n",
            'site.yaml:3:10: error: the address "about", which the site itself has; choose another word',
        ),
        ("  us: nowhere\n", 'site.yaml:3:7: error: no index.md in "nowhere"; make nowhere/index.md'),
        (
            "  us: ../elsewhere\n",
            'site.yaml:3:7: error: "../elsewhere", outside the site\'s folder; name a folder below it',
        ),
        ("  About Us: pages/us\n", "site.yaml:3:3: error: "),
    ],
)
def test_an_address_and_a_folder_must_be_free_and_there(setting: str, said: str, tmp_path: Path) -> None:
    (problem, *_) = told(tmp_path, site_yaml=f"name: The Desk\npages:\n{setting}")
    assert problem.startswith(said)


def test_a_page_that_leads_out_by_a_link_of_the_disk_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n")
    root = written(tmp_path / "site", FILES | PAGES)
    (root / "pages/us/sources.md").unlink()
    (root / "pages/us/sources.md").symlink_to(tmp_path / "secret.md")
    found = content(root)
    assert "outside the site's folder" in str(found.problems[0])
    assert "Secret" not in str(found.sections)


def test_the_index_of_another_section_can_be_linked_to_and_stays_there(tmp_path: Path) -> None:
    other = {"docs/index.md": "# Docs\n\n[Us](../pages/us/index.md)\n", "site.yaml": SITE + "  docs: docs\n"}
    found = content(written(tmp_path, FILES | PAGES | other))
    assert found.problems == ()
    assert [[chapter.slug for chapter in section.chapters] for section in found.sections] == [
        ["", "sources", "money"],
        [""],
    ]


@pytest.mark.parametrize("link", ["%00", "a%00.md", "x" * 5_000, "%ff.md"])
def test_a_link_that_no_file_can_be_called_by_is_told(link: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, pages__us__sources_md=f"# Sources\n\n[a]({link})\n")
    assert problem.startswith('pages/us/sources.md:3:5: error: a link to "')
    assert problem.endswith("which is not there; mend the name, or remove the link [page-link]")


def test_of_a_folder_whose_name_was_refused_nothing_more_is_told(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, site_yaml=f"pages:\n  about-us: {'x' * 5_000}\n")
    assert problem.endswith("[too-long]")
