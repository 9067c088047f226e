"""What the tests of reading share: a way to print a figure that was reached."""

from collections.abc import Callable

import pytest


@pytest.fixture
def figure(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Prints a line though the output is captured: these tests hold to a share, and the share is worth seeing."""

    def shown(line: str) -> None:
        with capsys.disabled():
            print(f"\n  {line}", end=" ")

    return shown
