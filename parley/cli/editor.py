"""How a link opens the writer's editor at a line: which editor, and what its folder is called where the editor runs.

In a container the folder has another path than outside, where the editor is; then PARLEY_EDITOR_ROOT says that path.
"""

from __future__ import annotations

import os
import re
import string
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from parley.cli.arguments import WrongUse

if TYPE_CHECKING:
    from parley.preview import Spot

EDITORS = {
    "vscode": "vscode://file{file}:{line}:{column}",
    "vscodium": "vscodium://file{file}:{line}:{column}",
    "cursor": "cursor://file{file}:{line}:{column}",
    "zed": "zed://file{file}:{line}:{column}",
    "idea": "idea://open?file={file}&line={line}&column={column}",
    "sublime": "subl://open?url=file://{file}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{file}&line={line}&column={column}",
}
KNOWN = {"file", "path", "line", "column"}
HELP = (
    f"the editor that opens from a page: {', '.join(EDITORS)}, none, or a link of your own, such as "
    '"my-editor://open?file={file}&line={line}" (default: PARLEY_EDITOR, else vscode)'
).replace("%", "%%")
_ROUTES = Path("/proc/net/route")


def editor_links(
    given: str | None, root: Path, environment: Mapping[str, str] = os.environ
) -> Callable[[Spot], str] | None:
    """What makes a link of a place below ``root``; ``None`` when none are wanted. Raises :class:`WrongUse`.

    In a link of one's own ``{file}`` is the whole path, ``{path}`` that below the site's folder.
    """
    source = "--editor" if given is not None else "PARLEY_EDITOR"
    asked = given if given is not None else environment.get("PARLEY_EDITOR", "") or "vscode"
    if asked == "none":
        return None
    template = EDITORS.get(asked) or _own_template(source, asked)
    outside = environment.get("PARLEY_EDITOR_ROOT", "")
    base = outside.replace("\\", "/").rstrip("/") if outside else root.absolute().as_posix()

    def link(spot: Spot) -> str:
        if not (root / spot.file).is_file():  # a folder, or what is no file of this site
            return ""
        path = quote(spot.file, safe="/", errors="surrogateescape")
        file = f"{_rooted(quote(base, safe='/:', errors='surrogateescape'))}/{path}"
        return template.format(file=file, path=path, line=spot.line, column=spot.column)

    return link


def neighbours(environment: Mapping[str, str] = os.environ) -> frozenset[str]:
    """The addresses besides this machine's own that links may be told to: that of the machine around a container, once
    its writer has said with PARLEY_EDITOR_ROOT what the folder is called there."""
    if not environment.get("PARLEY_EDITOR_ROOT"):
        return frozenset()
    try:
        return frozenset(_gateways(_ROUTES.read_text("ascii", "replace")))
    except OSError:
        return frozenset()


def _own_template(source: str, asked: str) -> str:
    """A link as the writer gives it; its names are checked, and that it is a link that no browser runs as a program."""
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*)://", asked)
    if not scheme or scheme[1].lower() in {"javascript", "data", "vbscript"}:
        raise WrongUse(
            f'{source} "{asked}" is not known; write one of {", ".join(EDITORS)}, none, '
            'or a link such as "my-editor://open?file={file}&line={line}"'
        )
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(asked) if name is not None}
        asked.format(file="", path="", line=1, column=1)
    except (ValueError, KeyError, IndexError, AttributeError):
        names = {"?"}
    if not names & {"file", "path"} or names - KNOWN:
        raise WrongUse(f'{source} "{asked}" must have {{file}} or {{path}} in it, and may have {{line}} and {{column}}')
    return asked


def _rooted(path: str) -> str:
    """A path that begins with a slash, as links want it: /home/..., /C:/Users/..."""
    return path if path.startswith("/") or not path else f"/{path}"


def _gateways(routes: str) -> list[str]:
    """The addresses of the default gateways in /proc/net/route, where they stand in hexadecimal, low byte first."""
    found = []
    for line in routes.splitlines()[1:]:
        fields = line.split()
        if len(fields) > 2 and fields[1] == "00000000" and fields[2] != "00000000":
            found.append(".".join(str(int(fields[2][at : at + 2], 16)) for at in (6, 4, 2, 0)))
    return found
