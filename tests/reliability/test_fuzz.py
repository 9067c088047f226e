"""Whatever bytes come in, what is promised of them holds: of those that broke a promise once, of damaged briefs, of the
slowest prose there is, and in the long form of what a fuzzer finds that is led by the code it reaches."""

from __future__ import annotations

import os
import random
import re
import subprocess
import time
from pathlib import Path

import pytest

from parley.model.forms import LONGEST
from parley.model.keys import Kind
from parley.model.page import Prose
from parley.read.brief import brief_read
from parley.read.files import SourceFile
from parley.render.prose import line_html, prose_html
from tests.read.town import well_formed
from tests.reliability.figures import Chapter, Figures
from tests.reliability.fuzz.seeds import SLOW
from tests.reliability.fuzz.targets import SEEDS, TARGETS, found
from tests.sites import ROOT

LIMIT = 2  # seconds that any text within the limits of the format may take
PIECES = [
    *(
        b"\t",
        b"\n",
        b"  ",
        b":",
        b": ",
        b"-",
        b"- ",
        b"#",
        b"[",
        b"]",
        b"{",
        b"}",
        b'"',
        b"'",
        b"`",
        b"|",
        b">",
        b"&a ",
        b"*a ",
    ),
    *(b"!", b"%", b"@", b",", b"?", b"\\", b"~", b"<<: ", b"---\n", b"...\n", b"\r", b"\0", b"\xff", b"\xe2\x80\xae"),
    *(
        b"\xef\xbb\xbf",
        b"[[",
        b"]]",
        b"[^",
        b"2025-02-30",
        b"title:",
        b"of: ",
        b"no",
        b"x" * 3_000,
        b"[" * 60,
        b"\xc2\x85",
    ),
]


@pytest.mark.parametrize("target", TARGETS)
def test_what_broke_a_promise_once_and_what_fuzzing_sets_out_from_keep_it(target: str) -> None:
    for data in [*(file.read_bytes() for file in found(target)), *SEEDS[target]]:
        TARGETS[target](data)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """``data`` with a few things in it that a slip of the hand, a program or a disk may do to it."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        at, other = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
        lines = data.split(b"\n")
        row, length = chance.randrange(len(lines)), chance.randrange(1, 40)
        match chance.randrange(9):
            case 0:
                data = data[:at] + chance.choice(PIECES) + data[at:]
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case 3:
                data = data[:at]
            case 4:
                data = data[:at] + data[other : other + length] + data[at:]
            case 5:
                data = b"\n".join([*lines[: row + 1], *lines[row:]])
            case 6:
                data = b"\n".join([*lines[:row], *lines[row + chance.randrange(1, 5) :]])
            case 7:
                lines[row] = b" " * chance.randrange(9) + lines[row].lstrip()
                data = b"\n".join(lines)
            case _:
                lines[row] = lines[row].replace(b": ", chance.choice((b":", b" ", b" : ", b":  - ", b": |\n")), 1)
                data = b"\n".join(lines)
    return data


def test_a_real_brief_that_was_damaged_ends_in_messages_and_never_otherwise(figures: Figures) -> None:
    sound = [path.read_bytes() for path in sorted((ROOT / "briefs").glob("*.yaml"))]
    chance, tried, wrong, slowest = random.Random(204), figures.many(400, 40_000), [], 0.0
    for at in range(tried):
        data = damaged(sound[at % len(sound)], chance)
        began = time.process_time()
        try:
            read = brief_read(SourceFile("briefs/a.yaml", data, "a"), "Europe/Kyiv")
            fine = all(map(well_formed, read.problems)) and bool(read.problems or read.whole)
        except Exception as error:  # the figure counts them; the assertion shows them
            fine = False
            wrong.append((data[:2_000], repr(error)))
        slowest = max(slowest, time.process_time() - began)
        if not fine:
            wrong.append((data[:2_000], "not told as promised"))
    told = f"the slowest took {slowest:.2f} s of CPU time"
    what = "real briefs, damaged, that end in messages and no other exception"
    figures.tell(Chapter.BAD_INPUT, what, tried, len(wrong), told)
    assert not wrong, wrong[:2]
    assert slowest <= LIMIT


def test_no_prose_within_the_limits_takes_longer_than_two_seconds(figures: Figures) -> None:
    """Texts as long as they may be: what readers of Markdown are slow at, repeated up to the end or up to where a limit
    on its number is near, with words or signs behind it; and the slowest over again, with something in them changed."""
    chance, rounds = random.Random(7), figures.many(100, 6_000)
    longest, known = LONGEST[Kind.PROSE], [unit.decode() for unit in SLOW]
    times: list[tuple[float, str, int, str]] = []

    def timed(unit: str, number: int, rest: str) -> None:
        text = (unit * number + rest * longest)[:longest]
        began = time.process_time()
        prose_html(Prose(text=text))
        line_html(Prose(text=text[: LONGEST[Kind.LINE]]))
        times.append((time.process_time() - began, unit, number, rest))

    for unit in known:
        timed(unit, longest, " ")
        timed(unit, 395, "word ")
    while len(times) < rounds:
        if chance.random() < 0.5:
            unit = "".join(chance.choices(known, k=chance.randint(1, 5)))
        else:
            times.sort(reverse=True)
            _, unit, *_ = chance.choice(times[:20])
            at = chance.randrange(len(unit) + 1)
            unit = unit[:at] + chance.choice(known) + unit[at + chance.randrange(3) :]
        timed(unit, chance.choice((58, 395, 990, 1_990, longest)), chance.choice(("word ", *known)))
    slow = [each for each in times if each[0] > LIMIT]
    told = f"{longest:,} letters; the slowest took {max(times)[0]:.2f} s of CPU time"
    figures.tell(
        Chapter.BAD_INPUT, "prose of the length that is allowed, set within two seconds", len(times), len(slow), told
    )
    assert not slow, slow[:5]


@pytest.mark.parametrize("target", TARGETS)
def test_a_fuzzer_led_by_the_code_it_reaches_finds_nothing(target: str, figures: Figures, tmp_path: Path) -> None:
    fuzzer = os.environ.get("FUZZER")
    if not (figures.long and fuzzer):
        pytest.skip("part of `make test-long`, which names the Python with atheris in FUZZER")
    seconds = int(os.environ.get("FUZZING_SECONDS", "600"))
    command = [fuzzer, "-m", "tests.reliability.fuzz", target, "--seconds", str(seconds), "--keep", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=seconds * 2 + 300, check=False)
    runs = re.search(r"^Done (\d+) runs", done.stderr, re.MULTILINE)
    kept = [path for path in (tmp_path / target).iterdir() if path.name.startswith(("crash-", "timeout-", "oom-"))]
    slowest = (tmp_path / target / "slowest").read_bytes()
    began = time.process_time()
    TARGETS[target](slowest)
    taken = time.process_time() - began
    told = (
        f"{seconds} s, {done.stderr.count('NEW')} inputs that reached new code; the slowest, on its own, {taken:.2f} s"
    )
    tried = int(runs[1]) if runs else done.stderr.count("\n")
    figures.tell(Chapter.BAD_INPUT, f"inputs of a fuzzer for {target}", tried, len(kept), told)
    assert done.returncode == 0, [path.read_bytes()[:500] for path in kept] or done.stderr[-2_000:]
    assert taken <= LIMIT
