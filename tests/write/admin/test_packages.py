"""A package is what its digest says, or nothing; of it just the files that are needed are taken."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tarfile

import pytest
from msgspec.structs import replace

from parley.write.admin.packages import DECAP, PACKAGES, YAML, NotThePackage, Package, digest


def packed(files: dict[str, bytes], link: str = "") -> bytes:
    """An npm package of ``files``, and of a ``link`` to elsewhere."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name, body in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))
        if link:
            member = tarfile.TarInfo(f"package/{link}")
            member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(member)
    return made.getvalue()


def known(package: Package, data: bytes) -> Package:
    """``package`` with the digest of ``data``."""
    return replace(package, integrity="sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode())


def test_just_the_files_that_are_needed_are_taken() -> None:
    data = packed({"browser/dist/a/b-1.1/c.js": b"1", "browser/index.js": b"2", "dist/a.js": b"3", "LICENSE": b"4"})
    assert known(YAML, data).files(data) == {"yaml/LICENSE": b"4", "yaml/a/b-1.1/c.js": b"1"}
    data = packed({"dist/decap-cms.js": b"1", "dist/9.decap-cms.js": b"2", "dist/decap-cms.js.LICENSE.txt": b"3"})
    assert known(DECAP, data).files(data) == {"decap-cms.js": b"1", "decap-cms.js.LICENSE.txt": b"3"}


def test_a_package_of_one_other_byte_is_refused() -> None:
    data = packed({"LICENSE": b"4"})
    package = known(YAML, data)
    assert package.is_in(data)
    with pytest.raises(NotThePackage, match=r"yaml .* is another one"):
        package.files(data[:-1] + bytes([data[-1] ^ 1]))


@pytest.mark.parametrize("data", [b"", b"no archive", packed({"LICENSE": b"4"})[:40]])
def test_what_is_no_archive_is_told(data: bytes) -> None:
    with pytest.raises(NotThePackage, match="can't be unpacked"):
        known(YAML, data).files(data)


def test_links_in_a_package_are_not_followed() -> None:
    data = packed({"LICENSE": b"4"}, link="browser/dist/evil.js")
    assert known(YAML, data).files(data) == {"yaml/LICENSE": b"4"}


def test_what_was_unpacked_is_known_again_and_nothing_else() -> None:
    files = {"yaml/LICENSE": b"4", "yaml/a.js": b"1"}
    package = replace(YAML, unpacked=digest(files))
    beside = files | {"decap-cms.js": b"5", "parley.js": b"6", "config.yml": b"7"}
    assert package.is_unpacked(package.of(beside))
    assert DECAP.of(beside) == {"decap-cms.js": b"5"}
    assert not package.is_unpacked(package.of(beside | {"yaml/a.js": b"2"}))
    assert not package.is_unpacked(package.of(beside | {"yaml/b.js": b""}))
    assert not package.is_unpacked({})


def test_a_digest_tells_where_a_file_ends() -> None:
    assert digest({"a": b"bc"}) != digest({"ab": b"c"}) != digest({"a": b"b", "c": b""})


def test_the_packages_are_named_as_registries_have_them() -> None:
    assert [package.path for package in PACKAGES] == [
        f"decap-cms/-/decap-cms-{DECAP.version}.tgz",
        f"yaml/-/yaml-{YAML.version}.tgz",
    ]
    assert all(re.fullmatch(r"[0-9a-f]{64}", package.unpacked) for package in PACKAGES)
