"""What the tests of publishing share: a small site, ways to look at a folder, and work done in a child process."""

from __future__ import annotations

import ctypes
import os
import pickle
import select
import signal
import stat
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from parley.publish.folder import Published, publish
from parley.publish.marker import MARKER_TEXT

Site = dict[str, bytes]


def generation(number: int, files: int = 6) -> Site:
    """A site whose every page but one carries its number, with folders inside folders and an unchanged page."""
    pages = {f"pages/{page:03}/index.html": b"%d %d" % (page, number) for page in range(files)}
    same = {"assets/logo.svg": b"<svg/>", "assets/deep/er/font.woff": b"\0\1\2" * 100}
    own = {f"only-{number}/page.html": b"only here"}
    return {"first.txt": b"%d" % number, "last.txt": b"%d" % number, **pages, **same, **own}


@pytest.fixture
def make_site() -> Callable[..., Site]:
    return generation


def small_generation(number: int) -> Site:
    """A site of four folders, most of which changes with its number."""
    own = {f"only-{number}/page.html": b"only here"}
    return {"first.txt": b"%d" % number, "pages/a/index.html": b"a %d" % number, "same/x.css": b"{}", **own}


@pytest.fixture
def small() -> Callable[[int], Site]:
    return small_generation


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a project, with sources in it."""
    place = tmp_path / "project"
    for source in ("briefs", "theme"):
        (place / source).mkdir(parents=True)
        (place / source / "source.txt").write_bytes(b"typed by hand")
    return place


@pytest.fixture
def sources(root: Path) -> list[Path]:
    return [root, root / "briefs", root / "theme"]


@pytest.fixture
def output(root: Path) -> Path:
    return root / "output"


@pytest.fixture
def publishing(output: Path, sources: list[Path]) -> Callable[[Site], Published]:
    """Publishes a site into the default output; without the lists of paths, and what is to be remembered of it, which
    have tests of their own."""
    return lambda site: counts(publish(site, output, sources))


def counts(done: Published) -> Published:
    """``done`` without its lists and its memory."""
    return replace(done, fresh=(), gone=(), left=None)


def contents(folder: Path) -> dict[str, bytes | str]:
    """Every entry below the folder, not following links: bytes of files, `folder` or another word for the rest."""
    found: dict[str, bytes | str] = {}
    for above, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = f"{above}/{name}"
            mode = os.lstat(path).st_mode
            found[os.path.relpath(path, folder)] = (
                Path(path).read_bytes() if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"
            )
    return found


def expected(site: Site) -> dict[str, bytes | str]:
    """What `contents` is to show of a folder that equals the site."""
    folders = {parent.as_posix() for path in site for parent in Path(path).parents} - {"."}
    return {".parley": MARKER_TEXT, **dict.fromkeys(folders, "folder"), **site}


@pytest.fixture
def holds() -> Callable[[Path, Site], bool]:
    """Whether a folder equals a site, its marker included."""
    return lambda folder, site: contents(folder) == expected(site)


@pytest.fixture
def look() -> Callable[[Path], dict[str, bytes | str]]:
    return contents


@pytest.fixture
def stamps() -> Callable[[Path], dict[str, tuple[int, ...]]]:
    """Inode, mode, size and both times of the folder and of everything below it."""

    def all_stamps(folder: Path) -> dict[str, tuple[int, ...]]:
        seen = {str(path): path.lstat() for path in (folder, *folder.rglob("*"))}
        return {
            path: (one.st_ino, one.st_mode, one.st_size, one.st_mtime_ns, one.st_ctime_ns, one.st_nlink)
            for path, one in seen.items()
        }

    return all_stamps


@pytest.fixture
def litter(root: Path) -> Callable[[], list[str]]:
    """What lies in the project beside its sources and the output."""
    return lambda: sorted({path.name for path in root.iterdir()} - {"briefs", "theme", "output"})


class Child:
    """A forked process that does one act; its result, or the text of its failure, comes back by a pipe."""

    def __init__(self, act: Callable[[], Any]) -> None:
        self._pipe, there = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            sys.settrace(None)  # a signal inside a coverage tool's lock would leave it locked
            try:
                answer: tuple[bool, Any] = (True, act())
            except BaseException:
                answer = (False, traceback.format_exc())
            with os.fdopen(there, "wb") as pipe:
                pickle.dump(answer, pipe)
            os._exit(0)
        os.close(there)
        self._ended = False

    def kill(self, number: int = signal.SIGKILL) -> None:
        os.kill(self.pid, number)

    def killed(self) -> bool:
        """Waits for the end; whether it came by a signal."""
        self._ended = True
        os.close(self._pipe)
        return os.WIFSIGNALED(os.waitpid(self.pid, 0)[1])

    def result(self) -> Any:
        if not select.select([self._pipe], [], [], 60)[0]:
            self.end()
            raise AssertionError("the child neither ended nor answered within a minute")
        with os.fdopen(self._pipe, "rb") as pipe:
            good, answer = pickle.load(pipe)
        self._ended = True
        os.waitpid(self.pid, 0)
        assert good, answer
        return answer

    def end(self) -> None:
        if not self._ended:
            self.kill()
            self.killed()


@pytest.fixture
def in_child() -> Iterator[Callable[[Callable[[], Any]], Child]]:
    """Starts an act in a child process; none outlives the test."""
    children: list[Child] = []

    def start(act: Callable[[], Any]) -> Child:
        children.append(Child(act))
        return children[-1]

    yield start
    for child in children:
        child.end()


# Real file systems. Mounting is done in a child with a view of its own, so that nothing is left mounted.
_NEW_VIEW, _PRIVATE, _RECURSIVE = 0x20000, 1 << 18, 1 << 14


def mounted(source: Path | str, place: Path, kind: str = "", flags: int = 0, options: str = "") -> None:
    """mount(2); the file systems used here are `tmpfs` and, by its flag, the bind mount."""
    library = ctypes.CDLL(None, use_errno=True)
    arguments = os.fsencode(source), os.fsencode(place), kind.encode(), flags, options.encode()
    if library.mount(*arguments) != 0:
        raise OSError(ctypes.get_errno(), "mount")


def own_view() -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if library.unshare(_NEW_VIEW) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    mounted("none", Path("/"), flags=_PRIVATE | _RECURSIVE)


@pytest.fixture
def mount() -> Callable[..., None]:
    return mounted


@pytest.fixture
def mounting(in_child: Callable[..., Any]) -> Callable[[Callable[[], Any]], Any]:
    """Does an act in a child that may mount, and returns its result."""
    try:
        in_child(own_view).result()
    except AssertionError:
        pytest.skip("mounting is not permitted here")

    def act_mounting(act: Callable[[], Any]) -> Any:
        def all_of_it() -> Any:
            own_view()
            return act()

        return in_child(all_of_it).result()

    return act_mounting
