"""A theme: templates, CSS, scripts and pictures, read once from a list of folders, the site's own first, ours last.

A file of the site's own theme takes the place of the built-in one of the same name; a leading ``!`` in a template's
name means the built-in one, so that an override can extend what it replaces. A file that takes the place of nothing is
refused, since nobody would ever see it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from jinja2 import Environment

from parley.model.problem import Place, Problem
from parley.model.settings import Identity
from parley.render.ejected import moved_on, moved_problem
from parley.render.environment import Source, environment, nearest
from parley.render.identity import TOKENS, accent_faults, identified
from parley.render.template_faults import template_faults

STYLES = ("tokens.css", "base.css", "layout.css", "components.css", "print.css")
OWN_STYLE = "site.css"  # may stand in a site's own theme; comes last
SCRIPTS = ("since.js", "previews.js", "copy.js")  # make up the one script of every page
APART = ("search.js",)  # scripts that single pages ask for
ICON = "icon.svg"
ICONS = "icons/"  # pictures of that icon
BYTES = {".png", ".ico", ".ttf"}  # what is no text
BESIDE = {"README.md"}  # may lie in a theme and is not part of the site
BUILT_IN = "!"
PLAIN = Identity()
MOST = 1 << 25  # bytes of a file; no font of any script is larger
ENDS = re.compile(r"\r\n?")


class Theme(msgspec.Struct, frozen=True):
    """What pages are made with. ``digest`` changes whenever a page or the stylesheet could change by it."""

    environment: Environment
    styles: Mapping[str, str]  # by name, in their order
    scripts: Mapping[str, str]  # by name, in their order
    apart: Mapping[str, str]  # the scripts of single pages by name
    files: Mapping[str, bytes]  # pictures and fonts by their path in the theme
    digest: str
    template_files: frozenset[str]  # their paths, by which the lines of a template are told from those of the code
    problems: tuple[Problem, ...] = ()


def theme(folders: Sequence[Path], identity: Identity = PLAIN) -> Theme:
    """The theme that ``folders`` make, a file in an earlier folder before one of the same name in a later one, with
    what the site's ``identity`` sets in it.

    A folder that is not there counts as empty, but the last one, the built-in theme, must be whole. Every problem of
    the overriding files is told in ``problems``; faults of the built-in templates show when a page is rendered.
    Raises ``FileNotFoundError`` if the built-in theme lacks a stylesheet, a script or the icon.
    """
    problems: list[Problem] = []
    for folder in folders[:-1]:
        problems += _leading_out(folder)
    *own, built_in = (_texts(folder, problems) for folder in folders)
    _require(built_in, folders[-1])
    pictures = _pictures(folders, problems)
    files = {BUILT_IN + name: source for name, source in built_in.items()} | built_in
    overriding: dict[str, Source] = {}
    for overlay in reversed(own):
        problems += _strangers(overlay, built_in)
        problems += _older(overlay, built_in)
        overriding |= {name: file for name, file in overlay.items() if name in built_in or name == f"css/{OWN_STYLE}"}
    files |= overriding
    file, css = files[f"css/{TOKENS}"]
    files[f"css/{TOKENS}"] = file, identified(css, identity)
    templates = {_template(name): source for name, source in files.items() if "templates/" in name}
    made = environment(templates.get)
    problems += template_faults(made, {name for name in templates if f"templates/{name}" in overriding})
    order = [name for name in (*STYLES, OWN_STYLE) if f"css/{name}" in files]
    problems += accent_faults({name: files[f"css/{name}"] for name in order}, identity)
    return Theme(
        environment=made,
        styles={name: files[f"css/{name}"][1] for name in order},
        scripts={name: files[f"js/{name}"][1] for name in SCRIPTS},
        apart={name: files[f"js/{name}"][1] for name in APART},
        files={ICON: files[ICON][1].encode()} | pictures,
        digest=_digest(files, pictures),
        template_files=frozenset(path for path, _ in templates.values()),
        problems=tuple(sorted(set(problems))),
    )


def built_in_texts(folder: Path) -> dict[str, str]:
    """The texts of the built-in theme in ``folder`` by their path in it."""
    return {name: text for name, (_, text) in _texts(folder, []).items()}


def _files(folder: Path) -> dict[str, Path]:
    """The files of a theme by their path in it; editors' litter is passed over."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or name in BESIDE or _litter(name) or _astray(folder, path):
            continue
        found[name] = path
    return found


def _litter(name: str) -> bool:
    return name.endswith("~") or any(part[0] == "." for part in name.split("/"))


def _astray(folder: Path, path: Path) -> str:
    """Why nothing may be read at ``path`` in ``folder``; empty where it may. A link must not bring in what lies outside
    the theme. What is no file at all shows when it is read."""
    try:
        out = path.is_file() and not path.resolve().is_relative_to(folder.resolve())
        return "a link to a folder, or out of the theme" if path.is_symlink() and (path.is_dir() or out) else ""
    except (OSError, RuntimeError):  # a link that leads round in a circle
        return ""


