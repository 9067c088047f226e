from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from parley.publish import swap
from parley.publish.swap import SwapImpossible, exchange


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    swap._renameat2.cache_clear()
    yield
    swap._renameat2.cache_clear()


@pytest.fixture
def pair(tmp_path: Path) -> tuple[bytes, bytes]:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    return os.fsencode(tmp_path / "one"), os.fsencode(tmp_path / "two")


def inside(pair: tuple[bytes, bytes]) -> list[str]:
    return [path.name for place in pair for path in Path(os.fsdecode(place)).iterdir()]


def test_two_folders_exchange_their_names(pair: tuple[bytes, bytes]) -> None:
    exchange(*pair)
    assert inside(pair) == ["two", "one"]


def test_a_c_library_without_the_function_is_passed_by(
    pair: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = SimpleNamespace(syscall=ctypes.CDLL(None, use_errno=True).syscall)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    exchange(*pair)
    assert inside(pair) == ["two", "one"]
    monkeypatch.setattr("platform.machine", lambda: "pdp11")
    swap._renameat2.cache_clear()
    with pytest.raises(SwapImpossible):
        exchange(*pair)


def test_another_system_has_no_exchange(pair: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(SwapImpossible):
        exchange(*pair)
    assert inside(pair) == ["one", "two"]


def test_a_missing_folder_is_an_error_with_its_reason(pair: tuple[bytes, bytes]) -> None:
    with pytest.raises(FileNotFoundError, match="No such file"):
        exchange(pair[0], pair[1] + b"-missing")


def test_a_folder_into_itself_is_impossible_and_no_error(pair: tuple[bytes, bytes]) -> None:
    with pytest.raises(SwapImpossible):
        exchange(pair[0], pair[0] + b"/one")
