"""A file from an address that a writer chose: read whole, up to a size, within a time. Who asks checks what it is."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit


class NotFetched(Exception):
    """The file was not to be had; the text says why, in a few words."""


def fetched(url: str, agent: str, seconds: float, most: int) -> bytes:
    """The bytes at ``url`` (http or https), of at most ``most``, by way of the proxy of the environment, if any.

    Raises :class:`NotFetched`; never goes on for much longer than ``seconds``.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise NotFetched("it is no address that begins with https:// or http://")
    until = time.monotonic() + seconds
    try:
        asked = urllib.request.Request(url, headers={"User-Agent": agent, "Accept": "*/*"})
        with urllib.request.urlopen(asked, timeout=seconds) as answer:
            found = bytearray()
            while piece := answer.read(1 << 18):
                found += piece
                if len(found) > most:
                    raise NotFetched(f"it is larger than {most:,} bytes")
                if time.monotonic() > until:
                    raise NotFetched(f"it was not there within {seconds:g} s")
            if len(found) < int(answer.headers.get("Content-Length") or 0):
                raise NotFetched("the connection was cut off")
            return bytes(found)
    except urllib.error.HTTPError as fault:
        raise NotFetched(f"its server answers {fault.code}") from fault
    except (OSError, http.client.HTTPException, ValueError) as fault:
        reason = getattr(fault, "reason", None) or fault
        raise NotFetched(getattr(reason, "strerror", None) or str(reason) or type(fault).__name__) from fault
