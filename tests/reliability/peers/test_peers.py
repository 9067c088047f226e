"""The same trials for Parley and, where they are installed, for its peers: their figures stand side by side.

What a peer gets wrong is told and not judged; Parley must get all of it right.
"""

from __future__ import annotations

import os
import random
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reliability.figures import Chapter, Figures
from tests.reliability.peers.served import Served, crowd, served
from tests.reliability.peers.tools import Stories, Story, Tool, killed, tools

TOOLS = pytest.mark.parametrize("tool", tools(), ids=lambda tool: tool.name)
SMALL = {f"story-{number}": Story(f"Story {number}", f"Text {number}.") for number in range(4)}
EDITED = "story-1"
HOSTS = ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "0.0.0.0.example", "evil.example:80")


class Site:
    """Stories as a writer changes them, in the folder of a tool."""

    def __init__(self, tool: Tool, root: Path, stories: Stories = SMALL) -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.tool, self.root = tool, root
        self.stories: dict[str, Story] = dict(stories)
        self.name, self.look = "The Desk", "1.5"
        self.write()

    def write(self, root: Path | None = None) -> None:
        self.tool.write(root or self.root, self.stories, self.name, self.look)

    def file(self, slug: str) -> Path:
        return self.root / self.tool.source.format(slug)

    def clean(self, folder: Path) -> dict[str, bytes]:
        """What a build of the same sources gives where nothing was before."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self.write(folder)
        self.tool.built(folder)
        return self.tool.tree(folder)


def add(site: Site, chance: random.Random) -> None:
    number = chance.randrange(10, 99)
    site.stories[f"story-{number}"] = Story(f"Story {number}", "New.", chance.choice(["Town", "River"]))


def change(site: Site, chance: random.Random) -> None:
    slug = chance.choice(sorted(site.stories))
    site.stories[slug] = site.stories[slug]._replace(text=f"Changed {chance.random()}.")


def retitle(site: Site, chance: random.Random) -> None:
    slug = chance.choice(sorted(site.stories))
    site.stories[slug] = site.stories[slug]._replace(title=f"Title {chance.randrange(999)}")


def topic(site: Site, chance: random.Random) -> None:
    slug = chance.choice(sorted(site.stories))
    site.stories[slug] = site.stories[slug]._replace(topic=chance.choice(["Town", "River", "Sea"]))


def rename(site: Site, chance: random.Random) -> None:
    site.stories[f"story-{chance.randrange(100, 999)}"] = site.stories.pop(chance.choice(sorted(site.stories)))


def delete(site: Site, chance: random.Random) -> None:
    if len(site.stories) > 2:
        del site.stories[chance.choice(sorted(site.stories))]


def draft(site: Site, chance: random.Random) -> None:
    slug = chance.choice(sorted(site.stories)[1:])
    site.stories[slug] = site.stories[slug]._replace(draft=not site.stories[slug].draft)


def settings(site: Site, chance: random.Random) -> None:
    site.name = f"The Desk {chance.randrange(9)}"


def look(site: Site, chance: random.Random) -> None:
    site.look = f"{chance.uniform(1, 2):.2f}"


EDITS: list[Callable[[Site, random.Random], None]] = [
    add,
    change,
    retitle,
    topic,
    rename,
    delete,
    draft,
    settings,
    look,
]


@TOOLS
def test_a_build_after_an_edit_is_a_build_from_nothing(tool: Tool, tmp_path: Path, figures: Figures) -> None:
    site, chance, wrong = Site(tool, tmp_path / "site"), random.Random(3), 0
    tool.built(site.root)
    edits = EDITS * figures.many(1, 10)
    for edit in chance.sample(edits, len(edits)):
        edit(site, chance)
        site.write()
        tool.built(site.root)
        wrong += tool.tree(site.root) != site.clean(tmp_path / "clean")
        shutil.rmtree(site.root / tool.output)  # each step begins with a site that is right
        tool.built(site.root)
    figures.tell(Chapter.INCREMENTAL, "builds after one edit of nine kinds", len(edits), wrong, by=tool.name)
    assert tool.name != "Parley" or wrong == 0


@TOOLS
def test_a_killed_build_leaves_the_old_site_or_the_new_one(tool: Tool, tmp_path: Path, figures: Figures) -> None:
    many = {f"story-{number}": Story(f"Story {number}", "Old text.") for number in range(60)}
    site, chance, mixed, unhealed = Site(tool, tmp_path / "site", many), random.Random(5), 0, 0
    tool.built(site.root)
    old = tool.tree(site.root)
    site.stories = {slug: story._replace(title=f"New {slug}", text="New text.") for slug, story in many.items()}
    site.write()
    began = time.monotonic()
    new = site.clean(tmp_path / "clean")
    takes = time.monotonic() - began
    kept = tmp_path / "kept"
    shutil.copytree(site.root, kept, symlinks=True)
    kills = figures.many(4, 200)
    for _ in range(kills):
        process = tool.begun(site.root)
        time.sleep(chance.uniform(0, takes))
        killed(process)
        mixed += tool.tree(site.root) not in (old, new)
        tool.built(site.root)
        unhealed += tool.tree(site.root) != new
        shutil.rmtree(site.root)
        shutil.copytree(kept, site.root, symlinks=True)
    note = f"after {unhealed} of them the next build did not put it right"
    figures.tell(
        Chapter.FAULTS, "builds killed at a random time that left a mixed site", kills, mixed, note, by=tool.name
    )
    assert tool.name != "Parley" or (mixed, unhealed) == (0, 0)


@TOOLS
def test_who_reads_while_a_site_is_published_sees_whole_pages_in_order(
    tool: Tool, tmp_path: Path, figures: Figures
) -> None:
    """A page that is not there, or is cut short, or is older than one that was read before it, is wrong."""
    site = Site(tool, tmp_path / "site")
    site.stories = {slug: story._replace(text="Version 000.") for slug, story in site.stories.items()}
    site.write()
    tool.built(site.root)
    pages = [site.root / tool.output / tool.page.format(slug) / "index.html" for slug in sorted(site.stories)]
    reads, wrong, over = 0, 0, threading.Event()

    def reader() -> None:
        nonlocal reads, wrong
        newest = 0
        while not over.is_set():
            for page in pages:
                reads += 1
                try:
                    text = page.read_text()
                    version = int(text.partition("Version ")[2][:3])
                    wrong += version < newest or "</html>" not in text
                    newest = max(newest, version)
                except (OSError, ValueError):
                    wrong += 1

    thread = threading.Thread(target=reader)
    thread.start()
    for number in range(builds := figures.many(5, 100)):
        site.stories = {slug: story._replace(text=f"Version {number + 1:03}.") for slug, story in site.stories.items()}
        site.write()
        tool.built(site.root)
    over.set()
    thread.join()
    figures.tell(
        Chapter.PUBLISHING, "pages read while the site was built", reads, wrong, f"{builds} builds", by=tool.name
    )
    assert reads > builds
    assert tool.name != "Parley" or wrong == 0


@TOOLS
def test_the_preview_in_the_hands_of_strangers_and_crowds(tool: Tool, tmp_path: Path, figures: Figures) -> None:
    site = Site(tool, tmp_path / "site")
    with served(tool, site.root, EDITED) as there:
        answered = sum(there.page(EDITED, host)[0] == 200 for host in HOSTS)
        figures.tell(Chapter.PREVIEW, "foreign names of the host that are answered", len(HOSTS), answered, by=tool.name)
        readers = figures.many(100, 500)
        got = crowd(there, EDITED, "Text 1.", readers, 4)
        slowest = got.seconds[int(len(got.seconds) * 0.99)] if got.seconds else 0.0
        note = f"{readers} readers at once, 4 times each; 99 of 100 answers within {slowest:.2f} s"
        figures.tell(Chapter.PREVIEW, "answers to a crowd", readers * 4, readers * 4 - got.whole, note, by=tool.name)
    assert tool.name != "Parley" or (answered, got.whole) == (0, readers * 4)


@TOOLS
def test_the_preview_follows_saves_and_deletions(tool: Tool, tmp_path: Path, figures: Figures) -> None:
    site = Site(tool, tmp_path / "site")
    with served(tool, site.root, EDITED) as there:
        storms, late = figures.many(3, 30), 0
        for number in range(storms):
            late += not _last_save_is_shown(site, there, f"Storm {number}")
        what = "storms of 200 saves whose last is not shown a second after it"
        figures.tell(Chapter.PREVIEW, what, storms, late, by=tool.name)
        deletions, stayed = figures.many(3, 30), 0
        text = site.file(EDITED).read_text()
        for _ in range(deletions):
            site.file(EDITED).unlink()
            stayed += not there.within(1, EDITED, 404)
            site.file(EDITED).write_text(text)
            there.within(5, EDITED, 200)
        what = "deleted pages still shown a second later"
        figures.tell(Chapter.PREVIEW, what, deletions, stayed, by=tool.name)
    assert tool.name != "Parley" or (late, stayed) == (0, 0)


def _last_save_is_shown(site: Site, there: Served, word: str) -> bool:
    text = site.file(EDITED).read_text()
    for number in range(200):
        site.file(EDITED).write_text(text.replace("Text 1.", f"{word} {number}."))
        time.sleep(0.005)
    os.utime(site.file(EDITED))
    shown = there.within(1, EDITED, 200, f"{word} 199.")
    site.file(EDITED).write_text(text)
    there.within(5, EDITED, 200, "Text 1.")
    return shown
