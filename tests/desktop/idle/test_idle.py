import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.clock import FastClock, SteppedClock, SystemClock
from psoas_break.desktop.idle import choose_idle, x11
from psoas_break.desktop.idle.fast import FastIdle, ManualIdle
from psoas_break.desktop.idle.null import NullIdle
from psoas_break.desktop.idle.x11 import X11Idle
from tests.desktop.servers import Server, x_server

MOMENT = timedelta(milliseconds=200)


@pytest.fixture
def x() -> Iterator[Server]:
    if not shutil.which("Xvfb"):
        pytest.skip("needs Xvfb")
    with x_server() as server:
        yield server


def press_a_key(x: Server) -> None:
    command = ["xdotool", "key", "a"]
    subprocess.run(command, env={"DISPLAY": x.address, "PATH": "/usr/bin"}, check=True)  # noqa: S603


def test_idle_time_grows_while_nobody_touches_anything(x: Server, qtbot: QtBot) -> None:
    idle = choose_idle({"DISPLAY": x.address}).mechanism
    before = idle.idle()
    assert before is not None
    qtbot.waitUntil(lambda: (idle.idle() or before) >= before + MOMENT)


def test_a_key_ends_it(x: Server, qtbot: QtBot) -> None:
    idle = choose_idle({"DISPLAY": x.address}).mechanism
    before = idle.idle()
    assert before is not None
    qtbot.waitUntil(lambda: (idle.idle() or before) >= before + 5 * MOMENT)
    waited = idle.idle()
    assert waited is not None
    press_a_key(x)
    qtbot.waitUntil(lambda: (idle.idle() or waited) < waited)


def test_one_look_asks_the_server_once(
    x: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle = X11Idle(x.address)
    asked: list[str] = []
    ask = idle._ask

    def counted(request: str, *arguments: Any, size: int | None) -> bytes:
        asked.append(request)
        return ask(request, *arguments, size=size)

    monkeypatch.setattr(idle, "_ask", counted)
    monkeypatch.setattr(x11, "SAME_LOOK_MS", 60_000)
    first, second = idle.idle(), idle.idle()
    monkeypatch.setattr(x11, "SAME_LOOK_MS", 0)
    idle.idle()
    idle.close()
    assert asked == ["query_counter", "query_counter"]
    assert first is not None
    assert second is not None
    assert first <= second


def test_it_names_itself(x: Server) -> None:
    assert choose_idle({"DISPLAY": x.address}).mechanism.name == "X11"


def test_when_the_server_dies_nobody_knows_and_it_is_said_once(
    x: Server, caplog: pytest.LogCaptureFixture
) -> None:
    idle = choose_idle({"DISPLAY": x.address}).mechanism
    x.kill()
    assert [idle.idle(), idle.idle()] == [None, None]
    assert caplog.text.count("unknown from now on") == 1


@pytest.mark.parametrize(
    ("environ", "reason"),
    [
        ({}, "there is no X server"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "Wayland"),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, "Wayland"),
        ({"DISPLAY": "nowhere:77"}, "nowhere:77"),
    ],
)
def test_a_session_that_cannot_say_says_why(
    environ: dict[str, str], reason: str
) -> None:
    choice = choose_idle(environ)
    assert (choice.mechanism.name, choice.mechanism.idle()) == ("unknown", None)
    assert reason in choice.why


@pytest.mark.parametrize("system", sorted({"win32", "darwin"} - {sys.platform}))
def test_without_the_libraries_of_its_system_idle_time_is_unknown(system: str) -> None:
    assert choose_idle({}, system).mechanism.idle() is None


class RealIdle:
    name = "real"

    def idle(self) -> timedelta | None:
        return timedelta(seconds=3)


def test_three_still_seconds_are_three_minutes_at_sixty_times_the_speed(
    tmp_path: Path,
) -> None:
    clock = FastClock(file=tmp_path / "clock.json", speed=60, real=SystemClock())
    idle = FastIdle(real=RealIdle(), clock=clock)
    assert (idle.name, idle.idle()) == ("real", timedelta(minutes=3))


def test_what_is_unknown_stays_unknown_at_any_speed(tmp_path: Path) -> None:
    clock = FastClock(file=tmp_path / "clock.json", speed=60, real=SystemClock())
    assert FastIdle(real=NullIdle(), clock=clock).idle() is None


def test_at_speed_nought_idle_grows_with_the_time_advanced(tmp_path: Path) -> None:
    clock = SteppedClock(file=tmp_path / "clock.json", real=SystemClock())
    idle = ManualIdle(clock=clock)
    clock.advance(timedelta(hours=1), typing=True)
    clock.advance(timedelta(minutes=4))
    assert idle.idle() == timedelta(minutes=4)
