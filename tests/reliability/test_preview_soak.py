"""A day's work in little: edits by chance and readers all the while. What is shown at the end is what a preview shows
that begins there, and the preview has grown neither in memory nor in files nor in threads."""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.reliability.figures import Chapter, Figures
from tests.reliability.previewed import Preview, apart, previewed
from tests.sites import FILES, STORY

NAMES = [f"story-{number}" for number in range(12)]
COMMON = ["/", "/timeline/", "/briefs/bridge/", "/actors/", "/feed.xml", "/nowhere/", "/_drafts/"]
FIRST = {**FILES, **{f"briefs/{name}.yaml": apart(name) for name in NAMES}}


def edit(root: Path, chance: random.Random, number: int) -> None:
    """One edit: most are without fault."""
    file = root / f"briefs/{chance.choice(NAMES)}.yaml"
    text = apart(f"Edit {number}")
    match chance.randrange(11):
        case 0:
            file.unlink(missing_ok=True)
        case 1:
            file.write_text(f"draft: true\n{text}")
        case 2:
            file.write_text(text + "x: [\n")
        case 3:
            beside = file.with_name(".new")
            beside.write_text(text)
            beside.replace(file)
        case 4:
            (root / "site.yaml").write_text(f"name: The Desk {number}\naddress: https://desk.example/\n")
        case 5:
            (root / "briefs/bridge.yaml").write_text(STORY.replace("It is not safe.", f"It is not safe, {number}."))
        case 6:
            template = root / "theme/templates/base.html"
            template.parent.mkdir(parents=True, exist_ok=True)
            slot = '{% extends "!base.html" %}{% block footer_extra %}<p>' + f"{number}" + "</p>{% endblock %}"
            template.write_text(slot if chance.random() < 0.8 else "{% extends ")
        case _:
            file.write_text(text)


def every_page(preview: Preview) -> dict[str, tuple[int, str]]:
    return {path: preview.page(path, 30) for path in (*COMMON, *(f"/briefs/{name}/" for name in NAMES))}


def test_a_long_day_leaves_nothing_behind(tmp_path: Path, figures: Figures) -> None:
    seconds = figures.many(12, 20 * 60)
    chance, over, odd = random.Random(7), threading.Event(), list[str]()
    reads = edits = 0

    def reader(preview: Preview) -> int:
        mine = random.Random()
        paths = [*COMMON, *(f"/briefs/{name}/" for name in NAMES)]
        count = 0
        while not over.is_set():
            path = mine.choice(paths)
            status, page = preview.page(path, 30)
            if status not in {200, 404, 503} or (status == 200 and path.endswith("/") and "</html>" not in page):
                odd.append(f"{status} {path}")
            count += 1
            time.sleep(0.02)
        return count

    root = tmp_path / "desk"
    with previewed(root, files=FIRST) as preview, ThreadPoolExecutor(4) as pool:
        every_page(preview)
        preview.settled()
        readers = [pool.submit(reader, preview) for _ in range(4)]
        end, held = time.monotonic() + seconds, list[tuple[int, int, int]]()
        while time.monotonic() < end:
            edit(root, chance, edits)
            edits += 1
            time.sleep(chance.choice([0.0, 0.05, 0.1, 0.3]))
            held.append(preview.holds())
        over.set()
        reads = sum(one.result(30) for one in readers)
        for name, text in FIRST.items():
            if not name.startswith("briefs/story-"):
                (root / name).write_text(text)
        (root / "theme/templates/base.html").unlink(missing_ok=True)
        for name in NAMES[:6]:  # the others stay as they came to be, but for what forbids a site
            (root / f"briefs/{name}.yaml").write_text(apart(f"The end of {name}"))
        for name in NAMES[6:]:
            file = root / f"briefs/{name}.yaml"
            if file.exists() and "x: [" in file.read_text():
                file.unlink()
        preview.settled(1)
        last, port = every_page(preview), preview.port
        after = preview.holds()
    with previewed(root, files={}, port=port) as anew:
        other = every_page(anew)
    differing = [path for path in last if last[path] != other[path]]
    early, late = held[len(held) // 4], held[-1]
    grown = (max(late[0], after[0]) - early[0]) / 1024
    note = f"{seconds} s, {edits:,} edits; memory {early[0] / 1024:.0f} MB after a quarter, "
    note += f"{late[0] / 1024:.0f} at the end; open files {early[1]} and {after[1]}, threads {early[2]} and {after[2]}"
    figures.tell(Chapter.PREVIEW, "pages read while sources were edited by chance, odd answers", reads, len(odd), note)
    figures.tell(
        Chapter.PREVIEW, "pages after that which a preview from nothing shows otherwise", len(last), len(differing)
    )
    assert odd == []
    assert differing == []
    assert grown < 40
    assert after[1] <= early[1] + 12
    assert after[2] <= early[2] + 8
    assert not [line for line in anew.lines + preview.lines if "Traceback" in line or "unexpectedly" in line]
