"""A tiny site over the real preview: each `*.txt` of a folder is a page, each line `! message` in one a problem.

A page whose name begins with "draft-" is a draft; a text that begins with "<" is HTML.

Run as a program it serves until it is stopped, with what happens on standard output: `built N` after each build.
"""

from __future__ import annotations

import argparse
import html
import sys
import time
from pathlib import Path

from parley.preview import Built, Draft, Explained, More, Near, Shown, Spot, serve

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}</title>
<link rel="stylesheet" href="/site.css">
</head>
<body>
<main><h1>{name}</h1><div id="text">{text}</div><p><label>Search <input id="field"></label></p></main>
</body>
</html>
"""
STYLE = "body { font: 1.125rem/1.6 Georgia, serif; margin: 2rem; } main { min-height: 5000px; max-width: 40rem }\n"


class TinySite:
    """A builder over a folder; it waits `slow` seconds between reading and giving, and raises when told to."""

    def __init__(self, folder: Path, slow: float = 0, *, drafts: bool = False) -> None:
        self.folder = folder
        self.drafts = drafts
        self.slow = slow
        self.builds = 0

    def __call__(self) -> Built:
        self.builds += 1
        every = {path.stem: read(path) for path in sorted(self.folder.rglob("*.txt"))}
        texts = {name: text for name, text in every.items() if self.drafts or not name.startswith("draft-")}
        if "RAISE" in texts.values():
            raise KeyError("raised by the builder")
        time.sleep(self.slow)
        problems = tuple(problem for name, text in texts.items() for problem in problems_in(name, text))
        broken = any(problem.severity == "error" for problem in problems)
        site = None if broken else {path_of(name): page_of(name, text) for name, text in texts.items()}
        if site is not None:
            site["site.css"] = STYLE.encode()
        spots = {path_of(name): {"": Spot(f"{name}.txt"), "text": Spot(f"{name}.txt", 7, 3)} for name in texts}
        drafts = tuple(Draft(name, (f"{name}/",), Spot(f"{name}.txt")) for name in every if name.startswith("draft-"))
        said = "built with drafts" if self.drafts else "built"
        note = f"{said} {self.builds}: {len(texts)} pages, {len(problems)} problems"
        return Built(site, problems, note, lambda page: spots.get(page, {}), drafts)


def read(path: Path) -> str:
    try:
        return path.read_text()
    except FileNotFoundError:  # gone between the listing and the reading
        return ""


def path_of(name: str) -> str:
    return {"index": "index.html", "404": "404.html"}.get(name, f"{name}/index.html")


def page_of(name: str, text: str) -> bytes:
    policy = html.escape(POLICY)
    shown = text if text.startswith("<") else html.escape(text)
    return PAGE.format(name=html.escape(name), text=shown, policy=policy).encode()


def problems_in(name: str, text: str) -> list[Shown]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        severity, mark, message = line.partition(" ")
        if severity in {"!", "?"} and mark:
            kind = "error" if severity == "!" else "warning"
            excerpt = f"{number} | {line}\n  |   {'^' * len(message)}"
            near = (Near(number, line, "at", 3),)
            mend = (Near(number, line, "-"), Near(number, message, "+"))
            cure = f"write {message!r}"
            found.append(Shown(f"briefs/{name}.txt", number, 3, kind, message, excerpt, cure, near, mend, "mark"))
    return found


def main() -> int:
    reader = argparse.ArgumentParser()
    reader.add_argument("folder", type=Path)
    reader.add_argument("--watch", type=Path, action="append", default=[])
    reader.add_argument("--ignore", type=Path, action="append", default=[])
    reader.add_argument("--host", default="127.0.0.1")
    reader.add_argument("--port", type=int, default=0)
    reader.add_argument("--slow", type=float, default=0)
    reader.add_argument("--polling", action="store_true")
    given = reader.parse_args()
    return serve(
        TinySite(given.folder, given.slow),
        given.watch or [given.folder],
        host=given.host,
        port=given.port,
        say=lambda line: print(line, flush=True),
        ignored=given.ignore,
        polling=given.polling or None,
        more=More(
            drafts=TinySite(given.folder, drafts=True),
            edit=lambda spot: f"editor://open?file=/desk/{spot.file}&line={spot.line}",
            explained=lambda code: Explained("A mark", "<p>No marks.</p>", "! x", "x") if code == "mark" else None,
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
