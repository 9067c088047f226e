"""The packages that the form editor is made of: which version, how it is known for sure, which files of it are taken.

A package is known by the digest that its registry publishes (``dist.integrity``, of Subresource Integrity's form), and
what was unpacked by a digest of its own: so it can come from anywhere, and need not be fetched twice.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tarfile
import zlib
from collections.abc import Mapping

import msgspec


class NotThePackage(Exception):
    """The bytes are not the package that they should be; the text says so."""


class Package(msgspec.Struct, frozen=True):
    """One version of an npm package. ``taken`` says of its files which are taken, and ``at`` where they go below
    `admin/`, as ``re.sub`` has it; ``unpacked`` is the digest of these."""

    name: str
    version: str
    integrity: str
    taken: str
    at: str
    unpacked: str

    @property
    def file(self) -> str:
        """The name of its file, as registries and ``npm pack`` have it."""
        return f"{self.name}-{self.version}.tgz"

    @property
    def path(self) -> str:
        """Its path below a registry's address."""
        return f"{self.name}/-/{self.file}"

    def is_in(self, data: bytes) -> bool:
        """Whether ``data`` is this package, to the byte."""
        return self.integrity == f"sha512-{base64.b64encode(hashlib.sha512(data).digest()).decode()}"

    def of(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Those of ``files`` (path below `admin/` -> bytes) that stand where it is unpacked to."""
        first = self.at.partition("\\")[0] or self.name  # its folder, or the beginning of its names
        return {path: body for path, body in files.items() if path.startswith(first)}

    def is_unpacked(self, files: Mapping[str, bytes]) -> bool:
        """Whether ``files`` (path below `admin/` -> bytes) is all that it unpacks to, to the byte."""
        return self.unpacked == digest(files)

    def files(self, data: bytes) -> dict[str, bytes]:
        """What is taken of the package ``data``, by path below `admin/`. Raises :class:`NotThePackage`."""
        if not self.is_in(data):
            raise NotThePackage(
                f"that is not {self.name} {self.version} as it was published: its sha512 is another one"
            )
        found = {}
        try:
            with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
                for member in archive:
                    if member.isfile() and re.fullmatch(self.taken, member.name):
                        opened = archive.extractfile(member)
                        assert opened
                        found[re.sub(self.taken, self.at, member.name)] = opened.read()
        except (tarfile.TarError, OSError, EOFError, zlib.error) as fault:
            raise NotThePackage(f"{self.file} can't be unpacked: {fault}") from fault
        return dict(sorted(found.items()))


def digest(files: Mapping[str, bytes]) -> str:
    """One digest of ``files``, by path and content."""
    found = hashlib.sha256()
    for path, body in sorted(files.items()):
        found.update(f"{path}\0{len(body)}\0".encode() + body)
    return found.hexdigest()


DECAP = Package(
    name="decap-cms",
    version="3.16.3",
    integrity="sha512-hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==",
    taken=r"package/dist/(decap-cms\.js(?:\.LICENSE\.txt)?)",
    at=r"\1",
    unpacked="49a82f0104854ba93e5b75abec9c53c7cd87cbac7d66a1fbbfa019aaefbd8913",
)
YAML = Package(
    name="yaml",
    version="2.9.1",
    integrity="sha512-3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
    taken=r"package/(?:browser/dist/([\w./-]+\.js)|(LICENSE))",
    at=r"yaml/\1\2",
    unpacked="ca394ff1bc937946bc721b3cc2b92c6e3378458f9cb8acf81be1f537d6a0794c",
)
PACKAGES = (DECAP, YAML)
