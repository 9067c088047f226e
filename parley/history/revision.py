"""The sources of a site as they were in one revision, written into a folder of their own.

Taken are the YAML files of ``briefs/``, ``site.yaml`` and the Markdown of the site's own pages, wherever it stands,
below the site's root, which may stand deeper than the top of the repository. A link is followed within the revision;
one that leads out of what is taken is left out, and so is any name that is no plain path.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from parley.history.git import Git, NoHistory

COMMIT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
WANTED = re.compile(r"site\.ya?ml(?:\.txt)?|briefs/.*\.ya?ml(?:\.txt)?|.*\.md", re.IGNORECASE | re.DOTALL)
LINK, FILES = "120000", ("100644", "100755", "120000")
LINKS = 8  # that lead from one to the next


class Revision(msgspec.Struct, frozen=True):
    """A commit: ``name`` as it was asked for, and its hash."""

    name: str
    commit: str

    def __str__(self) -> str:
        return self.name if self.commit.startswith(self.name) else f"{self.name} ({self.commit[:8]})"


class Entry(msgspec.Struct, frozen=True):
    """One file of a tree: its mode, and the hash of what is in it."""

    mode: str
    blob: str


def revision(git: Git, name: str) -> Revision:
    """The commit that ``name`` means. Raises :class:`NoHistory`."""
    found = git.asked("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found is None or not COMMIT.fullmatch(found.strip()):
        raise NoHistory(_unknown(git, name))
    return Revision(name, found.strip().decode())


def common(git: Git, one: Revision, other: Revision) -> Revision:
    """Where ``other`` branched off ``one``. Raises :class:`NoHistory`."""
    found = git.asked("merge-base", one.commit, other.commit)
    if found is None:
        more = "; this copy of the history is cut short: git fetch --unshallow" if _is_cut(git) else ""
        raise NoHistory(f'"{one.name}" and "{other.name}" have no commit in common{more}')
    return Revision(f"where {other.name} left {one.name}", found.split()[0].decode())


def unpacked(git: Git, wanted: Revision, folder: Path) -> Path:
    """``folder`` with the sources of ``wanted`` in it; ``briefs/`` is there even where the revision has none.

    Raises :class:`NoHistory` where the copy of the repository lacks some of them.
    """
    listed = git.asked("ls-tree", "-r", "-z", wanted.commit)
    entries = dict(_entries(listed or b""))
    blobs = _blobs(git, wanted, {entry.blob for path, entry in entries.items() if WANTED.fullmatch(path)} | {
        entry.blob for entry in entries.values() if entry.mode == LINK
    })  # fmt: skip
    (folder / "briefs").mkdir(parents=True, exist_ok=True)
    for path, entry in entries.items():
        if not WANTED.fullmatch(path):
            continue
        data = blobs.get(entry.blob) if entry.mode != LINK else _followed(path, entries, blobs)
        if data is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    return folder


def _entries(listed: bytes) -> Iterator[tuple[str, Entry]]:
    for line in listed.split(b"\0"):
        meta, _, name = line.partition(b"\t")
        path = name.decode("utf-8", "surrogateescape")
        parts = path.split("/")
        plain = not any(part in ("", ".", "..") or "\\" in part for part in parts)
        if meta and plain and (fields := meta.decode().split())[0] in FILES:
            yield path, Entry(fields[0], fields[2])


def _blobs(git: Git, wanted: Revision, hashes: set[str]) -> Mapping[str, bytes]:
    """What is in the blobs, all in one question."""
    if not hashes:
        return {}
    ordered = sorted(hashes)
    answer = git.asked("cat-file", "--batch", given="".join(f"{blob}\n" for blob in ordered).encode())
    found: dict[str, bytes] = {}
    at = 0
    for blob in ordered:
        end = (answer or b"").find(b"\n", at)
        head = (answer or b"")[at:end].decode("utf-8", "replace").split() if end >= 0 else []
        if answer is None or len(head) != 3 or head[1] != "blob":
            raise NoHistory(
                f"not all of {wanted} is in this copy of the repository; get it with: git fetch --refetch, or "
                "clone it again without --filter"
            )
        size = int(head[2])
        found[blob] = answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _followed(path: str, entries: Mapping[str, Entry], blobs: Mapping[str, bytes]) -> bytes | None:
    """What the link at ``path`` leads to within ``entries``; ``None`` where it leads elsewhere."""
    for _ in range(LINKS):
        entry = entries.get(path)
        if entry is None:
            return None
        data = blobs.get(entry.blob)
        if entry.mode != LINK or data is None:
            return data
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), data.decode("utf-8", "surrogateescape")))
    return None


def _unknown(git: Git, name: str) -> str:
    if git.asked("rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
        return "nothing is committed yet, so there is no earlier version to compare with; commit the site first"
    cut = _is_cut(git)
    more = "this copy of the history is cut short, get the rest: git fetch --unshallow" if cut else ""
    return (
        f'"{name}" is no commit, branch or tag here; {more or "git log --oneline -- briefs lists those with changes"}'
    )


def _is_cut(git: Git) -> bool:
    return git.asked("rev-parse", "--is-shallow-repository") == b"true\n"
