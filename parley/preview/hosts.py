"""For whom the preview answers: requests that name this machine, from pages of this very site.

A page on the web can make a browser talk to a server on the reader's own machine, and by rebinding its own name to
127.0.0.1 even read the answers. A check of the Host header stops that (the name is the attacker's, not ours); the
event stream, which reveals when the writer saves and what is wrong, is refused to other sites on top.
"""

from __future__ import annotations

import ipaddress
import re
import socket

import msgspec
from starlette.datastructures import Headers

_HOST = re.compile(r"(?:\[(?P<six>[0-9a-fA-F]*:[0-9a-fA-F:.]+)\]|(?P<name>[^\s:/@\[\]]+))(?::[0-9]{1,5})?")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_EVERYWHERE = frozenset({"", "0.0.0.0", "::"})


class Hosts(msgspec.Struct, frozen=True):
    """The names that a request may give as its Host; `addresses` admits every numeric address besides (rebinding
    needs a name)."""

    names: frozenset[str]
    addresses: bool

    def admit(self, given: list[str]) -> bool:
        """Whether the Host headers of a request (there must be exactly one, RFC 9112 section 3.2) name this server."""
        match = _HOST.fullmatch(given[0]) if len(given) == 1 else None
        if match is None:
            return False
        name = _plain(match["six"] or match["name"])
        return name in self.names or (self.addresses and _is_address(name))


def hosts_for(host: str) -> Hosts:
    """The names under which a server bound to `host` answers: always the loopback ones, and its own."""
    if host in _EVERYWHERE:
        machine = socket.gethostname().lower()
        return Hosts(_LOOPBACK | {machine, f"{machine}.local"}, addresses=True)
    return Hosts(_LOOPBACK | {_plain(host)}, addresses=False)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server bound to `host`."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def is_at_this_machine(client: str | None, neighbours: frozenset[str] = frozenset()) -> bool:
    """Whether a request from this address comes from this machine itself, or from one of `neighbours`."""
    if client is None or not _is_address(client):
        return False
    found = ipaddress.ip_address(client)
    found = getattr(found, "ipv4_mapped", None) or found
    return found.is_loopback or str(found) in neighbours


def is_cross_site(headers: Headers) -> bool:
    """Whether a page of another origin sent this request (Fetch Metadata, and Origin for browsers that do not send
    it)."""
    host = headers.get("host", "")
    told = {*headers.getlist("sec-fetch-site")} <= {"same-origin", "none"}
    return not told or not {*headers.getlist("origin")} <= {f"http://{host}", f"https://{host}"}


def address(host: str, port: int) -> str:
    """The address to type into a browser for a server bound to `host`."""
    shown = "127.0.0.1" if host in {"", "0.0.0.0"} else "::1" if host == "::" else host
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def _plain(name: str) -> str:
    """One spelling for a name or an address: lower case, `0:0::1` as `::1`."""
    return str(ipaddress.ip_address(name)) if _is_address(name) else name.lower()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
