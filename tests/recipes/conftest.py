"""The site that all servers serve, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recipes.hosts import published


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with this project's own site."""
    return published(tmp_path_factory.mktemp("output"))
