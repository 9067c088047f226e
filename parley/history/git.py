"""git, asked with fixed arguments and none of what a repository or a user may have set up to be run.

Only plumbing is asked: it reads objects and runs no hooks, filters, text conversions, pagers or watchers. Settings of
the machine and of the user are not read, but for which folders of others are trusted; nothing is fetched.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

PATIENCE = 60  # seconds
NOT_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES")
ALONE = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
QUIET = (
    "--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "core.sshCommand=false",
    "-c", "core.alternateRefsCommand=false",
)  # fmt: skip


class NoHistory(Exception):
    """What was asked for can't be read; the text says why and what to do."""


class Git:
    """The repository around ``folder``. Making one raises :class:`NoHistory` where there is none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._trusted: tuple[str, ...] = ()
        found = self._run("rev-parse", "--is-inside-work-tree")
        if found.returncode and b"dubious ownership" in found.stderr:
            self._trusted = self._trust()
            found = self._run("rev-parse", "--is-inside-work-tree")
        if found.returncode and b"dubious ownership" in found.stderr:
            raise NoHistory(
                f"{_called(folder)} belongs to another user, so git does not read it; if you trust it: "
                f"git config --global --add safe.directory {folder.resolve()}"
            )
        if found.returncode or found.stdout.strip() != b"true":
            raise NoHistory(
                f"{_called(folder)} is not kept in git, so there is no earlier version to compare with; "
                "name an earlier copy of the folder instead: --from DIR"
            )

    def asked(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """What git says to ``arguments``, with ``given`` on its input; ``None`` where it says no."""
        done = self._run(*arguments, given=given)
        return None if done.returncode else done.stdout

    def _run(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        known = {name: value for name, value in os.environ.items() if not name.startswith("GIT_CONFIG")}
        return _run((*QUIET, *self._trusted, *arguments), self.folder, _without(known) | ALONE, given)

    def _trust(self) -> tuple[str, ...]:
        """The folders of others that the user, or who set up the machine, trusts."""
        known = _without(dict(os.environ)) | {"LC_ALL": "C"}
        found = _run(("config", "--includes", "--get-all", "safe.directory"), Path(Path.home().anchor), known)
        folders = found.stdout.decode("utf-8", "surrogateescape").splitlines()
        return tuple(part for folder in folders for part in ("-c", f"safe.directory={folder}"))


def _run(
    arguments: tuple[str, ...], folder: Path, environment: dict[str, str], given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ("git", "-C", str(folder), *arguments),
            input=given,
            capture_output=True,
            env=environment,
            timeout=PATIENCE,
            check=False,
        )
    except FileNotFoundError:
        raise NoHistory(
            "git is not installed, and earlier versions are read with it; install it (git-scm.com), "
            "or name an earlier copy of the folder: --from DIR"
        ) from None
    except subprocess.TimeoutExpired:
        raise NoHistory(f"git did not answer within {PATIENCE} seconds; try again") from None


def _without(environment: dict[str, str]) -> dict[str, str]:
    """``environment`` without what points git elsewhere: the folder alone says which repository is meant."""
    return {name: value for name, value in environment.items() if name not in NOT_OURS}


def _called(folder: Path) -> str:
    return "this folder" if folder == Path() else str(folder)
