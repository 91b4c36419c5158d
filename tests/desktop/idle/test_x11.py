"""Idle time as a real X server counts it, and what the server tells by itself."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.app.ports import IdleSignals
from psoas_break.desktop.idle import choose_idle, signals_of, x11
from psoas_break.desktop.idle.x11 import X11Idle
from tests.desktop.servers import Server

MOMENT = timedelta(milliseconds=200)
LONG = timedelta(hours=1)


@pytest.fixture
def idle(x: Server) -> Iterator[X11Idle]:
    made = X11Idle(x.address)
    yield made
    made.close()


class Told:
    """Counts how often it is told."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1

    def was_told(self, times: int) -> bool:
        return self.times == times


@pytest.fixture
def told() -> Told:
    return Told()


def press_a_key(x: Server) -> None:
    command = ["xdotool", "key", "a"]
    subprocess.run(command, env={"DISPLAY": x.address, "PATH": "/usr/bin"}, check=True)  # noqa: S603


def waits(idle: X11Idle, span: timedelta, qtbot: QtBot) -> None:
    """Let nobody touch anything for so long."""
    qtbot.waitUntil(lambda: (idle.idle() or timedelta()) >= span)


def hears_the_server_out(idle: X11Idle, qtbot: QtBot) -> None:
    """Hear all that the server has told by now: it answers after that."""
    idle._read = None
    idle.idle()
    qtbot.waitUntil(lambda: not idle._gone_off)


def test_idle_time_grows_while_nobody_touches_anything(
    idle: X11Idle, qtbot: QtBot
) -> None:
    before = idle.idle()
    assert before is not None
    waits(idle, before + MOMENT, qtbot)


def test_a_key_ends_it(x: Server, idle: X11Idle, qtbot: QtBot) -> None:
    waits(idle, 5 * MOMENT, qtbot)
    waited = idle.idle()
    assert waited is not None
    press_a_key(x)
    qtbot.waitUntil(lambda: (idle.idle() or waited) < waited)


