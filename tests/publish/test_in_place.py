from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.publish.folder import CannotPublish, Published

Site = dict[str, bytes]
Publishing = Callable[[Site], Published]
Holds = Callable[[Path, Site], bool]

SITE = {"index.html": b"start", "a/page.html": b"page", "a/b/c.html": b"c", "gone.html": b"gone"}
NEW = {"index.html": b"new start", "a/page.html": b"page", "a/b/c.html": b"new c", "d/new.html": b"new"}


@pytest.fixture(autouse=True)
def no_swap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parley.publish.swap._renameat2", lambda: None)


def test_only_changed_files_get_a_new_inode_and_the_folder_stays_itself(publishing: Publishing, output: Path) -> None:
    publishing(SITE)
    before = {path: (output / path).stat().st_ino for path in ["", "a", ".parley", "index.html", *SITE]}
    assert publishing(NEW) == Published(written=3, deleted=1, unchanged=1, how="in place")
    after = {path: (output / path).stat().st_ino for path in before if path != "gone.html"}
    assert sorted(path for path in after if before[path] != after[path]) == ["a/b/c.html", "index.html"]


def test_new_files_come_before_changed_ones_and_deletions_last(
    publishing: Publishing, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    for name in ("rename", "replace"):
        act = getattr(os, name)

        def noted(old: Any, new: Any, act: Callable[..., None] = act) -> None:
            act(old, new)
            order.append(os.path.relpath(os.fsdecode(old if b"/old-" in os.fsencode(new) else new), output))

        monkeypatch.setattr(os, name, noted)
    publishing(SITE)
    order.clear()
    publishing(NEW)
    del order[0 : order.index("d/new.html")]
    assert order == ["d/new.html", "index.html", "a/b/c.html", "gone.html"]


def test_an_empty_folder_is_given_the_marker_first(
    publishing: Publishing, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill at any moment must leave a folder that the next build does not refuse."""
    output.mkdir()
    first: list[list[str]] = []
    replace = os.replace

    def noted(old: Any, new: Any) -> None:
        replace(old, new)
        first.append([path.name for path in output.iterdir() if not path.name.startswith(".parley-")])

    monkeypatch.setattr(os, "replace", noted)
    assert publishing({"index.html": b"start"}).how == "in place"
    assert first[0] == [".parley"]


def test_where_files_cannot_be_shared_a_fault_is_still_undone(
    publishing: Publishing, output: Path, holds: Holds, litter: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing(SITE)

    def unsupported(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    rename = os.rename

    def failing(old: Any, new: Any) -> None:
        if os.fsencode(old).endswith(b"gone.html"):
            raise OSError(5, "Input/output error", old)
        rename(old, new)

    monkeypatch.setattr(os, "link", unsupported)
    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(CannotPublish, match=r"gone\.html: Input/output error; the site published before is untouched"):
        publishing(NEW)
    assert holds(output, SITE)
    assert litter() == []


def test_where_a_fault_cannot_be_undone_the_error_says_so(
    publishing: Publishing, output: Path, holds: Holds, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing(SITE)
    replace, calls = os.replace, []

    def failing(old: Any, new: Any) -> None:
        calls.append(new)
        if len(calls) > 2:
            raise OSError(5, "Input/output error", new)
        replace(old, new)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(CannotPublish, match="may stand side by side here until a build succeeds"):
        publishing(NEW)
    monkeypatch.undo()
    publishing(NEW)
    assert holds(output, NEW)


def test_a_remainder_that_cannot_be_removed_is_reported_because_readers_could_reach_it(
    publishing: Publishing, output: Path, holds: Holds, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing(SITE)
    unlink = os.unlink

    def failing(path: Any) -> None:
        if b"/old-" in os.fsencode(path):
            raise OSError(5, "Input/output error", path)
        unlink(path)

    monkeypatch.setattr(os, "unlink", failing)
    with pytest.raises(CannotPublish, match=f"^{output}: Input/output error; the new site is in place, but"):
        publishing(NEW)
    monkeypatch.undo()
    monkeypatch.setattr("parley.publish.swap._renameat2", lambda: None)
    publishing(NEW)
    assert holds(output, NEW)


def test_a_stop_while_the_remainder_is_removed_leaves_none(
    publishing: Publishing, output: Path, holds: Holds, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing(SITE)
    unlink, stops = os.unlink, [KeyboardInterrupt]

    def stopped(path: Any) -> None:
        if stops and b"/old-" in os.fsencode(path):
            raise stops.pop()
        unlink(path)

    monkeypatch.setattr(os, "unlink", stopped)
    with pytest.raises(KeyboardInterrupt):
        publishing(NEW)
    assert holds(output, NEW)


def test_a_stop_before_the_last_file_is_in_place_is_undone(
    publishing: Publishing, output: Path, holds: Holds, monkeypatch: pytest.MonkeyPatch
) -> None:
    publishing(SITE)
    replace, calls = os.replace, []

    def stopped(old: Any, new: Any) -> None:
        calls.append(new)
        replace(old, new)
        if len(calls) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        publishing(NEW)
    assert holds(output, SITE)