def _leading_out(folder: Path) -> list[Problem]:
    """What lies in a theme and may not be read."""
    return [
        _problem(path.as_posix(), what, "put the file itself in its place, or take it away")
        for path in sorted(folder.rglob("*"))
        if not _litter(path.relative_to(folder).as_posix()) and (what := _astray(folder, path))
    ]


def _texts(folder: Path, problems: list[Problem]) -> dict[str, Source]:
    """The texts of a theme by their path in it; one that is not UTF-8 is told."""
    found: dict[str, Source] = {}
    for name, path in _files(folder).items():
        if path.suffix in BYTES:
            continue
        try:
            if (body := _body(path, problems)) is not None:
                found[name] = path.as_posix(), ENDS.sub("\n", body.decode("utf-8"))
        except UnicodeDecodeError as error:
            problems.append(
                _problem(path.as_posix(), f"text that is not UTF-8 at byte {error.start}", "save it as UTF-8")
            )
    return found


def _body(path: Path, problems: list[Problem]) -> bytes | None:
    """The bytes of a file of a theme; ``None`` with the reason told. A pipe or a device might never end."""
    try:
        if path.is_symlink() and not path.exists():
            what, expected = "a link that leads to no file", "remove it, or copy the file here"
        elif not path.is_file():
            what, expected = "something that is no file", "put a file in its place"
        elif path.stat().st_size > MOST:
            what, expected = f"a file of more than {MOST:,} bytes", "make it smaller"
        else:
            return path.read_bytes()
    except (OSError, RuntimeError) as error:  # the latter: links in a circle
        what, expected = "a file that can't be read", getattr(error, "strerror", None) or "check where its links lead"
    problems.append(_problem(path.as_posix(), what, expected))
    return None


def _pictures(folders: Sequence[Path], problems: list[Problem]) -> dict[str, bytes]:
    """The pictures and fonts of all ``folders`` by their path in a theme, an earlier folder's before a later one's.

    Pictures of an icon go with it: where a folder has an ``icon.svg`` of its own, those of later folders show another.
    """
    found: dict[str, bytes] = {}
    whose: dict[str, int] = {}
    icon = next(at for at, folder in enumerate(folders) if (folder / ICON).is_file())
    for at, folder in reversed(list(enumerate(folders))):
        for name, path in _files(folder).items():
            if path.suffix not in BYTES:
                continue
            if name not in found and at < len(folders) - 1:
                problems.append(_stranger(path.as_posix(), name, found))
                continue
            if (body := _body(path, problems)) is not None:
                found[name] = body
                whose[name] = at
    return {name: body for name, body in found.items() if whose[name] <= icon or not name.startswith(ICONS)}


def _require(built_in: Mapping[str, Source], folder: Path) -> None:
    for name in (*(f"css/{style}" for style in STYLES), *(f"js/{script}" for script in (*SCRIPTS, *APART)), ICON):
        if name not in built_in:
            raise FileNotFoundError(f"the built-in theme in {folder} has no {name}")


def _strangers(overlay: Mapping[str, Source], built_in: Mapping[str, Source]) -> list[Problem]:
    """The files of an overriding theme that take the place of nothing."""
    known = [*built_in, f"css/{OWN_STYLE}"]
    return [_stranger(source[0], name, known) for name, source in overlay.items() if name not in known]


def _older(overlay: Mapping[str, Source], built_in: Mapping[str, Source]) -> list[Problem]:
    """The files of an overriding theme that are copies of an older original."""
    both = [(name, source, built_in[name][1]) for name, source in overlay.items() if name in built_in]
    return [moved_problem(source[0], name) for name, source, now in both if moved_on(name, source[1], now)]


def _stranger(file: str, name: str, known: Iterable[str]) -> Problem:
    return _problem(file, "a theme file that takes the place of none", nearest(name, list(known)), "theme-name")


def _template(name: str) -> str:
    """``templates/pages/brief.html`` is known as ``pages/brief.html``, and ``!templates/...`` as ``!pages/...``."""
    mark = BUILT_IN if name.startswith(BUILT_IN) else ""
    return mark + name.removeprefix(mark).removeprefix("templates/")


def _digest(files: Mapping[str, Source], pictures: Mapping[str, bytes]) -> str:
    """A digest of all names and contents, whatever folders they lie in."""
    told = sorted((name, source[1]) for name, source in files.items())
    seen = sorted((name, hashlib.sha256(picture).hexdigest()) for name, picture in pictures.items())
    return hashlib.sha256(msgspec.json.encode([told, seen])).hexdigest()


def _problem(file: str, found: str, expected: str, code: str = "theme-file") -> Problem:
    return Problem(place=Place(file), code=code, found=found, expected=expected)
