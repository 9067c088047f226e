"""Questions on a terminal: each says what its answer is for, with an example; what can't be is asked again, with why.

Questions are shown on stderr, so that stdout holds the result alone where it leads elsewhere. The end of the input
(Ctrl-D) counts as Ctrl-C: whoever asks writes nothing before the last answer has come.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from parley.cli.telling import say
from parley.model.names import Named

MOST_OFFERED = 9
SKIP = "Enter to skip"


class Stopped(Exception):
    """Whoever was asked has stopped, by Ctrl-C or at the end of the input."""


class NotSo(Exception):
    """An answer that can't be; the text says why, and what would be right."""


Check = Callable[[str], str]  # gives the answer as it is meant, or raises NotSo


def can_ask() -> bool:
    """Whether somebody sits at a terminal, to read questions and to type answers."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked(question: str, example: str, check: Check | None = None, default: str = "", *, needed: bool = False) -> str:
    """The answer to ``question``, in one line; ``default``, which may be empty, for Enter alone unless it is
    ``needed``."""
    say(f"\n{question}")
    say(f"  For example: {example}" + ("" if needed else f"  ({f'Enter for {default}' if default else SKIP})"))
    while True:
        text = _line()
        if not text and not needed:
            return default
        try:
            if not text:
                raise NotSo("this one is needed; Ctrl-C stops, and nothing is written")
            return check(text) if check else text
        except NotSo as fault:
            say(f"  {fault}")


def chosen(question: str, options: Mapping[str, str], default: str | None = None) -> str:
    """One of ``options`` (what is typed -> what it means), by its name, its beginning or its number; ``default``, which
    may be empty, for Enter alone."""
    say(f"\n{question}" + (f"  (Enter for {default})" if default else ""))
    for at, (option, meaning) in enumerate(options.items(), 1):
        say(f"  {at}  {option}: {meaning}")
    while True:
        text = _line().casefold()
        if not text and default is not None:
            return default
        if text.isdecimal() and 1 <= int(text) <= len(options):
            return list(options)[int(text) - 1]
        found = [option for option in options if text and option.startswith(text)]
        if len(found) == 1:
            return found[0]
        say(f"  Type one of the words or its number, 1 to {len(options)}.")


def agreed(question: str) -> bool:
    """Yes or no; Enter is no."""
    say(f"\n{question}  (y or n; Enter for no)")
    while True:
        text = _line().casefold()
        if text in ("", "n", "no"):
            return False
        if text in ("y", "yes"):
            return True
        say("  Type y for yes, or n for no.")


def named_one(typed: str, names: Mapping[str, Named]) -> str:
    """The id of the one that ``typed`` means; where it may mean several, they are offered. Empty for none of them."""
    found = matching(typed, names)
    if not found:
        return ""
    if len(found) == 1 or folded(typed) in (found[0], folded(names[found[0]].name)):
        say(f"  {shown(found[0], names)}")
        return found[0]
    offered = found[:MOST_OFFERED]
    for at, id_ in enumerate(offered, 1):
        say(f"  {at}  {shown(id_, names)}")
    more = f"; {len(found) - MOST_OFFERED} more match" if len(found) > MOST_OFFERED else ""
    say(f"  Which one? Type its number{more}. Enter for none of them.")
    while True:
        text = _line()
        if not text:
            return ""
        if text.isdecimal() and 1 <= int(text) <= len(offered):
            return offered[int(text) - 1]
        say(f"  Type a number from 1 to {len(offered)}, or Enter.")


def matching(typed: str, names: Mapping[str, Named]) -> list[str]:
    """The ids of those whose id, name or other name holds ``typed``: the same ones first, then those that begin so."""
    wanted = folded(typed)

    def rank(id_: str) -> int:
        words = [id_, *(folded(word) for word in (names[id_].name, *names[id_].also))]
        if wanted in words:
            return 0
        if any(f" {word}".find(f" {wanted}") >= 0 for word in words):
            return 1
        return 2 if any(wanted in word for word in words) else 3

    ranks = {id_: rank(id_) for id_ in names}
    return sorted((id_ for id_ in names if ranks[id_] < 3), key=lambda id_: (ranks[id_], id_))


def same(name: str, names: Mapping[str, Named]) -> str:
    """The id of who is already called ``name``, or goes by it; empty for nobody."""
    wanted = folded(name)
    return next((id_ for id_, one in names.items() if wanted in map(folded, (one.name, *one.also))), "")


def shown(id_: str, names: Mapping[str, Named]) -> str:
    """Someone in a line: "Ann Reed, Mayor (reed)"."""
    one = names[id_]
    return f"{one.name}{f', {one.what}' if one.what else ''} ({id_})"


def folded(text: str) -> str:
    """``text`` as it is compared: without capitals, accents and spare space."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).casefold().split())


def listed(options: Sequence[str]) -> str:
    """ "person, state or group"."""
    return f"{', '.join(options[:-1])} or {options[-1]}"


def _line() -> str:
    """One line that is typed; asked for again while it holds signs that no text has (arrow keys, say)."""
    while True:
        text = _typed().strip()
        if text.isprintable():
            return " ".join(text.split())
        say("  That holds keys that are no text, such as arrows; type it again.")


def _typed() -> str:
    try:
        if sys.stdout.isatty():  # then the line can be edited as in a shell
            import readline  # noqa: F401 (its import is what does it)

            return input("> ")
        print("> ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
    except (EOFError, KeyboardInterrupt):
        raise Stopped from None
    except UnicodeDecodeError:
        return "\x00"
    if not line:
        raise Stopped
    return line
