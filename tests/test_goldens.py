"""The whole site of a small invented story, byte for byte: ``tests/goldens/`` is a folder that opens in a browser.

Of pictures only the names are kept, in ``tests/pictures.txt``: their bytes may differ with the library that packs them.

After a change that is meant, look at the pages, then keep them: ``UPDATE_GOLDENS=1 make test ARGS="-k golden"``.
"""

import os
import shutil
from pathlib import Path

from tests.sites import FILES, PICTURES, ROOT, built_from

GOLDENS = ROOT / "tests" / "goldens"
NAMES = ROOT / "tests" / "pictures.txt"


def test_the_story_s_site_is_the_golden_one(tmp_path: Path) -> None:
    site = built_from(tmp_path, FILES, "2025-06-01").site
    assert site
    found = {path: body for path, body in site.items() if not path.endswith(PICTURES)}
    names = "".join(f"{path}\n" for path in sorted(site.keys() - found.keys()))
    if os.environ.get("UPDATE_GOLDENS"):
        shutil.rmtree(GOLDENS, ignore_errors=True)
        for path, body in found.items():
            (GOLDENS / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDENS / path).write_bytes(body)
        NAMES.write_text(names, encoding="utf-8")
    kept = {path.relative_to(GOLDENS).as_posix(): path.read_bytes() for path in GOLDENS.rglob("*") if path.is_file()}
    assert sorted(found) == sorted(kept)
    assert names == NAMES.read_text(encoding="utf-8")
    assert [path for path in sorted(kept) if kept[path] != found[path]] == []
