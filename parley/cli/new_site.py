"""``new site``: a folder with an example that builds, with what editors and ``make`` need, and with Parley itself."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from parley.cli.arguments import WrongUse
from parley.cli.schema import keep_schemas
from parley.cli.telling import counted, say, show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parley.site import Order


def new_site(order: Order, name: str) -> int:
    """Make a site in the folder ``name``, there yet or not; what is there to help with one already stays as it is."""
    import msgspec

    from parley.cli.asking import asked, can_ask
    from parley.write.created import created, there
    from parley.write.own_wheel import own_wheel
    from parley.write.site_help import VENDOR
    from parley.write.starter import starter_help, starter_site

    if not name:
        if not can_ask():
            raise WrongUse("say in which folder: new site DIR, such as new site my-desk")
        name = asked("In which folder? It is made if it is not there.", "my-desk", needed=True)
    root = Path(name)
    if there(root) and not root.is_dir():
        raise WrongUse(f"{root} is there already, and is no folder; choose another name")
    wheel = own_wheel()
    helps = starter_help(wheel.name if wheel else "")
    kept = {file: text for file, text in helps.items() if there(root / file)}
    new = {file: text for file, text in helps.items() if file not in kept}
    carried = {f"{VENDOR}/{wheel.name}": wheel.data} if wheel and not there(root / VENDOR / wheel.name) else {}
    made = created(root, {**starter_site(order.as_of or order.now.date()), **new, **carried})
    _tell_kept(root, kept)
    keep_schemas(msgspec.structs.replace(order, root=root))
    for path in made:
        show(path)
    show(f"\nA new site: {counted(len(made), 'file')}. Next:")
    doors = "Makefile" in new and "requirements.txt" in new and wheel is not None
    for at, step in enumerate(_steps(root, doors), 1):
        show(f"  {at}. {step}")
    return 0


def _tell_kept(root: Path, kept: Mapping[str, str]) -> None:
    """Say of each of these files, which were there before, that it is as it was, and what it may lack."""
    for file, text in kept.items():
        stays = f"{root / file} is there already and stays as it is"
        say(f"{stays}." if file == "README.md" else f"{stays}; a new site's would say:\n{text}")


def _steps(root: Path, doors: bool) -> list[str]:
    """What to do next, in three lines; with `make` where the site has ``doors`` of its own, and they can open."""
    here = root.resolve() == Path.cwd()
    apart = os.pathsep in str(root.resolve())  # Python makes no virtual environment there
    if doors and apart:
        say(f'make can\'t set up Parley in a folder with "{os.pathsep}" in its path; use the command as told below.')
    make = doors and not apart and shutil.which("make")
    return [
        "open a terminal in this folder, as now" if here else f"cd {_typed(root)}",
        f"{'make' if make else called()} serve, and open http://127.0.0.1:8000/ in a browser",
        "write in briefs/first-brief.yaml: each save shows in the browser",
    ]


def _typed(root: Path) -> str:
    """The folder as a shell takes it."""
    return shlex.quote(f"./{root}" if str(root).startswith("-") else str(root))


def called() -> str:
    """How this program was called, so that the next command works from any folder."""
    program = sys.argv[0]
    if program.endswith("__main__.py"):
        return f"{shlex.quote(sys.executable)} -m parley"
    if program.endswith(".py"):
        return f"{shlex.quote(sys.executable)} {shlex.quote(os.path.realpath(program))}"
    name = os.path.basename(program)  # noqa: PTH119 (a name as typed)
    return name if shutil.which(name) else shlex.quote(os.path.realpath(program))
