"""A site, and every kind of edit that can be made to it and to what surrounds it, by chance."""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from tests.sites import FILES, NOW, STORY, written

SECOND = """\
title: The ferry
published: 2025-05-03
topics: [Town planning, Rivers]
what: |
  Alder Traders ask for a ferry while the bridge is closed; see [[brief:bridge]] and [[reed]].
who:
  traders: Ask.
  harbour: Would run it.
actors:
  harbour: {name: Harbour Board, kind: organisation, speaks_for: council}
proposals:
  ferry: {title: Run a ferry, by: traders, to: [council, harbour], date: 2025-05-04, about: bridge/keep-open}
reactions:
  - {of: bridge/keep-open, by: harbour, date: 2025-05-12, stance: supports, why: It depends.}
next_steps:
  meeting: {title: The board meets, date: 2025-06-20, about: ferry}
"""
ACTORS = "mediator: {name: Vera Moll, kind: person, role: Mediator}\n"
SITE = {**FILES, "briefs/ferry.yaml": SECOND, "briefs/actors.yaml": ACTORS}
SETTINGS = {
    "name": ["The Desk", "The Desk 2", "Η Είδηση"],
    "tagline": ["One line", "Another line"],
    "address": ["https://desk.example/", "https://other.example/below/", ""],
    "language": ["en", "de", "ar"],
    "time_zone": ["UTC", "Pacific/Kiritimati", "America/New_York"],
    "autolink": ["true", "false"],
    "loaded_words": ["[english]", "[safe]", "[]"],
    "pages": ["{guide: guide}", "{manual: guide}", "{}"],
    "policies": ["{contact: desk@example.org}", "{about: We follow the river., privacy: Nothing.}", "{}"],
}
PAGE = "# {title}\n\nWhat the bridge is. [Home](other.md)\n"


class Desk(msgspec.Struct):
    """A site under ``root``; ``wish`` is how it is built, which belongs to the edits too."""

    root: Path
    chance: random.Random
    wish: dict[str, Any]

    def path(self, name: str) -> Path:
        return self.root / name

    def stories(self) -> list[Path]:
        return sorted((self.root / "briefs").rglob("story-*.yaml"))


def begun(root: Path, seed: int) -> Desk:
    return Desk(written(root, SITE), random.Random(seed), {"now": NOW})


def replace(path: Path, old: str, new: str) -> None:
    if path.exists():
        path.write_text(path.read_text().replace(old, new))


def brief(number: int) -> str:
    return (
        f"title: Story {number}\npublished: 2025-05-0{number % 9 + 1}\ntopics: [Rivers]\nwhat: It is about Ann Reed.\n"
        f"who: {{person-{number}: Says so.}}\nactors:\n  person-{number}: {{name: Person {number}, kind: person}}\n"
        f"proposals:\n  plan: {{title: Plan {number}, by: person-{number}, to: reed, date: 2025-05-10}}\n"
    )


def setting(key: str, value: str, root: Path) -> None:
    """Let ``key`` be ``value`` in the settings, or not be there, and everything else as it is."""
    path = root / "site.yaml"
    lines = path.read_text().splitlines(keepends=True) if path.exists() else []
    kept = [line for line in lines if not line.startswith(f"{key}:")]
    path.write_text("".join([*kept, f"{key}: {value}\n"] if value else kept))


def any_setting(key: str) -> Callable[[Desk], None]:
    def edit(desk: Desk) -> None:
        value = desk.chance.choice(SETTINGS[key])
        if key == "pages":
            written(desk.root, {f"guide/{name}.md": PAGE.format(title=name) for name in ("index", "other")})
        setting(key, value, desk.root)

    return edit


def own_page(desk: Desk) -> None:
    """A page of the site's own is written, changed or taken away."""
    page = desk.path("guide/more.md")
    if page.exists() and desk.chance.random() < 0.4:
        page.unlink()
    else:
        written(desk.root, {"guide/more.md": PAGE.format(title=f"More {desk.chance.randrange(4)}")})


def add(desk: Desk) -> None:
    number = desk.chance.randrange(5)
    desk.path(f"briefs/story-{number}.yaml").write_text(brief(number))


