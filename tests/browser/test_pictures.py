"""The pictures as a browser draws them: nothing overlaps, everything leads somewhere, and every reader is served."""

import functools
import http.server
import threading
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from parley.render.assets import assets
from parley.render.pages import rendered
from parley.render.theme import theme
from tests.browser.conftest import Quiet
from tests.render import stress
from tests.sites import ROOT

pytestmark = pytest.mark.browser

BRIEFS = ("istanbul-talks", "thirty-day-ceasefire", "tribunal-and-sanctions")
REAL = (*(f"/briefs/{slug}/" for slug in BRIEFS), "/actors/russia/", "/actors/ukraine/", "/actors/european-union/")
STRESS = ("/briefs/stress/", "/briefs/rtl/")
SANS = ("", "DejaVu Sans")  # the system's own, and one of the widest there is

AIR = 6  # of a font's own height, what letters of a line leave to the next: most in Arabic fonts

# Every text of every picture, and every mark of an axis: name, and box in user units; and the size of the picture.
BOXES = """() => [...document.querySelectorAll('svg.picture')].map(svg => ({
  size: [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height],
  texts: [...svg.querySelectorAll('text')].map(at => [at.textContent.trim(), at.getBBox()])
    .filter(([text]) => text).map(([text, box]) => [text, box.x, box.y, box.width, box.height]),
  icons: [...svg.querySelectorAll('[data-word] path')].map(at => {
    const [box, shift] = [at.getBBox(), at.transform.baseVal[0].matrix];
    return ['icon', shift.e + .8 * box.x, shift.f + .8 * box.y, .8 * box.width, .8 * box.height]; }),
  marks: [...svg.querySelectorAll('.mark')].map(at => [at.closest('a').querySelector('title').textContent, at])
    .map(([told, at]) => { const box = at.getBBox(); return [told, box.x, box.y, box.width, box.height]; }),
}))"""

Box = tuple[str, float, float, float, float]


def overlaps(boxes: list[Box], across: float = 1, down: float = 0) -> list[tuple[str, str]]:
    """The pairs of ``boxes`` that meet by more than ``across`` units and by more than ``down``."""
    found = []
    for (one, x, y, w, h), (other, x2, y2, w2, h2) in combinations(boxes, 2):
        if min(x + w, x2 + w2) - max(x, x2) > across and min(y + h, y2 + h2) - max(y, y2) > down:
            found.append((one, other))
    return found


@pytest.fixture(scope="module")
def stressed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where pages are served that no newsroom would make."""
    folder, look = tmp_path_factory.mktemp("stress"), theme([ROOT / "theme"])
    files, faults = rendered(stress.pages(), look)
    assert not faults
    made = assets(look)
    styled = {f"assets/{name}": made.files[made.names[name]] for name in ("site.css", "site.js", "icon.svg")}
    for name, content in (files | styled).items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.parametrize("sans", SANS)
@pytest.mark.parametrize("path", [*REAL, *STRESS])
def test_no_text_meets_another_or_leaves_its_picture(
    browser: Browser, address: str, stressed: str, path: str, sans: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto((stressed if path in STRESS else address) + path)
    if sans:
        page.add_style_tag(content=f'.picture {{ font-family: "{sans}" !important; }}')
    pictures = page.evaluate(BOXES)
    assert pictures
    for picture in pictures:
        assert overlaps(picture["texts"] + picture["icons"], down=AIR) == []
        assert overlaps(picture["marks"], across=0) == []
        width, height = picture["size"]
        for name, x, y, w, h in picture["texts"] + picture["icons"] + picture["marks"]:
            assert x >= -1, name
            assert x + w <= width + 1, name
            assert y >= -1, name
            assert y + h <= height + 1, name
    context.close()
