"""No name leads out of the project: what lies outside is never read into a site, and the fault is told at its place."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.reliability.figures import Chapter, Figures
from tests.sites import FILES, STORY, built_from, written

SECRET = "SECRETWORD"
TRAVERSALS = "TRAVERSALS"  # names a file of more traversal strings, one a line, for the long form
UP = [f"{step * deep}etc/passwd" for step in ("../", "..\\", "%2e%2e/", "..%2f", "....//", ".%00./") for deep in (1, 4)]
NAMES = ["..", ".", "~", "-a", "a.", "a/b", "a\\b", "/etc/passwd", "C:\\a", "file:///etc/passwd", "a" * 101, *UP]
RESERVED = ["con", "nul", "aux", "com1", "lpt9"]
SCRIPTS = ["p\u0430ypal", "\u0440\u0430\u0443", "a\u200bb", "a\u202eb", "a\u2066b", "\u00e9", "e\u0301", "A", "\uff41"]
PAGES = {"site.yaml": FILES["site.yaml"] + "pages: {guide: guide}\n", "guide/index.md": "# Guide\n\n[a](a.md)\n"}


def wrong(root: Path, files: dict[str, str | None], link: tuple[str, Path | str] | None = None) -> str:
    """What is wrong with a build of ``files``: bytes of outside, or no located error. Empty where nothing is."""
    written(root, FILES | files)
    if link:
        at = root / link[0]
        at.parent.mkdir(parents=True, exist_ok=True)
        at.unlink(missing_ok=True)
        at.symlink_to(link[1])
    before = {path for path in root.parent.rglob("*") if root not in path.parents}
    found = built_from(root, {})
    if {path for path in root.parent.rglob("*") if root not in path.parents} != before:
        return "wrote outside"
    if any(SECRET.encode() in body for body in (found.site or {}).values()):
        return "bytes of outside"
    errors = [problem for problem in found.problems if problem.severity == "error" and problem.place.file]
    return "" if errors and found.site is None else "no located error"


def outside(folder: Path) -> Path:
    return written(
        folder / "outside",
        {
            "s.yaml": STORY.replace("The bridge", SECRET),
            "s.md": f"# {SECRET}\n\n{SECRET}\n",
            "s.css": f"a{{--a:{SECRET}}}",
            "site.yaml": f"name: {SECRET}\naddress: https://desk.example/\n",
            "icon.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><title>{SECRET}</title></svg>',
            "d/index.md": f"# {SECRET}\n\n[a](a.md)\n",
            "d/a.md": f"# {SECRET}\n",
            "d/x.yaml": STORY.replace("The bridge", SECRET),
        },
    )


def test_no_link_of_the_disk_brings_in_what_lies_outside(tmp_path: Path, figures: Figures) -> None:
    far = outside(tmp_path)
    links: list[tuple[str, Path | str, dict[str, str | None]]] = [
        ("briefs/x.yaml", far / "s.yaml", {}),
        ("briefs/x.yaml", "/etc/passwd", {}),
        ("briefs/x.yaml", "x.yaml", {}),
        ("briefs/x", far / "d", {}),
        ("briefs/x", ".", {}),
        ("briefs/actors.yaml", far / "s.yaml", {}),
        ("site.yaml", far / "site.yaml", {}),
        ("theme/css/site.css", far / "s.css", {}),
        ("theme/css/site.css", "/etc/passwd", {}),
        ("theme/css/site.css", "site.css", {}),
        ("theme/css", far, {}),
        ("theme/icon.svg", far / "icon.svg", {}),
        ("guide/a.md", far / "s.md", PAGES),
        ("guide/a.md", "a.md", PAGES),
        ("guide/index.md", far / "d/index.md", PAGES | {"guide/a.md": "# A\n"}),
        ("guide", far / "d", {"site.yaml": PAGES["site.yaml"]}),
        ("guide/sub", far / "d", PAGES | {"guide/index.md": "# Guide\n\n[a](sub/a.md)\n"}),
    ]
    found = [
        (link, why)
        for at, (link, to, files) in enumerate(links)
        if (why := wrong(tmp_path / f"{at}", files, (link, to)))
    ]
    figures.tell(Chapter.HOSTILE, "links of the disk that lead out or round", len(links), len(found))
    assert found == []


def test_what_never_ends_is_not_read_as_a_theme(tmp_path: Path) -> None:
    root = written(tmp_path / "site", FILES)
    (root / "theme/css").mkdir(parents=True)
    os.mkfifo(root / "theme/css/site.css")
    assert wrong(root, {}) == ""


def test_no_id_folder_or_link_in_text_leads_out(tmp_path: Path, figures: Figures) -> None:
    outside(tmp_path)
    names = [*NAMES, *RESERVED, *SCRIPTS]
    if figures.long and (file := os.environ.get(TRAVERSALS)):
        names += Path(file).read_text(encoding="utf-8").split("\n")[:-1]
    tried, found = 0, []
    for at, name in enumerate(names):
        typed = json.dumps(name)
        ways: list[dict[str, str | None]] = [
            {"briefs/bridge.yaml": STORY.replace("keep-open", typed)},
            {"briefs/bridge.yaml": STORY.replace("council:", f"{typed}:").replace(": council", f": {typed}")},
            {"briefs/bridge.yaml": STORY + f"aliases: [{typed}]\n"},
            PAGES | {"guide/index.md": f"# Guide\n\n[a]({quote(name, safe='/%')}.md)\n"},
        ]
        if name not in RESERVED:  # a folder of sources may be called so; no address comes of it
            ways.append({"site.yaml": FILES["site.yaml"] + f"pages: {{guide: {typed}}}\n"})
        for way, files in enumerate(ways):
            tried += 1
            if why := wrong(tmp_path / f"{at}-{way}", files):
                found.append((name, way, why))
    figures.tell(Chapter.HOSTILE, "ids, aliases, folders and links that lead out", tried, len(found))
    assert found == []


@pytest.mark.parametrize("name", ["a\x1b[2J", "a\n::set-output name=x::y", "a\x9b", "a\u202eb", "a\u200bb", "a\udcff"])
def test_a_folder_whose_name_hides_signs_is_told(tmp_path: Path, name: str) -> None:
    assert wrong(tmp_path / "site", {f"briefs/{name}/two.yaml": STORY}) == ""
