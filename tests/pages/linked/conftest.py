"""The desk of the story, for tests of what is told as linked data."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.pages.desk import Desk
from tests.pages.linked.story import desk_of


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The story as of 15 June 2025."""
    folder: Path = tmp_path_factory.mktemp("story")
    return desk_of(folder)
