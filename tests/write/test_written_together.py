"""Several files are written together, or none is changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parley.write.rewritten import NotRewritten
from parley.write.written_together import written_together


def test_all_are_written_and_keep_their_permissions(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1\r\n")
    (tmp_path / "a").chmod(0o640)
    written_together(tmp_path, {"a": (b"1\r\n", b"2\r\n")})
    assert (tmp_path / "a").read_bytes() == b"2\r\n"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("fault", ["changed", "missing", "folder"])
def test_a_fault_in_the_second_leaves_the_first(tmp_path: Path, fault: str) -> None:
    (tmp_path / "a").write_bytes(b"1")
    if fault == "changed":
        (tmp_path / "b").write_bytes(b"other")
    elif fault == "folder":
        (tmp_path / "b").mkdir()
    with pytest.raises(NotRewritten):
        written_together(tmp_path, {"a": (b"1", b"2"), "b": (b"1", b"2")})
    assert (tmp_path / "a").read_bytes() == b"1"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_fault_while_they_are_put_in_place_undoes_those_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"1")
    replace = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(28, os.strerror(28))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(NotRewritten):
        written_together(tmp_path, {"a": (b"1", b"2"), "b": (b"1", b"2")})
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"1", b"1"]
    assert len(list(tmp_path.iterdir())) == 2
