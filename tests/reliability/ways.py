"""The ways in which editors and tools save: each takes the folder of a site and makes it say a new word."""

from __future__ import annotations

import mmap
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.reliability.previewed import BRIDGE, apart, story

Act = Callable[[Path, str], None]


class Way(NamedTuple):
    """``begin`` makes ready, ``save`` saves; then ``page`` holds ``text``, with the word for {}.
    A page that is to go has no ``text``."""

    name: str
    save: Act
    begin: Callable[[Path], None] = lambda root: None
    page: str = BRIDGE
    text: str = "{}<"


def _git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@desk.example", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def _repository(root: Path) -> None:
    _git(root, "init")
    _git(root, "add", ".")
    _git(root, "commit", "-m", "One")


def brief(root: Path) -> Path:
    return root / "briefs/bridge.yaml"


def truncated(root: Path, word: str) -> None:
    brief(root).write_text(story(word))


def renamed_inside(root: Path, word: str) -> None:
    beside = root / "briefs/.bridge.yaml.Xy7"
    beside.write_text(story(word))
    beside.replace(brief(root))


def renamed_from_outside(root: Path, word: str) -> None:
    beside = root.parent / f"{root.name}.new"
    beside.write_text(story(word))
    beside.replace(brief(root))


def as_vim(root: Path, word: str) -> None:
    """With 'backup' and 'writebackup': a probe, the old file renamed away, a new one written."""
    (root / "briefs/4913").touch()
    (root / "briefs/4913").unlink()
    brief(root).rename(root / "briefs/bridge.yaml~")
    brief(root).write_text(story(word))
    (root / "briefs/bridge.yaml~").unlink()


def as_vim_by_copy(root: Path, word: str) -> None:
    """With 'backupcopy': a copy is kept and the file itself is written over; a swap file stands beside."""
    (root / "briefs/.bridge.yaml.swp").write_bytes(b"b0VIM")
    shutil.copy2(brief(root), root / "briefs/bridge.yaml~")
    truncated(root, word)
    (root / "briefs/bridge.yaml~").unlink()
    (root / "briefs/.bridge.yaml.swp").unlink()


def as_emacs(root: Path, word: str) -> None:
    """A lock, an auto-save, the old file renamed to a backup that stays."""
    (root / "briefs/.#bridge.yaml").symlink_to("desk@desk.1:1")
    (root / "briefs/#bridge.yaml#").write_text(story(word))
    brief(root).replace(root / "briefs/bridge.yaml~")
    truncated(root, word)
    (root / "briefs/#bridge.yaml#").unlink()
    (root / "briefs/.#bridge.yaml").unlink()


def checked_out(root: Path, word: str) -> None:
    """Another branch, with other words in the same file."""
    _git(root, "checkout", "other")


def _two_branches(root: Path) -> None:
    _repository(root)
    _git(root, "checkout", "-b", "other")
    truncated(root, "Saved")
    _git(root, "commit", "-am", "Two")
    _git(root, "checkout", "main")


def stashed(root: Path, word: str) -> None:
    """What was not committed is laid aside; what was there before comes back."""
    _git(root, "stash")


def _to_be_stashed(root: Path) -> None:
    truncated(root, "Saved")
    _repository(root)
    truncated(root, "Not committed")


def synchronised(root: Path, word: str) -> None:
    """As rsync does: a hidden file in the same folder, the time of the source put on it, and a rename."""
    beside = root / "briefs/.bridge.yaml.a1B2c3"
    beside.write_text(story(word))
    os.utime(beside, (1_700_000_000, 1_700_000_000))
    beside.replace(brief(root))


def copied(root: Path, word: str) -> None:
    source = root.parent / f"{root.name}.copy"
    source.write_text(story(word))
    subprocess.run(["cp", "-p", source, brief(root)], check=True)


def edited_by_sed(root: Path, word: str) -> None:
    subprocess.run(["sed", "-i", f"s/^title: .*/title: {word}/", brief(root)], check=True)


def in_a_linked_folder(root: Path, word: str) -> None:
    (root / "content/bridge.yaml").write_text(story(word))


def _linked_folder(root: Path) -> None:
    (root / "briefs").rename(root / "content")
    (root / "briefs").symlink_to("content")


def behind_a_link(root: Path, word: str) -> None:
    (root / "briefs/kept/bridge.txt").write_text(story(word))


def _linked_file(root: Path) -> None:
    (root / "briefs/kept").mkdir()
    brief(root).rename(root / "briefs/kept/bridge.txt")
    brief(root).symlink_to("kept/bridge.txt")


def appended(root: Path, word: str) -> None:
    with brief(root).open("a") as file:
        file.write(f"background: {word}\n")


def mapped(root: Path, word: str) -> None:
    """Written through memory; the system tells of the closing alone."""
    new = story(word).encode()
    with brief(root).open("r+b") as file:
        file.truncate(len(new))
        with mmap.mmap(file.fileno(), len(new)) as memory:
            memory[:] = new


def two_at_once(root: Path, word: str) -> None:
    (root / "briefs/other.yaml").write_text(apart("Another"))
    truncated(root, word)


def folder_moved_in(root: Path, word: str) -> None:
    folder = root.parent / f"{root.name}.folder"
    folder.mkdir()
    (folder / "moved.yaml").write_text(apart(word))
    folder.rename(root / "briefs/moved")


def folder_moved_out(root: Path, word: str) -> None:
    (root / "briefs/going").rename(root.parent / f"{root.name}.gone")


def _folder_to_go(root: Path) -> None:
    (root / "briefs/going").mkdir()
    (root / "briefs/going/going.yaml").write_text(apart("Going"))


WAYS = (
    Way("truncated and written", truncated),
    Way("renamed over from inside", renamed_inside),
    Way("renamed over from outside", renamed_from_outside),
    Way("vim with a backup", as_vim),
    Way("vim with a copy", as_vim_by_copy),
    Way("emacs", as_emacs),
    Way("git checkout", checked_out, _two_branches),
    Way("git stash", stashed, _to_be_stashed),
    Way("rsync", synchronised),
    Way("cp", copied),
    Way("sed -i", edited_by_sed),
    Way("a linked folder", in_a_linked_folder, _linked_folder),
    Way("a linked file", behind_a_link, _linked_file),
    Way("appended to", appended, text="{}"),
    Way("a mapped file", mapped),
    Way("two files at once", two_at_once),
    Way("a folder moved in", folder_moved_in, page="/briefs/moved/"),
    Way("a folder moved out", folder_moved_out, _folder_to_go, page="/briefs/going/", text=""),
)
