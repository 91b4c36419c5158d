"""Idle time on the other systems, with their calls replaced."""

import ctypes
from datetime import timedelta
from types import SimpleNamespace

import pytest

from psoas_break.desktop.idle import choose_idle, macos, windows
from psoas_break.desktop.idle.macos import MacIdle
from psoas_break.desktop.idle.windows import LastInput, WindowsIdle

THREE_SECONDS = timedelta(seconds=3)


@pytest.mark.parametrize(
    ("last", "now", "idle"),
    [
        (1000, 4000, THREE_SECONDS),
        (2**32 - 1000, 2000, THREE_SECONDS),
        (1000, 1000, timedelta()),
        (None, 1000, None),
    ],
)
def test_windows_counts_from_the_last_input(
    last: int | None,
    now: int,
    idle: timedelta | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(windows, "last_input", lambda: last)
    monkeypatch.setattr(windows, "ticks", lambda: now)
    assert WindowsIdle().idle() == idle


def test_the_structure_is_as_windows_lays_it_out() -> None:
    assert ctypes.sizeof(LastInput) == 8


@pytest.mark.parametrize(("seconds", "idle"), [(3.0, THREE_SECONDS), (-1.0, None)])
def test_macos_counts_from_the_last_event(
    seconds: float, idle: timedelta | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    def since(source: int, kind: int) -> float:
        asked.append((source, kind))
        return seconds

    framework = SimpleNamespace(CGEventSourceSecondsSinceLastEventType=since)
    monkeypatch.setattr(macos, "services", lambda: framework)
    assert MacIdle().idle() == idle
    assert asked == [(1, 0xFFFFFFFF)]


def test_a_mac_without_the_framework_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(macos, "_SERVICES", "no-such-framework")
    choice = choose_idle({}, "darwin")
    assert choice.mechanism.name == "unknown"
    assert "no-such-framework" in choice.why


def test_windows_is_chosen_there() -> None:
    assert choose_idle({}, "win32").mechanism.name == "Windows"
