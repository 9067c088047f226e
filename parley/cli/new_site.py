"""``new site``: a folder with an example that builds, and with what editors and ``make`` need."""

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
    from parley.site import Order


def new_site(order: Order, name: str) -> int:
    """Make a site in the folder ``name``, there yet or not; what is there for editors already stays as it is."""
    import msgspec

    from parley.cli.asking import asked, can_ask
    from parley.write.created import created, there
    from parley.write.starter import starter_help, starter_site

    if not name:
        if not can_ask():
            raise WrongUse("say in which folder: new site DIR, such as new site my-desk")
        name = asked("In which folder? It is made if it is not there.", "my-desk", needed=True)
    root = Path(name)
    day = order.as_of or order.now.date()
    made = created(root, starter_site(day))
    for file, text in starter_help().items():
        if there(root / file):
            say(f"{root / file} is there already and stays as it is; a new site's would say:\n{text}")
        else:
            made += created(root, {file: text})
    keep_schemas(msgspec.structs.replace(order, root=root))
    for path in made:
        show(path)
    show(f"\nA new site: {counted(len(made), 'file')}. Next:")
    for at, step in enumerate(_steps(root), 1):
        show(f"  {at}. {step}")
    return 0


def _steps(root: Path) -> list[str]:
    """What to do next, in three lines."""
    here = root.resolve() == Path.cwd()
    return [
        "open a terminal in this folder, as now" if here else f"cd {shlex.quote(str(root))}",
        f"{called()} serve, and open http://127.0.0.1:8000/ in a browser",
        "write in briefs/first-brief.yaml: each save shows in the browser",
    ]


def called() -> str:
    """How this program was called, so that the next command works from any folder."""
    program = sys.argv[0]
    if program.endswith("__main__.py"):
        return f"{shlex.quote(sys.executable)} -m parley"
    if program.endswith(".py"):
        return f"{shlex.quote(sys.executable)} {shlex.quote(os.path.realpath(program))}"
    name = os.path.basename(program)  # noqa: PTH119 (a name as typed)
    return name if shutil.which(name) else shlex.quote(os.path.realpath(program))
