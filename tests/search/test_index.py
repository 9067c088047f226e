"""The index of the finished pages: what is in it, what is left out, and the same bytes every time."""

import gzip
import json
from pathlib import Path

import pytest

from parley.search import NoIndex, index
from parley.site import Order
from parley.site.publish import published
from tests.sites import FILES, NOW, STORY, built_from, run, written

PAGE = (
    '<!doctype html><html lang="{lang}"><head>{head}</head><body><main data-pagefind-body>{main}</main></body></html>'
)


def page(main: str, lang: str = "en", **facets: str) -> bytes:
    head = "".join(f'<meta content="{value}" data-pagefind-filter="{name}[content]">' for name, value in facets.items())
    return PAGE.format(lang=lang, head=head, main=main).encode()


def fragments(files: dict[str, bytes]) -> dict[str, dict[str, object]]:
    """What the index holds of each page, by its address."""
    found = {}
    for path, body in files.items():
        if path.startswith("pagefind/fragment/"):
            told = json.loads(gzip.decompress(body).removeprefix(b"pagefind_dcd"))
            found[told["url"]] = told
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The finished pages of the small story."""
    found = built_from(tmp_path_factory.mktemp("desk"), FILES).site
    assert found
    return dict(found)


@pytest.fixture(scope="module")
def told(site: dict[str, bytes]) -> dict[str, dict[str, object]]:
    return fragments(index(site, "en"))


def test_briefs_actors_proposals_and_topics_are_found_by_what_they_are(told: dict[str, dict[str, object]]) -> None:
    council, traders, reed = "Alder Town Council", "Alder Traders", "Ann Reed"
    assert told["/briefs/bridge/"]["filters"] == {
        "kind": ["Brief"], "actor": [council, reed, traders], "topic": ["Town planning"], "status": ["Rejected"]
    }  # fmt: skip
    assert told["/proposals/bridge/keep-open/"]["filters"] == {
        "kind": ["Proposal"], "actor": [traders, council], "topic": ["Town planning"], "status": ["Rejected"]
    }  # fmt: skip
    assert told["/actors/reed/"]["filters"] == {"kind": ["Person"], "actor": ["Ann Reed"]}
    assert told["/topics/town-planning/"]["filters"] == {"kind": ["Topic"], "topic": ["Town planning"]}
    assert told["/briefs/bridge/"]["meta"] == {"title": "The bridge"}


def test_lists_the_search_itself_and_the_page_not_found_are_left_out(
    site: dict[str, bytes], told: dict[str, dict[str, object]]
) -> None:
    assert not [url for url in told if url.startswith(("/style/", "/embed/"))]
    indexed = {f"{url.removeprefix('/')}index.html" for url in told}
    html = {path for path in site if path.endswith(".html") and not path.startswith(("style/", "embed/"))}
    assert html - indexed == {
        "index.html", "404.html", "actors/index.html", "data/index.html", "next/index.html", "search/index.html",
        "timeline/index.html",
    }  # fmt: skip


def test_marks_and_menus_are_not_part_of_the_text(told: dict[str, dict[str, object]]) -> None:
    text = str(told["/briefs/bridge/"]["content"])
    assert "The council of Alder met on 1 May" in text
    for noise in ("#", "Skip to the content", "On this page", "How we work"):
        assert noise not in text
    assert "By Alder Traders" in str(told["/proposals/bridge/keep-open/"]["content"])
    assert "exchange" not in str(told["/actors/council/"]["content"])


def test_the_same_pages_give_the_same_bytes_whatever_their_order() -> None:
    many = {
        f"{at}/index.html": page(f"<h1>Page {at}</h1>", kind=f"K{at % 7}", topic=f"T{at % 5}", actor=f"A{at}")
        for at in range(40)
    }
    first = index(many, "en")
    for order in (many, dict(reversed(many.items())), dict(sorted(many.items(), key=lambda item: item[1]))):
        assert list(index(order, "en").items()) == list(first.items())


def test_only_what_a_search_loads_is_kept(site: dict[str, bytes]) -> None:
    files = index(site, "en")
    loose = {path.removeprefix("pagefind/") for path in files if path.count("/") == 1}
    (meta,) = (path for path in loose if path.endswith(".pf_meta"))
    assert loose == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind", meta}
    assert {path.split("/")[1] for path in files if path.count("/") == 2} == {"filter", "fragment", "index"}


def test_a_page_in_another_language_is_in_the_one_index() -> None:
    site = {"a/index.html": page("<h1>House</h1>"), "b/index.html": page("<h1>Будинок</h1>", "uk")}
    files = index(site, "en")
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    assert list(entry["languages"]) == ["en"]
    assert entry["languages"]["en"]["page_count"] == 2


def test_a_language_without_a_stemmer_has_the_general_one() -> None:
    files = index({"a/index.html": page("<h1>Будинок</h1>", "uk")}, "uk")
    assert "pagefind/wasm.unknown.pagefind" in files
    assert json.loads(files["pagefind/pagefind-entry.json"])["languages"]["uk"]["wasm"] is None


def test_a_site_where_nothing_is_to_be_found_has_no_index() -> None:
    with pytest.raises(NoIndex, match="no page"):
        index({"index.html": b"<html><main>Hello</main></html>"}, "en")


def test_a_limit_of_time_is_kept(site: dict[str, bytes]) -> None:
    with pytest.raises(NoIndex, match=r"not done after 0\.001 seconds"):
        index(site, "en", 0.001)


def test_indexing_writes_nothing(site: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    index(site, "en")
    assert list(tmp_path.iterdir()) == []


BLOCKED = "import sys; sys.modules[{package!r}] = None"


@pytest.mark.parametrize(
    ("package", "why"),
    [("pagefind", "the package pagefind is not installed"),
     ("pagefind_bin", "the package pagefind has no program for this machine")],
)  # fmt: skip
def test_without_the_package_the_site_is_built_and_a_note_says_what_is_missing(
    package: str, why: str, tmp_path: Path
) -> None:
    blocked = written(tmp_path / "blocked", {"sitecustomize.py": BLOCKED.format(package=package)})
    root = written(tmp_path / "desk", {**FILES, "briefs/bridge.yaml": STORY})
    done = run("build", "--root", str(root), "--as-of", "2025-06-01", PYTHONPATH=str(blocked), PATH="/nowhere")
    assert (done.returncode, done.stderr) == (0, f"note: the site has no full-text search: {why}\n")
    assert done.stdout.startswith("Built 23 pages")
    assert not (root / "output/pagefind").exists()
    search = (root / "output/search/index.html").read_text()
    assert "There is no full-text search on this site" in search
    assert '<a href="../briefs/bridge/">The bridge</a> Brief' in search
    for text in (search, *((root / "output" / name).read_text() for name in ("index.html", "404.html"))):
        assert "<form" not in text
    assert "wasm-unsafe-eval" not in search


def test_the_command_builds_the_index_and_says_nothing_of_it(tmp_path: Path) -> None:
    root = written(tmp_path / "desk", FILES)
    done = run("build", "--root", str(root), "--as-of", "2025-06-01")
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "output/pagefind/pagefind.js").is_file()
    assert "<form" in (root / "output/search/index.html").read_text()
    assert not [path for path in root.rglob("*") if "tmp" in path.name]


def test_a_site_that_had_to_do_without_the_index_gets_it_with_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else has changed meanwhile but that the program does not fail any more."""
    root = written(tmp_path / "desk", FILES)
    order = Order(root, NOW)
    (tmp_path / "failing").write_text("#!/bin/sh\nexit 3\n")
    (tmp_path / "failing").chmod(0o755)
    with monkeypatch.context() as patch:
        patch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "failing"))
        found, _ = published(order, root / "output", lambda _: None, lambda _: None)
    assert "ended early" in found.notes[0]
    assert not (root / "output/pagefind").exists()
    found, _ = published(order, root / "output", lambda _: None, lambda _: None)
    assert found.notes == ()
    assert (root / "output/pagefind/pagefind.js").is_file()


def test_a_preview_does_without_the_index_and_says_so(tmp_path: Path) -> None:
    found = built_from(tmp_path, FILES, extras=False)
    assert found.site
    assert found.notes == ()
    assert not [path for path in found.site if path.startswith("pagefind/")]
    assert b"this preview does without it" in found.site["search/index.html"]
    assert b"<form" in found.site["index.html"]
