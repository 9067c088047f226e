"""The real command in a process of its own: what it prints where, and how it ends."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from parley import __version__
from tests.read import town
from tests.read.test_planted import SOUND
from tests.sites import FILES, ROOT, STORY, run, written

WARNED = {"briefs/bridge.fr.yaml": "title: Le pont\n"}  # a translation, which is told as a warning
DAY = ("--as-of", "2025-06-01")
BROKEN = {"briefs/bridge.yaml": STORY.replace("by: reed", "by: red")}


def bytes_below(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A sound site; nothing is built in it."""
    return written(tmp_path_factory.mktemp("desk"), FILES)


def test_the_command_alone_builds_the_site_of_this_folder(tmp_path):
    done = run("--output", str(tmp_path / "site"), "--as-of", "2025-05-20")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Built ")
    assert (tmp_path / "site/index.html").is_file()


def test_a_site_elsewhere_is_built_into_its_own_output(tmp_path):
    root = written(tmp_path / "far", FILES)
    done = run("build", "--root", "far", "-v", *DAY, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    *_, built, published = done.stdout.splitlines()
    assert built.startswith("Built 23 pages")
    assert " from 1 brief in " in built
    assert f" into {Path('far/output')} (" in built
    assert published.startswith("Published: ")
    assert (root / "output/briefs/bridge/index.html").is_file()
    assert sorted(path.name for path in root.iterdir()) == [".parley", ".schema", "briefs", "output", "site.yaml"]


@pytest.mark.parametrize(
    "arguments",
    [("--strict", *DAY, "check"), ("check", "--strict", *DAY), ("--strict", "check", "--as-of=2025-06-01")],
)
def test_options_may_stand_before_and_after_the_command(arguments, tmp_path):
    done = run("--root", str(written(tmp_path, {**FILES, **WARNED})), *arguments)
    assert done.returncode == 1
    assert done.stderr.count(": error: ") == 1
    assert ": error: a translation" in done.stderr


def test_checking_tells_and_writes_nothing(root, tmp_path):
    done = run("check", "--root", str(root), *DAY)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"No problems in {root}/briefs\n", "")
    broken = written(tmp_path, {**FILES, **WARNED, **BROKEN})
    done = run("check", "--root", str(broken), *DAY)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f'{broken}/briefs/bridge.fr.yaml:1:1: warning: a translation into "fr", which is not a language of the site; '
        'write "languages: [fr]" in site.yaml [translation-language]',
        f'{broken}/briefs/bridge.yaml:18:25: error: unknown actor "red"; did you mean "reed"? [unknown-actor]',
        f"1 error and 1 warning in {broken}/briefs",
    ]
    assert not (broken / "output").exists()


def test_places_are_told_as_seen_from_the_folder_that_one_works_in(tmp_path):
    written(tmp_path, {**FILES, **BROKEN})
    done = run("check", cwd=tmp_path)
    assert done.stderr.splitlines()[0].startswith("briefs/bridge.yaml:18:25: error: ")


def test_help_and_version_are_told_on_stdout():
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"    {command} " in done.stdout for command in ("build", "serve", "check", "new", "schema"))
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"parley {__version__}\n", "")


