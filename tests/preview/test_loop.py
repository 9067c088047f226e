from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from parley.preview.built import Built
from parley.preview.loop import APART, BREATH, HALF, PATIENCE, QUIET, BuildLoop
from tests.preview.conftest import eventually


class Bench:
    """A build loop over a counting builder that can be held in the midst of a build."""

    def __init__(self) -> None:
        self.delivered: list[Built] = []
        self.builds = 0
        self.begun = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()
        self.fault: BaseException | None = None
        self.loop = BuildLoop(self.build, self.delivered.append)

    def build(self) -> Built:
        self.builds += 1
        self.begun.set()
        assert self.go_on.wait(5)
        if self.fault is not None:
            raise self.fault
        return Built({}, (), f"built {self.builds}")

    def settle(self) -> None:
        time.sleep(PATIENCE + 3 * QUIET)


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.go_on.set()
    bench.loop.stop(5)


def test_it_builds_once_at_the_start_and_not_again_without_a_change(bench):
    bench.loop.start()
    assert eventually(lambda: len(bench.delivered) == 1)
    bench.settle()
    assert bench.builds == 1


def test_the_changes_of_one_save_are_one_build(bench):
    bench.loop.start()
    assert eventually(lambda: len(bench.delivered) == 1)
    for path in ("a", "b", "a"):
        bench.loop.change(path)
        time.sleep(QUIET / 6)
    bench.settle()
    assert bench.builds == 2


def test_changes_without_end_are_built_all_the_same(bench):
    bench.loop.start()
    assert eventually(lambda: len(bench.delivered) == 1)
    end = time.monotonic() + 0.7
    while time.monotonic() < end:
        bench.loop.change("a")
        time.sleep(0.001)
    bench.settle()
    assert 3 <= bench.builds <= 2 + 0.9 / QUIET


def test_a_file_that_is_being_written_is_waited_for(bench):
    bench.loop.start()
    assert eventually(lambda: len(bench.delivered) == 1)
    bench.loop.change("a", being_written=True)
    time.sleep(PATIENCE + 0.2)
    assert bench.builds == 1
    bench.loop.change("a")
    assert eventually(lambda: bench.builds == 2, 0.3)


def test_a_change_during_a_build_is_built_after_it(bench):
    bench.go_on.clear()
    bench.loop.start()
    assert bench.begun.wait(5)
    bench.loop.change("a")
    bench.go_on.set()
    assert eventually(lambda: bench.builds == 2)
    bench.settle()
    assert bench.builds == 2


def test_where_something_was_missed_no_end_of_a_writing_is_waited_for(bench):
    bench.loop.start()
    assert eventually(lambda: len(bench.delivered) == 1)
    bench.loop.change("a", being_written=True)
    bench.loop.change("")
    assert eventually(lambda: bench.builds == 2, HALF / 2)


def test_a_file_that_is_never_closed_is_not_waited_for_without_end(bench):
    bench.loop.start()
    assert eventually(lambda: len(bench.delivered) == 1)
    bench.loop.change("a", being_written=True)
    assert eventually(lambda: bench.builds == 2, HALF + 0.5)


@pytest.mark.parametrize("fault", [KeyError("x"), RecursionError("deep\nand deeper"), SystemExit(3), AssertionError()])
def test_a_builder_that_raises_becomes_a_problem_in_one_line_and_the_next_build_is_made(bench, fault):
    bench.fault = fault
    bench.loop.start()
    assert eventually(lambda: len(bench.delivered) == 1)
    built = bench.delivered[0]
    assert built.site is None
    assert built.note.startswith(f"the build stopped unexpectedly: {type(fault).__name__}")
    assert "\n" not in built.note
    assert built.problems[0].message == built.note
    assert "test_loop.py" in built.problems[0].excerpt
    bench.fault = None
    bench.loop.change("a")
    assert eventually(lambda: bench.delivered[-1].site == {})


