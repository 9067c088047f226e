"""The finished site as a mapping whose bytes are held in memory, in a file, or where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.site import shelf
from parley.site.memory import digest_of
from parley.site.shelf import NotAsRemembered, Shelf


@pytest.mark.parametrize("held", [10**9, 100])
def test_what_was_put_is_there_in_the_order_of_putting(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST_HELD", held)
    files = {f"{number}.html": bytes([number]) * number for number in range(60)}
    found = Shelf()
    found.put_all(files)
    found.put("7.html", b"later")
    assert dict(found) == {**files, "7.html": b"later"}
    assert list(found) == list(files)
    assert len(found) == 60
    assert "7.html" in found
    assert "61.html" not in found
    assert found.digests["7.html"] == digest_of(b"later")
    with pytest.raises(KeyError):
        found["61.html"]


def test_what_is_kept_is_read_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.html").write_bytes(b"there")
    found = Shelf(tmp_path)
    found.keep("a/b.html", digest_of(b"there"))
    assert dict(found) == {"a/b.html": b"there"}
    assert found.kept == {"a/b.html"}
    found.put("a/b.html", b"new")
    assert (found["a/b.html"], found.kept) == (b"new", set())


@pytest.mark.parametrize("change", ["edited", "deleted", "a folder"])
def test_what_is_not_as_it_was_left_is_not_taken_for_it(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"there")
    found = Shelf(tmp_path)
    found.keep("a.html", digest_of(b"there"))
    path.unlink()
    if change == "edited":
        path.write_bytes(b"other")
    elif change == "a folder":
        path.mkdir()
    with pytest.raises(NotAsRemembered):
        found["a.html"]
