"""Whatever lies in a site's folder, and whatever a command is asked, it ends in time with a code and a message."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from parley.read.text import MAX_BYTES
from tests.read import town
from tests.read.corpus import containers, encodings, ids, layout, values, yaml_features
from tests.read.corpus.case import Case
from tests.read.planting import KINDS, planted
from tests.reliability.figures import Chapter, Figures
from tests.reliability.measured import measured
from tests.sites import FILES, ROOT, STORY, written

COMMAND = [sys.executable, str(ROOT / "build.py")]
DAY = "1748779200"  # 1 June 2025, when nothing of the small site is due
SUMMARY = re.compile(r"[\d,]+ (?:error|warning)s?(?: and [\d,]+ warnings?)?(?: in .*|: nothing was published, .*)")
FAMILIES = (layout, yaml_features, values, containers, ids, encodings)
DOUBTED = {"the date 2025-05-12/..", "the date 9999-12-31"}  # right dates, on which an answer comes before its proposal
CORPUS = [case for family in FAMILIES for case in family.CASES if case.name not in DOUBTED]


def odd(told: str) -> list[str]:
    """The lines of ``told`` that are neither a located message nor a sum of them."""
    return [line for line in told.splitlines() if not (town.MESSAGE.fullmatch(line) or SUMMARY.fullmatch(line))]


def misspelt() -> list[Case]:
    """Briefs with one misspelt key or id in each."""
    import random

    found = []
    chance = random.Random(500)
    kinds = [kind for kind in KINDS if kind.name in ("a misspelt key", "a misspelt id")]
    while len(found) < 500:
        kind = chance.choice(kinds)
        spoilt = planted(town.BRIEF, kind, chance, set())
        assert spoilt
        found.append(Case(f"{kind.name} {len(found)}", spoilt[0], spoilt[1], "misspelt"))
    return found


def test_a_file_of_the_corpus_ends_the_command_as_it_should_in_a_second_and_150_megabytes(
    figures: Figures, tmp_path: Path
) -> None:
    every = [*CORPUS, *misspelt()]
    cases = every[:: figures.many(len(every) // 30, 1)]
    roots = [town.written(tmp_path / str(at), {"briefs/town.yaml": case.text}) for at, case in enumerate(cases)]
    wrong, slowest, largest = [], 0.0, 0.0
    for case, found in zip(cases, measured([*COMMAND, "check", "--root", str(root)] for root in roots), strict=True):
        slowest, largest = max(slowest, found["seconds"]), max(largest, found["megabytes"])
        errors = [line for line in found["err"].splitlines() if ": error: " in line]
        fine = found["code"] == (1 if case.code else 0) and not odd(found["err"]) and bool(errors) == bool(case.code)
        if not fine or found["seconds"] > 1 or found["megabytes"] > 150:
            wrong.append((case.name, found))
    told = f"each in a process of its own, at most {slowest:.2f} s of CPU time and {largest:.0f} MB"
    what = "wrong files and right ones that the command ends 1 or 0 for, with located messages"
    figures.tell(Chapter.BAD_INPUT, what, len(cases), len(wrong), told)
    assert not wrong, wrong[:3]


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 << 20)


def bound(path: Path) -> None:
    """A socket; its name may be longer than one of a socket may be, so it is made from within the folder."""
    made = socket.socket(socket.AF_UNIX)
    here = os.open(path.parent, os.O_RDONLY)
    made.bind(f"/proc/self/fd/{here}/{path.name}")
    made.close()
    os.close(here)


ODDITIES: dict[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "a socket": bound,
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a file of 100 MB": large,
    "a file of UTF-16": lambda path: path.write_text("title: T\n", encoding="utf-16") and None,
    "a file of GBK": lambda path: path.write_bytes("title: 桥\n".encode("gbk")) and None,
    "NUL": lambda path: path.write_bytes(bytes(5_000)) and None,
    "nothing but brackets": lambda path: path.write_text("[" * 30_000) and None,
}
# Any text may stand in a sheet of style or a template, and a folder of any name in a theme.
THEME = {name: make for name, make in ODDITIES.items() if name not in ("a folder", "NUL", "nothing but brackets")}
PLACES = {
    "briefs/odd.yaml": ODDITIES,
    "briefs/actors.yaml": ODDITIES,
    "site.yaml": ODDITIES,
    "briefs/\udcff/a.yaml": {"a brief": lambda path: path.write_text(STORY) and None},
    "briefs/\udcff.yaml": {"a brief": lambda path: path.write_text(STORY) and None},
    "briefs/a\nb.yml": {"a brief": lambda path: path.write_text(STORY) and None},
    "docs/part.md": {name: make for name, make in ODDITIES.items() if name != "a folder"},
    "theme/css/site.css": THEME,
    "theme/templates/pages/brief.html": THEME,
    "theme/fonts/text.ttf": {name: make for name, make in ODDITIES.items() if name != "a folder"},
}  # fmt: skip
PAGES = {
    "site.yaml": "name: The Desk\naddress: https://desk.example/\npages:\n  guide: docs\n",
    "docs/index.md": "# Guide\n\n- [A part](part.md)\n",
}


def odd_site(root: Path, place: str, make: Callable[[Path], None]) -> Path:
    """The small site with something odd at ``place``."""
    written(root, FILES | PAGES)
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    return root


def test_whatever_lies_where_a_file_should_is_told_and_not_waited_for(figures: Figures, tmp_path: Path) -> None:
    every = [(place, name, make) for place, makes in PLACES.items() for name, make in makes.items()]
    chosen = every[:: figures.many(6, 1)]
    asked, named = [], []
    for at, (place, name, make) in enumerate(chosen):
        root = odd_site(tmp_path / str(at), place, make)
        content = place.startswith(("briefs", "site", "docs"))
        for command in (
            ["build"],
            ["check", "--pages"],
            ["check", "--format", "sarif"],
            ["check", "--color", "always"],
        ):
            if content or ("--format" not in command and "--color" not in command):
                asked.append([*COMMAND, *command, "--root", str(root)])
                named.append((name, place, *command))
    wrong, slowest, largest = [], 0.0, 0.0
    for it, found in zip(named, measured(asked, SOURCE_DATE_EPOCH=DAY), strict=True):
        slowest, largest = max(slowest, found["seconds"]), max(largest, found["megabytes"])
        told = (
            not odd(found["err"]) and ": error: " in found["err"]
            if it[2:] in (("build",), ("check", "--pages"))
            else True
        )
        if found["code"] != 1 or not told or "Traceback" in found["err"] or found["seconds"] > 10:
            wrong.append((it, found))
    note = f"at most {slowest:.2f} s of CPU time and {largest:.0f} MB"
    what = "commands over pipes, devices, circles of links, other encodings and files without end"
    figures.tell(Chapter.BAD_INPUT, what, len(asked), len(wrong), note)
    assert not wrong, wrong[:3]


def test_files_that_vanish_change_or_come_back_while_they_are_read_end_no_command_otherwise(
    figures: Figures, tmp_path: Path
) -> None:
    root = written(
        tmp_path, {**FILES, **{f"briefs/story-{at}.yaml": STORY.partition("actors:")[0] for at in range(20)}}
    )
    over = threading.Event()

    def restless() -> None:
        turn = 0
        while not over.is_set():
            turn += 1
            path = root / f"briefs/story-{turn % 20}.yaml"
            if turn % 3 == 0:
                path.unlink(missing_ok=True)
            elif turn % 3 == 1:
                path.write_text(STORY[: turn % len(STORY)])
            else:
                path.write_text(STORY.partition("actors:")[0])
            if turn % 7 == 0:
                (root / "briefs/deep").mkdir(exist_ok=True)
            elif turn % 7 == 3 and (root / "briefs/deep").is_dir():
                (root / "briefs/deep").rmdir()

    tried, wrong = figures.many(12, 300), []
    worker = threading.Thread(target=restless)
    worker.start()
    try:
        commands = [[*COMMAND, ("check", "build", "list")[at % 3], "--root", str(root)] for at in range(tried)]
        for found in measured(commands, SOURCE_DATE_EPOCH=DAY):
            if found["code"] not in (0, 1) or "Traceback" in found["err"]:
                wrong.append(found)
    finally:
        over.set()
        worker.join()
    figures.tell(Chapter.BAD_INPUT, "commands while files vanish, change and come back under them", tried, len(wrong))
    assert not wrong, wrong[:2]


def test_ten_thousand_files_are_told_about_in_one_run(figures: Figures, tmp_path: Path) -> None:
    number = figures.many(400, 10_000)
    for at in range(number):
        path = tmp_path / f"briefs/{at % 100}/story-{at}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("titel: T\n" if at % 2 else "title: [\n")
    (found,) = measured([[*COMMAND, "check", "--root", str(tmp_path)]])
    told = {line.partition(".yaml:")[0] for line in found["err"].splitlines() if ": error: " in line}
    note = f"{found['seconds']:.1f} s of CPU time"
    figures.tell(Chapter.BAD_INPUT, "wrong files told by one run", number, number - len(told), note)
    assert found["code"] == 1
    assert not odd(found["err"])
    assert len(told) == number


WRONG_USE = [
    *(["build", "--root", root] for root in ("", "/nowhere", "/dev/null", "x" * 5_000, "a\udcffb", "a\nb")),
    *(["build", "--output", output] for output in ("", "/", ".", "..", "/dev/null", "/dev/full", "/etc", "briefs")),
    *(["check", f"--jobs={jobs}"] for jobs in ("-1", "0", "1e9", "1001", "9" * 5_000, "", "１２", "NaN", " 3")),
    *(["check", f"--as-of={day}"] for day in ("2025-13-45", "2025-02-30", "", "today", "0001-01-01", "9999-12-31")),
    *(["check", f"--as-of={day}"] for day in ("20250511", "2025-W20-1", "\udcff", "２０２５-05-11")),
    *(["build", "--executor", at] for at in ("", "dask://[::1", "dask://\u2100:1", "dask://x:99999999", "ray://x")),
    *(["build", "--changed-files", at] for at in ("/nowhere/x", "/", "site.yaml", "briefs/bridge.yaml", "output/x")),
    *(["serve", "--port", port] for port in ("-1", "99999", "abc", "")),
    ["check", "--color", "purple"], ["check", "--format", "xml"], ["frobnicate"], ["--frob"], ["check", "extra"],
    ["explain", "nothing"], ["explain", "\udcff"], ["list", "nonsense"], ["diff", "x"], ["diff", "\udcff"],
    ["fmt", "nowhere.yaml"], ["fmt", "/dev/zero"], ["fmt", "/etc/passwd"], ["fmt", "\udcff"], ["draft", "nowhere"],
    ["draft", "/dev/zero"], ["new", "brief", ""], ["new", "brief", "\udcff"], ["new", "site", "/dev/null"],
    ["rename", "actor", "reed", "../x"], ["rename", "actor", "\udcff", "x"], ["promote", "nobody"],
    ["links", "--timeout", "-1"],
]  # fmt: skip


def test_nonsense_on_the_command_line_is_wrong_use_and_changes_nothing(figures: Figures, tmp_path: Path) -> None:
    root = written(tmp_path, FILES)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    chosen = WRONG_USE[:: figures.many(3, 1)]
    wrong = []
    for asked in chosen:
        command = [*COMMAND, *asked]
        done = subprocess.run(command, cwd=root, capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=False)
        told = done.stderr.decode("utf-8", "replace")
        if done.returncode != 2 or "Traceback" in told or not told.strip() or done.stdout:
            wrong.append((asked, done.returncode, told[-500:]))
    after = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    figures.tell(Chapter.BAD_INPUT, "command lines of nonsense refused as wrong use", len(chosen), len(wrong))
    assert not wrong, wrong[:5]
    assert after == before


ENVIRONMENTS: list[dict[str, str | None]] = [
    *({"SOURCE_DATE_EPOCH": epoch} for epoch in ("abc", "1e9", "9" * 30, "-99999999999", " ", "5.5", "253402300799")),
    *({"LC_ALL": name, "LANG": name} for name in ("nothing", "C", "POSIX", "tr_TR.UTF-8")),
    *({"PYTHONIOENCODING": encoding} for encoding in ("ascii", "latin-1", "utf-16")),
    *({"TZ": zone} for zone in ("Nowhere", ":/dev/zero", "\x01", "UTC-99")),
    *({"COLUMNS": columns} for columns in ("0", "-5", "abc", "1", "9" * 20)),
    *({"HOME": home} for home in (None, "", "/", "/nowhere")),
    {"TERM": "frob", "FORCE_COLOR": "1"}, {"PATH": ""}, {"PATH": None}, {"TMPDIR": "/nowhere"}, {"USER": None},
    {"PYTHONTZPATH": ""}, {"PYTHONOPTIMIZE": "2"}, {"PYTHONWARNINGS": "error"}, {"XDG_CACHE_HOME": "/dev/null"},
]  # fmt: skip


def test_nonsense_in_the_environment_ends_no_command_in_a_traceback(figures: Figures, tmp_path: Path) -> None:
    sound, faulty = written(tmp_path / "sound", FILES), written(tmp_path / "wrong", {"briefs/a.yaml": "titel: “ü”\n"})
    chosen = ENVIRONMENTS[:: figures.many(5, 1)]
    commands = [
        (["check"], sound, 0),
        (["build"], sound, 0),
        (["check", "--color=always"], faulty, 1),
        (["reference"], sound, 0),
    ]
    wrong, tried = [], 0
    for changes in chosen:
        environment = {name: value for name, value in {**os.environ, **changes}.items() if value is not None}
        for command, root, code in commands:
            tried += 1
            done = subprocess.run(
                [*COMMAND, *command], cwd=root, env=environment, capture_output=True, timeout=60, check=False
            )
            told = done.stderr.decode("utf-8", "replace")
            right = (2, code) if "SOURCE_DATE_EPOCH" in changes else (code,)
            if done.returncode not in right or "Traceback" in told:
                wrong.append((changes, command, done.returncode, told[-500:]))
    figures.tell(Chapter.BAD_INPUT, "commands in environments of nonsense", tried, len(wrong))
    assert not wrong, wrong[:5]


def test_a_reader_of_messages_who_goes_away_is_no_fault(figures: Figures, tmp_path: Path) -> None:
    root = written(tmp_path, {f"briefs/story-{at}.yaml": "titel: T\n" for at in range(300)})
    tried, wrong = figures.many(4, 40), []
    for _ in range(tried):
        child = subprocess.Popen([*COMMAND, "check"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert child.stderr
        assert child.stdout
        told = child.stderr.readline()
        child.stderr.close()
        child.stdout.close()
        if child.wait(timeout=60) != 1 or b"Traceback" in told:
            wrong.append(child.returncode)
    figures.tell(Chapter.BAD_INPUT, "commands whose reader went away after a line", tried, len(wrong))
    assert not wrong


def test_as_large_as_a_file_may_be_it_is_told_about_in_time(figures: Figures, tmp_path: Path) -> None:
    """Files of a megabyte that are little else than one sign or word."""
    units = [
        "[",
        "{",
        "- ",
        "a: ",
        "? ",
        "'",
        '"',
        "|\n",
        "&a ",
        "*a ",
        "!a ",
        "#",
        "\t",
        "a: b: c\n",
        "a:b\n",
        " a: b\n",
    ]
    units += [
        "a: [\n",
        'a: "\n',
        "a: |\n b\n",
        "---\n",
        "\\",
        ": ",
        ",",
        "- a\n",
        "a: 'b'c\n",
        "title:x\n",
        "  - of:b\n",
    ]
    chosen = units[:: figures.many(4, 1)]
    taken = {}
    for unit in chosen:
        data = (unit * (MAX_BYTES // len(unit))).encode()
        began = time.process_time()
        problems = town.read(tmp_path, {"briefs/town.yaml": data}).problems
        taken[unit] = time.process_time() - began
        assert problems
        assert all(map(town.well_formed, problems))
    slow = {unit: seconds for unit, seconds in taken.items() if seconds > 5}
    note = f"the slowest took {max(taken.values()):.2f} s of CPU time"
    figures.tell(Chapter.BAD_INPUT, "files of a megabyte of one sign or word read in time", len(taken), len(slow), note)
    assert not slow
