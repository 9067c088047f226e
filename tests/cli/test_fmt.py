"""`parley fmt`, as a process: what is told, what is written, and what is left as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.sites import FILES, ROOT, STORY, run, site_from, written

TIDY = """\
title: The road
published: 2025-05-01
what: W.

who:
  a: Asks.

actors:
  a:
    name: A
    kind: group
"""
UNTIDY = "published: 2025-05-01\n# the title\ntitle: The road\n"


def site(folder: Path, **files: str) -> Path:
    return written(folder, {"briefs/road.yaml": TIDY, **{f"briefs/{name}.yaml": text for name, text in files.items()}})


def test_files_are_put_in_order_named_and_then_there_is_nothing_to_do(tmp_path: Path) -> None:
    root = site(tmp_path, other=UNTIDY)
    done = run("fmt", cwd=root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "briefs/other.yaml\n", "1 file put in order\n")
    assert (root / "briefs/other.yaml").read_text() == "# the title\ntitle: The road\npublished: 2025-05-01\n"
    done = run("fmt", cwd=root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Nothing to do\n", "")


def test_a_file_in_order_is_not_touched(tmp_path: Path) -> None:
    path = site(tmp_path) / "briefs/road.yaml"
    os.utime(path, (1, 1))
    inode = path.stat().st_ino
    assert run("fmt", cwd=tmp_path).stdout == "Nothing to do\n"
    assert (path.stat().st_ino, path.stat().st_mtime) == (inode, 1)


def test_only_the_files_that_are_asked_for_by_path_from_here_or_by_name(tmp_path: Path) -> None:
    root = site(tmp_path / "site", other=UNTIDY, third=UNTIDY, fourth=UNTIDY)
    done = run("fmt", "--root", "site", "site/briefs/other.yaml", "third", cwd=tmp_path)
    assert done.stdout == "site/briefs/other.yaml\nsite/briefs/third.yaml\n"
    assert (root / "briefs/fourth.yaml").read_text() == UNTIDY
    done = run("fmt", "other.yaml", cwd=root / "briefs")
    assert done.returncode == 2
    assert "no folder briefs/" in done.stderr
    done = run("fmt", "--root", "..", "fourth.yaml", cwd=root / "briefs")
    assert done.stdout == "../briefs/fourth.yaml\n"


def test_a_file_that_is_not_of_this_site_is_wrong_use_and_nothing_is_written(tmp_path: Path) -> None:
    root = site(tmp_path, other=UNTIDY)
    done = run("fmt", "briefs/other.yaml", "briefs/nobody.yaml", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such file of this site; give one such as briefs/other.yaml" in done.stderr
    assert (root / "briefs/other.yaml").read_text() == UNTIDY


def test_check_names_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    root = site(tmp_path, other=UNTIDY)
    done = run("fmt", "--check", cwd=root)
    assert (done.returncode, done.stdout) == (1, "briefs/other.yaml\n")
    assert done.stderr == "1 file would change; run fmt without --check to put them in order\n"
    assert (root / "briefs/other.yaml").read_text() == UNTIDY
    assert run("fmt", "--check", "road", cwd=root).returncode == 0


def test_the_diff_is_one_that_patch_applies_and_with_check_it_fails(tmp_path: Path) -> None:
    ends = UNTIDY.replace("\n", "\r\n").encode().removesuffix(b"\r\n") + b" \xe2\x80\xa8 x"
    root = site(tmp_path, other=UNTIDY)
    (root / "briefs/other.yaml").write_bytes(ends)
    assert run("fmt", "--check", "--diff", cwd=root).returncode == 1
    command = [sys.executable, str(ROOT / "build.py"), "fmt", "--diff"]
    done = subprocess.run(command, cwd=root, capture_output=True, check=True, timeout=60)
    assert (root / "briefs/other.yaml").read_bytes() == ends
    subprocess.run(["git", "apply", "-p1", "-"], cwd=root, input=done.stdout, check=True, timeout=60)
    patched = (root / "briefs/other.yaml").read_bytes()
    (root / "briefs/other.yaml").write_bytes(ends)
    run("fmt", cwd=root)
    assert (root / "briefs/other.yaml").read_bytes() == patched != ends


def test_line_ends_the_mark_the_missing_last_line_end_and_the_permissions_stay(tmp_path: Path) -> None:
    path = site(tmp_path, other="") / "briefs/other.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode().removesuffix(b"\r\n"))
    path.chmod(0o604)
    assert run("fmt", cwd=tmp_path).returncode == 0
    assert path.read_bytes() == b"\xef\xbb\xbf# the title\r\ntitle: The road\r\npublished: 2025-05-01"
    assert path.stat().st_mode & 0o777 == 0o604
    assert sorted(one.name for one in path.parent.iterdir()) == ["other.yaml", "road.yaml"]


def test_a_file_with_errors_is_told_with_their_places_and_left_while_others_are_put_in_order(tmp_path: Path) -> None:
    broken = "published: 2025-05-01\ntitle: A: B\n"
    root = site(tmp_path, broken=broken, other=UNTIDY)
    done = run("fmt", cwd=root)
    assert (done.returncode, done.stdout) == (1, "briefs/other.yaml\n")
    assert "briefs/broken.yaml:2:8: error: " in done.stderr
    assert "1 error; files with errors are left as they are" in done.stderr
    assert (root / "briefs/broken.yaml").read_text() == broken


def test_anchors_two_documents_and_double_keys_are_left(tmp_path: Path) -> None:
    texts = {"a": "what: &x W\ntitle: T\n", "b": "what: W\ntitle: T\n---\nb: c\n", "c": "what: W\ntitle: T\nwhat: V\n"}
    root = site(tmp_path, **texts)
    done = run("fmt", cwd=root)
    assert (done.returncode, done.stdout) == (1, "")
    assert {name: (root / f"briefs/{name}.yaml").read_text() for name in texts} == texts


def test_what_has_no_place_in_an_order_is_left_with_what_to_do(tmp_path: Path) -> None:
    texts = {
        "asked": "? what\n: W\ntitle: T\n",
        "bare": "title: T\nwhat: |\n  W\npublished: |\n  2025-05-01",
        "marked": "--- # begin\ntitle: T\n",
        "inline": "--- {what: W, title: T}\n",
    }
    root = site(tmp_path, **texts)
    done = run("fmt", cwd=root)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        'briefs/asked.yaml: left as it is: line 1 has a key behind a question mark; write "key: value"',
        "briefs/bare.yaml: left as it is: its last line has no line end; go to the end of the file and press Enter",
        'briefs/inline.yaml: left as it is: something stands behind "---" in its line; begin a new line there',
    ]
    assert {name: (root / f"briefs/{name}.yaml").read_text() for name in texts} == texts


def test_a_file_that_grows_too_large_is_left(tmp_path: Path) -> None:
    entries = ", ".join(f"k{number}: 1" for number in range(24_000))
    deep = f"mine: {'[' * 28}{{{entries}}}{']' * 28}\n"
    root = site(tmp_path, large=deep)
    done = run("fmt", "large", cwd=root)
    assert done.returncode == 1
    assert done.stderr == "briefs/large.yaml: left as it is: it would have a file of more than 1,048,576 bytes\n"
    assert (root / "briefs/large.yaml").read_text() == deep


def test_links_out_of_the_site_and_files_that_cannot_be_read_are_told_and_left(tmp_path: Path) -> None:
    root = site(tmp_path / "site", other=UNTIDY)
    outside = tmp_path / "outside.yaml"
    outside.write_text("tagline: T\nname: N\n")
    (root / "site.yaml").symlink_to(outside)
    (root / "briefs/wrong.yml").write_text(UNTIDY)
    done = run("fmt", cwd=root)
    assert (done.returncode, done.stdout) == (1, "briefs/other.yaml\n")
    assert "site.yaml:1:1: error: a link to a file outside the site" in done.stderr
    assert "rename it to wrong.yaml" in done.stderr
    assert outside.read_text() == "tagline: T\nname: N\n"


def test_a_brief_and_a_link_to_it_are_one_file(tmp_path: Path) -> None:
    root = site(tmp_path, other=UNTIDY)
    (root / "briefs/also.yaml").symlink_to("other.yaml")
    done = run("fmt", cwd=root)
    assert (done.returncode, done.stdout) == (0, "briefs/other.yaml\n")
    assert (root / "briefs/also.yaml").is_symlink()


def test_settings_and_shared_actors_have_an_order_of_their_own(tmp_path: Path) -> None:
    root = site(tmp_path, actors="b: {kind: group, name: B}\na: {name: A, kind: group}\n")
    (root / "site.yaml").write_text("tagline: T\nname: N\n")
    done = run("fmt", cwd=root)
    assert done.stdout == "briefs/actors.yaml\nsite.yaml\n"
    assert (root / "site.yaml").read_text() == "name: N\ntagline: T\n"
    assert (root / "briefs/actors.yaml").read_text() == ("b:\n  name: B\n  kind: group\na:\n  name: A\n  kind: group\n")


def test_translations_have_the_order_of_their_originals_and_their_day_first(tmp_path: Path) -> None:
    words = """\
