"""The site as it is shown: a mapping whose files are made when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parley.model.library import Library
from parley.site.live.workshop import Workshop
from parley.site.live.world import World
from parley.site.turning import NEXT_BUILD, next_build_file


class LiveSite(Mapping[str, bytes]):
    """The files of one build by path. A file that a fault of the theme forbids is not there."""

    def __init__(self, world: World, workshop: Workshop, mark: str, whole: Library) -> None:
        """``mark`` is of all that was read for it, and ``whole`` is that, also what is dated later."""
        self.world = world
        self.mark = mark
        self._workshop = workshop
        self._whole = whole

    def __getitem__(self, path: str) -> bytes:
        if path == NEXT_BUILD:
            return next_build_file(self._whole, self.world.desk.library, self.world.desk.found.day)
        asset = self.world.look.files.get(path)
        body = self._workshop.body(self.world, path) if asset is None else asset
        if not isinstance(body, bytes):
            raise KeyError(path)
        if asset is None and path.endswith(".html"):
            self._workshop.looked_at(path)
        return body

    def __contains__(self, path: object) -> bool:
        if path == NEXT_BUILD or path in self.world.look.files:
            return True
        return isinstance(path, str) and self._workshop.owner(self.world, path) is not None

    def __iter__(self) -> Iterator[str]:
        yield from self._workshop.paths(self.world)
        yield from self.world.look.files
        yield NEXT_BUILD

    def __len__(self) -> int:
        return sum(1 for _ in self)
