"""Which machines may be asked: those of the public internet, as their addresses are when they are asked.

A name is resolved once and the connection is made to the very address that was looked at, so that a name which changes
its mind in between (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


class NotPublic(Exception):
    """The name leads into a private network, to this machine, or to no machine at all."""


class NoSuchHost(Exception):
    """The name is known to lead nowhere (RFC 8020)."""


class NoNames(Exception):
    """Names can't be looked up now."""


def resolved(host: str, port: int) -> list[str]:
    """The addresses of ``host``. Raises :class:`NoSuchHost` or :class:`NoNames`."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)):
            raise NoSuchHost(host) from error
        raise NoNames(error.strerror or str(error)) from error
    except (UnicodeError, OSError) as error:
        raise NoNames(str(error)) from error
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


def allowed(addresses: Sequence[str], *, local: bool) -> str:
    """The first of ``addresses``, if all of them may be asked; with ``local`` any may. Raises :class:`NotPublic`."""
    if not addresses:
        raise NotPublic
    if not local and not all(is_public(address) for address in addresses):
        raise NotPublic
    return addresses[0]


def is_public(text: str) -> bool:
    """Whether an address is of the public internet (IANA's special-purpose registries), whatever it is wrapped in."""
    address: Address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast
