"""Messages as Windows would send them, laid out in memory as Windows does."""

import ctypes
import sys

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.presence import windows
from psoas_break.desktop.presence.windows import (
    DISPLAY_STATE,
    POWER_BROADCAST,
    POWER_SETTING,
    SESSION_CHANGE,
    WindowMessage,
    WindowsPresence,
)
from psoas_break.domain.absence import Certain

DISPATCHED = b"windows_dispatcher_MSG"


def heard(number: int, what: int, about: int = 0, kind: bytes = DISPATCHED) -> object:
    """What is told of one message."""
    told: list[tuple[Certain, bool]] = []
    presence = WindowsPresence()
    presence._changed = lambda cause, holds: told.append((cause, holds))
    message = WindowMessage(None, number, what, about)
    passed = presence.nativeEventFilter(kind, ctypes.addressof(message))
    assert passed == (False, 0)
    return told[0] if told else None


@pytest.mark.parametrize(
    ("number", "what", "sign"),
    [
        (SESSION_CHANGE, 7, (Certain.LOCKED, True)),
        (SESSION_CHANGE, 8, (Certain.LOCKED, False)),
        (SESSION_CHANGE, 2, (Certain.SWITCHED, True)),
        (SESSION_CHANGE, 1, (Certain.SWITCHED, False)),
        (SESSION_CHANGE, 9, None),
        (POWER_BROADCAST, 0x04, (Certain.ASLEEP, True)),
        (POWER_BROADCAST, 0x12, (Certain.ASLEEP, False)),
        (POWER_BROADCAST, 0x0A, None),
        (0x000F, 7, None),
    ],
)
def test_every_message_has_its_meaning(
    number: int, what: int, sign: tuple[Certain, bool] | None
) -> None:
    assert heard(number, what) == sign


def test_messages_come_by_two_ways() -> None:
    assert heard(SESSION_CHANGE, 7, kind=b"windows_generic_MSG") is not None


def test_messages_of_other_systems_are_not_read() -> None:
    assert heard(SESSION_CHANGE, 7, kind=b"xcb_generic_event_t") is None


def setting(which: bytes, value: int) -> ctypes.Array[ctypes.c_char]:
    data = which + (4).to_bytes(4, "little") + value.to_bytes(4, "little")
    return ctypes.create_string_buffer(data, len(data))


@pytest.mark.parametrize(
    ("value", "sign"),
    [
        (0, (Certain.SCREEN_OFF, True)),
        (1, (Certain.SCREEN_OFF, False)),
        (2, (Certain.SCREEN_OFF, False)),
    ],
)
def test_the_screen_goes_off_and_on(value: int, sign: tuple[Certain, bool]) -> None:
    about = setting(DISPLAY_STATE, value)
    told = heard(POWER_BROADCAST, POWER_SETTING, ctypes.addressof(about))
    assert told == sign


def test_other_power_settings_mean_nothing() -> None:
    about = setting(bytes(16), 0)
    assert heard(POWER_BROADCAST, POWER_SETTING, ctypes.addressof(about)) is None


def test_starting_registers_a_window_that_nobody_sees(
    qtbot: QtBot,  # noqa: ARG001  a window needs an application
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    registered: list[int] = []
    monkeypatch.setattr(windows, "register", registered.append)
    presence = WindowsPresence()
    presence.start(lambda *_: None)
    presence.look()
    assert presence._window is not None
    assert (len(registered), presence._window.isVisible()) == (1, False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells")
def test_a_system_that_tells_nothing_is_named(
    qtbot: QtBot,  # noqa: ARG001  a window needs an application
    caplog: pytest.LogCaptureFixture,
) -> None:
    WindowsPresence().start(lambda *_: None)
    assert "this is not Windows" in caplog.text
