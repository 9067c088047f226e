"""A writer's day: build, edit, build again, with the real command into a real folder."""

import re
from pathlib import Path

from tests.sites import FILES, STORY, run, written

EXTENDED = '{% extends "!pages/404.html" %}{% block before_main %}<p>Lost?</p>{% endblock %}'
BROKEN = STORY.replace("by: reed", "by: red")


def build(root: Path, *more: str) -> tuple[int, str, str]:
    done = run("build", "--root", str(root), "--as-of", "2025-06-01", *more)
    return done.returncode, done.stdout, done.stderr


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {str(p.relative_to(folder)): (p.read_bytes(), p.stat().st_ino) for p in folder.rglob("*") if p.is_file()}


def page(root: Path, path: str) -> str:
    return (root / "output" / path / "index.html").read_text()


def test_a_site_is_built_edited_broken_mended_and_built_again(tmp_path: Path) -> None:
    root = written(tmp_path / "desk", FILES)
    code, out, err = build(root)
    assert (code, err) == (0, "")
    assert re.fullmatch(
        r"Built 23 pages from 1 brief in \d+\.\d\d s into .*output \(\d+ files written, 0 deleted\)\n", out
    )
    assert "Rejected" in page(root, "proposals/bridge/keep-open")

    before = tree(root / "output")
    code, out, _ = build(root)
    assert code == 0
    assert "nothing changed" in out
    assert tree(root / "output") == before

    written(root, {"briefs/bridge.yaml": BROKEN})
    code, out, err = build(root)
    assert (code, out) == (1, "")
    assert 'bridge.yaml:18:25: error: unknown actor "red"; did you mean "reed"? [unknown-actor]' in err
    assert "nothing was published" in err
    assert tree(root / "output") == before

    accepted = STORY + "acceptances:\n  - {of: keep-open, by: council, date: 2025-05-20, source: minutes}\n"
    written(root, {"briefs/bridge.yaml": accepted})
    code, out, _ = build(root)
    assert code == 0
    assert "Accepted" in page(root, "proposals/bridge/keep-open")
    assert "Accepted" in page(root, "actors/council")


def test_a_rejection_in_a_later_brief_changes_the_status_in_both(tmp_path: Path) -> None:
    quiet = STORY.replace(re.search(r"rejections:\n.*\n", STORY)[0], "")  # type: ignore[index]
    root = written(tmp_path / "desk", {**FILES, "briefs/bridge.yaml": quiet})
    build(root)
    assert 'data-status="open"' in page(root, "briefs/bridge")
    later = (
        "title: The works\npublished: 2025-05-20\nwhat: The works begin.\nwho: {council: Decides.}\n"
        "rejections:\n  - {of: bridge/keep-open, by: reed, date: 2025-05-20, why: The works begin.}\n"
    )
    written(root, {"briefs/works.yaml": later})
    assert build(root)[0] == 0
    for path in ("briefs/bridge", "briefs/works", "proposals/bridge/keep-open", "actors/council"):
        assert 'data-status="rejected"' in page(root, path), path


def test_what_is_deleted_or_made_a_draft_leaves_no_trace(tmp_path: Path) -> None:
    secret = "title: A secret plan\npublished: 2025-05-20\nwhat: Hush.\nwho: {council: Plans.}\n"
    root = written(tmp_path / "desk", {**FILES, "briefs/secret.yaml": secret})
    build(root)
    assert "A secret plan" in page(root, "")
    written(root, {"briefs/secret.yaml": secret + "draft: true\n"})
    assert build(root)[0] == 0
    assert not [p for p in (root / "output").rglob("*") if p.is_file() and b"secret" in p.read_bytes()]
    assert not (root / "output/briefs/secret").exists()
    assert build(root, "--drafts")[0] == 0
    assert "A secret plan" in page(root, "")
    written(root, {"briefs/secret.yaml": None})
    build(root)
    assert not (root / "output/briefs/secret").exists()


def test_a_folder_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    root = written(tmp_path / "desk", FILES)
    written(tmp_path / "letters", {"dear.txt": "Keep me."})
    code, _, err = build(root, "--output", str(tmp_path / "letters"))
    assert code == 2
    assert "letters" in err
    assert (tmp_path / "letters/dear.txt").read_text() == "Keep me."
    for bad in (root, root / "briefs", tmp_path):
        assert build(root, "--output", str(bad))[0] == 2
    assert (root / "briefs/bridge.yaml").read_text() == STORY


def test_a_site_s_own_theme_and_style_are_used(tmp_path: Path) -> None:
    own = {
        "theme/templates/pages/404.html": EXTENDED,
        "theme/css/site.css": "h1 { letter-spacing: 1px }",
    }
    root = written(tmp_path / "desk", {**FILES, **own})
    code, _, err = build(root)
    assert (code, err) == (0, "")
    assert "<p>Lost?</p>" in (root / "output/404.html").read_text()
    (style,) = (root / "output/assets").glob("site.*.css")
    assert style.read_text().rstrip().endswith("letter-spacing:1px}")


def test_the_same_inputs_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    first = written(tmp_path / "desk", FILES)
    second = written(tmp_path / "elsewhere" / "much" / "deeper", FILES)
    run("build", "--root", str(first), "--as-of", "2025-06-01", TZ="Asia/Tokyo", PYTHONHASHSEED="1", LC_ALL="C")
    other = {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8"}
    run("--root", ".", "--as-of", "2025-06-01", cwd=second, **other)
    one, two = tree(first / "output"), tree(second / "output")
    assert {path: body for path, (body, _) in one.items()} == {path: body for path, (body, _) in two.items()}
    assert not [path for path, (body, _) in one.items() if str(tmp_path).encode() in body]
