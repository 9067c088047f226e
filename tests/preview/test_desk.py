"""What is told of a page to its writer, and to whom."""

from __future__ import annotations

import json

import pytest

from parley.preview.app import Preview
from parley.preview.built import Built, Draft, Explained, Shown, Spot
from parley.preview.editions import DRAFTS
from parley.preview.events import Board, problem_news
from parley.preview.hosts import hosts_for
from parley.preview.showing import showing_after
from tests.preview.asking import ask

SPOTS = {"index.html": {"": Spot("site.yaml")}, "a/index.html": {"": Spot("a.yaml", 1), "b": Spot("a.yaml", 9, 3)}}
DRAFT = Draft("A & <b>", ("new one/", "more/new/"), Spot("new.yaml"))
PAGE = b"<html><body>x</body></html>"
MAIN = Built({"index.html": PAGE, "a/index.html": PAGE}, (), "", lambda page: SPOTS.get(page, {}), (DRAFT,))
WITH = Built({**(MAIN.site or {}), "new one/index.html": PAGE}, (), "", lambda page: SPOTS.get(page, {}), (DRAFT,))


def edit(spot: Spot) -> str:
    return f"editor:///secret/{spot.file}:{spot.line}:{spot.column}"


def told(app: Preview, path: str, client: str = "127.0.0.1") -> dict[str, object]:
    answer = ask(app, f"/_parley/page?path={path}", client=client)
    assert answer.headers["content-type"] == "application/json"
    return json.loads(answer.body)


@pytest.fixture
def app() -> Preview:
    boards = {"": Board(edit), DRAFTS: Board(edit)}
    boards[""].take(MAIN)
    boards[DRAFTS].take(WITH)
    explained = {"bad-date": Explained("A date in words", "<p>Write it so.</p>", "<in words>", "2025-05-01")}
    known = {"edit": edit, "neighbours": frozenset({"172.17.0.1"}), "explained": explained.get}
    return Preview(boards, hosts_for("0.0.0.0"), **known)


def test_a_page_s_file_and_the_items_on_it_are_told_as_links(app):
    page = told(app, "/a/")
    assert page["edit"] == "editor:///secret/a.yaml:1:1"
    assert page["items"] == {"b": "editor:///secret/a.yaml:9:3"}


@pytest.mark.parametrize("client", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "172.17.0.1"])
def test_links_into_the_editor_are_for_this_machine(app, client):
    assert told(app, "/a/", client)["edit"]


@pytest.mark.parametrize("client", ["192.168.1.9", "172.17.0.2", "::2", "testclient", ""])
def test_nobody_else_is_told_a_path_of_this_machine(app, client):
    for target in ("/_parley/page?path=/a/", "/", "/a/", "/new%20one/", "/_drafts/"):
        assert b"secret" not in ask(app, target, client=client).body


def test_problems_tell_their_place_as_a_link_only_to_this_machine():
    fault = Shown("a.yaml", 0, 0, "error", "broken")
    showing = showing_after(None, Built(None, (fault,), ""))
    assert b"editor:///secret/a.yaml:1:1" in problem_news(showing, edit)
    assert b"secret" not in problem_news(showing)


def test_other_sites_are_told_nothing_of_a_page(app):
    assert ask(app, "/_parley/page?path=/a/", headers={"Origin": "http://evil.example"}).status == 403


def test_drafts_are_hidden_in_one_edition_and_shown_in_the_other(app):
    main, drafts = told(app, "/a/"), told(app, "/_drafts/a/")
    assert (main["hidden"], drafts["hidden"]) == (True, False)
    assert (main["other"], drafts["other"]) == ("/_drafts/a/", "/a/")
    assert main["drafts"] == drafts["drafts"]
    assert main["drafts"][0]["href"] == "/_drafts/new%20one/"


@pytest.mark.parametrize("target", ["/new%20one/", "/more/new/x/"])
def test_the_address_of_a_draft_says_that_it_is_one_and_leads_to_it(app, target):
    answer = ask(app, target)
    assert answer.status == 404
    assert b"This page is a draft" in answer.body
    assert b"A &amp; &lt;b&gt;" in answer.body
    assert b'href="/_drafts/new%20one/"' in answer.body


def test_the_edition_with_drafts_is_a_site_below_its_address(app):
    assert ask(app, "/_drafts/new%20one/").status == 200
    assert b'data-edition="_drafts/"' in ask(app, "/_drafts/a/").body
    assert ask(app, "/_drafts").headers["location"] == "/_drafts/"
    assert ask(app, "/_drafts/a?x=1").headers["location"] == "/_drafts/a/?x=1"
    assert ask(app, "/_drafts/nowhere/").status == 404


def test_without_that_edition_its_address_is_any_other():
    board = Board()
    board.take(MAIN)
    app = Preview(board, hosts_for("127.0.0.1"))
    assert ask(app, "/_drafts/").status == 404
    assert b"This page is a draft" not in ask(app, "/new%20one/").body
    assert told(app, "/")["other"] == ""


def test_what_a_code_means_is_served_with_its_example(app):
    answer = ask(app, "/_parley/problems/bad-date")
    assert answer.status == 200
    assert b"<p>Write it so.</p>" in answer.body
    assert b"&lt;in words&gt;" in answer.body
    assert ask(app, "/_parley/problems/nothing-such").status == 404
