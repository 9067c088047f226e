"""``diff``: what moved between two versions of the content, told as moves and not as lines.

Exit codes: 0 also where much has moved, 1 with ``--check`` where a published fact was altered in silence or the newer
side has errors, 2 where there is nothing to compare.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse, day_asked
from parley.cli.command import Command
from parley.cli.telling import say, show, tally, tell

if TYPE_CHECKING:
    from parley.cli.moves_told import Sides
    from parley.site import Order

HERE = "the work folder"


def diff(order: Order, wish: argparse.Namespace) -> int:
    from tempfile import TemporaryDirectory

    from parley.comparison import Unreadable
    from parley.history.git import NoHistory

    try:
        with TemporaryDirectory(prefix="parley-") as folder:
            sides = _sides(order, wish, Path(folder))
            _print(_told(sides, wish))
    except NoHistory as fault:
        raise WrongUse(str(fault)) from None
    except Unreadable as fault:
        return _unreadable(order, fault)
    return _ended(order, wish, sides)


def _told(sides: Sides, wish: argparse.Namespace) -> str:
    from parley.cli.moves_json import as_json
    from parley.cli.moves_markdown import as_markdown
    from parley.cli.moves_told import as_lines, width
    from parley.cli.update_drafts import as_yaml

    if wish.update:
        return as_yaml(sides)
    if wish.format == "json":
        return as_json(sides)
    if wish.format == "markdown":
        return as_markdown(sides)
    return as_lines(sides, verbose=getattr(wish, "verbose", False), width=width())


def _ended(order: Order, wish: argparse.Namespace, sides: Sides) -> int:
    """Tell what is wrong with the newer side, and return the exit code."""
    from parley.model.problem import errors

    found = sides.comparison
    tell(order, found.warnings)
    wrong = errors(found.problems)
    if wrong:
        where = HERE if wish.days else sides.new
        say(f"{tally(wrong)} in {where}; `parley check` tells them")
    if not wish.check:
        return 0
    doubtful = bool(found.problems) if order.strict else bool(wrong)
    return 1 if found.warnings or doubtful else 0


def _unreadable(order: Order, fault: Exception) -> int:
    """Tell why one side can't be used at all, and return the exit code."""
    from parley.comparison import Unreadable

    assert isinstance(fault, Unreadable)
    tell(order, fault.problems)
    files = " and ".join(dict.fromkeys(problem.place.file for problem in fault.problems))
    if fault.older:
        raise WrongUse(f"the older side has errors in {files}, which all briefs share; choose another to compare with")
    say(f"parley: {files} can't be used, and all briefs share it; mend it first")
    return 1


def _sides(order: Order, wish: argparse.Namespace, spare: Path) -> Sides:
    """Both sides read and compared. Raises :class:`WrongUse`, ``NoHistory`` and ``Unreadable``."""
    if sum(map(bool, (wish.revisions, wish.older, wish.days))) > 1:
        raise WrongUse("name revisions, or --from DIR, or --days DAY DAY, but only one of them")
    if wish.days or wish.older or not _range(wish.revisions)[1]:  # else both sides are kept in git
        _with_briefs(order.root, "--root")
    if wish.days:
        return _two_days(order, *wish.days, was_given=bool(getattr(wish, "as_of", None)))
    if wish.older:
        _with_briefs(Path(wish.older), "--from")
        new_name = HERE if order.root == Path() else str(order.root)
        return _compared(order, Path(wish.older), wish.older, order.root, new_name)
    return _revisions(order, wish.revisions, spare)


def _with_briefs(folder: Path, option: str) -> None:
    """Refuse a ``folder`` that holds no site, which would be taken for one of which all is gone."""
    if not folder.is_dir():
        raise WrongUse(f"{option} {folder}: no such folder")
    if not (folder / "briefs").is_dir():
        raise WrongUse(f"{option} {folder}: no folder briefs/ in it; name the folder that holds briefs/")


def _two_days(order: Order, first: str, last: str, *, was_given: bool) -> Sides:
    from parley.cli.moves_told import Sides
    from parley.comparison import compared_days
    from parley.words.dates import day_words

    if was_given:
        raise WrongUse("--days names its own days; leave --as-of out")
    days = day_asked(first, "--days"), day_asked(last, "--days")
    if days[0] >= days[1]:
        raise WrongUse(f"--days {first} {last}: the earlier day comes first, and the two differ")
    return Sides(day_words(days[0]), day_words(days[1]), order.root, compared_days(order, *days))


def _revisions(order: Order, asked: list[str], spare: Path) -> Sides:
    from parley.history.git import Git
    from parley.history.revision import common, revision, unpacked

    first, dots, second = _range(asked)
    git = Git(order.root)
    old = revision(git, first or "HEAD")
    new = revision(git, second or "HEAD") if dots else None
    if new and dots == "...":
        old = common(git, old, new)
    before = unpacked(git, old, spare / "old")
    after = unpacked(git, new, spare / "new") if new else order.root
    return _compared(order, before, str(old), after, str(new) if new else HERE)


def _range(asked: list[str]) -> tuple[str, str, str]:
    """The older revision, what joins it to the newer, and the newer, as they were typed: one, two, or "old..new"."""
    if len(asked) > 2 or (len(asked) == 2 and any(".." in name for name in asked)):
        raise WrongUse("two revisions are compared, no more: first the older, then the newer")
    if len(asked) == 2:
        return asked[0], "..", asked[1]
    dots = next((dots for dots in ("...", "..") if asked and dots in asked[0]), "")
    return asked[0].partition(dots) if dots else (asked[0] if asked else "", "", "")


def _compared(order: Order, old: Path, old_name: str, new: Path, new_name: str) -> Sides:
    import msgspec

    from parley.cli.moves_told import Sides
    from parley.comparison import compared

    older, newer = msgspec.structs.replace(order, root=old), msgspec.structs.replace(order, root=new)
    return Sides(old_name, new_name, new, compared(older, newer))


def _print(text: str) -> None:
    """``text`` on stdout; what its encoding lacks is written with other signs."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.replace("→", "->").replace("’", "'").replace("“", '"').replace("”", '"').replace("…", "...")
        text = plain.encode(encoding, "replace").decode(encoding)
    show(text)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "revisions",
        nargs="*",
        metavar="REVISION",
        help="the older version and the newer: commits, branches or tags (default: the last commit, and the files as "
        "they are now)",
    )
    parser.add_argument("--from", dest="older", metavar="DIR", help="compare with another folder instead")
    parser.add_argument("--days", nargs=2, metavar="DAY", help="tell what changes from one day to another by itself")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="for whom it is written")
    parser.add_argument("--update", action="store_true", help='write the entries for "updates", to be pasted')
    parser.add_argument(
        "--check", action="store_true", help="fail where a published fact was changed without a correction"
    )


DIFF = Command("diff", "tell what moved between two versions of the content", diff, _arguments)
