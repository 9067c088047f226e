"""Names that editors, version control and Python leave beside the sources and that are no sources."""

from __future__ import annotations

import re
from fnmatch import translate

_FOLDERS = frozenset(
    {
        ".git", ".hg", ".svn", ".jj", ".idea", ".vscode", ".vs", ".cache", ".Trash", ".fseventsd",
        ".Spotlight-V100", "__pycache__", "node_modules", ".venv", ".tox", ".nox", ".mypy_cache",
        ".pytest_cache", ".ruff_cache",
    }
)  # fmt: skip
_FILES = (
    "*~", ".#*", "#*#",  # Emacs and most others: backup, lock, auto-save
    "4913", "5036", ".*.sw?", "*.swp", "*.swo", "*.swx", "*.swpx", "*.un~",  # vim: probe, swap, undo
    "*.kate-swp", "*___jb_tmp___", "*___jb_old___", ".~lock.*#", ".goutputstream-*", "*.crswap",
    "*.tmp", "*.temp", "*.bak", "*.orig", "*.rej", "*.part", "*.pyc", "*.pyo",
    ".nfs*", ".fuse_hidden*", ".DS_Store", "._*", "Thumbs.db", "desktop.ini", ".directory",
)  # fmt: skip
_FILE = re.compile("|".join(translate(pattern) for pattern in _FILES))


def is_litter(name: str) -> bool:
    """Whether a file or folder of this name, anywhere under a watched folder, is none of the preview's business."""
    return name in _FOLDERS or _FILE.match(name) is not None
