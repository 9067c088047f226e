"""Where what a site is made from lies."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def theme_folders(root: Path) -> list[Path]:
    """The themes that apply, the site's own first and the built-in one last."""
    own = root / "theme"
    return (
        [own, built_in_theme()] if own.is_dir() and own.resolve() != built_in_theme().resolve() else [built_in_theme()]
    )


def built_in_theme() -> Path:
    """The theme that comes with Parley: inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent.parent / "theme"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "theme"


def sources(root: Path, also: Iterable[str] | None = None) -> list[Path]:
    """What a site is made from, its root first, there yet or not; no output folder may be one of them. ``also`` is what
    is read besides the usual places, where that is known already."""
    own = [root / "briefs", root / "site.yaml", root / "theme", root / "admin", built_in_theme()]
    return [root, *own, *map(Path, beside(root) if also is None else also)]


def beside(root: Path) -> list[str]:
    """What is read besides the usual folders and files: the site's own pages, and the translations of its settings."""
    from parley.read.content import sources_beside

    return [str(path) for path in sources_beside(root)]
