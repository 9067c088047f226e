"""The form editor as it is made of its packages, Node to run its scripts, and the server that it saves by."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from parley.write.admin.files import own_files

Patched = Callable[[list[Mapping[str, Any]]], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def forms() -> Path:
    """The folder that .ci/forms makes."""
    folder = os.environ.get("FORMS", "")
    if not folder and os.environ.get("CI"):
        pytest.fail("FORMS is not set; run `make test`")
    if not folder:
        pytest.skip('no form editor; `make test` brings it, or: FORMS="$(.ci/forms)" pytest')
    return Path(folder)


@pytest.fixture(scope="session")
def scripts(forms: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the scripts of this checkout, where Node takes them for modules."""
    folder = tmp_path_factory.mktemp("scripts")
    shutil.copytree(forms / "admin/yaml", folder / "yaml")
    for name, body in own_files({}, ["briefs"]).items():
        (folder / name).write_bytes(body)
    (folder / "package.json").write_text('{"type": "module"}')
    shutil.copy(Path(__file__).with_name("patches.js"), folder)
    return folder


@pytest.fixture(scope="session")
def patched(forms: Path, scripts: Path) -> Patched:
    """What becomes of files: each with its ``text`` and, in ``code``, what is done to its form (JavaScript). The answer
    has the form as it was and the text as it is then, or why there is none."""

    def found(asked: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
        done = subprocess.run(
            [forms / "node", scripts / "patches.js"],
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        answer: list[dict[str, Any]] = json.loads(done.stdout)
        return answer

    return found
