"""The sockets of the preview, taken before anything is built, so that a port in use costs no build and one line."""

from __future__ import annotations

import errno
import os
import socket

BACKLOG = 2048  # connections that may wait while all of a crowd arrives at once


class CannotListenError(Exception):
    """The address cannot be taken; the message is one line for the terminal."""


def listening_sockets(host: str, port: int) -> list[socket.socket]:
    """Open sockets for all addresses of a host name, one port for all (a free one for port 0). Raises
    CannotListenError."""
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, OverflowError, UnicodeError) as reason:
        raise CannotListenError(f"cannot listen on {host}: {_why(reason)}") from reason
    opened: list[socket.socket] = []
    refused: Exception | None = None
    for family, _, _, _, place in dict.fromkeys(found):
        try:
            opened.append(_listening(family, (place[0], port, *place[2:])))
            port = opened[0].getsockname()[1]
        except (OSError, OverflowError) as reason:  # one of two is enough: many a machine has a ::1 in name only
            refused = reason
            if isinstance(reason, OSError) and reason.errno == errno.EADDRINUSE:
                break
    else:
        if opened:
            return opened
    for one in opened:
        one.close()
    if isinstance(refused, OSError) and refused.errno == errno.EADDRINUSE:
        other = _free_port(host, port)
        cure = f"try --port {other}" if other else "try another --port"
        raise CannotListenError(f"port {port} is in use; {cure}") from refused
    raise CannotListenError(f"cannot listen on {host} port {port}: {_why(refused)}") from refused


def _listening(family: int, place: tuple[object, ...]) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # take a port just left; elsewhere the option means to share one with a stranger
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind(place)
        made.listen(BACKLOG)
    except BaseException:
        made.close()
        raise
    return made


def _free_port(host: str, port: int) -> int:
    """The next port after (or else before) a taken one that can be had, of the nearest; 0 for none."""
    others: list[int] = [*range(port + 1, min(port + 50, 65536)), *range(port - 1, max(port - 50, 1023), -1)]
    for other in others:
        try:
            for family, _, _, _, place in socket.getaddrinfo(host or None, other, type=socket.SOCK_STREAM):
                _listening(family, place).close()
        except OSError:
            continue
        return other
    return 0


def _why(reason: BaseException | None) -> str:
    return getattr(reason, "strerror", None) or str(reason)