def rename(desk: Desk) -> None:
    if stories := desk.stories():
        desk.chance.choice(stories).rename(desk.path(f"briefs/story-{desk.chance.randrange(5, 9)}.yaml"))


def renamed_with_alias(desk: Desk) -> None:
    if stories := desk.stories():
        old = desk.chance.choice(stories)
        new = desk.path(f"briefs/story-{desk.chance.randrange(9, 13)}.yaml")
        text = "".join(line for line in old.read_text().splitlines(keepends=True) if not line.startswith("aliases:"))
        old.unlink()
        new.write_text(f"{text}aliases: [{old.stem}]\n")


def delete(desk: Desk) -> None:
    for path in desk.stories()[:1]:
        path.unlink()


def draft(desk: Desk) -> None:
    for path in desk.stories()[:1]:
        text = path.read_text()
        path.write_text(text.removeprefix("draft: true\n") if text.startswith("draft") else f"draft: true\n{text}")


def swap(desk: Desk) -> None:
    """Two briefs change their names."""
    if len(stories := desk.stories()) > 1:
        one, other = stories[0], stories[-1]
        held = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(held)


def swap_ids(desk: Desk) -> None:
    """Two actors change their ids: every mention means the other now."""
    path = desk.path(BRIDGE)
    text = path.read_text()
    for old, new in (("council:", "\0:"), ("traders:", "council:"), ("\0:", "traders:")):
        text = text.replace(f"  {old} {{name", f"  {new} {{name")
    path.write_text(text)


def new_id(desk: Desk) -> None:
    """An actor is known by another id, wherever it is mentioned."""
    old, new = desk.chance.choice([("reed", "ann-reed"), ("ann-reed", "reed")])
    for path in desk.root.glob("briefs/**/*.yaml"):
        for begin, end in (("  ", ":"), ("by: ", ","), ("to: ", ","), ("[[", "]]")):
            replace(path, f"{begin}{old}{end}", f"{begin}{new}{end}")


def actors(desk: Desk) -> None:
    """The file of shared actors goes, comes, or has one more."""
    path = desk.path("briefs/actors.yaml")
    what = desk.chance.randrange(3)
    if what == 0:
        path.unlink(missing_ok=True)
    else:
        path.write_text(ACTORS + ("judge: {name: Ida Vale, kind: person, part_of: council}\n" if what == 1 else ""))


def template(name: str, block: str) -> Callable[[Desk], None]:
    def edit(desk: Desk) -> None:
        own = f'{{% extends "!{name}" %}}{{% block {block} %}}<p>{desk.chance.random()}</p>{{{{ super() }}}}'
        written(desk.root, {f"theme/templates/{name}": own + "{% endblock %}"})

    return edit


def partial(desk: Desk) -> None:
    """A part of many pages, of which the templates only know the name."""
    from parley.site import built_in_theme

    name = desk.chance.choice(["badge", "answer-card", "crumbs", "source-list"])
    built_in = built_in_theme() / f"templates/components/{name}.html"
    if built_in.exists():
        own = built_in.read_text().replace("class=", f'data-by="{desk.chance.randrange(9)}" class=', 1)
        written(desk.root, {f"theme/templates/components/{name}.html": own})


def asset(desk: Desk) -> None:
    """A picture, a font or a script of the theme."""
    from parley.site import built_in_theme

    theme, what = desk.path("theme"), desk.chance.randrange(4)
    if what == 0:
        text = (built_in_theme() / "icon.svg").read_text()
        written(desk.root, {"theme/icon.svg": text.replace("</svg>", f"<!--{desk.chance.random()}--></svg>")})
    elif what == 1:
        (theme / "icons").mkdir(parents=True, exist_ok=True)
        icon = (built_in_theme() / "icons/icon-192.png").read_bytes()
        (theme / "icons/icon-192.png").write_bytes(icon + desk.chance.randbytes(1))
    elif what == 2:
        (theme / "fonts").mkdir(parents=True, exist_ok=True)
        shutil.copy(
            built_in_theme() / f"fonts/{desk.chance.choice(['text', 'headline'])}.ttf", theme / "fonts/text.ttf"
        )
    else:
        written(desk.root, {"theme/js/copy.js": f"console.log({desk.chance.randrange(9)});\n"})


