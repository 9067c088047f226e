"""Pages stay light enough for a cheap phone, and a heavy one is told with its figure."""

import gzip
import random

import pytest

from parley.publish.budgets import ELEMENTS, HTML, elements, exact, heaviest, load_faults, over_budget

NOISE = random.Random(7)


def page(weight: int) -> bytes:
    """A page of about ``weight`` bytes once compressed: letters that hold four bits each."""
    return b"<p>" + bytes(NOISE.choices(b"abcdefghijklmnop", k=weight * 2)) + b"</p>"


def told(**files: bytes) -> list[tuple[str, str, str]]:
    site = {name.replace("_", "."): body for name, body in files.items()}
    return [(problem.place.file, problem.severity, problem.found.partition(" (")[0]) for problem in over_budget(site)]


def test_a_light_page_is_nothing_to_tell() -> None:
    assert told(index_html=page(13_500)) == []


@pytest.mark.parametrize(("weight", "severity"), [(15_000, "warning"), (41_000, "error")])
def test_a_heavy_page_is_told_with_its_figure(weight: int, severity: str) -> None:
    body = page(weight)
    ((file, how, amount),) = told(index_html=body)
    assert (file, how) == ("index.html", severity)
    assert amount == f"{exact(HTML, body):,} bytes"
    assert abs(exact(HTML, body) - len(gzip.compress(body, 9))) < 20


@pytest.mark.parametrize(("number", "severity"), [(1_500, ""), (1_501, "warning"), (2_501, "error")])
def test_too_many_elements_are_told(number: int, severity: str) -> None:
    found = told(index_html=b"<br>" * number)
    assert found == ([("index.html", severity, f"{number:,} elements")] if severity else [])


def test_what_is_told_of_a_file_needs_no_other() -> None:
    assert [problem.found for problem in load_faults("a/index.html", b"<p>" * 1_501)] == [
        "1,501 elements (elements of a page), of 1,500 at most"
    ]
    assert load_faults("a/index.html", b"<p></p>" * 1_500) == []
    assert load_faults("a.json", b"<p>" * 9_000) == []


def test_end_tags_comments_and_the_doctype_are_no_elements() -> None:
    assert elements(b"<!doctype html><p>a</p><!-- b --><br>1 &lt; 2") == 2


def test_style_and_script_have_limits_of_their_own_and_search_has_none() -> None:
    heavy = page(7_000)
    assert told(a_css=heavy, b_js=heavy, search_js=heavy, c_json=heavy) == [
        ("a.css", "warning", f"{exact(HTML, heavy):,} bytes"),
        ("b.js", "warning", f"{exact(HTML, heavy):,} bytes"),
    ]


@pytest.mark.parametrize("path", ["pagefind/pagefind.js", "de/pagefind/pagefind.js", "de/assets/search.0f3a.js"])
def test_a_script_of_the_search_is_apart_in_every_edition(path: str) -> None:
    assert load_faults(path, page(7_000)) == []


def test_a_brief_on_the_search_has_the_limits_of_a_page() -> None:
    assert [problem.place.file for problem in load_faults("briefs/pagefind/index.html", page(15_000))]


def test_the_heaviest_of_each_kind_is_named() -> None:
    site = {"a.html": b"<br>" * 30, "b.html": b"<p>" * 2 + page(500), "c.css": b"a{}"}
    found = {load.budget.what: (load.path, load.amount) for load in heaviest(site)}
    assert found[ELEMENTS.what] == ("a.html", 30)
    assert found[HTML.what] == ("b.html", exact(HTML, site["b.html"]))
