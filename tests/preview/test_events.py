from __future__ import annotations

import asyncio

import msgspec
import pytest

from parley.preview import events
from parley.preview.built import Built, Shown
from parley.preview.events import MOST_SHOWN, Board, Edit, problem_news, site_news
from parley.preview.showing import Showing, showing_after
from tests.preview.conftest import in_own_loop

GOOD = showing_after(None, Built({"a": b"1"}, (), ""))
BETTER = showing_after(GOOD, Built({"a": b"2"}, (), ""))


def told(messages: bytes) -> dict[str, dict[str, object]]:
    """The data by name of event."""
    found = {}
    for message in messages.decode().strip().split("\n\n"):
        name, data = message.split("\n")
        found[name.removeprefix("event: ")] = msgspec.json.decode(data.removeprefix("data: "))
    return found


def run(coroutine_of_board):
    async def main():
        board = Board()
        board.open(asyncio.get_running_loop())
        async with asyncio.timeout(5):
            return await coroutine_of_board(board)

    return in_own_loop(main())


def news(showing: Showing, edit: Edit | None = None) -> bytes:
    """What one who comes now is told."""
    return problem_news(showing, edit) + site_news(showing)


def test_a_line_break_in_a_problem_does_not_break_the_message():
    shown = Shown("a\nb", 1, 1, "error", "x\r\ny\n\nevent: site\ndata: 1", "z\n\n")
    assert told(news(Showing(None, 0, "g", (shown,))))["problems"]["problems"] == [
        {**msgspec.to_builtins(shown), "near": [], "mend": [], "edit": ""}
    ]


def test_a_file_name_that_is_no_unicode_is_told_as_well_as_can_be():
    shown = Shown("caf\udce9.yaml", 1, 1, "error", "x")
    assert told(news(Showing(None, 0, "g", (shown,))))["problems"]["problems"][0]["file"] == "caf?.yaml"


def test_of_very_many_problems_the_errors_come_first_and_the_rest_is_counted():
    warnings = [Shown("a", n, 0, "warning", "w") for n in range(500)]
    errors = [Shown("b", n, 0, "error", "e") for n in range(3)]
    data = told(news(Showing(None, 0, "g", (*warnings, *errors))))["problems"]
    assert (data["errors"], data["warnings"], len(data["problems"])) == (3, 500, MOST_SHOWN)
    assert [one["severity"] for one in data["problems"][:4]] == ["error"] * 3 + ["warning"]


def test_a_listener_hears_what_is_current_at_once_and_then_each_change():
    async def listen(board: Board):
        board.post(GOOD)
        stream = board.stream()
        heard = [await anext(stream), await anext(stream)]
        board.post(BETTER)
        heard.append(await anext(stream))
        await stream.aclose()
        return heard, board.listeners

    heard, listeners = run(listen)
    assert heard == [b"retry: 400\n\n", news(GOOD), site_news(BETTER)]  # the problems are the same
    assert listeners == 0


def test_a_slow_listener_gets_the_newest_and_no_queue_of_old_news():
    async def listen(board: Board):
        stream = board.stream()
        await anext(stream)
        for number in range(1000):
            board.post(showing_after(None, Built({"a": b"%d" % number}, (), "")))
            await asyncio.sleep(0)
        newest = await anext(stream)
        await stream.aclose()
        return newest

    last = showing_after(None, Built({"a": b"999"}, (), ""))
    assert run(listen) == news(last)


def test_a_quiet_stream_gives_signs_of_life(monkeypatch):
    monkeypatch.setattr(events, "BEAT", 0.01)

    async def listen(board: Board):
        board.post(GOOD)
        stream = board.stream()
        heard = [await anext(stream) for _ in range(4)]
        await stream.aclose()
        return heard[2:]

    assert run(listen) == [b"event: beat\ndata: 1\n\n"] * 2


def test_closing_the_board_ends_every_stream_and_every_wait():
    async def listen(board: Board):
        async def all_of_a_stream():
            return [message async for message in board.stream()]

        streams = [asyncio.create_task(all_of_a_stream()) for _ in range(50)]
        waiting = asyncio.create_task(board.ready())
        await asyncio.sleep(0)
        board.close()
        await asyncio.gather(*streams)
        return await waiting

    assert run(listen) is None


def test_a_request_before_the_first_build_waits_for_it():
    async def listen(board: Board):
        waiting = asyncio.create_task(board.ready())
        await asyncio.sleep(0.01)
        assert not waiting.done()
        await asyncio.to_thread(board.post, GOOD)
        return await waiting

    assert run(listen) is GOOD


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_build_that_ends_while_nobody_can_listen_disturbs_nothing(when):
    board = Board()
    if when == "after":
        loop = asyncio.new_event_loop()
        board.open(loop)
        loop.close()
    board.post(GOOD)
    assert board.showing is GOOD
