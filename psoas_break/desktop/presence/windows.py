"""Lock, sleep, user switch and screen off, as Windows tells its windows.

A window that is never shown gets the messages. Sources: WM_WTSSESSION_CHANGE,
WM_POWERBROADCAST and GUID_CONSOLE_DISPLAY_STATE, Windows API reference.
"""

import ctypes
import logging
import sys
import uuid
from collections.abc import Callable
from ctypes import c_uint32, c_void_p
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QAbstractNativeEventFilter
from PySide6.QtGui import QWindow

from psoas_break.domain.absence import Certain

_log = logging.getLogger(__name__)

SESSION_CHANGE = 0x02B1
POWER_BROADCAST = 0x0218
POWER_SETTING = 0x8013
DISPLAY_STATE = uuid.UUID("6fe69556-704a-47a0-8f24-c28d936fda47").bytes_le
_DISPLAY_OFF = 0

_OF_SESSION = {
    1: (Certain.SWITCHED, False),  # connected to the console
    2: (Certain.SWITCHED, True),
    3: (Certain.SWITCHED, False),  # connected from afar
    4: (Certain.SWITCHED, True),
    7: (Certain.LOCKED, True),
    8: (Certain.LOCKED, False),
}
_OF_POWER = {
    0x04: (Certain.ASLEEP, True),
    0x07: (Certain.ASLEEP, False),  # resumed by the user
    0x12: (Certain.ASLEEP, False),  # resumed by itself; always comes
}
_KINDS = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


class WindowMessage(ctypes.Structure):
    """The system's MSG, as far as it is read."""

    _fields_ = (
        ("window", c_void_p),
        ("number", c_uint32),
        ("what", c_void_p),
        ("about", c_void_p),
    )


class _Setting(ctypes.Structure):
    """The system's POWERBROADCAST_SETTING with a number in it."""

    _fields_ = (
        ("which", ctypes.c_ubyte * 16),
        ("length", c_uint32),
        ("value", c_uint32),
    )


class WindowsPresence(QAbstractNativeEventFilter):
    """Reads the messages that a hidden window gets."""

    name = "Windows"

    def __init__(self) -> None:
        super().__init__()
        self._changed: Callable[[Certain, bool], None] = lambda *_: None
        self._window: QWindow | None = None

    def start(self, changed: Callable[[Certain, bool], None]) -> None:
        """Listen from now on."""
        self._changed = changed
        self._window = QWindow()
        problem = register(int(self._window.winId()))
        if problem:
            _log.warning("Windows tells nothing of lock and sleep: %s", problem)
        QAbstractEventDispatcher.instance().installNativeEventFilter(self)

    def look(self) -> None:
        """Nothing to look at: Windows tells."""

    def ask(self, answered: Callable[[frozenset[Certain] | None], None]) -> None:
        """Windows tells only what changes; nothing holds where somebody asks."""
        answered(frozenset())

    def nativeEventFilter(self, kind: Any, message: Any) -> tuple[bool, int]:
        """Read a message on its way to one of our windows, and let it pass."""
        if bytes(kind) in _KINDS:
            sign = sign_of(WindowMessage.from_address(int(message)))
            if sign is not None:
                self._changed(*sign)
        return False, 0


def sign_of(message: WindowMessage) -> tuple[Certain, bool] | None:
    """Return the sign that a message brings, and whether it begins."""
    what = int(message.what or 0)
    match message.number:
        case 0x02B1:  # SESSION_CHANGE
            return _OF_SESSION.get(what)
        case 0x0218 if what == POWER_SETTING and message.about:
            setting = _Setting.from_address(message.about)
            if bytes(setting.which) == DISPLAY_STATE:
                return Certain.SCREEN_OFF, setting.value == _DISPLAY_OFF
            return None
        case 0x0218:  # POWER_BROADCAST
            return _OF_POWER.get(what)
        case _:
            return None


def register(window: int) -> str:
    """Have a window told of all that; returns what went wrong, or nothing."""
    if sys.platform != "win32":
        return "this is not Windows"
    else:  # noqa: RET505  mypy must see one branch for each system
        sessions = ctypes.WinDLL("wtsapi32", use_last_error=True)
        session = sessions.WTSRegisterSessionNotification
        session.argtypes = [c_void_p, c_uint32]
        this_session = 0
        told = session(window, this_session)
        user = ctypes.WinDLL("user32", use_last_error=True)
        power = user.RegisterPowerSettingNotification
        power.argtypes, power.restype = [c_void_p, c_void_p, c_uint32], c_void_p
        which = ctypes.create_string_buffer(DISPLAY_STATE, len(DISPLAY_STATE))
        by_window = 0
        if told and power(window, which, by_window):
            return ""
        return str(ctypes.WinError(ctypes.get_last_error()))
