"""The whole site of a small invented story, byte for byte: ``tests/goldens/`` is a folder that opens in a browser.

After a change that is meant, look at the pages, then keep them: ``UPDATE_GOLDENS=1 make test ARGS="-k golden"``.
"""

import os
import shutil
from pathlib import Path

from tests.sites import FILES, ROOT, built_from

GOLDENS = ROOT / "tests" / "goldens"


def test_the_story_s_site_is_the_golden_one(tmp_path: Path) -> None:
    found = built_from(tmp_path, FILES, "2025-06-01").site
    assert found
    if os.environ.get("UPDATE_GOLDENS"):
        shutil.rmtree(GOLDENS, ignore_errors=True)
        for path, body in found.items():
            (GOLDENS / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDENS / path).write_bytes(body)
    kept = {path.relative_to(GOLDENS).as_posix(): path.read_bytes() for path in GOLDENS.rglob("*") if path.is_file()}
    assert sorted(found) == sorted(kept)
    assert [path for path in sorted(kept) if kept[path] != found[path]] == []
