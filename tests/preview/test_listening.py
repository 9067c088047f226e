from __future__ import annotations

import socket

import pytest

from parley.preview.listening import CannotListenError, listening_sockets


def close(sockets: list[socket.socket]) -> None:
    for one in sockets:
        one.close()


def test_a_free_port_is_taken_for_port_zero():
    sockets = listening_sockets("127.0.0.1", 0)
    port = sockets[0].getsockname()[1]
    with socket.create_connection(("127.0.0.1", port), 1):
        pass
    close(sockets)


def test_all_addresses_of_a_name_get_the_same_port():
    sockets = listening_sockets("localhost", 0)
    assert len({one.getsockname()[1] for one in sockets}) == 1
    close(sockets)


def test_a_port_in_use_is_told_with_the_next_one():
    taken = listening_sockets("127.0.0.1", 0)
    port = taken[0].getsockname()[1]
    with pytest.raises(CannotListenError, match=f"^port {port} is in use; try --port {port + 1}$"):
        listening_sockets("127.0.0.1", port)
    close(taken)


def test_an_address_that_the_machine_has_in_name_only_keeps_the_others(monkeypatch):
    kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(*kind, ("192.0.2.1", 0)), (*kind, ("127.0.0.1", 0))])
    sockets = listening_sockets("localhost", 0)
    assert [one.getsockname()[0] for one in sockets] == ["127.0.0.1"]
    close(sockets)


@pytest.mark.parametrize(
    ("host", "port"), [("192.0.2.1", 0), ("no.such.host.invalid", 0), ("127.0.0.1", 70000), ("x" * 300, 0)]
)
def test_an_address_that_cannot_be_had_is_told_in_one_line(host, port):
    with pytest.raises(CannotListenError, match=r"^cannot listen on [^\n]+$"):
        listening_sockets(host, port)
