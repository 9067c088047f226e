"""The real command over a real repository: a story grows commit by commit, and each step is told as a move."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from parley.site import Order, checked
from parley.write.catalogue.sample import ACTORS, BRIDGE, SAMPLE
from tests.sites import NOW, run, written

DAY = ("--as-of", "2025-06-01")
ANSWER = """\
rejections:
  - of: keep-open
    by: reed
    date: 2025-05-10
    why: It is not safe for lorries.
    source: minutes

"""
DEFERRED = """\
reactions:
  - of: keep-open
    by: reed
    date: 2025-05-05
    stance: defers
    source: minutes

"""
FIRST = BRIDGE.replace(ANSWER, DEFERRED)
SECOND = BRIDGE.replace(ANSWER, ANSWER + DEFERRED)
POSTPONED = SECOND.replace("date: 2025-07-01", "date: 2025-07-15")
REJECTED = (
    "The Alder Town Council’s answer to “Keep the bridge open”: no decision yet → rejects, by Ann Reed on 10 May 2025"
)


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(("git", *who, *arguments), cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(folder: Path, *, below: str = "", **files: str) -> str:
    """Write a version of the story into ``folder`` and commit it; returns the commit."""
    named = {f"{below}briefs/{name}.yaml": text for name, text in files.items()}
    written(folder, named)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Go on")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    git(folder, "init", "-q")
    commit(folder, actors=ACTORS, bridge=FIRST)
    return folder


def diff(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run("diff", "--root", str(folder), *arguments, *(() if "--days" in arguments else DAY), **environment)


def moves(text: str) -> list[str]:
    return re.findall(r"^  - (.*)$", text, re.MULTILINE)


def test_the_story_s_versions_are_sound(tmp_path: Path) -> None:
    for text in (FIRST, SECOND, POSTPONED):
        root = written(tmp_path, {"briefs/actors.yaml": ACTORS, "briefs/bridge.yaml": text})
        assert checked(Order(root, NOW)) == ()


def test_a_story_that_grows_is_told_move_by_move(repository: Path) -> None:
    second = commit(repository, bridge=SECOND)
    third = commit(repository, bridge=POSTPONED)
    over = POSTPONED.replace(
        "source: minutes\n\nsources", "source: minutes\n    outcome: {result: cancelled}\n\nsources"
    )
    written(repository, {"briefs/bridge.yaml": over})
    first = diff(repository, "HEAD~2", second)
    assert (first.returncode, first.stderr) == (0, "")
    assert moves(first.stdout) == [REJECTED, "Status of “Keep the bridge open”: open → rejected"]
    assert "Who pays for the bridge? (briefs/bridge.yaml)" in first.stdout
    assert first.stdout.endswith("\n2 moves in 1 brief.\n")
    assert moves(diff(repository, f"{second}..{third}").stdout) == [
        "Next step “The engineer reports” postponed: 1 July 2025 → 15 July 2025"
    ]
    assert moves(diff(repository).stdout) == ["Next step “The engineer reports”: cancelled"]
    assert len(moves(diff(repository, "HEAD~2").stdout)) == 4


def test_nothing_moves_where_nothing_changed(repository: Path) -> None:
    done = diff(repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\n\nNo moves.\n")


def test_a_comment_and_another_order_of_keys_change_nothing_that_readers_see(repository: Path) -> None:
    text = FIRST.replace("published: 2025-05-01\n", "").replace(
        "title: Who", "# A comment.\npublished:   2025-05-01\ntitle: Who"
    )
    written(repository, {"briefs/bridge.yaml": text})
    done = diff(repository)
    assert "Nothing that readers see has changed in briefs/bridge.yaml" in done.stdout
    assert moves(done.stdout) == []


def test_the_site_may_stand_below_the_top_of_the_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, below="news/desk/", actors=ACTORS, bridge=FIRST)
    commit(tmp_path, below="news/desk/", bridge=SECOND)
    assert moves(diff(tmp_path / "news/desk", "HEAD~1", "HEAD").stdout)[0] == REJECTED


def test_two_folders_are_compared_without_git(tmp_path: Path) -> None:
    old = written(tmp_path / "old", {"briefs/actors.yaml": ACTORS, "briefs/bridge.yaml": FIRST})
    new = written(tmp_path / "new", {"briefs/actors.yaml": ACTORS, "briefs/bridge.yaml": SECOND})
    done = diff(new, "--from", str(old), PATH="/nowhere")
    assert moves(done.stdout)[0] == REJECTED


def test_a_branch_is_compared_from_where_it_left(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "news")
    commit(repository, bridge=SECOND)
    git(repository, "checkout", "-q", "main")
    commit(repository, bridge=FIRST.replace("date: 2025-07-01", "date: 2025-07-15"))
    assert len(moves(diff(repository, "main..news").stdout)) == 3
    assert len(moves(diff(repository, "main...news").stdout)) == 2


def test_two_days_of_one_content(repository: Path) -> None:
    commit(repository, bridge=SECOND)
    done = diff(repository, "--days", "2025-05-06", "2025-07-02")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("From 6 May 2025 to 2 July 2025\n")
    assert moves(done.stdout)[:2] == [REJECTED, "Status of “Keep the bridge open”: open → rejected"]
    assert "Next step overdue: “The engineer reports” was due on 1 July 2025" in done.stdout


def test_json_holds_all_of_it(repository: Path) -> None:
    written(repository, {"briefs/bridge.yaml": SECOND})
    found = json.loads(diff(repository, "--format", "json").stdout)
    assert (found["format"], found["days"]) == (1, ["2025-06-01", "2025-06-01"])
    assert [move["kind"] for move in found["moves"]] == ["answer-added", "status-changed"]
    assert found["moves"][0]["text"] == REJECTED
    assert found["moves"][0]["sides"] == [{"side": "council", "was": "defers", "now": "rejects"}]
    line = SECOND.splitlines().index("  - of: keep-open") + 1
    assert (found["moves"][0]["file"], found["moves"][0]["line"]) == ("briefs/bridge.yaml", line)
    assert found["moves"][1]["was"] == "open"


def test_markdown_has_a_table_and_takes_nothing_from_the_content_for_marks(repository: Path) -> None:
    hostile = SECOND.replace("title: The engineer reports", 'title: "@all #1 <b>x</b> [a](b) *c* | d"')
    written(repository, {"briefs/bridge.yaml": hostile})
    text = diff(repository, "--format", "markdown").stdout
    assert "| Answer or status | was | is now |\n|---|---|---|\n| The Alder Town Council’s answer to" in text
    assert "| no decision yet | rejects, by Ann Reed on 10 May 2025 |" in text
    assert r"&#64;all &#35;1 &#60;b&#62;x&#60;/b&#62; \[a\](b) \*c\* \| d" in text


def test_the_update_that_is_drafted_can_be_pasted_where_it_says(repository: Path) -> None:
    written(repository, {"briefs/bridge.yaml": SECOND})
    text = diff(repository, "--update").stdout
    head, *entry = text.splitlines()
    after = int(re.search(r"briefs/bridge\.yaml, after line (\d+), at the end of updates:", head)[1])
    assert "what: On 10 May 2025 Ann Reed rejected “Keep the bridge open”." in text
    lines = SECOND.splitlines()
    pasted = "\n".join([*lines[:after], *entry, *lines[after:]]) + "\n"
    written(repository, {"briefs/bridge.yaml": pasted})
    assert checked(Order(repository, NOW)) == ()
    assert "  - date: 2025-06-01\n" in pasted


def test_a_first_update_is_drafted_with_its_key(repository: Path) -> None:
    bare = FIRST[: FIRST.index("updates:")]
    commit(repository, bridge=bare)
    now = SECOND[: SECOND.index("updates:")]
    written(repository, {"briefs/bridge.yaml": now})
    head, *entry = diff(repository, "--update").stdout.splitlines()
    after = int(re.search(r"after line (\d+)", head)[1])
    lines = now.splitlines()
    pasted = "\n".join([*lines[:after], *entry, *lines[after:]]) + "\n"
    written(repository, {"briefs/bridge.yaml": pasted})
    assert [it.code for it in checked(Order(repository, NOW))] == []


def test_a_fact_that_changed_in_silence_fails_the_check_and_a_correction_mends_it(repository: Path) -> None:
    commit(repository, bridge=SECOND)
    wrong = SECOND.replace("date: 2025-05-10\n    why", "date: 2025-05-09\n    why")
    written(repository, {"briefs/bridge.yaml": wrong})
    done = diff(repository, "--check")
    assert done.returncode == 1
    line = next(at for at, text in enumerate(wrong.splitlines(), 1) if text == "    date: 2025-05-09")
    assert f"briefs/bridge.yaml:{line}:11: warning: " in done.stderr
    assert "[uncorrected-change]" in done.stderr
    assert diff(repository).returncode == 0
    told = "\ncorrections:\n  - date: 2025-06-01\n    was: The answer was dated 10 May.\n    now: It was on 9 May.\n"
    written(repository, {"briefs/bridge.yaml": f"{wrong}{told}    where: keep-open\n"})
    done = diff(repository, "--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_brief_that_is_broken_now_is_named_and_not_told_to_be_gone(repository: Path) -> None:
    written(repository, {"briefs/bridge.yaml": FIRST.replace("by: reed", "by: nobody")})
    done = diff(repository)
    assert done.returncode == 0
    assert moves(done.stdout) == []
    said = "Not compared, for the work folder has errors in them or in what they lean on: bridge."
    assert said in done.stdout
    assert "1 error in the work folder; `parley check` tells them" in done.stderr
    assert diff(repository, "--check").returncode == 1


def test_a_brief_that_was_broken_then_is_named(repository: Path) -> None:
    commit(repository, bridge=FIRST.replace("by: reed", "by: nobody"))
    written(repository, {"briefs/bridge.yaml": SECOND})
    done = diff(repository)
    assert (done.returncode, moves(done.stdout)) == (0, [])
    assert re.search(r"Not compared, for HEAD \([0-9a-f]{8}\) has errors", done.stdout)


def test_shared_files_that_are_broken_leave_nothing_to_compare(repository: Path) -> None:
    written(repository, {"briefs/actors.yaml": "council: [\n"})
    done = diff(repository)
    assert (done.returncode, done.stdout) == (1, "")
    assert "briefs/actors.yaml can't be used, and all briefs share it; mend it first" in done.stderr
    git(repository, "commit", "-qam", "Break it")
    written(repository, {"briefs/actors.yaml": ACTORS})
    done = diff(repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert "the older side has errors in briefs/actors.yaml" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere",), '"nowhere" is no commit, branch or tag here'),
        (("--output-x",), "unrecognized arguments"),
        (("HEAD", "HEAD", "HEAD"), "two revisions are compared, no more"),
        (("HEAD..HEAD", "HEAD"), "two revisions are compared, no more"),
        (("HEAD", "--from", "briefs"), "name revisions, or --from DIR, or --days DAY DAY, but only one of them"),
        (("--from", "nowhere"), "--from nowhere: no such folder"),
        (("--from", "docs"), "--from docs: no folder briefs/ in it; name the folder that holds briefs/"),
        (("--root", "docs"), "--root docs: no folder briefs/ in it"),
        (("--days", "2025-05-02", "2025-05-01"), "the earlier day comes first"),
        (("--days", "1 May", "2025-05-01"), '--days "1 May" is not a day; write it like 2025-05-11'),
    ],
)
def test_wrong_use_is_told_in_a_line(repository: Path, arguments: tuple[str, ...], message: str) -> None:
    done = diff(repository, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_folder_that_is_not_in_git(tmp_path: Path) -> None:
    root = written(tmp_path, SAMPLE)
    done = diff(root, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert done.returncode == 2
    assert "is not kept in git" in done.stderr
    assert "--from DIR" in done.stderr


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(written(tmp_path, SAMPLE), "init", "-q")
    done = diff(tmp_path)
    assert done.returncode == 2
    assert "nothing is committed yet" in done.stderr


def test_no_git_at_all(repository: Path) -> None:
    done = diff(repository, PATH="/nowhere")
    assert done.returncode == 2
    assert "git is not installed" in done.stderr


def test_a_history_that_is_cut_short_is_named(repository: Path, tmp_path: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    commit(repository, bridge=SECOND)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    done = diff(tmp_path / "shallow", first)
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr


def test_a_terminal_without_these_signs_gets_others(repository: Path) -> None:
    written(repository, {"briefs/bridge.yaml": SECOND})
    done = diff(repository, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "no decision yet -> rejects" in done.stdout


def test_nothing_is_written(repository: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in repository.rglob("*") if path.is_file()}
    diff(repository, "--update")
    assert {path: path.stat().st_mtime_ns for path in repository.rglob("*") if path.is_file()} == before


def test_a_hundred_briefs_take_less_than_two_seconds(tmp_path: Path) -> None:
    import time

    briefs = {f"briefs/bridge-{number}.yaml": SECOND for number in range(100)}
    old = written(tmp_path / "old", {"briefs/actors.yaml": ACTORS, **briefs})
    new = written(tmp_path / "new", {"briefs/actors.yaml": ACTORS, **briefs, "briefs/bridge-7.yaml": POSTPONED})
    began, load = time.perf_counter(), os.times()
    done = diff(new, "--from", str(old))
    now = os.times()
    busy = now.children_user + now.children_system - load.children_user - load.children_system
    print(f"diff of 100 briefs: {time.perf_counter() - began:.2f} s, {busy:.2f} s of one core")
    assert moves(done.stdout) == ["Next step “The engineer reports” postponed: 1 July 2025 → 15 July 2025"]
    assert busy < 2
