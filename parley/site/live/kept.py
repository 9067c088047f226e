"""What was read, kept for as long as it stays as it is: the outcomes of files, and the theme."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec

from parley.model.settings import Identity as Settled
from parley.read.admin import FOLDER, Admin, admin
from parley.read.brief import file_read
from parley.read.content import Content, content
from parley.read.edited import content_after
from parley.read.files import Files, SourceFile
from parley.read.kept_files import Identity, identities_of
from parley.read.kept_sources import KeptSources
from parley.read.outcome import Read
from parley.read.translations import KeptEditions
from parley.render.assets import Assets, assets
from parley.render.theme import PLAIN, Theme, theme
from parley.render.tokens import tokens
from parley.site.folders import theme_folders


class Look(msgspec.Struct, frozen=True):
    """A theme with what is made of it alone, and what is shown as it is."""

    theme: Theme
    assets: Assets
    tokens: dict[str, str]
    forms: Admin
    files: Mapping[str, bytes]  # those of both


class KeptReads:
    """The content of a folder. While a file stays as it is, so does what came of it: the same object."""

    def __init__(self, root: Path, *, drafts: bool) -> None:
        self._root, self._drafts = root, drafts
        self._sources = KeptSources(root)
        self._found: Files | None = None
        self._content: Content | None = None
        self._known: dict[str, tuple[bytes, str, Read]] = {}
        self._editions = KeptEditions()
        self._marks = Marks()

    def content(self) -> Content:
        """All that stands in the folder now."""
        before, self._found = self._found, None  # where reading fails, nothing is known
        found = self._sources.files()
        known = self._after(before, found) if before else None
        self._content = known or content(
            self._root, drafts=self._drafts, found=found, reads_of=self._reads, kept=self._editions
        )
        self._found = found
        sources = (found.settings, found.actors, *found.briefs, *found.translations)
        self._marks.take(source for source in sources if source)
        return self._content

    def mark(self, *also: str) -> str:
        """The mark of all that was read last, and ``also`` of what is told here."""
        assert self._content
        own = [self._content.sections, *(edition.sections for edition in self._content.editions.values())]
        beside = msgspec.msgpack.encode([own, self._drafts, self._marks.sum, also])
        return blake2b(beside, digest_size=16).hexdigest()

    def _after(self, before: Files, found: Files) -> Content | None:
        """The content by way of what was read last; ``None`` where that leads nowhere."""
        known = self._content
        if known is None or before.settings is not found.settings or before.actors is not found.actors:
            return None
        if (
            found.problems
            or before.translations
            or found.translations
            or known.settings.pages
            or len(before.briefs) != len(found.briefs)
        ):
            return None
        pairs = zip(before.briefs, found.briefs, strict=True)
        edited = [new for old, new in pairs if old is not new]
        if not all(source.path in self._known for source in edited):
            return None
        zone = known.settings.time_zone
        edits = [(self._known[source.path][2], file_read(source, zone)) for source in edited]
        after = content_after(known, edits)
        for source, (_, read) in zip(edited, edits, strict=True):
            self._known[source.path] = source.data, zone, read
        return after

    def _reads(self, sources: Sequence[SourceFile], time_zone: str) -> list[Read]:
        known = {source.path: (source.data, time_zone, self._read(source, time_zone)) for source in sources}
        self._known = known
        return [read for _, _, read in known.values()]

    def _read(self, source: SourceFile, time_zone: str) -> Read:
        known = self._known.get(source.path)
        if known and known[0] is source.data and known[1] == time_zone:
            return known[2]
        return file_read(source, time_zone)


class Marks:
    """The marks of files, and what they come to: the ``sum`` changes with any of them."""

    def __init__(self) -> None:
        self.sum = b""
        self._known: dict[str, tuple[bytes, int]] = {}
        self._total = 0

    def take(self, sources: Iterable[SourceFile]) -> None:
        """Take these, and no others, as those that there are. The files that stay are not looked at."""
        known = {}
        for source in sources:
            mark = self._known.pop(source.path, None)
            if mark is None or mark[0] is not source.data:
                self._total -= mark[1] if mark else 0
                mark = source.data, _mark(source)
                self._total += mark[1]
            known[source.path] = mark
        self._total = (self._total - sum(mark for _, mark in self._known.values())) % _MODULUS
        self._known = known
        self.sum = self._total.to_bytes(16, "big")


_MODULUS = 1 << 128


def _mark(source: SourceFile) -> int:
    path = source.path.encode("utf-8", "surrogateescape")
    return int.from_bytes(blake2b(path + b"\0" + source.data, digest_size=16).digest(), "big")


class KeptLook:
    """The theme of a folder, read again only when one of its files has changed."""

    def __init__(self, root: Path, *, forms: bool = True) -> None:
        """``forms``: whether the form editor, if there is one, is part of it."""
        self._root, self._forms = root, forms
        self._known: tuple[tuple[Path, ...], tuple[tuple[str, Identity], ...] | None, Settled] = ((), None, PLAIN)
        self._look: Look | None = None

    def look(self, settled: Settled) -> Look:
        """The look of the site now, with what its settings say of it. Raises what
        :func:`parley.render.theme.theme` raises."""
        folders = tuple(theme_folders(self._root))
        stands = folders, identities_of(_files([*folders, self._root / FOLDER])), settled
        look = self._look
        if look is None or stands[1] is None or stands != self._known:
            found, forms = theme(folders, settled), admin(self._root) if self._forms else Admin()
            if look is None or found.digest != look.theme.digest or found.problems or forms != look.forms:
                dress = assets(found)
                look = Look(found, dress, dict(tokens(found.styles)), forms, {**dress.files, **forms.files})
            self._known, self._look = stands, look
        return look


def _files(folders: Sequence[Path]) -> Iterator[str]:
    """The files in ``folders``, and these themselves, whose times tell of what comes and goes."""
    for folder in folders:
        for place, inside, names in os.walk(folder):
            inside.sort()
            yield place
            yield from (f"{place}/{name}" for name in sorted(names))
