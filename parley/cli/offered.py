"""What a shell offers for an argument that takes a word of the site, of Parley or a path; the words come fast.

Where an argument takes any text, nothing is offered: a title is nobody's to guess, and files would be in the way.
"""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.read.glanced import Glance

Offer = Callable[[argparse.Namespace, str], Iterable[str]]  # from what is typed before, and of the word itself

KINDS = {"proposal": "proposals", "step": "next_steps", "source": "sources"}  # of `rename`, with their keys in a brief


def offers(command: str, argument: str) -> Offer:
    """What makes the offers for an argument of a command; those of all commands have no command. Offers that are a
    mapping say of each word what it is, which zsh and fish show."""
    return OFFERS.get((command, argument)) or OFFERS.get(("", argument)) or _nothing


def _nothing(_wish: argparse.Namespace, _typed: str) -> Iterable[str]:
    return ()


def _glance(wish: argparse.Namespace) -> Glance:
    from parley.read.glanced import Glance

    return Glance(Path(getattr(wish, "root", ".")))


def _briefs(wish: argparse.Namespace, _typed: str) -> Iterable[str]:
    return _glance(wish).briefs()


def _actors(wish: argparse.Namespace, _typed: str) -> Iterable[str]:
    return _glance(wish).actors()


def _own_actors(wish: argparse.Namespace, _typed: str) -> Iterable[str]:
    return _glance(wish).actors(shared=False)


def _renamed(wish: argparse.Namespace, typed: str) -> Iterable[str]:
    what = getattr(wish, "what", "")
    if what in KINDS:
        return _glance(wish).of_briefs(KINDS[what])
    return {"actor": _actors, "brief": _briefs}.get(what, _nothing)(wish, typed)


def _codes(_wish: argparse.Namespace, _typed: str) -> Iterable[str]:
    from parley.write.catalogue.collected import catalogue

    return {code: entry.title for code, entry in catalogue().items()}


def _lists(wish: argparse.Namespace, _typed: str) -> Iterable[str]:
    from parley.words.todo import TITLES

    return {kind: title for kind, title in TITLES.items() if kind not in (getattr(wish, "what", None) or ())}


def _actor_kinds(_wish: argparse.Namespace, _typed: str) -> Iterable[str]:
    from typing import get_args

    from parley.model.actor import ActorKind

    return get_args(ActorKind)


def _editors(_wish: argparse.Namespace, _typed: str) -> Iterable[str]:
    from parley.cli.editor import EDITORS

    return [*EDITORS, "none"]


def _new(wish: argparse.Namespace, typed: str) -> Iterable[str]:
    """A folder for a site; a title or a name is anything."""
    return _folders(wish, typed) if getattr(wish, "what", "") == "site" else ()


def _folders(_wish: argparse.Namespace, typed: str) -> Iterable[str]:
    return _paths(typed, lambda _file: False)


def _files(_wish: argparse.Namespace, typed: str) -> Iterable[str]:
    return _paths(typed, lambda _file: True)


def _yaml(_wish: argparse.Namespace, typed: str) -> Iterable[str]:
    return _paths(typed, lambda file: file.suffix in (".yaml", ".yml"))


def _paths(typed: str, wanted: Callable[[Path], bool]) -> Iterable[str]:
    """The folders, which end with a slash, and the files wanted that begin as ``typed``; hidden ones if it says so."""
    above, slash, begun = typed.rpartition("/")
    with contextlib.suppress(OSError, RuntimeError):  # no such folder, or nobody's home
        for path in sorted(Path(f"{above}{slash}" or ".").expanduser().iterdir()):
            if not path.name.startswith(begun) or (path.name.startswith(".") and not begun):
                continue
            if path.is_dir():
                yield f"{above}{slash}{path.name}/"
            elif wanted(path):
                yield f"{above}{slash}{path.name}"


OFFERS: Mapping[tuple[str, str], Offer] = {
    ("", "root"): _folders,
    ("", "output"): _folders,
    ("", "changed_files"): _files,
    ("", "deleted_files"): _files,
    ("diff", "older"): _folders,
    ("draft", "article"): _files,
    ("explain", "code"): _codes,
    ("explain", "markdown"): _folders,
    ("fmt", "files"): _yaml,
    ("import", "brief"): _briefs,
    ("import", "file"): _files,
    ("links", "files"): _yaml,
    ("list", "actor"): _actors,
    ("list", "brief"): _briefs,
    ("list", "what"): _lists,
    ("new", "brief"): _briefs,
    ("new", "kind"): _actor_kinds,
    ("new", "name"): _new,
    ("new", "package"): _files,
    ("new", "speaks_for"): _actors,
    ("promote", "actor"): _own_actors,
    ("promote", "brief"): _briefs,
    ("rename", "old"): _renamed,
    ("serve", "editor"): _editors,
}