def style(desk: Desk) -> None:
    written(desk.root, {"theme/css/site.css": f"h1{{line-height:{desk.chance.random():.2f}}}"})


def form_editor(desk: Desk) -> None:
    """The form editor comes, changes or goes; something else lies beside it."""
    if desk.chance.random() < 0.3:
        shutil.rmtree(desk.path("admin"), ignore_errors=True)
        return
    number = desk.chance.randrange(3)
    written(desk.root, {"admin/parley.js": "1\n", f"admin/yaml/{number}.js": f"{number}\n", "admin/notes": "n"})
    written(desk.root, {"admin/index.html": f'<!doctype html><title>{number}</title><script src="parley.js"></script>'})


def no_theme(desk: Desk) -> None:
    shutil.rmtree(desk.path("theme"), ignore_errors=True)


def move(desk: Desk) -> None:
    folder = desk.path("briefs/deeper")
    if folder.is_dir():
        for path in folder.iterdir():
            path.rename(desk.path("briefs") / path.name)
        folder.rmdir()
    else:
        folder.mkdir()
        for path in desk.root.glob("briefs/story-*.yaml"):
            path.rename(folder / path.name)


def same_size_and_time(desk: Desk) -> None:
    path = desk.path(BRIDGE)
    there = path.stat()
    old, new = desk.chance.sample(["The council", "The sheriff", "The viziers"], 2)
    replace(path, f"{old} wants", f"{new} wants")
    os.utime(path, ns=(there.st_atime_ns, there.st_mtime_ns))


def old_time(desk: Desk) -> None:
    """A file comes out of an old archive, with the time it had there."""
    path = desk.path(FERRY)
    replace(path, "Would run it", desk.chance.choice(["Would run it", "Would sail it", "Would not"]))
    os.utime(path, (desk.chance.randrange(10**9), desk.chance.randrange(10**9)))


def by_hand(desk: Desk) -> None:
    """Somebody edits, deletes or adds a file in the output."""
    files = sorted(path for path in desk.path("output").rglob("*") if path.is_file())
    if not files:
        return
    path, what = desk.chance.choice(files), desk.chance.randrange(5)
    if what == 0:
        (path.parent / "stray.html").write_text("stray")
    elif what == 1:
        path.unlink()
    elif what == 2:
        there = path.stat()
        path.write_bytes(path.read_bytes()[:-1] + b"!")
        os.utime(path, ns=(there.st_atime_ns, there.st_mtime_ns))
    elif what == 3 and path.name != ".parley":
        path.unlink()
        path.mkdir()
    else:
        (path.parent / "stray" / "deep").mkdir(parents=True, exist_ok=True)


def forgotten(desk: Desk) -> None:
    """What is remembered goes, in part or as a whole."""
    kept = sorted(desk.path(".parley").glob("*"))
    if kept and desk.chance.random() < 0.8:
        path = desk.chance.choice(kept)
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    else:
        shutil.rmtree(desk.path(".parley"), ignore_errors=True)


def no_output(desk: Desk) -> None:
    shutil.rmtree(desk.path("output"), ignore_errors=True)


def day_passes(desk: Desk) -> None:
    desk.wish["now"] = NOW + dt.timedelta(days=desk.chance.choice([0, 1, 15, 19, 20, 30, 200]))


def option(name: str, *values: object) -> Callable[[Desk], None]:
    def edit(desk: Desk) -> None:
        desk.wish[name] = desk.chance.choice(values)

    return edit


def broken(desk: Desk) -> None:
    """A brief gets a fault, or loses it."""
    path = desk.path("briefs/broken.yaml")
    if path.exists():
        path.unlink()
    else:
        path.write_text(brief(99).replace("to: reed", "to: nobody"))


def bridge(old: str, *new: str) -> Callable[[Desk], None]:
    """One of some words of the brief on the bridge becomes another one of them."""

    def edit(desk: Desk) -> None:
        for word in (old, *new):
            replace(desk.path(BRIDGE), word, "\0")
        replace(desk.path(BRIDGE), "\0", desk.chance.choice([old, *new]))

    return edit


