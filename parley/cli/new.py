"""``new`` begins a site, a brief, an actor, a translation or a form editor; what it isn't told, it asks. Only a form
editor is made again where there is one, for it is made of files that nobody writes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.command import Command
from parley.cli.telling import say_and

if TYPE_CHECKING:
    from parley.site import Order

WHATS = {
    "site": "a folder for a new site, with an example in it",
    "brief": "a story: who, what, the proposals, the rejections, the next steps",
    "actor": "a person, state, organisation or group that takes part in stories",
    "translation": "the words of a brief, of the actors, of the site or of a page in another language",
    "admin": "a form editor in the browser, for those who write no YAML",
}
OPTIONS = {  # of which of these each option is
    "kind": ("actor",),
    "role": ("actor",),
    "speaks_for": ("actor",),
    "country": ("actor",),
    "aka": ("actor",),
    "brief": ("actor",),
    "id": ("actor", "brief"),
    "backend": ("admin",),
    "repo": ("admin",),
    "branch": ("admin",),
    "package": ("admin",),
    "registry": ("admin",),
    "lang": ("translation",),
}


def new(order: Order, wish: argparse.Namespace) -> int:
    """Begin what is asked for; on a terminal, ask what is not told."""
    from parley.cli.asking import Stopped, can_ask, chosen
    from parley.write.created import InTheWay
    from parley.write.rewritten import NotRewritten

    try:
        if not wish.what and not can_ask():
            ways = ("site DIR", 'brief "TITLE"', 'actor "NAME" --kind person', "translation BRIEF --lang uk", "admin")
            raise WrongUse(f"say what: {', '.join(f'new {way}' for way in ways)}")
        what = wish.what or chosen("What do you want to begin?", WHATS)
        for option, those in OPTIONS.items():
            if getattr(wish, option) and what not in those:
                raise WrongUse(f"--{option.replace('_', '-')} is for new {' and new '.join(those)}")
        return _begin(what, order, wish)
    except (InTheWay, NotRewritten) as refused:
        return say_and(2, f"parley: {refused}")
    except Stopped:
        return say_and(130, "\nparley: stopped; nothing was written")


def _begin(what: str, order: Order, wish: argparse.Namespace) -> int:
    name = " ".join(wish.name)
    if what == "site":
        from parley.cli.new_site import new_site

        return new_site(order, name)
    if not (order.root / "briefs").is_dir():
        where = "this folder" if str(order.root) == "." else str(order.root)
        raise WrongUse(f"no folder briefs/ in {where}; begin a site with new site DIR, or go to one")
    if what == "admin":
        from parley.cli.new_admin import new_admin

        return new_admin(order, name, wish)
    if what == "brief":
        from parley.cli.new_brief import new_brief

        return new_brief(order, name, wish.id)
    if what == "translation":
        from parley.cli.new_translation import new_translation

        return new_translation(order, name, wish.lang)
    from parley.cli.new_actor import new_actor

    return new_actor(order, name, wish)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=tuple(WHATS), help="what to begin; asked for if left out")
    parser.add_argument(
        "name", nargs="*", help="the site's folder, the brief's title, the actor's name, or what to translate"
    )
    parser.add_argument("--id", default="", help="the actor's id, or the brief's file name (else made from the name)")
    parser.add_argument("--lang", default="", metavar="TAG", help="the language of a translation, such as uk")
    own = parser.add_argument_group("of an actor")
    own.add_argument("--kind", default="", metavar="KIND", help="person, state, organisation or group")
    own.add_argument("--role", default="", metavar="TEXT", help="office or function in a few words, such as Mayor")
    own.add_argument("--speaks-for", default="", metavar="ID", help="the actor whose side a person speaks for")
    own.add_argument("--country", default="", metavar="CODE", help="two letters, such as TR")
    own.add_argument("--aka", default=[], metavar="NAME", action="append", help="another name (may be repeated)")
    own.add_argument("--brief", default="", metavar="NAME", help="put it into this brief alone, not into actors.yaml")
    form = parser.add_argument_group("of a form editor")
    form.add_argument(
        "--backend", default="", metavar="NAME", help="where it saves: github, gitlab ... (default: here)"
    )
    form.add_argument("--repo", default="", metavar="OWNER/NAME", help="the repository that it saves to")
    form.add_argument("--branch", default="", metavar="NAME", help="the branch that it saves to (default: main)")
    form.add_argument("--package", default=[], metavar="FILE.tgz", action="append",
                      help="a package that is here already, not to be fetched (may be repeated)")  # fmt: skip
    form.add_argument("--registry", default="", metavar="ADDRESS", help="the npm registry that packages come from")


NEW = Command("new", "begin a site, a brief, an actor, a translation or a form editor", new, _arguments)
