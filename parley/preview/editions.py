"""The editions of the site: as it is, with the drafts, and in further languages, each below an address of its own.

All but the first cost nothing while nobody looks at them: a change only marks them as out of date, and who asks for one
then waits for its build. Links within a site are relative, so all of them stay in the edition that they are read in.
"""

from __future__ import annotations

from collections.abc import Callable

from parley.preview.built import Built
from parley.preview.events import Board
from parley.preview.process import Say
from parley.preview.showing import Showing

DRAFTS = "_drafts/"  # where the edition with drafts begins, below the top


class Aside:
    """An edition that is built only while someone looks at it."""

    def __init__(self, board: Board, build: Callable[[], Built], say: Say) -> None:
        self._board = board
        self._build = build
        self._say = say
        board.stale = True

    def build(self) -> Built:
        return self._build()

    def deliver(self, built: Built) -> None:
        self._board.take(built)
        if built.note:
            self._say(built.note)

    def wanted(self) -> int:
        """Marks it as out of date first and counts who is there then: who comes in between finds it so, and asks."""
        self._board.stale = True
        return 2 if self._board.listeners else 0


class Editions:
    """The boards by where they begin: "" is the site as it is. Those of further languages come and go with them, in a
    new dictionary each time, since requests look at it from other threads."""

    def __init__(self, boards: dict[str, Board]) -> None:
        self.boards = boards
        self._asides: dict[str, Aside] = {}

    def aside(self, begin: str, build: Callable[[], Built], say: Say, ask: Callable[[Aside], None]) -> None:
        """An edition more, which is built by `build` once it is wanted; `ask` is called when someone comes."""
        board = self.boards[""].beside()
        aside = self._asides[begin] = Aside(board, build, say)
        board.waken = lambda: ask(aside)
        self.boards = {**self.boards, begin: board}

    def end(self, begin: str) -> None:
        """Let an edition go: who looks at it is told nothing any more."""
        gone = self.boards[begin]
        self.boards = {name: board for name, board in self.boards.items() if name != begin}
        del self._asides[begin]
        gone.close()

    @property
    def asides(self) -> dict[str, Aside]:
        """All but the first, by where they begin."""
        return dict(self._asides)

    def of(self, path: str) -> tuple[str, str]:
        """Where the edition of a path (without its first slash) begins, and the path within it."""
        for begin in self.boards:
            if begin and path.startswith(begin):
                return begin, path.removeprefix(begin)
        return "", path

    async def showing(self, path: str) -> tuple[str, str, Showing | None]:
        """The edition of a path and the path within it, as in `of`, and what is shown there, once it is built; the
        first build of the site may be the one to name it."""
        while True:
            begin, within = self.of(path)
            showing = await self.boards[begin].ready()
            if self.of(path)[0] == begin:
                return begin, within, showing

    def named(self, name: str) -> Board | None:
        """The board of the edition that begins there."""
        return self.boards.get(name)
