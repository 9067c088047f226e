"""The whole command where something is scarce: memory, files, room on the disk, the right to write."""

from __future__ import annotations

import resource
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.reliability.commands import Command, told
from tests.reliability.figures import Chapter, Figures

MILLION = 1_000_000
LIMITS = {
    "address space": (resource.RLIMIT_AS, [20, 40, 60, 80, 100, 150, 200], MILLION),
    "data": (resource.RLIMIT_DATA, [10, 20, 30, 40, 60, 100], MILLION),
    "open files": (resource.RLIMIT_NOFILE, [5, 6, 8, 10, 12, 14, 16, 20, 30], 1),
    "size of a file": (resource.RLIMIT_FSIZE, [0, 1, 10, 30, 100, 1000], 1_000),
}
# Where Python itself can't begin.
BEFORE_PARLEY = ("ImportError", "MemoryError", "SystemError: error return", "OSError: [Errno 24]", "Fatal Python error")
MOUNTS = shutil.which("unshare") and not subprocess.run(["unshare", "-m", "true"], check=False).returncode
needs_mounts = pytest.mark.skipif(not MOUNTS, reason="mounting is not permitted here")


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Command:
    return Command(tmp_path_factory.mktemp("desks") / "desk")


def mounted(mounts: str, command: Command) -> subprocess.CompletedProcess[str]:
    """What the command does where such mounts are made; they go with it."""
    return command.build(before=["unshare", "-m", "sh", "-ec", f'cd "{command.root}"; {mounts}; exec "$@"', "sh"])


@pytest.mark.parametrize("what", LIMITS)
def test_where_something_is_scarce_that_is_told_in_a_line_and_the_old_site_stays(
    command: Command, figures: Figures, what: str
) -> None:
    limit, amounts, unit = LIMITS[what]
    faults, done_all_the_same = [], 0
    tried = amounts if figures.long else amounts[1::3]
    for amount in tried:
        other = 3 - command.now
        command.edit(other)
        done = command.build(before=["prlimit", f"--{option(limit)}={amount * unit}:"])
        stands, said = command.stands(), told(done.stderr)
        early = done.returncode and "parley: " not in done.stderr and any(why in done.stderr for why in BEFORE_PARLEY)
        fine = (
            stands == other or "no full-text search" in done.stderr
            if done.returncode == 0
            else stands == command.now and (early or (done.returncode == 1 and len(said) <= 1))
        )
        done_all_the_same += done.returncode == 0
        if not fine or ("Traceback" in done.stderr and not early):
            faults.append((amount, done.returncode, stands, "; ".join(said[-3:])))
        if command.build().returncode or command.stands() != other or command.litter():
            faults.append((amount, "not right after the next build", command.litter()))
        command.now = other
    note = f"{done_all_the_same} built all the same"
    figures.tell(Chapter.FAULTS, f"limits on: {what}", len(tried), len(faults), note)
    assert faults == []


def option(limit: int) -> str:
    return {
        resource.RLIMIT_AS: "as",
        resource.RLIMIT_DATA: "data",
        resource.RLIMIT_NOFILE: "nofile",
        resource.RLIMIT_FSIZE: "fsize",
    }[limit]


@needs_mounts
def test_a_site_is_built_of_sources_beside_which_nothing_can_be_written(command: Command) -> None:
    command.edit(command.now)
    before = {path: path.read_bytes() for path in command.root.rglob("*") if path.is_file()}
    read_only = "mount --bind . .; mount -o remount,ro,bind .; cd ."
    for _ in range(2):
        done = mounted(f'{read_only}; set -- "$@" --output {command.root}/../elsewhere', command)
        assert done.returncode == 0, done.stderr
        assert len(told(done.stderr)) <= 1
    assert {path: path.read_bytes() for path in command.root.rglob("*") if path.is_file()} == before
    shutil.rmtree(command.root / "output")
    shutil.copytree(command.root.parent / "elsewhere", command.root / "output")
    assert command.stands() == command.now


@needs_mounts
def test_an_output_that_can_t_be_written_is_told(command: Command) -> None:
    other = 3 - command.now
    command.edit(other)
    done = mounted("mount --bind . .; mount -o remount,ro,bind .", command)
    assert done.returncode == 1
    assert told(done.stderr)[-1].endswith("/output: Read-only file system; the site published before is untouched")
    assert "Traceback" not in done.stderr
    assert command.stands() == command.now


@needs_mounts
@pytest.mark.parametrize("free", [0, 20, 60])
def test_a_full_disk_is_told_and_what_was_there_stays(tmp_path: Path, free: int) -> None:
    """All of it lies on that disk: sources, memory and output; there is no spare, whose room could be used."""
    command = Command(tmp_path / "desk")
    command.edit(3 - command.now)
    shutil.rmtree(command.root / ".parley")
    root = command.root
    made = f"cp -a {root} ../copy; mount -t tmpfs -o size=8m none {root}; cp -a ../copy/. {root}; cd {root}"
    filled = f"dd if=/dev/zero of=tmp/fill bs=1k 2>/dev/null || true; truncate -s -{free}k tmp/fill"
    line = [
        "sh",
        "-ec",
        f'cd {root}; {made}; {filled}; "$@" || echo $? > {tmp_path}/code; cp -a output {tmp_path}/seen',
    ]
    done = command.build(before=["unshare", "-m", *line, "sh"])
    assert (tmp_path / "code").read_text() == "1\n", done.stderr
    assert told(done.stderr)[-1].startswith("parley: ")
    assert told(done.stderr)[-1].endswith("No space left on device; the site published before is untouched")
    assert "Traceback" not in done.stderr
    shutil.rmtree(root / "output")
    (tmp_path / "seen").rename(root / "output")
    assert command.stands() == command.now
