"""Entries for ``updates``, drafted from the moves: YAML to be pasted, with the place where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from parley.cli.moves_told import Sides
from parley.compare import Draft
from parley.model.brief import Brief
from parley.model.typed import as_typed, in_quotes
from parley.words.news import news

NOTHING = "# Nothing that readers of a brief should hear of."


def as_yaml(sides: Sides) -> str:
    """An entry for each brief that readers should hear of, each under a comment that says where it belongs."""
    found = [line for draft in sides.comparison.drafts for line in _entry(draft, sides)]
    return "\n".join(found).rstrip() or NOTHING


def _entry(draft: Draft, sides: Sides) -> Iterator[str]:
    brief = sides.comparison.new.briefs[draft.brief]
    what = news(draft.moves, sides.names, sides.comparison.days[1]) or "…"
    if draft.written:
        yield f"# {brief.file}: it has a new entry already; this is what moved, for comparison"
    line = _last_line(sides.root, brief)
    if brief.updates:
        yield f"# {brief.file}, after line {line}, at the end of updates:"
    else:
        yield f"# {brief.file}, after line {line}, with its key, for there are no updates yet:"
        yield "updates:"
    yield f"  - date: {sides.comparison.days[1].isoformat()}"
    yield f"    what: {_typed(what)}"
    if draft.changed:
        yield f"    changed: [{', '.join(draft.changed)}]"
    yield ""


def _typed(text: str) -> str:
    """A text on one line, as it is typed after the key."""
    return in_quotes(text) if "[" in text or "]" in text else as_typed(text)


def _last_line(root: Path, brief: Brief) -> int:
    """The last line of the updates, or of the brief where it has none: what is below goes after it."""
    text = (root / brief.file).read_text(encoding="utf-8-sig", errors="replace")
    lines = text.splitlines()
    end = len(lines)
    start = brief.places.get("updates", (0, 0))[0]
    if brief.updates and start:
        below = [line for path, (line, _) in brief.places.items() if "." not in path and line > start]
        end = min(below) - 1 if below else end
    while end > 1 and (not lines[end - 1].strip() or (brief.updates and lines[end - 1].startswith("#"))):
        end -= 1
    return end
