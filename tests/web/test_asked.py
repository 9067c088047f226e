"""What an address comes to, asked of a real server."""

from __future__ import annotations

import socket
import time

import pytest

from parley.model.address import Verdict
from parley.web import reachable
from parley.web.asked import HOPS, Limits, verdict
from parley.web.reachable import NoNames, NoSuchHost
from tests.web.servers import babble, dripping, endless, only_get, plainly, serving, silent

LIMITS = Limits(agent="Test", seconds=0.5, local=True)

PAGES = {
    "/alive": plainly(200, body=b"x" * 10_000),
    "/gone": plainly(410),
    "/get-only": only_get(405),
    "/head-refused": only_get(403),
    "/head-lies": only_get(404),
    "/moved": plainly(301, "/alive"),
    "/moved-308": plainly(308, "/alive"),
    "/for-now": plainly(302, "/alive"),
    "/moved-then-for-now": plainly(301, "/for-now"),
    "/for-now-then-moved": plainly(302, "/moved"),
    "/moved-and-gone": plainly(301, "/nothing"),
    "/moved-abroad": plainly(301, "/caf\u00e9?q=a b"),
    "/caf%C3%A9?q=a%20b": plainly(200),
    "/loop": plainly(302, "/loop"),
    "/app": plainly(302, "mailto:desk@example.org"),
    "/nonsense": plainly(302, "http://[::1"),
    "/forbidden": plainly(403),
    "/login": plainly(401),
    "/too-often": plainly(429),
    "/broken": plainly(503),
    "/silent": silent,
    "/dripping": dripping,
    "/endless": endless,
    "/babble": babble,
    **{f"/hop-{at}": plainly(302, f"/hop-{at + 1}") for at in range(30)},
}


def of(path: str, limits: Limits = LIMITS) -> tuple[Verdict, list[str]]:
    """The verdict on a page of the server, and what the server was asked for it."""
    with serving(PAGES) as server:
        found = verdict(server.at + path, limits)
        return Verdict(
            state=found.state, why=found.why, now=found.now.replace(server.at, ""), unheard=found.unheard
        ), server.asked


def test_a_page_that_is_there_is_asked_by_head_alone() -> None:
    assert of("/alive#part") == (Verdict(state="alive"), ["HEAD /alive"])


@pytest.mark.parametrize("path", ["/get-only", "/head-refused", "/head-lies"])
def test_a_server_that_does_not_take_head_is_asked_by_get(path: str) -> None:
    assert of(path) == (Verdict(state="alive"), [f"HEAD {path}", f"GET {path}"])


@pytest.mark.parametrize(("path", "status"), [("/nothing", 404), ("/gone", 410), ("/moved-and-gone", 404)])
def test_a_page_that_its_server_does_not_have_is_dead(path: str, status: int) -> None:
    assert of(path)[0] == Verdict(state="dead", why=f"its server says that there is no such page ({status})")


@pytest.mark.parametrize(
    ("path", "now"),
    [("/moved", "/alive"), ("/moved-308", "/alive"), ("/moved-then-for-now", "/for-now")],
)
def test_what_has_moved_for_good_is_told_as_far_as_it_is_for_good(path: str, now: str) -> None:
    assert of(path)[0] == Verdict(state="moved", now=now)


@pytest.mark.parametrize("path", ["/for-now", "/for-now-then-moved"])
def test_a_redirect_for_the_moment_is_no_move(path: str) -> None:
    assert of(path)[0] == Verdict(state="alive")


def test_a_redirect_to_letters_beyond_ascii_is_followed_as_browsers_do() -> None:
    found, asked = of("/moved-abroad")
    assert found.state == "moved"
    assert asked[-1] == "HEAD /caf%C3%A9?q=a%20b"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/forbidden", "it refuses machines (403)"),
        ("/login", "it asks for a password (401)"),
        ("/too-often", "it was asked too often (429)"),
        ("/broken", "its server has a fault (503)"),
        ("/loop", "its redirects go round in a circle"),
        ("/hop-1", f"it is redirected more than {HOPS} times"),
        ("/app", "it leads to something that is no web page"),
        ("/nonsense", "it leads to something that is no web page"),
        ("/babble", "what came back is no answer of a web server"),
    ],
)
def test_what_may_be_meant_for_machines_or_pass_by_is_not_called_dead(path: str, why: str) -> None:
    assert of(path)[0] == Verdict(state="unknown", why=why)


@pytest.mark.parametrize("path", ["/silent", "/dripping"])
def test_who_is_silent_or_never_ends_is_let_go_in_time(path: str) -> None:
    began = time.monotonic()
    found, asked = of(path)
    assert found == Verdict(state="unknown", why="no answer within 0.5 s", unheard=True)
    assert asked == [f"HEAD {path}"]
    assert time.monotonic() - began < 2


def test_of_a_body_without_an_end_nothing_is_read() -> None:
    began = time.monotonic()
    assert of("/endless")[0] == Verdict(state="alive")
    assert time.monotonic() - began < 1


def test_a_machine_that_takes_no_connection_may_be_the_fault_of_the_network() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        found = verdict(f"http://127.0.0.1:{taken.getsockname()[1]}/", LIMITS)
    assert found == Verdict(state="unknown", why="the machine takes no connection", unheard=True)


def test_a_server_without_tls_makes_no_secure_connection() -> None:
    with serving(PAGES) as server:
        found = verdict(server.at.replace("http:", "https:") + "/alive", LIMITS)
    assert (found.state, found.why) == ("unknown", "no secure connection could be made")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0"])
def test_this_machine_is_not_asked_unless_that_is_wanted(host: str) -> None:
    with serving(PAGES) as server:
        found = verdict(f"http://{host}:{server.port}/alive", Limits(agent="Test", seconds=0.5))
        assert server.asked == []
    assert found == Verdict(state="unknown", why="that is inside a private network, and was not asked")


@pytest.mark.parametrize("inside", ["http://169.254.169.254/latest/", "//10.0.0.1/", "http://intranet.example/"])
def test_a_redirect_into_a_private_network_is_not_followed(monkeypatch: pytest.MonkeyPatch, inside: str) -> None:
    """This machine counts as a public one here, so that there is one to be sent on by."""
    monkeypatch.setattr(reachable, "is_public", lambda address: address == "127.0.0.1")
    names = {"news.example": "127.0.0.1", "intranet.example": "192.168.0.7"}
    limits = Limits(agent="T", seconds=0.5, resolve=lambda host, port: [names.get(host, host)])
    with serving({"/story": plainly(301, inside)}) as server:
        found = verdict(f"http://news.example:{server.port}/story", limits)
        assert server.asked == ["HEAD /story"]
    assert found.state == "unknown"
    assert found.why.startswith("it is redirected to http://")
    assert found.why.endswith(": that is inside a private network, and was not asked")


def test_a_name_that_leads_nowhere_is_dead_and_one_that_cannot_be_looked_up_is_not() -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise NoSuchHost(host)

    def unlucky(host: str, port: int) -> list[str]:
        raise NoNames(host)

    url = "http://old-paper.example/story"
    assert verdict(url, Limits(agent="T", resolve=nowhere)) == Verdict(
        state="dead", why="there is no old-paper.example any more", unheard=True
    )
    assert verdict(url, Limits(agent="T", resolve=unlucky)) == Verdict(
        state="unknown", why="the name old-paper.example could not be looked up", unheard=True
    )
