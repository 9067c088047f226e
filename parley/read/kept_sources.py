"""The files of a site, looked for again only where folders say that one came or went.

A folder is known as a file is (:mod:`parley.read.kept_files`): while it stays as it is, the same names stand in it.
Then only the files themselves are looked at, and of these only those that were written are read. With links among them,
or with anything amiss, nothing is taken for granted.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from parley.read.files import Files, SourceFile, files
from parley.read.kept_files import Identity, KeptFiles, identities_of


class KeptSources:
    """The files of the site below ``root``. While one stays as it is, so does its :class:`SourceFile`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files = KeptFiles()
        self._top = str(root)
        self._found: Files | None = None
        self._folders: tuple[tuple[str, Identity], ...] | None = None

    def files(self) -> Files:
        """What :func:`parley.read.files.files` finds now; the same object while nothing has changed."""
        found = self._again()
        if found is None:
            found = files(self._root, self._files.data_at)
            self._files.forget_others()
            self._folders = identities_of(found.folders)  # what came or went meanwhile leaves them too young for that
        self._found = found
        return found

    def _again(self) -> Files | None:
        """The same by way of what was found last; ``None`` where that can't be relied on."""
        found, folders = self._found, self._folders
        if found is None or folders is None or found.linked or found.problems or found.settings is None:
            return None
        if identities_of(found.folders) != folders:
            return None
        try:
            settings = self._kept(found.settings)
            actors = self._kept(found.actors) if found.actors else None
            briefs = [self._kept(source) for source in found.briefs]
            translations = [self._kept(source) for source in found.translations]
        except OSError:
            return None
        same = settings is found.settings and actors is found.actors
        many, before = (*briefs, *translations), (*found.briefs, *found.translations)
        if same and all(one is other for one, other in zip(many, before, strict=True)):
            return found
        return msgspec.structs.replace(
            found, settings=settings, actors=actors, briefs=briefs, translations=translations
        )

    def _kept(self, source: SourceFile) -> SourceFile:
        data = self._files.data_at(f"{self._top}/{source.path}")
        return source if data is source.data else msgspec.structs.replace(source, data=data)
