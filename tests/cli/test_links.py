"""`parley links`, as a process, against a real web server on this machine."""

from __future__ import annotations

from pathlib import Path

from tests.sites import run, written
from tests.web.servers import Server, only_get, plainly, serving, silent

PAGES = {
    "/alive": plainly(200),
    "/get-only": only_get(405),
    "/moved": plainly(301, "/alive"),
    "/to-front": plainly(301, "/"),
    "/": plainly(200),
    "/copy": plainly(200),
    "/forbidden": plainly(403),
    "/silent": silent,
}
BRIEF = """\
title: T
published: 2025-05-01
what: W.
who: {a: Takes part.}
actors: {a: {name: A, kind: group}}
sources:
"""


def source(name: str, url: str, archived: str = "") -> str:
    more = f"    archived: {archived}\n" if archived else ""
    return f"  {name}:\n    title: T\n    accessed: 2025-05-12\n    url: {url}\n{more}"


def asked(folder: Path, *sources: str, arguments: tuple[str, ...] = ("--local", "--timeout", "1")):
    root = written(folder, {"briefs/a.yaml": BRIEF + "".join(sources)})
    before = (root / "briefs/a.yaml").read_bytes()
    done = run("links", *arguments, cwd=root)
    assert (root / "briefs/a.yaml").read_bytes() == before
    assert "Traceback" not in done.stderr
    return done


def test_sources_that_are_there_are_told_in_one_line(tmp_path: Path) -> None:
    with serving(PAGES) as server:
        done = asked(tmp_path, source("one", f"{server.at}/alive"), source("two", f"{server.at}/get-only"))
        (agent,) = server.agents
    assert (done.returncode, done.stdout, done.stderr) == (0, "2 addresses asked: 2 as they were\n", "")
    assert agent.startswith("Parley/")
    assert "sources are still there" in agent


def test_a_dead_source_is_told_where_its_address_stands_with_where_a_copy_may_be(tmp_path: Path) -> None:
    with serving(PAGES) as server:
        done = asked(tmp_path, source("one", f"{server.at}/alive"), source("two", f"{server.at}/nothing"))
        kept = f"https://web.archive.org/web/20250512/{server.at}/nothing"
    assert (done.returncode, done.stdout) == (1, "2 addresses asked: 1 as they were, 1 dead\n")
    assert "briefs/a.yaml:14:" in done.stderr
    assert "[dead-source]" in done.stderr or "dead-source" in done.stderr
    assert kept in done.stderr


def test_of_a_dead_source_with_a_kept_copy_the_copy_is_named_and_that_is_no_failure(tmp_path: Path) -> None:
    with serving(PAGES) as server:
        done = asked(tmp_path, source("one", f"{server.at}/nothing", f"{server.at}/copy"))
        assert f"readers have the kept copy, {server.at}/copy" in done.stderr
    assert done.returncode == 0


def test_a_kept_copy_that_is_gone_is_told_where_it_stands(tmp_path: Path) -> None:
    with serving(PAGES) as server:
        done = asked(tmp_path, source("one", f"{server.at}/alive", f"{server.at}/no-copy"))
    assert done.returncode == 1
    assert "briefs/a.yaml:11:" in done.stderr
    assert 'the kept copy of "one" is dead' in done.stderr


def test_a_move_for_good_is_told_with_the_new_address_and_one_to_a_front_page_with_a_doubt(tmp_path: Path) -> None:
    with serving(PAGES) as server:
        done = asked(tmp_path, source("one", f"{server.at}/moved"), source("two", f"{server.at}/to-front"))
    assert (done.returncode, done.stdout) == (0, "2 addresses asked: 2 moved\n")
    assert f"write {server.at}/alive" in done.stderr
    assert "it leads to a front page" in done.stderr


def test_what_could_not_be_checked_is_told_and_is_no_failure(tmp_path: Path) -> None:
    with serving(PAGES) as server:
        done = asked(
            tmp_path, source("one", f"{server.at}/forbidden"), source("two", f"{server.at}/silent"),
            source("three", f"{server.at}/alive"),
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "3 addresses asked: 1 as they were, 2 not to be told\n")
    assert done.stderr.splitlines() == [
        f"briefs/a.yaml:10: could not be checked, it refuses machines (403): {server.at}/forbidden",
        f"briefs/a.yaml:14: could not be checked, no answer within 1 s: {server.at}/silent",
    ]


def test_without_a_network_nothing_is_told_of_any_source(tmp_path: Path) -> None:
    with serving(PAGES) as server:
        gone = server.at
    done = asked(tmp_path, source("one", f"{gone}/alive"), source("two", f"{gone}/other"))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == ("None of 2 addresses answered. There seems to be no network, so nothing can be told.\n")


def test_this_machine_is_not_asked_unless_that_is_wanted(tmp_path: Path) -> None:
    with serving(PAGES) as server:
        done = asked(tmp_path, source("one", f"{server.at}/alive"), arguments=())
        assert server.asked == []
    assert done.returncode == 0
    assert "inside a private network, and was not asked" in done.stderr


def test_only_the_briefs_that_are_named_are_asked_for(tmp_path: Path) -> None:
    def only(server: Server, *files: str) -> list[str]:
        server.asked.clear()
        assert run("links", "--local", *files, cwd=tmp_path).returncode == 0
        return server.asked

    with serving(PAGES) as server:
        other = BRIEF.replace("a:", "b:").replace("actors: {b: {name: A", "actors: {b: {name: B")
        files = {
            "briefs/a.yaml": BRIEF + source("one", f"{server.at}/alive"),
            "briefs/b.yaml": other + source("one", f"{server.at}/copy"),
        }
        written(tmp_path, files)
        assert sorted(only(server)) == ["HEAD /alive", "HEAD /copy"]
        assert only(server, "briefs/b.yaml") == only(server, str(tmp_path / "briefs/b.yaml")) == ["HEAD /copy"]
    done = run("links", "briefs/c.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'parley: links "briefs/c.yaml": no such brief; give its file, such as briefs/a.yaml\n'


def test_a_site_without_addresses_asks_nobody(tmp_path: Path) -> None:
    done = run("links", cwd=written(tmp_path, {"briefs/a.yaml": BRIEF.replace("sources:\n", "")}))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "No source has an address: there is nothing to ask for.\n"


def test_the_same_address_in_two_places_is_asked_once_and_told_twice(tmp_path: Path) -> None:
    with serving(PAGES) as server:
        done = asked(tmp_path, source("one", f"{server.at}/nothing"), source("two", f"{server.at}/nothing"))
        assert server.asked == ["HEAD /nothing", "GET /nothing"]
    assert done.stdout == "1 address asked: 1 dead\n"
    assert done.stderr.count("is dead: its server says that there is no such page (404)") == 2
