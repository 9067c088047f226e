"""``--changed-files`` and ``--deleted-files``: what an upload has to move, and nothing else."""

from pathlib import Path

import pytest

from tests.sites import FILES, run, written

OTHER = FILES["briefs/bridge.yaml"].replace("title: The bridge", "title: The ferry")


def files(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and path.name != ".parley-output"
    }


def built(root: Path, *options: str) -> dict[str, bytes]:
    done = run("build", *options, cwd=root)
    assert done.returncode == 0, done.stderr
    return files(root / "output")


def listed(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    assert text == "" or text.endswith("\n")
    return text.splitlines()


def test_the_lists_say_what_turns_the_site_before_into_the_one_after(tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    options = ("--changed-files", "changed.txt", "--deleted-files", "deleted.txt")
    before = built(root, *options)
    assert set(listed(root / "changed.txt")) == {*before} - {name for name in before if name.startswith(".parley")}
    assert listed(root / "deleted.txt") == []
    written(root, {"briefs/bridge.yaml": None, "briefs/ferry.yaml": OTHER})
    after = built(root, *options)
    changed, deleted = listed(root / "changed.txt"), listed(root / "deleted.txt")
    assert {**{name: body for name, body in before.items() if name not in deleted},
            **{name: after[name] for name in changed}} == after  # fmt: skip
    assert all(before.get(name) != after[name] for name in changed), "nothing that is the same is moved"
    new = [name not in before for name in changed]
    assert new == sorted(new, reverse=True), "new files first: pages that lead to them come later"
    assert "briefs/ferry/index.html" in changed
    assert "briefs/bridge/index.html" in deleted
    built(root, *options)
    assert listed(root / "changed.txt") == listed(root / "deleted.txt") == []


def test_without_a_file_the_list_is_all_of_stdout(tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    done = run("build", "--changed-files", cwd=root)
    assert "index.html" in done.stdout.splitlines()
    assert all((root / "output" / line).is_file() for line in done.stdout.splitlines())
    assert "Built " in done.stderr
    assert run("build", "--changed-files", cwd=root).stdout == ""


def test_names_that_no_line_can_hold_are_passed_over(tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    built(root)
    (root / "output" / "x\nindex.html").write_text("somebody else's")
    (root / "output" / "left.html").write_text("somebody else's")
    built(root, "--deleted-files", "deleted.txt")
    assert listed(root / "deleted.txt") == ["left.html"]
    assert not (root / "output" / "x\nindex.html").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--changed-files", "output/list"], "the next build would delete it there"),
        (["--deleted-files", "output/list"], "the next build would delete it there"),
        (["--changed-files", "none/list"], "no file can be written there"),
        (["--changed-files", "briefs"], "no file can be written there"),
        (["--changed-files", "--format", "json"], "--format takes all of stdout"),
    ],
)
def test_lists_that_could_not_be_kept_are_refused_before_anything_is_built(
    options: list[str], told: str, tmp_path: Path
) -> None:
    root = written(tmp_path, {**FILES, "output/.keep": ""} if "output/list" in options else FILES)
    done = run("build", *options, cwd=root)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (root / "output" / "index.html").exists()


@pytest.mark.parametrize("file", ["site.yaml", "briefs/bridge.yaml", "briefs/new.txt", ".parley/list", "link"])
@pytest.mark.parametrize("option", ["--changed-files", "--deleted-files"])
def test_a_list_never_takes_the_place_of_a_source(option: str, file: str, tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    (root / ".parley").mkdir()
    (root / "link").symlink_to("briefs/bridge.yaml")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    done = run("build", option, file, cwd=root)
    assert done.returncode == 2
    assert done.stderr.startswith(f"parley: {option} {file}: ")
    assert done.stderr.endswith("is what the site is made from; put it elsewhere\n")
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_two_lists_need_two_files(tmp_path: Path) -> None:
    done = run("build", "--changed-files", "a", "--deleted-files", "./a", cwd=written(tmp_path, FILES))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "name one file" in done.stderr
