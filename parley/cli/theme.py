"""``theme`` tells what a theme consists of, copies built-in files into the site's own, and shows how they differ."""

from __future__ import annotations

import argparse
import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.telling import say, say_and, show

if TYPE_CHECKING:
    from parley.site import Order


def theme(order: Order, wish: argparse.Namespace) -> int:
    """List the files of the theme, copy some, or show how the site's own differ from the built-in ones."""
    if wish.what == "list":
        return _list(order, wish.files)
    if not wish.files:
        raise WrongUse(f"say which: theme {wish.what} templates/base.html; theme list names them all")
    names = [_named(name) for name in wish.files]
    return _eject(order, names) if wish.what == "eject" else _diff(order, names)


def _list(order: Order, files: list[str]) -> int:
    from parley.render.ejected import moved_on

    if files:
        raise WrongUse("theme list takes no files")
    for name, original in _texts().items():
        own = _own(order, name)
        there = own is not None
        mark = "  your own, of an older original" if there and moved_on(name, own or "", original) else "  your own"
        show(f"{name}{mark if there else ''}")
    return 0


def _eject(order: Order, names: list[str]) -> int:
    from parley.render.ejected import ejected
    from parley.site import theme_folders
    from parley.write.created import InTheWay, created

    if len(theme_folders(order.root)) == 1 and (order.root / "theme").is_dir():
        raise WrongUse(f"{order.root / 'theme'} is the built-in theme itself; give a site's folder as --root")
    texts = _texts()
    try:
        for path in created(order.root, {f"theme/{name}": ejected(name, texts[name]) for name in names}):
            show(str(path))
    except InTheWay as refused:
        return say_and(2, f"parley: {refused}")
    say("These stand in for the built-in ones now. A build warns when an original has changed.")
    return 0


def _diff(order: Order, names: list[str]) -> int:
    from parley.render.ejected import MARK, ejected

    texts = _texts()
    for name in names:
        own = _own(order, name)
        if own is None:
            raise WrongUse(f"no {order.root / 'theme' / name}; theme eject {name} makes one")
        head, _, body = own.partition("\n")
        body = body if MARK.search(head) else own
        built_in, yours = texts[name].splitlines(), body.splitlines()
        for line in difflib.unified_diff(built_in, yours, f"built-in {name}", f"theme/{name}", lineterm=""):
            show(line)
        if MARK.search(head) and (mark := ejected(name, texts[name]).partition("\n")[0]) != head:
            say(f"The original has changed. When your file has what you want of it, make this its first line:\n{mark}")
    return 0


def _texts() -> dict[str, str]:
    """The built-in files that can be copied, by their path in the theme."""
    from parley.render.ejected import can_be_ejected
    from parley.render.theme import built_in_texts
    from parley.site import built_in_theme

    return {name: text for name, text in built_in_texts(built_in_theme()).items() if can_be_ejected(name)}


def _named(name: str) -> str:
    """The built-in file that ``name`` means: its path, or the end of one that no other has."""
    from parley.render.environment import nearest

    plain = Path(name).as_posix().removeprefix("theme/")
    names = list(_texts())
    found = [one for one in names if one == plain] or [one for one in names if one.endswith(f"/{plain}")]
    if len(found) > 1:
        raise WrongUse(f'"{name}" is the end of several: {", ".join(found)}')
    if not found:
        raise WrongUse(f'no text "{name}" in the built-in theme; {nearest(plain, names)}')
    return found[0]


def _own(order: Order, name: str) -> str | None:
    """The text of the site's own file ``name``, if there is one."""
    path = order.root / "theme" / name
    if not path.is_file():
        return None
    try:
        return "\n".join(path.read_bytes().decode("utf-8").replace("\r\n", "\n").split("\r"))
    except UnicodeDecodeError:
        raise WrongUse(f"{path} is not UTF-8; save it as such") from None


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("list", "eject", "diff"), help="name all files, copy some, or compare copies")
    parser.add_argument("files", nargs="*", metavar="FILE", help="a file of the theme, such as pages/brief.html")


THEME = Command("theme", "list the theme's files, copy some to change, compare copies", theme, _arguments)
