"""How the real command tells problems: on a terminal, on a pipe, and in forms for programs."""

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from parley.write.catalogue.sample import SAMPLE
from tests.sites import ROOT, run, written

WRONG = SAMPLE["briefs/bridge.yaml"].replace("date: 2025-05-10\n    why", "date: 10 May 2025\n    why")
EPOCH = "1748779200"  # 1 June 2025
ONE_LINE = 'error: "date" is "10 May 2025", which is not a date; write 2025-05-10 [bad-date]'


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return written(tmp_path, {**SAMPLE, "briefs/bridge.yaml": WRONG})


@pytest.fixture
def right(tmp_path: Path) -> Path:
    return written(tmp_path, SAMPLE)


def on_a_terminal(*arguments: str, cwd: Path, columns: int = 80, **environment: str) -> tuple[int, str, str]:
    """Exit code, stdout, and what a terminal of that width gets on stderr."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *arguments],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        env={"PATH": os.environ["PATH"], "TERM": "xterm", "SOURCE_DATE_EPOCH": EPOCH, **environment},
    )
    os.close(theirs)
    told = b""
    try:
        while part := os.read(ours, 4096):
            told += part
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    stdout, _ = process.communicate(timeout=60)
    return process.returncode, stdout, told.decode().replace("\r\n", "\n")


def test_a_pipe_gets_one_line_for_each_problem(wrong):
    done = run("check", cwd=wrong, SOURCE_DATE_EPOCH=EPOCH)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"briefs/bridge.yaml:24:11: {ONE_LINE}\n1 error in briefs\n"


def test_a_terminal_gets_the_lines_around_it(wrong):
    code, stdout, told = on_a_terminal("check", cwd=wrong, NO_COLOR="1")
    assert (code, stdout) == (1, "")
    assert told.split("\n")[:10] == [
        'briefs/bridge.yaml:24:11: error: "date" is "10 May 2025", which is not a date',
        "  [bad-date]",
        "  23 |     by: reed",
        "  24 |     date: 10 May 2025",
        "     |           ^",
        "  25 |     why: It is not safe for lorries.",
        "help: write 2025-05-10",
        "  24 -     date: 10 May 2025",
        "  24 +     date: 2025-05-10",
        "",
    ]
    assert told.rstrip().endswith("1 error in briefs")
    assert " ".join(told.split()).count("build.py explain bad-date") == 1


def test_colour_is_there_on_a_terminal_and_not_on_one_that_is_dumb(wrong):
    assert "\033[1;31merror:\033[0m" in on_a_terminal("check", cwd=wrong)[2]
    assert "\033" not in on_a_terminal("check", cwd=wrong, TERM="dumb")[2]
    assert "\033" not in on_a_terminal("check", "--color", "never", cwd=wrong)[2]


def test_colour_can_be_asked_for_on_a_pipe(wrong):
    told = run("check", "--color", "always", cwd=wrong, SOURCE_DATE_EPOCH=EPOCH).stderr
    assert "\033[1;31merror:\033[0m" in told
    assert "  24 |     date: 10 May 2025\n" in told


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_a_form_for_programs_has_stdout_to_itself(command, form, wrong):
    done = run(command, "--format", form, cwd=wrong, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 1
    if form == "github":
        assert done.stdout.startswith("::error file=briefs/bridge.yaml,line=24,col=11,")
        assert done.stdout.count("\n") == 1
    else:
        assert "briefs/bridge.yaml" in json.dumps(json.loads(done.stdout))
    assert ONE_LINE not in done.stderr
    assert "1 error" in done.stderr


@pytest.mark.parametrize("command", [["check"], ["check", "--pages"], ["build"]])
def test_where_nothing_is_wrong_the_report_says_so_and_nothing_else_is_on_stdout(command, right):
    done = run(*command, "--format", "json", cwd=right, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["problems"] == []
    assert run(*command, "--format", "github", cwd=right, SOURCE_DATE_EPOCH=EPOCH).stdout == ""


def test_paths_in_every_form_are_those_from_the_current_folder(wrong):
    site, above = wrong.name, wrong.parent
    of_site = ("check", "--root", site)
    assert run(*of_site, cwd=above).stderr.startswith(f"{site}/briefs/bridge.yaml:24:11: ")
    report = json.loads(run(*of_site, "--format", "json", cwd=above).stdout)
    assert report["problems"][0]["file"] == f"{site}/briefs/bridge.yaml"
    assert report["problems"][0]["excerpt"]["lines"][1]["text"] == "    date: 10 May 2025"


@pytest.mark.parametrize("root", [".", "{site}"])
def test_a_file_of_the_site_s_theme_is_found_by_its_path(root, right):
    written(right, {"theme/css/sites.css": "a { color: inherit }\n"})
    root = root.format(site=right.name)
    cwd = right if root == "." else right.parent
    done = run("build", "--root", root, cwd=cwd, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 1
    file = done.stderr.partition(":")[0]
    assert (cwd / file).is_file(), file
    assert file.count("theme/css") == 1


def test_a_form_that_is_none_is_wrong_use(right):
    assert run("check", "--format", "xml", cwd=right).returncode == 2
    assert run("check", "--color", "blue", cwd=right).returncode == 2
