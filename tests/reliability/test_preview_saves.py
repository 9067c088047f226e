"""What of a save the preview sees: every way of saving, once; no litter; no half of a save, and no half of a draft."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from parley.preview.loop import HALF
from tests.reliability.figures import Chapter, Figures
from tests.reliability.previewed import BRIDGE, Preview, apart, previewed, story
from tests.reliability.ways import WAYS, Way
from tests.sites import FILES, STORY, written

KINDS = pytest.mark.parametrize("options", [(), ("--poll",)], ids=["native", "polling"])
LITTER = (
    "4913", ".bridge.yaml.swp", ".bridge.yaml.swx", "bridge.yaml~", ".bridge.yaml.un~", "#bridge.yaml#",
    ".#bridge.yaml",
    "bridge.yaml.tmp", "bridge.yaml.bak", "bridge.yaml.orig", "bridge.yaml.rej", ".DS_Store", "._bridge.yaml",
    "Thumbs.db", "desktop.ini", ".directory", ".goutputstream-AB12", "bridge.yaml___jb_tmp___", "bridge.yaml.crswap",
    ".git/index", "__pycache__/x.pyc", "node_modules/a/b.js", ".idea/workspace.xml", ".~lock.a#",
)  # fmt: skip


def begun(way: Way, root: Path) -> None:
    """Put the folder of a site into the state before a save."""
    for name in ("briefs", "content", ".git"):
        path = root / name
        path.unlink() if path.is_symlink() else shutil.rmtree(path, ignore_errors=True)
    for beside in root.parent.glob(f"{root.name}.*"):
        beside.unlink() if beside.is_file() else shutil.rmtree(beside)
    way.begin(written(root, FILES))


def seen(way: Way, root: Path, preview: Preview, before: int) -> tuple[bool, int]:
    """Whether a save that is just done is seen within a second, and how many builds it sets off."""
    text, status = (way.text.format("Saved"), 200) if way.text else ("", 404)
    found = preview.shows(text, way.page, within=1.0, status=status)
    return found, preview.settled(0.6) - before


def test_every_way_of_saving_is_seen_and_is_one_build(tmp_path: Path, figures: Figures) -> None:
    """By two previews of one site: one is told of changes, the other looks for them."""
    root, rounds = tmp_path / "desk", figures.many(1, 20)
    wrong: dict[str, list[str]] = {}
    with previewed(root) as native, previewed(root, "--poll") as polling, ThreadPoolExecutor(2) as pool:
        both = {"native": native, "polling": polling}
        for way in WAYS * rounds:
            begun(way, root)
            before = dict(zip(both, pool.map(lambda one: one.settled(), both.values()), strict=True))
            way.save(root, "Saved")
            for how, (was_seen, builds) in zip(
                both,
                pool.map(lambda how: seen(way, root, both[how], before[how]), both),  # noqa: B023
                strict=True,
            ):
                wrong.setdefault(f"{how}: not seen within a second", []).extend([way.name] * (not was_seen))
                wrong.setdefault(f"{how}: not one build", []).extend([way.name] * (builds != 1))
    for what, names in wrong.items():
        tried = len(WAYS) * rounds
        figures.tell(
            Chapter.PREVIEW, f"saves in {len(WAYS)} ways, {what}", tried, len(names), ", ".join(sorted({*names}))
        )
    assert [names for what, names in wrong.items() if names and "not seen" in what] == []
    most = len(WAYS) * rounds // 6  # on a machine so busy that a save takes longer than the quiet that ends it
    assert all(len(names) <= most for names in wrong.values())


@KINDS
def test_what_editors_leave_behind_builds_nothing(options: tuple[str, ...], tmp_path: Path, figures: Figures) -> None:
    with previewed(tmp_path, *options) as preview:
        for name in LITTER:
            (tmp_path / "briefs" / name).parent.mkdir(parents=True, exist_ok=True)
        before, wrong = preview.settled(), []
        for name in LITTER:
            file = tmp_path / "briefs" / name
            file.write_text("x")
            file.write_text(story("Litter"))
            file.unlink()
            time.sleep(0.3 if options else 0.1)
            if preview.builds() != before:
                wrong.append(name)
                before = preview.settled()
    how = "polling" if options else "native"
    figures.tell(Chapter.PREVIEW, f"sorts of litter of editors that set off a build, {how}", len(LITTER), len(wrong))
    assert wrong == []


def watched_while(preview: Preview, path: str, words: tuple[str, ...], act: Callable[[], None]) -> bool:
    """Whether an answer held one of ``words`` while something was done."""
    over, wrong = threading.Event(), []

    def look() -> None:
        while not over.is_set():
            status, page = preview.page(path)
            wrong.append(status == 200 and any(word in page for word in words))
            time.sleep(0.005)

    with ThreadPoolExecutor(1) as pool:
        looking = pool.submit(look)
        act()
        over.set()
        looking.result(10)
    return any(wrong)


class Saver:
    """Writes texts in two halves, and knows how long that took: on a busy machine longer than it meant to."""

    seconds = 0.0

    def save(self, file: Path, one: str, other: str, pause: float) -> None:
        """Write the first half, wait, and write the rest."""
        began = time.monotonic()
        with file.open("w") as opened:
            opened.write(one)
            opened.flush()
            time.sleep(pause)
            opened.write(other)
        self.seconds = time.monotonic() - began


def test_half_of_a_save_is_not_shown_as_the_whole(tmp_path: Path, figures: Figures) -> None:
    """The first half is a brief without fault, and one that the rest says is a draft: nothing but waiting can help.

    A save that took longer than the preview waits is not counted.
    """
    pauses = [0.01, 0.03, 0.1, 0.3, 0.6] * figures.many(1, 40)
    halves, drafts, saver = [], [], Saver()
    with previewed(tmp_path) as preview:
        for number, pause in enumerate(pauses):
            half, words = story(f"Half {number}"), (f"Half {number}<",)
            save = partial(saver.save, tmp_path / "briefs/bridge.yaml", half, "x: [\n", pause)
            shown = watched_while(preview, BRIDGE, words, save)
            halves += [shown] if saver.seconds < HALF else []
            preview.save("briefs/bridge.yaml", STORY)
            preview.settled(0.2)
            secret = tmp_path / "briefs/secret.yaml"
            save = partial(saver.save, secret, apart("A secret"), "draft: true\n", pause)
            shown = watched_while(preview, "/briefs/secret/", ("A secret",), save)
            drafts += [shown] if saver.seconds < HALF else []
            secret.unlink()
            preview.settled(0.2)
    figures.tell(Chapter.PREVIEW, "saves that take up to 0.6 s, of which a half was shown", len(halves), sum(halves))
    figures.tell(Chapter.PREVIEW, "drafts saved in two halves that were shown", len(drafts), sum(drafts))
    assert min(len(halves), len(drafts)) > len(pauses) / 2
    assert (sum(halves), sum(drafts)) == (0, 0)