BRIDGE, FERRY = "briefs/bridge.yaml", "briefs/ferry.yaml"
EDITS: dict[str, Callable[[Desk], object]] = {
    "a title": bridge("title: The bridge", "title: The old bridge", "title: Το γεφύρι"),
    "a summary": lambda desk: replace(desk.path(BRIDGE), "wants to close", f"{desk.chance.random()} wants to close"),
    "an actor's name": bridge("Alder Traders", "Alder Merchants", "The Shops"),
    "a kind": bridge("kind: group", "kind: organisation"),
    "a side": bridge("speaks_for: council", "speaks_for: traders", "url: https://a.example/"),
    "another name": bridge("aka: [the council]", "aka: [the town, Ann]"),
    "an answer's day": bridge("by: reed, date: 2025-05-10", "by: reed, date: 2025-05-11", "by: reed, date: 2025-06-05"),
    "an answer": bridge("rejections:", "acceptances:"),
    "a source": bridge("title: Minutes", "title: Notes"),
    "a term": bridge("closed: No one", "shut: No one"),
    "an update": bridge("The mayor answered", "The mayor said no"),
    "an author": bridge("Cay Lund", "Cay Berg"),
    "a topic": bridge("[Town planning]", "[Town planning, Bridges]", "[Bridges]"),
    "a later day": bridge("published: 2025-05-01", "published: 2025-04-30", "published: 2025-06-03"),
    "a comment": lambda desk: replace(desk.path(BRIDGE), "authors", f"# {desk.chance.random()}\nauthors"),
    "lines that end otherwise": lambda desk: desk.path(FERRY).write_bytes(SECOND.replace("\n", "\r\n").encode()),
    "a role": lambda desk: replace(desk.path("briefs/actors.yaml"), "Mediator", desk.chance.choice(["Judge", "Dean"])),
    "a step's day": lambda desk: replace(desk.path(FERRY), "2025-06-20", f"2025-06-{desk.chance.randrange(10, 30)}"),
    "where it is about": lambda desk: replace(desk.path(FERRY), ", about: bridge/keep-open", ""),
    "all as it was": lambda desk: written(desk.root, {BRIDGE: STORY, FERRY: SECOND, "briefs/actors.yaml": ACTORS}),
    "nothing but a time": lambda desk: os.utime(desk.path(BRIDGE)),
    **{f"the setting {key}": any_setting(key) for key in SETTINGS},
    "no settings": lambda desk: desk.path("site.yaml").unlink(missing_ok=True),
    "a page of its own": own_page,
    "a new brief": add,
    "a brief's name": rename,
    "a brief's name, with an alias": renamed_with_alias,
    "a brief less": delete,
    "a draft": draft,
    "two briefs swapped": swap,
    "two ids swapped": swap_ids,
    "an actor's id": new_id,
    "shared actors": actors,
    "a page's template": template("pages/brief.html", "main"),
    "the base template": template("base.html", "footer_extra"),
    "a partial": partial,
    "an asset": asset,
    "a style": style,
    "no theme": no_theme,
    "a form editor": form_editor,
    "folders": move,
    "same size and time": same_size_and_time,
    "an old time": old_time,
    "the output": by_hand,
    "no output": no_output,
    "the memory": forgotten,
    "the day": day_passes,
    "the option --drafts": option("drafts", False, True),
    "the option --strict": option("strict", False, False, False, True),
    "the option --as-of": option("as_of", None, None, dt.date(2025, 5, 11), dt.date(2025, 7, 2)),
    "the option --address": option("address", "", "https://seen.example/"),
    "a fault": broken,
}
OUTSIDE = {"the output", "no output", "the memory", "the day"} | {name for name in EDITS if "option" in name}
"""Those that are edits of something else than what a writer has."""


def mended(desk: Desk) -> None:
    """Take back what can keep a site from being published."""
    desk.wish["strict"] = False
    desk.path("briefs/broken.yaml").unlink(missing_ok=True)
    written(desk.root, {BRIDGE: STORY, FERRY: SECOND})
    for path in desk.stories():
        replace(path, "ann-reed", "reed")
        replace(path, "aliases:", "authors:")
    (desk.root / "guide").mkdir(exist_ok=True)
    no_theme(desk)
