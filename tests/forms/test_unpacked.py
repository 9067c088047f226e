"""What the real packages unpack to."""

import re
from pathlib import Path

from parley.read.admin import OWN
from parley.write.admin.packages import PACKAGES


def test_what_is_unpacked_is_published_and_finds_all_that_it_asks_for(forms: Path) -> None:
    admin = forms / "admin"
    there = {path.relative_to(admin).as_posix(): path for path in admin.rglob("*") if path.is_file()}
    assert all(OWN.fullmatch(name) for name in there)
    for package in PACKAGES:
        assert package.is_unpacked(package.of({name: path.read_bytes() for name, path in there.items()}))
    for name, path in there.items():
        if name.startswith("yaml/") or name in ("parley.js", "patched.js", "shaped.js", "typed.js"):
            asked = re.findall(r"""^(?:im|ex)port .*?from ['"](.+?)['"]""", path.read_text("utf-8"), re.MULTILINE)
            assert all((path.parent / target).is_file() for target in asked), name