def test_one_look_asks_the_server_once(
    idle: X11Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, asked = idle._server, Told()
    assert server is not None
    ask = server.idle_ms

    def counted() -> int:
        asked()
        return ask()

    monkeypatch.setattr(server, "idle_ms", counted)
    monkeypatch.setattr(x11, "SAME_LOOK_MS", 60_000)
    first, second = idle.idle(), idle.idle()
    monkeypatch.setattr(x11, "SAME_LOOK_MS", 0)
    idle.idle()
    assert asked.times == 2
    assert first is not None
    assert second is not None
    assert first <= second


def test_an_x11_session_has_it(x: Server) -> None:
    idle = choose_idle({"DISPLAY": x.address}).mechanism
    signals: IdleSignals = signals_of(idle)
    assert (idle.name, signals.tells, signals.tells_silence) == ("X11", True, True)


# The next input


def test_an_input_is_told_once(
    x: Server, idle: X11Idle, told: Told, qtbot: QtBot
) -> None:
    waits(idle, MOMENT, qtbot)
    idle.tell_return(told)
    press_a_key(x)
    qtbot.waitUntil(lambda: told.times > 0)
    press_a_key(x)
    hears_the_server_out(idle, qtbot)
    assert told.times == 1


def test_whoever_looks_then_is_told_of_the_next_one_too(
    x: Server, idle: X11Idle, told: Told, qtbot: QtBot
) -> None:
    seen: list[timedelta | None] = []

    def look() -> None:
        seen.append(idle.idle())
        idle.tell_return(look)
        told()

    waits(idle, MOMENT, qtbot)
    idle.tell_return(look)
    for times in (1, 2, 3):
        press_a_key(x)
        qtbot.waitUntil(partial(told.was_told, times))
        waits(idle, timedelta(milliseconds=20), qtbot)
    assert all(one is not None and one < MOMENT for one in seen)


def test_without_an_input_nothing_is_told(
    idle: X11Idle, told: Told, qtbot: QtBot
) -> None:
    idle.tell_return(told)
    hears_the_server_out(idle, qtbot)
    assert told.times == 0


def test_nobody_is_told_who_does_not_wait_any_more(
    x: Server, idle: X11Idle, told: Told, qtbot: QtBot
) -> None:
    waits(idle, MOMENT, qtbot)
    idle.tell_return(told)
    idle.tell_return(None)
    press_a_key(x)
    hears_the_server_out(idle, qtbot)
    assert told.times == 0


# Silence


def test_silence_is_told_when_it_falls(
    idle: X11Idle, told: Told, qtbot: QtBot, x: Server
) -> None:
    press_a_key(x)
    idle.tell_silence(MOMENT, told)
    before = idle.idle()
    qtbot.waitUntil(lambda: told.times > 0)
    after = idle.idle()
    assert before is not None
    assert after is not None
    assert before < MOMENT <= after


def test_it_is_told_again_after_each_input(
    x: Server, idle: X11Idle, told: Told, qtbot: QtBot
) -> None:
    idle.tell_silence(MOMENT, told)
    for times in (1, 2, 3):
        qtbot.waitUntil(partial(told.was_told, times))
        press_a_key(x)


def test_silence_that_has_fallen_already_is_told_soon(
    idle: X11Idle, told: Told, qtbot: QtBot
) -> None:
    waits(idle, MOMENT, qtbot)
    idle.tell_silence(MOMENT, told)
    assert told.times == 0  # not while it is being asked for
    qtbot.waitUntil(lambda: told.times > 0)
    hears_the_server_out(idle, qtbot)
    assert told.times == 1


def test_the_same_span_again_changes_nothing_but_who_is_told(
    idle: X11Idle, told: Told, qtbot: QtBot
) -> None:
    waits(idle, MOMENT, qtbot)
    idle.tell_silence(MOMENT, lambda: None)
    idle.tell_silence(MOMENT, told)
    qtbot.waitUntil(lambda: told.times > 0)
    idle.tell_silence(MOMENT, told)
    hears_the_server_out(idle, qtbot)
    assert told.times == 1


@pytest.mark.parametrize("then", [LONG, None])
def test_only_the_span_asked_for_last_is_told(
    idle: X11Idle, told: Told, qtbot: QtBot, then: timedelta | None
) -> None:
    idle.tell_silence(MOMENT, told)
    idle.tell_silence(then, told)
    waits(idle, 2 * MOMENT, qtbot)
    hears_the_server_out(idle, qtbot)
    assert told.times == 0


def test_what_comes_in_with_an_answer_is_not_lost(
    x: Server, idle: X11Idle, told: Told, qtbot: QtBot
) -> None:
    waits(idle, MOMENT, qtbot)
    idle.tell_return(told)
    press_a_key(x)
    # No turn of the event loop lies between the key and these questions.
    while not idle._gone_off:
        idle._read = None
        idle.idle()
    assert told.times == 0
    qtbot.waitUntil(lambda: told.times == 1)


def test_what_others_do_to_the_keyboard_is_no_input(
    x: Server, idle: X11Idle, told: Told, qtbot: QtBot
) -> None:
    if not shutil.which("xmodmap"):
        pytest.skip("needs xmodmap")
    idle.tell_return(told)
    command = ["xmodmap", "-e", "keycode 249 = F20"]  # every program is told of it
    subprocess.run(command, env={"DISPLAY": x.address, "PATH": "/usr/bin"}, check=True)  # noqa: S603
    hears_the_server_out(idle, qtbot)
    assert told.times == 0


# The end of the server


def test_when_the_server_dies_nobody_knows_and_it_is_said_once(
    x: Server, idle: X11Idle, caplog: pytest.LogCaptureFixture
) -> None:
    x.kill()
    assert [idle.idle(), idle.idle()] == [None, None]
    assert caplog.text.count("unknown from now on") == 1


def test_whoever_waits_learns_it_without_asking(
    x: Server,
    idle: X11Idle,
    told: Told,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    idle.tell_return(told)
    idle.tell_silence(LONG, told)
    x.kill()
    qtbot.waitUntil(lambda: "unknown from now on" in caplog.text)
    assert (idle.idle(), idle._hears.isEnabled()) == (None, False)


def test_after_its_end_nothing_can_be_waited_for(
    x: Server, idle: X11Idle, told: Told
) -> None:
    x.kill()
    assert idle.idle() is None
    idle.tell_return(told)
    idle.tell_silence(MOMENT, told)
    idle.tell_return(None)
    idle.tell_silence(None, told)
    assert told.times == 0
