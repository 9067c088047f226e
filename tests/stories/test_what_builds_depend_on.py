"""A test of the tests of incremental builds: with one thing that a build depends on left out of what is remembered of
it, a stale site is seen; with it, none is."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from parley.pages.desk import Dressing
from parley.publish import standing
from parley.site import build as building
from parley.site import built as clean
from parley.site import inputs, making, reads, unchanged, units
from parley.site.entries import Entries
from tests.reliability.figures import Chapter, Figures
from tests.sites import NOW, STORY, written
from tests.stories import edits
from tests.stories.edits import BRIDGE, PAGE, SITE, Desk
from tests.stories.test_incremental import build, order, tree

Patch = pytest.MonkeyPatch
CODE_MARK = inputs.code_mark
TIMED = STORY.replace("date: 2025-05-10, why", "date: 2025-05-10T23:30, why")
DRAFT = f"draft: true\n{edits.brief(3)}"


def always(value: object) -> Callable[..., Any]:
    return lambda *_: value


def without_code(patch: Patch) -> None:
    for module in (units, inputs, reads):
        patch.setattr(module, "code_mark", always(bytes(16)))


def upgraded(desk: Desk, patch: Patch) -> None:
    """Another version of Parley, which makes other pages."""
    CODE_MARK.cache_clear()
    patch.setattr(inputs, "__version__", "9.9")
    made = making.page_bytes

    def page_bytes(*given: Any) -> Any:
        body = made(*given)
        return body.replace(b"</h1>", b" (new)</h1>") if isinstance(body, bytes) else body

    patch.setattr(making, "page_bytes", page_bytes)


def settled_by(part: str) -> Callable[[Patch], None]:
    def take_out(patch: Patch) -> None:
        settled = units._settled

        def without(dressing: Dressing, theme: Any) -> Any:
            if part == "dressing":
                return settled(Dressing({}), theme)
            return settled(dressing, replace(theme, digest=""))

        patch.setattr(units, "_settled", without)

    return take_out


def without_places(*left: str) -> Callable[[Patch], None]:
    def take_out(patch: Patch) -> None:
        places = inputs._places
        patch.setattr(inputs, "_places", lambda order, beside: [
            place for place in places(order, () if "beside" in left else beside) if place.name not in left
        ])  # fmt: skip

    return take_out


def without_wish(patch: Patch) -> None:
    mark = inputs.inputs_mark
    for module in (building, unchanged):
        patch.setattr(module, "inputs_mark", lambda order, beside: mark(replace(order, drafts=False), beside))


def without_day(patch: Patch) -> None:
    for module in (building, unchanged):
        patch.setattr(module, "day_of", always(NOW.date()))


def reading_without(part: str) -> Callable[[Patch], None]:
    def take_out(patch: Patch) -> None:
        key = reads.reading_key

        def without(source: Any, zone: str) -> bytes:
            return key(source, "") if part == "zone" else key(replace(source, data=b""), zone)

        patch.setattr(reads, "reading_key", without)

    return take_out


def text(desk: Desk, _: Patch) -> None:
    edits.replace(desk.path(BRIDGE), "It is not safe.", "It is not so.")


def base(desk: Desk, _: Patch) -> None:
    edits.EDITS["the base template"](desk)


def page(desk: Desk, _: Patch) -> None:
    written(desk.root, {"guide/index.md": PAGE.format(title="Another")})


def by_hand(desk: Desk, _: Patch) -> None:
    path = desk.path("output/briefs/bridge/index.html")
    path.write_bytes(path.read_bytes()[:-1] + b"!")


def wish(**given: object) -> Callable[[Desk, Patch], None]:
    return lambda desk, _: desk.wish.update(given)


PARTS: dict[str, tuple[Callable[[Patch], None], Callable[[Desk, Patch], None]]] = {
    "Parley's code": (without_code, upgraded),
    "the theme, by what pages are made with": (settled_by("theme"), base),
    "the theme, by what is read": (without_places("theme"), base),
    "what surrounds pages": (settled_by("dressing"), wish(as_of=NOW.date())),
    "what pages look up": (lambda patch: patch.setattr(Entries, "mark", always(bytes(8))), text),
    "what pages show": (lambda patch: patch.setattr(making, "view_mark", always(bytes(8))), text),
    "the briefs": (without_places("briefs"), text),
    "the settings": (without_places("site.yaml"), lambda desk, _: edits.setting("tagline", "New", desk.root)),
    "the site's own pages": (without_places("beside"), page),
    "the options": (without_wish, wish(drafts=True)),
    "the day": (without_day, wish(now=NOW.replace(month=8))),
    "a file's bytes, where it was read before": (reading_without("bytes"), text),
    "the time zone, where it was read before": (
        reading_without("zone"), lambda desk, _: edits.setting("time_zone", "Asia/Tokyo", desk.root)
    ),
    "the output": (
        lambda patch: patch.setattr(standing, "_marked", lambda paths, left, root: (_known(paths, left), [])), by_hand
    ),
}  # fmt: skip


def _known(paths: list[bytes], left: bytes) -> dict[bytes, int]:
    return dict(zip(paths, memoryview(left).cast("q"), strict=True))


def stale(root: Path, part: str, patch: Patch, *, without: bool) -> bool:
    """Whether a build after the edit differs from a clean one."""
    take_out, edit = PARTS[part]
    desk = Desk(written(root, {**SITE, BRIDGE: TIMED, "briefs/story-3.yaml": DRAFT}), random.Random(1), {"now": NOW})
    written(root, {"guide/index.md": PAGE.format(title="One"), "guide/other.md": PAGE.format(title="Two")})
    edits.setting("pages", "{guide: guide}", root)
    if without:
        take_out(patch)
    for _ in range(2):  # twice, for what was only just written is not believed to stay as it is
        build(root, root / "output", **desk.wish)
    edit(desk, patch)
    build(root, root / "output", **desk.wish)
    return tree(root / "output") != dict(clean(order(root, **desk.wish)).site or {})


def test_each_thing_that_a_build_depends_on_is_needed(tmp_path: Path, figures: Figures) -> None:
    unseen, wrong = [], []
    for number, part in enumerate(PARTS):
        for without in (True, False)[: figures.many(1, 2)]:
            with Patch.context() as patch:
                found = stale(tmp_path / f"{number}-{without}", part, patch, without=without)
            CODE_MARK.cache_clear()
            if without and not found:
                unseen.append(part)
            if found and not without:
                wrong.append(part)
    note = "one thing that a build depends on taken out of what is remembered of it"
    figures.tell(
        Chapter.INCREMENTAL, "kinds of stale sites that the tests would not see", len(PARTS), len(unseen), note
    )
    assert (unseen, wrong) == ([], [])