WRONG_USE = {
    "unknown command": (("chek",), "invalid choice: 'chek'"),
    "unknown option": (("check", "--outptu=x"), "--outptu=x"),
    "shortened option": (("check", "--outp=x"), "--outp=x"),
    "option without its value": (("check", "--as-of"), "--as-of: expected one argument"),
    "no such root": (("check", "--root", "nowhere"), "--root nowhere: no such folder"),
    "root that is a file": (("check", "--root", "site.yaml"), "--root site.yaml: no such folder"),
    "day in words": (("check", "--as-of", "10 May"), '--as-of "10 May" is not a day; write it like 2025-05-11'),
    "day that is none": (("check", "--as-of", "2025-02-30"), '--as-of "2025-02-30" is not a day'),
    "day without hyphens": (("check", "--as-of", "20250511"), '--as-of "20250511" is not a day'),
    "week": (("check", "--as-of", "2025-W19-7"), '--as-of "2025-W19-7" is not a day'),
    "empty day": (("check", "--as-of", ""), '--as-of "" is not a day'),
    "last day of all": (("check", "--as-of", "9999-12-31"), '--as-of "9999-12-31" is not a day'),
    "output over the sources": (("build", "--output", "briefs"), "publishing here would delete"),
    "output over the root": (("build", "--output", "."), "publishing here would delete"),
    "output that is a file": (("build", "--output", "site.yaml"), "publishing here would delete"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG_USE)
def test_wrong_use_ends_with_2_and_says_why(case, root):
    arguments, reason = WRONG_USE[case]
    before = bytes_below(root)
    done = run(*arguments, cwd=root)
    assert done.returncode == 2
    assert done.stdout == ""
    assert reason in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert bytes_below(root) == before


def test_an_output_that_is_not_ours_is_left_alone(root, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/mine.txt").write_text("mine")
    done = run("build", "--root", str(root), "--output", str(tmp_path / "letters"))
    assert (done.returncode, done.stdout) == (2, "")
    reason = "this folder holds files that Parley did not make; choose a new or an empty folder"
    assert done.stderr == f"parley: {tmp_path}/letters: {reason}\n"
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("epoch", ["yesterday", "99999999999999", "253402300799"])
def test_a_wrong_clock_is_wrong_use(epoch, root):
    done = run("check", "--root", str(root), SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 2
    assert done.stderr == f'parley: SOURCE_DATE_EPOCH is "{epoch}", which is not a number of seconds\n'


def test_the_clock_of_a_reproducible_build_is_the_day_of_the_site(root, tmp_path):
    done = run("build", "--root", str(root), "--output", str(tmp_path / "old"), SOURCE_DATE_EPOCH="1735732800")
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "old/briefs/bridge/index.html").exists(), "on 1 January 2025 it was not written yet"


def test_a_folder_without_briefs_is_a_problem_of_the_content(tmp_path):
    done = run("build", "--root", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "briefs:1:1: error: no folder briefs/; " in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_no_folder_can_be_is_refused_in_one_line(root, tmp_path):
    (tmp_path / "closed").write_text("a file")
    done = run("build", "--root", str(root), "--output", str(tmp_path / "closed/site"))
    assert done.returncode == 2
    reason = "the site cannot be published here: Not a directory"
    assert done.stderr == f"parley: {tmp_path}/closed/site: {reason}\n"


def test_nobody_needs_to_read_the_messages(tmp_path):
    root = written(tmp_path, {**FILES, **{f"briefs/bridge.{lang}.yaml": "title: x\n" for lang in ("fr", "de", "it")}})
    for wired in ({"stderr": "closed"}, {"stdout": "closed"}):
        reading, writing = os.pipe()
        os.close(reading)
        given = {**dict.fromkeys(("stdout", "stderr"), subprocess.PIPE), **dict.fromkeys(wired, writing)}
        done = subprocess.run([sys.executable, ROOT / "build.py", "check"], cwd=root, timeout=60, check=False, **given)
        os.close(writing)
        assert done.returncode in (0, 1)
        assert b"Traceback" not in (done.stderr or b"")


ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143}


def started(root: Path, told: int = subprocess.PIPE) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, ROOT / "build.py", "build", "--root", root],
        stdout=subprocess.PIPE,
        stderr=told,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[float, str]:
    """How long it took to end, and what else it had to say; it is killed where it does not end."""
    began = time.monotonic()
    try:
        out, err = process.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    assert out == ""
    assert "Traceback" not in (err or ""), err
    return time.monotonic() - began, err


def test_a_build_that_waits_to_publish_can_be_stopped(tmp_path):
    root = written(tmp_path, {**FILES, **WARNED})
    assert run("build", "--root", str(root)).returncode == 0
    before = bytes_below(root / "output")
    written(root, {"briefs/bridge.yaml": STORY.replace("The bridge", "Another bridge")})
    above = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(above, fcntl.LOCK_EX)  # as another build would that publishes to the same place
        process = started(root)
        assert "translation" in process.stderr.readline(), "everything is rendered, and the lock comes next"
        process.terminate()
        taken, _ = ended(process)
    finally:
        os.close(above)
    assert process.returncode == ENDS[signal.SIGTERM]
    assert taken < 5
    assert bytes_below(root / "output") == before
    assert sorted(path.name for path in root.iterdir()) == [".parley", ".schema", "briefs", "output", "site.yaml"]


def cpu_seconds(pid: int) -> float:
    """The time that a process has worked (proc(5), utime)."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11]) / os.sysconf("SC_CLK_TCK")


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc how long the build has worked")
@pytest.mark.parametrize("stop", ENDS, ids=lambda stop: stop.name)
def test_a_build_in_the_midst_of_its_work_can_be_stopped(stop, tmp_path):
    stories = {f"briefs/story-{number}.yaml": SOUND.replace("{n}", str(number)) for number in range(150)}
    root = town.written(tmp_path, stories)
    above = os.open(root, os.O_RDONLY)
    fcntl.flock(above, fcntl.LOCK_EX)  # so that it can't have ended already, however long this test has to wait
    file = (tmp_path / "told").open("w+")  # no pipe: the warnings of so many stories would fill it
    process = started(root, file.fileno())
    try:
        while cpu_seconds(process.pid) < 0.3 and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(stop)
        taken, _ = ended(process)
    finally:
        process.kill()
        os.close(above)
    assert process.returncode == ENDS[stop]
    assert taken < 5
    with file:
        file.seek(0)
        told = [line for line in file if ": warning: " not in line]
    assert told == ["parley: stopped; the site in the output folder is whole\n"] * (stop is signal.SIGINT)
    assert not (root / "output").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_full_disk_behind_the_output_is_told_in_a_line(tmp_path: Path) -> None:
    written(tmp_path / "desk", FILES)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "build.py"), "--root", str(tmp_path / "desk"), "--as-of", "2025-06-01"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "parley: No space left on device\n"