def test_what_is_no_built_value_is_a_problem_too():
    delivered = []

    def deliver(built):
        delivered.append(built.site)

    loop = BuildLoop(lambda: None, deliver)
    loop.start()
    assert eventually(lambda: delivered == [None])
    loop.stop(5)


def test_a_build_that_outlasts_the_end_is_not_delivered(bench):
    bench.go_on.clear()
    bench.loop.start()
    assert bench.begun.wait(5)
    start = time.monotonic()
    bench.loop.stop(0.05)
    assert time.monotonic() - start < 0.3
    bench.go_on.set()
    bench.settle()
    assert bench.delivered == []


def steps(done: list[int], number: int, until: int = 1_000_000) -> Iterator[Built | None]:
    """The rest of a build: steps without news, then what is known at its end."""
    for _ in range(until):
        done.append(number)
        time.sleep(0.001)
        yield None
    yield Built({}, (), f"all of {number}")


def test_the_rest_of_a_build_is_done_while_nothing_is_due_and_left_off_for_a_change():
    done: list[int] = []
    delivered: list[str] = []
    builds = iter(range(1, 9))

    def build() -> Built:
        number = next(builds)
        return Built({}, (), f"built {number}", rest=steps(done, number, 1_000_000 if number == 1 else 20))

    loop = BuildLoop(build, lambda built: delivered.append(built.note))
    loop.start()
    assert eventually(lambda: len(done) > 5)
    changed = time.monotonic()
    loop.change("a")
    assert eventually(lambda: "built 2" in delivered)
    assert time.monotonic() - changed < QUIET + 0.2
    assert eventually(lambda: delivered[-1] == "all of 2")
    assert delivered == ["built 1", "built 2", "all of 2"]
    assert done[-20:] == [2] * 20
    loop.stop(5)


def test_those_who_look_get_time_to_fetch_before_the_rest_goes_on():
    done: list[int] = []
    at: list[float] = []
    loop = BuildLoop(lambda: Built({}, (), "", rest=steps(done, 1)), lambda _: at.append(time.monotonic()))
    loop.start()
    assert eventually(lambda: done)
    assert time.monotonic() - at[0] >= BREATH
    loop.stop(5)


def test_a_rest_that_raises_is_told_and_the_next_change_is_built(bench):
    def rest() -> Iterator[Built | None]:
        yield None
        raise KeyError("late")

    bench.build = lambda: Built({}, (), "good", rest=rest())
    delivered: list[Built] = []
    loop = BuildLoop(bench.build, delivered.append)
    loop.start()
    assert eventually(lambda: len(delivered) == 2)
    assert "late" in delivered[1].note
    loop.change("a")
    assert eventually(lambda: len(delivered) > 2 and delivered[2].note == "good")
    loop.stop(5)


def time_to_build(bench: Bench) -> float:
    """The seconds from the end of a save to its build."""
    bench.loop.change("a", being_written=True)
    began, before = time.monotonic(), bench.builds
    bench.loop.change("a")
    assert eventually(lambda: bench.builds > before, 1, step=0.001)
    return time.monotonic() - began


def test_a_save_that_is_over_is_built_at_once_but_not_one_of_many(bench):
    """At once on one try of five at least, on a machine that is busy."""
    bench.loop.start()
    assert eventually(lambda: len(bench.delivered) == 1)
    alone, together = [], []
    for _ in range(5):
        time.sleep(APART + 0.05)
        alone.append(time_to_build(bench))
        together.append(time_to_build(bench))
    assert min(alone) < QUIET
    assert min(together) >= QUIET


def test_the_end_of_one_writing_is_not_that_of_another(bench):
    bench.loop.start()
    assert eventually(lambda: len(bench.delivered) == 1)
    time.sleep(APART + 0.05)
    bench.loop.change("a", being_written=True)
    bench.loop.change("b", being_written=True)
    bench.loop.change("b")
    time.sleep(2 * QUIET)
    assert bench.builds == 1
    bench.loop.change("a")
    assert eventually(lambda: bench.builds == 2, 1)
