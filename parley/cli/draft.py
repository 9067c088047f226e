"""``draft`` makes the skeleton of a brief from an article: what it found is filled in, the rest says TODO."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.telling import counted, say, say_and, show

if TYPE_CHECKING:
    from parley.draft.drafted import Drafted
    from parley.site import Order

LARGEST = 5_000_000  # bytes


def draft(order: Order, wish: argparse.Namespace) -> int:
    from parley.draft.drafted import Wish, drafted
    from parley.draft.language import not_english
    from parley.model.slugs import slug_of
    from parley.site import known_actors
    from parley.write.created import InTheWay, created
    from parley.write.editor_files import modeline

    text = _text(wish.article)
    day = _day(wish.date) if wish.date else None
    if fault := not_english(text):
        return say_and(1, f"parley: nothing was drafted: {fault}")
    asked = Wish(day, wish.source_title or "", wish.source_url or "", wish.source_publisher or "")
    one = drafted(text, known_actors(order), asked)
    skeleton = modeline("briefs/brief.yaml") + one.text
    if not wish.write:
        show(skeleton, end="")
        _tell(one)
        return 0
    name = slug_of(one.title or Path(wish.article).stem)
    if not name:
        raise WrongUse("no file name can be made of the article's title; give one with --source-title")
    if not (order.root / "briefs").is_dir():
        raise WrongUse(f"no folder briefs/ in {order.root}; begin a site with `parley new site DIR`")
    try:
        (path,) = created(order.root, {f"briefs/{name}.yaml": skeleton})
    except InTheWay as refused:
        return say_and(2, f"parley: {refused}")
    show(path)
    _tell(one)
    return 0


def _text(name: str) -> str:
    """The article's text. Raises :class:`WrongUse` where it is not plain text."""
    try:
        data = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else _file(Path(name))
    except OSError as error:
        raise WrongUse(f"{name}: {(error.strerror or str(error)).lower()}; give the article's text file") from None
    if len(data) > LARGEST:
        raise WrongUse(f"{name} is larger than 5 MB; that is no article")
    if data.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise WrongUse(f'{name} is not plain text; copy the text into a .txt file, or paste it after "parley draft -"')
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        say("The file is not UTF-8; it was read as Windows text. Look at letters with accents.")
        return data.decode("cp1252", "replace")


def _file(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _day(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise WrongUse(f'--date "{text}" is not a day; write it like 2025-05-11') from None


def _tell(one: Drafted) -> None:
    """What was found and what was not, on stderr."""
    kinds = [answer.move.kind for answer in one.found.answers]
    new = [id_ for id_ in one.present if not one.cast.actors[id_].known]
    no, yes = kinds.count("rejection"), kinds.count("acceptance")
    say(
        f"Found: {counted(len(one.present), 'actor')} ({len(new)} new to the site), "
        f"{counted(len(one.found.offers), 'proposal')}, {counted(no, 'rejection')}, {counted(yes, 'acceptance')}, "
        f"{counted(len(kinds) - no - yes, 'reaction')}, {counted(len(one.found.steps), 'next step')}."
    )
    if one.unclear:
        say(f"Not understood: {counted(len(one.unclear), 'sentence')}, listed at the end of the draft.")
    if one.found.passed:
        say(f"Left out: {one.found.passed:,} more; the article is very long.")
    if one.day is None:
        say('The article\'s day is not known, so "on Thursday" and "May 15" stay open; give it: --date 2025-05-11')
    say("These are guesses. Read each against its sentence; `parley check` lists every TODO until none is left.")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE.txt", help="the article as plain text; - to paste it, then Ctrl-D")
    parser.add_argument("--date", metavar="DAY", help="the article's own day, such as 2025-05-11")
    parser.add_argument("--source-title", metavar="TEXT", help="the article's title (default: its headline)")
    parser.add_argument("--source-url", metavar="ADDRESS", help="where the article stands")
    parser.add_argument("--source-publisher", metavar="NAME", help="who published it")
    parser.add_argument("--write", action="store_true", help="write the draft to briefs/, over nothing that is there")


DRAFT = Command("draft", "begin a brief from an article's text", draft, _arguments)
