"""``fmt`` puts files in order: the keys' order, blocks, two spaces. It changes how they look, never what they say.

Each file is read before and after; where the two say different things, nothing is written and that is told.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.telling import counted, say, show, tally, tell

if TYPE_CHECKING:
    from parley.model.problem import Problem
    from parley.read.files import Files, SourceFile
    from parley.site import Order


def fmt(order: Order, wish: argparse.Namespace) -> int:
    """Put the files in order, or with ``--check`` and ``--diff`` tell what would be done. 1 where a file has to be left
    as it is, and with ``--check`` where one would change; else 0."""
    from parley.read.files import files

    if not (order.root / "briefs").is_dir() and not (order.root / "site.yaml").is_file():
        raise WrongUse(f"no folder briefs/ in {order.root}; give the site's folder as --root")
    found = files(order.root)
    asked, problems = _asked(order, wish.files, found)
    written = not (wish.check or wish.diff)
    different, left = [], 0
    for source in asked:
        told, after = _after(order, source)
        problems += told
        if not after:
            left += 1
        elif after != source.data:
            if written and not _written(order, source, after):
                left += 1
                continue
            different.append(source.path)
            _show(order, source, after, diff=wish.diff)
    tell(order, sorted(problems))
    _sum_up(len(different), problems, left, wish)
    return 1 if left or problems or (wish.check and different) else 0


def _asked(order: Order, typed: Sequence[str], found: Files) -> tuple[list[SourceFile], list[Problem]]:
    """The files to put in order, and what is wrong with those that can't be read at all."""
    from parley.model.problem import errors

    every = [found.settings, found.actors, *found.briefs, *found.translations]
    known = {source.path: source for source in every if source}
    wrong = [problem for problem in errors(found.problems) if problem.place.file != "briefs"]
    if not typed:
        return _once(order, known.values()), wrong
    files: dict[str, SourceFile] = {}
    told: list[Problem] = []
    for text in typed:
        path = Path(os.path.relpath(Path.cwd() / text, Path.cwd() / order.root)).as_posix()
        names = [path, text, f"briefs/{text}", f"briefs/{text}.yaml"]
        match = next((name for name in names if name in known), None)
        of_it = [problem for problem in wrong if problem.place.file in names]
        if match:
            files[match] = known[match]
        elif not of_it:
            example = (order.root / min(known, default="briefs/a.yaml")).as_posix()
            raise WrongUse(f'fmt "{text}": no such file of this site; give one such as {example}, or none for all')
        told += of_it
    return _once(order, files.values()), told


def _once(order: Order, sources: Iterable[SourceFile]) -> list[SourceFile]:
    """``sources`` without those that are links to others of them."""
    by_place: dict[str, SourceFile] = {}
    for source in sorted(sources, key=lambda source: (order.root / source.path).is_symlink()):
        by_place.setdefault(os.path.realpath(order.root / source.path), source)
    return sorted(by_place.values(), key=lambda source: source.path)


def _after(order: Order, source: SourceFile) -> tuple[list[Problem], bytes]:
    """What keeps the file from being read, and the file in order; nothing where it is to be left as it is."""
    import yaml

    from parley.cli.proof import changed
    from parley.read.tree import tree
    from parley.write.put_in_order import meant_by, put_in_order

    now = tree(source.data, source.path)
    if now.problems:
        return now.problems, b""
    if now.root is None:
        return [], source.data
    meant = meant_by(source.path)
    try:
        after = put_in_order(source.data, meant)
        why = changed(source.data, after, meant) if after != source.data else ""
    except (yaml.YAMLError, RecursionError) as error:
        why = str(error) if isinstance(error, yaml.YAMLError) else "it has too many levels"
    if not why:
        return [], after
    say(f"{_seen(order, source)}: left as it is: {why}")
    return [], b""


def _written(order: Order, source: SourceFile, after: bytes) -> bool:
    from parley.write.rewritten import NotRewritten, rewritten

    try:
        rewritten(order.root, source.path, source.data, after)
    except NotRewritten as fault:
        say(f"parley: {fault}")
        return False
    return True


def _show(order: Order, source: SourceFile, after: bytes, *, diff: bool) -> None:
    """Name the file, or show what would change in it."""
    name = _seen(order, source)
    if not diff:
        show(name)
        return
    was, now = ([line.decode() for line in data.splitlines(keepends=True)] for data in (source.data, after))
    sys.stdout.flush()
    for line in difflib.unified_diff(was, now, f"a/{name}", f"b/{name}"):
        ended = line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"
        sys.stdout.buffer.write(ended.encode())


def _sum_up(different: int, problems: Sequence[Problem], left: int, wish: argparse.Namespace) -> None:
    if problems:
        say(f"{tally(problems)}; files with errors are left as they are")
    if different and wish.check:
        say(f"{counted(different, 'file')} would change; run fmt without --check to put them in order")
    elif different and not wish.diff:
        say(f"{counted(different, 'file')} put in order")
    elif not different and not problems and not left:
        show("Nothing to do")


def _seen(order: Order, source: SourceFile) -> str:
    return (order.root / source.path).as_posix()


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="only these files (default: all of the site)")
    parser.add_argument("--check", action="store_true", help="write nothing; name the files that would change")
    parser.add_argument("--diff", action="store_true", help="write nothing; show what would change")


FMT = Command("fmt", "put your files in order: keys, blocks and spaces, never what they say", fmt, _arguments)
