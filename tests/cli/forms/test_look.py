"""What is shown where: excerpts on terminals, single lines on pipes, colour as it is asked for."""

import io
import os
import pty

import pytest

from parley.cli.forms import look as module
from parley.cli.forms.look import Look, choose, look


@pytest.fixture(autouse=True)
def nothing_chosen():
    choose("auto")
    yield
    choose("auto")


@pytest.fixture
def terminal():
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        yield stream
    os.close(ours)


def seen(stream, **environ: str) -> tuple[bool, bool]:
    found = look(stream, environ)
    return found.whole, found.colour


def test_a_terminal_gets_excerpts_in_colour(terminal):
    assert seen(terminal, TERM="xterm") == (True, True)


def test_a_pipe_gets_neither():
    assert seen(io.StringIO(), TERM="xterm") == (False, False)


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}])
def test_a_terminal_without_colour_still_gets_excerpts(environ, terminal):
    assert seen(terminal, **{"TERM": "xterm", **environ}) == (True, False)


def test_an_empty_no_color_is_none(terminal):
    assert seen(terminal, TERM="xterm", NO_COLOR="") == (True, True)


def test_colour_can_be_forced_onto_a_pipe_by_the_environment():
    assert seen(io.StringIO(), FORCE_COLOR="1") == (True, True)
    assert seen(io.StringIO(), FORCE_COLOR="0") == (False, False)
    assert seen(io.StringIO(), FORCE_COLOR="") == (False, False)


def test_an_argument_is_heard_before_the_environment(terminal):
    choose("always")
    assert seen(io.StringIO(), NO_COLOR="1", TERM="dumb") == (True, True)
    choose("never")
    assert seen(terminal, FORCE_COLOR="1", TERM="xterm") == (True, False)
    assert seen(io.StringIO(), FORCE_COLOR="1") == (False, False)


def test_only_who_sits_before_a_screen_is_spared_a_flood(terminal):
    choose("always")
    assert look(terminal, {}).screen
    assert not look(io.StringIO(), {}).screen


@pytest.mark.parametrize(
    ("columns", "width"), [("100", 100), ("9", 40), ("500", 120), ("", 80), ("0", 80), ("x", 80), ("²", 80)]
)
def test_the_width_is_that_of_the_terminal_within_reason(columns, width):
    assert look(io.StringIO(), {"COLUMNS": columns}).width == width


def test_the_width_of_a_real_terminal_is_asked_for(terminal):
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 97, 0, 0))
    assert look(terminal, {}).width == 97


def test_what_can_be_chosen_is_what_the_argument_offers():
    assert module.CHOICES == ("auto", "always", "never")
    assert isinstance(look(io.StringIO(), {}), Look)
