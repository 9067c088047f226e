"""One request to one address, on a connection to a machine that may be asked, cut off when its time is up.

No body is read at all: the status and the head say what is wanted. Standard library alone: there is too little to ask
for to be worth a package.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from urllib.parse import SplitResult, quote, urlsplit

from parley.model.keys import Noun
from parley.web.reachable import Resolve, allowed

SAFE = "/%:@!$&'()*+,;=~-._?"  # RFC 3986: what stands in a path or query as it is


class Answered(Noun, frozen=True, kw_only=True):
    """What came back: the status, and where a redirect leads (as it was sent; empty for none)."""

    status: int
    location: str = ""


class NoAnswer(Exception):
    """The machine did not answer, or not as HTTP has it; the text says how, in a few words."""


class Silence(NoAnswer):
    """No machine was heard at all: no connection, or nothing on it in time."""


def answered(method: str, url: str, agent: str, seconds: float, resolve: Resolve, *, local: bool) -> Answered:
    """What ``url`` answers to ``method``.

    Raises :class:`NoAnswer`, and what :mod:`parley.web.reachable` raises. Never takes much longer than ``seconds``
    once the name is resolved.
    """
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    try:
        port = parts.port or (443 if secure else 80)
    except ValueError:
        raise NoAnswer("its port is no number") from None
    host = (parts.hostname or "").rstrip(".")
    address = allowed(resolve(host, port), local=local)
    connection = _Connection(host, port, address, seconds, secure=secure)
    try:
        connection.request(method, target(parts), headers={"User-Agent": agent, "Accept": "*/*", "Connection": "close"})
        response = connection.getresponse()
        if connection.late:  # a head that was cut off looks like one that has ended
            raise TimeoutError
        return Answered(status=response.status, location=_location(response.getheader("Location", "")))
    except (OSError, http.client.HTTPException, ValueError) as error:
        if connection.late or isinstance(error, TimeoutError):
            raise Silence(f"no answer within {seconds:g} s") from error
        raise _fault(error) from error
    finally:
        connection.end()


def target(parts: SplitResult) -> str:
    """The path and query of an address as a request line takes them."""
    path = quote(parts.path or "/", safe=SAFE)
    return f"{path}?{quote(parts.query, safe=SAFE)}" if parts.query else path


def _location(header: str) -> str:
    """A ``Location`` as text: browsers take its bytes for UTF-8 where they are not plain."""
    try:
        return header.encode("latin-1").decode().strip()
    except UnicodeError:
        return header.strip()


def _fault(error: Exception) -> NoAnswer:
    match error:
        case ssl.SSLCertVerificationError():
            return NoAnswer(f"its certificate is not valid ({error.verify_message})")
        case ssl.SSLError():
            return NoAnswer("no secure connection could be made")
        case ConnectionRefusedError():
            return Silence("the machine takes no connection")
        case ConnectionError():
            return NoAnswer("the connection was cut off")
        case OSError():
            return Silence((error.strerror or "the connection failed").lower())
        case _:
            return NoAnswer("what came back is no answer of a web server")


class _Connection(http.client.HTTPConnection):
    """To ``address``, under the name ``host``; whatever is going on ends when the time is up."""

    def __init__(self, host: str, port: int, address: str, seconds: float, *, secure: bool) -> None:
        super().__init__(host, port, timeout=seconds)
        self.default_port = 443 if secure else 80
        self.address = address
        self.secure = secure
        self.late = False
        self._twin: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def connect(self) -> None:
        """Connect to the address that was allowed; a slow handshake counts."""
        plain = socket.create_connection((self.address, self.port), self.timeout)
        self._twin = plain.dup()
        self._timer.start()
        self.sock = plain
        if self.secure:
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)

    def end(self) -> None:
        """Let go of everything."""
        self._timer.cancel()
        self.close()
        if self._twin:
            self._twin.close()

    def _cut(self) -> None:
        self.late = True
        twin = self._twin
        if twin:
            try:
                twin.shutdown(socket.SHUT_RDWR)
            except OSError:
                return
