"""The figures that tests tell, printed after a run and kept where that is asked for."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.figures import Figure, Figures, Told, kept, lines

TOLD = pytest.StashKey[list[Figure]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="try as much as a night allows, and tell the figures")
    parser.addoption("--share", type=_share, default=1.0, help="with --long: a share of it only, as 0.1")
    parser.addoption("--figures", type=Path, metavar="FILE", help="keep the figures that were told, as JSON")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TOLD] = []
    # A shell begins what it puts in the background deaf to Ctrl-C, and so would be every command that a test stops.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)  # before tests are chosen by their marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "figures" in getattr(item, "fixturenames", ()):
            item.add_marker("reliability")


@pytest.fixture
def figures(pytestconfig: pytest.Config) -> Iterator[Figures]:
    """Where to tell what was tried, and how much to try."""
    given = Figures(_tried(pytestconfig))
    yield given
    pytestconfig.stash[TOLD] += given.told


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if told := config.stash[TOLD]:
        terminalreporter.section("figures")
        terminalreporter.write_line(lines(told))
    if file := config.getoption("figures"):
        kept(Told(_tried(config), told), file)


def _share(given: str) -> float:
    if not 0 < (share := float(given)) <= 1:
        raise ValueError(given)
    return share


def _tried(config: pytest.Config) -> float:
    return config.getoption("share") if config.getoption("long") else 0.0
