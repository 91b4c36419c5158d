import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from psoas_break.desktop.clock import FastClock, SteppedClock, SystemClock
from psoas_break.desktop.idle import choose_idle
from psoas_break.desktop.idle.at_once import ReadAtOnce
from psoas_break.desktop.idle.fast import FastIdle, FastSignals, ManualIdle
from psoas_break.desktop.idle.null import NullIdle


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


class RealSignals(ReadAtOnce):
    tells = tells_silence = True

    def __init__(self) -> None:
        self.span: timedelta | None = None
        self.returned: Callable[[], None] | None = None

    def tell_return(self, returned: Callable[[], None] | None) -> None:
        self.returned = returned

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        self.span = span
        fell()


def test_at_sixty_times_the_speed_silence_falls_sixty_times_as_soon(
    tmp_path: Path,
) -> None:
    clock = FastClock(file=tmp_path / "clock.json", speed=60, real=SystemClock())
    real, told = RealSignals(), list[str]()
    signals = FastSignals(real=real, clock=clock)
    signals.tell_silence(timedelta(minutes=1), lambda: told.append("silence"))
    assert (real.span, told) == (timedelta(seconds=1), ["silence"])
    signals.tell_silence(None, lambda: None)
    assert real.span is None


def test_who_is_told_of_a_return_is_told_at_any_speed(tmp_path: Path) -> None:
    clock = FastClock(file=tmp_path / "clock.json", speed=60, real=SystemClock())
    real, told = RealSignals(), list[str]()
    signals = FastSignals(real=real, clock=clock)
    signals.tell_return(lambda: told.append("back"))
    assert (signals.tells, signals.tells_silence) == (True, True)
    assert real.returned is not None
    real.returned()
    assert told == ["back"]


def test_what_is_unknown_stays_unknown_at_any_speed(tmp_path: Path) -> None:
    clock = FastClock(file=tmp_path / "clock.json", speed=60, real=SystemClock())
    assert FastIdle(real=NullIdle(), clock=clock).idle() is None


def test_at_speed_nought_idle_grows_with_the_time_advanced(tmp_path: Path) -> None:
    clock = SteppedClock(file=tmp_path / "clock.json", real=SystemClock())
    idle = ManualIdle(clock=clock)
    clock.advance(timedelta(hours=1), typing=True)
    clock.advance(timedelta(minutes=4))
    assert idle.idle() == timedelta(minutes=4)
