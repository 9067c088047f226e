from __future__ import annotations

import socket

import pytest
from starlette.datastructures import Headers

from parley.preview.hosts import address, hosts_for, is_cross_site, is_loopback


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.3.4.5", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("", False)],
)
def test_loopback_is_what_only_this_machine_can_reach(host, loopback):
    assert is_loopback(host) is loopback


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_a_server_bound_everywhere_answers_to_addresses_and_its_own_name_but_to_no_foreign_name(host):
    hosts = hosts_for(host)
    assert all(hosts.admit([name]) for name in ("192.168.1.5:80", "[fe80::1]", "localhost", socket.gethostname()))
    assert not hosts.admit(["evil.example"])


def test_an_address_is_known_in_every_spelling():
    assert hosts_for("::1").admit(["[0:0:0:0:0:0:0:1]:8000"])


@pytest.mark.parametrize(
    ("sent", "cross"),
    [
        ([], False),
        ([("sec-fetch-site", "same-origin"), ("origin", "http://a:1")], False),
        ([("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")], True),
        ([("origin", "http://a:1"), ("origin", "http://evil.example")], True),
        ([("origin", "")], True),
    ],
)
def test_a_page_of_another_origin_is_known_by_whatever_its_browser_sends(sent, cross):
    headers = Headers(raw=[(name.encode(), value.encode()) for name, value in [("host", "a:1"), *sent]])
    assert is_cross_site(headers) is cross


@pytest.mark.parametrize("given", [[], ["localhost", "localhost"]])
def test_a_request_has_exactly_one_host(given):
    assert not hosts_for("127.0.0.1").admit(given)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/"),
        ("::1", "http://[::1]:80/"),
        ("0.0.0.0", "http://127.0.0.1:80/"),
        ("::", "http://[::1]:80/"),
        ("box.local", "http://box.local:80/"),
    ],
)
def test_the_address_that_is_shown_can_be_opened(host, shown):
    assert address(host, 80) == shown
