"""What was read, kept for as long as it stays as it is: the outcomes of files, and the theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec

from parley.read.brief import file_read
from parley.read.content import Content, content
from parley.read.files import SourceFile, files
from parley.read.kept_files import Identity, KeptFiles, identities_of
from parley.read.outcome import Read
from parley.render.assets import Assets, assets
from parley.render.theme import Theme, theme
from parley.render.tokens import tokens
from parley.site.folders import theme_folders


class Look(msgspec.Struct, frozen=True):
    """A theme with what is made of it alone."""

    theme: Theme
    assets: Assets
    tokens: dict[str, str]


class KeptReads:
    """The content of a folder. While a file stays as it is, so does what came of it: the same object."""

    def __init__(self, root: Path, *, drafts: bool) -> None:
        self._root, self._drafts = root, drafts
        self._files = KeptFiles()
        self._known: dict[str, tuple[bytes, str, Read]] = {}
        self._marks: dict[str, tuple[bytes, bytes]] = {}
        self._mark = blake2b()

    def content(self) -> Content:
        """All that stands in the folder now."""
        sources = files(self._root, self._files.data_at)
        found = content(self._root, drafts=self._drafts, found=sources, reads_of=self._reads)
        self._files.forget_others()
        self._mark = blake2b(msgspec.msgpack.encode([found.sections, self._drafts]), digest_size=16)
        for source in (sources.settings, sources.actors, *sources.briefs):
            if source:
                self._mark.update(source.path.encode("utf-8", "surrogateescape") + self._mark_of(source))
        return found

    def mark(self, *also: str) -> str:
        """The mark of all that was read last, and ``also`` of what is told here."""
        found = self._mark.copy()
        found.update("\0".join(also).encode())
        return found.hexdigest()

    def _mark_of(self, source: SourceFile) -> bytes:
        known = self._marks.get(source.path)
        if known is None or known[0] is not source.data:
            known = self._marks[source.path] = source.data, blake2b(source.data, digest_size=16).digest()
        return known[1]

    def _reads(self, sources: Sequence[SourceFile], time_zone: str) -> list[Read]:
        known = {source.path: (source.data, time_zone, self._read(source, time_zone)) for source in sources}
        self._known = known
        return [read for _, _, read in known.values()]

    def _read(self, source: SourceFile, time_zone: str) -> Read:
        known = self._known.get(source.path)
        if known and known[0] is source.data and known[1] == time_zone:
            return known[2]
        return file_read(source, time_zone)


class KeptLook:
    """The theme of a folder, read again only when one of its files has changed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: tuple[tuple[Path, ...], tuple[tuple[str, Identity], ...] | None] = ((), None)
        self._look: Look | None = None

    def look(self) -> Look:
        """The look of the site now. Raises what :func:`parley.render.theme.theme` raises."""
        folders = tuple(theme_folders(self._root))
        stands = folders, identities_of(_files(folders))
        if self._look is None or stands[1] is None or stands != self._known:
            found = theme(folders)
            if self._look is None or found.digest != self._look.theme.digest or found.problems:
                self._look = Look(found, assets(found), dict(tokens(found.styles)))
            self._known = stands
        return self._look


def _files(folders: Sequence[Path]) -> Iterator[str]:
    """The files in ``folders``, and these themselves, whose times tell of what comes and goes."""
    for folder in folders:
        yield str(folder)
        yield from sorted(str(path) for path in folder.rglob("*"))