who: {a: Fragt.}
# the title
title: Die Straße
rejections:
  - why: Nein. # said twice
    by: a
    of: close
translated: 2025-05-01
"""
    root = site(tmp_path, **{"road.de": words, "actors.de": "a: {role: B, name: A}\n"})
    (root / "site.de.yaml").write_text("tagline: T\nname: N\n")
    done = run("fmt", "--check", cwd=root)
    assert (done.returncode, done.stdout) == (1, "briefs/actors.de.yaml\nbriefs/road.de.yaml\nsite.de.yaml\n")
    assert run("fmt", "road.de", cwd=root).stdout == "briefs/road.de.yaml\n"
    assert (
        (root / "briefs/road.de.yaml").read_text()
        == """\
translated: 2025-05-01
# the title
title: Die Straße

who:
  a: Fragt.

rejections:
  - of: close
    by: a
    why: Nein. # said twice
"""
    )
    assert run("fmt", cwd=root).returncode == 0
    assert (root / "briefs/actors.de.yaml").read_text() == "a:\n  name: A\n  role: B\n"
    assert (root / "site.de.yaml").read_text() == "name: N\ntagline: T\n"


def test_what_stands_in_the_place_of_a_value_stays_there(tmp_path: Path) -> None:
    waiting = TIDY + "\nunknown:\n  # - One.\n  # - Two.\n\nsources:\n"
    root = site(tmp_path, road=waiting)
    run("fmt", cwd=root)
    assert "unknown:\n  # - One.\n  # - Two.\n" in (root / "briefs/road.yaml").read_text()


def test_the_site_is_the_same_before_and_after(tmp_path: Path) -> None:
    before = site_from(tmp_path, FILES)
    assert run("fmt", cwd=tmp_path).stdout == "briefs/bridge.yaml\n"
    assert (tmp_path / "briefs/bridge.yaml").read_text() != STORY
    after = site_from(tmp_path, {})
    assert {path: text for path, text in after.items() if text != before.get(path)} == {}
    assert set(after) == set(before)


def test_the_shipped_briefs_are_in_order(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "briefs", tmp_path / "briefs")
    for settings in ROOT.glob("site*.yaml"):
        shutil.copy(settings, tmp_path)
    done = run("fmt", "--check", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "Nothing to do\n")
