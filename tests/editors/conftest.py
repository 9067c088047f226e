"""The real yaml-language-server, and a validator by the book; `make test` says where they are."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from parley.read.content import content
from parley.write.json_schema import schemas
from parley.write.kept import kept
from tests.editors.server import Server
from tests.read import town

Verdicts = Callable[[bytes, Sequence[str]], list[list[str]]]


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder that .ci/language-server makes."""
    folder = os.environ.get("LANGUAGE_SERVER", "")
    if not folder and os.environ.get("CI"):
        pytest.fail("LANGUAGE_SERVER is not set; run `make test`")
    if not folder:
        pytest.skip('no language server; `make test` brings it, or: LANGUAGE_SERVER="$(.ci/language-server)" pytest')
    return Path(folder)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town's site, with its schemas."""
    root = town.written(tmp_path_factory.mktemp("desk"), {})
    kept(root / ".schema", schemas(content(root).names))
    return root


@pytest.fixture(scope="session")
def server(tools: Path, desk: Path) -> Iterator[Server]:
    """The server with the town's site as its workspace."""
    with Server(tools, desk) as found:
        yield found


@pytest.fixture(scope="session")
def verdicts(tools: Path) -> Iterator[Verdicts]:
    """What ajv says of texts by a schema: for each text its faults. The schema itself must be one of draft-07."""
    judge = subprocess.Popen(
        [str(tools / "node"), str(Path(__file__).with_name("verdicts.js"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NODE_PATH": str(tools / "node_modules")},
    )

    def found(schema: bytes, texts: Sequence[str]) -> list[list[str]]:
        assert judge.stdin
        assert judge.stdout
        print(json.dumps({"schema": json.loads(schema), "texts": list(texts)}), file=judge.stdin, flush=True)
        answer = json.loads(judge.stdout.readline())
        assert answer["schema"] == []
        assert len(answer["texts"]) == len(texts)
        return answer["texts"]

    with judge:
        yield found
        judge.kill()
