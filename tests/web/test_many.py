"""Many addresses: a few machines at once, each one at a time."""

from __future__ import annotations

from parley.web.asked import Limits
from parley.web.many import AT_ONCE, verdicts
from tests.web.servers import plainly, serving


def test_each_address_is_asked_once_and_each_host_one_at_a_time() -> None:
    pages = {f"/{at}": plainly(200) for at in range(5)}
    with serving(pages, pause=0.05) as server:
        urls = [f"{server.at}/{at}" for at in range(5)]
        found = verdicts([*urls, *urls], Limits(agent="T", seconds=2, local=True), lambda _: None)
        assert {url: one.state for url, one in found.items()} == dict.fromkeys(urls, "alive")
        assert sorted(server.asked) == [f"HEAD /{at}" for at in range(5)]
        assert server.most == 1


def test_a_redirect_waits_for_its_turn_at_the_other_host() -> None:
    with serving({f"/{at}": plainly(200) for at in range(4)}, pause=0.05) as main:
        pages = {f"/{at}": plainly(302, f"{main.at}/{at}") for at in range(4)}
        with serving(pages) as sending:
            urls = [f"{main.at}/{at}" for at in range(4)]
            urls += [f"{sending.at.replace('127.0.0.1', 'localhost')}/{at}" for at in range(4)]
            found = verdicts(urls, Limits(agent="T", seconds=2, local=True), lambda _: None)
        assert {one.state for one in found.values()} == {"alive"}
        assert main.most == 1


def test_no_more_than_four_hosts_are_asked_at_once() -> None:
    with serving({"/": plainly(200)}, pause=0.1) as server:
        hosts = [f"h{at}.example" for at in range(9)]
        limits = Limits(agent="T", seconds=2, local=True, resolve=lambda host, port: ["127.0.0.1"])
        told: list[str] = []
        found = verdicts([f"http://{host}:{server.port}/" for host in hosts], limits, told.append)
        assert {one.state for one in found.values()} == {"alive"}
        assert server.most == AT_ONCE == 4
        assert told[-1] == "9 addresses asked"
