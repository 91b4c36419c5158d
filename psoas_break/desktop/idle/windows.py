"""Idle time from Windows: when the session's last input came.

Source: GetLastInputInfo, Windows API reference. Its clock counts milliseconds in 32
bits, so it starts again every 49.7 days; the difference is right all the same.
"""

import ctypes
import sys
from ctypes import c_uint32
from datetime import timedelta

_COUNTS = 1 << 32


class LastInput(ctypes.Structure):
    """The system's LASTINPUTINFO."""

    _fields_ = (("size", c_uint32), ("time", c_uint32))


class WindowsIdle:
    """Asks Windows; one question takes a microsecond."""

    name = "Windows"

    def idle(self) -> timedelta | None:
        """Return the time since the last key or pointer event of this session."""
        last = last_input()
        if last is None:
            return None
        return timedelta(milliseconds=(ticks() - last) % _COUNTS)


def last_input() -> int | None:
    """Return the tick of the last input; None when Windows does not say."""
    if sys.platform == "win32":
        info = LastInput(ctypes.sizeof(LastInput), 0)
        if ctypes.windll.user32.GetLastInputInfo(ctypes.byref(info)):
            return int(info.time)
    return None


def ticks() -> int:
    """Return the tick it is now."""
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetTickCount()) % _COUNTS
    else:  # noqa: RET505  mypy must see one branch for each system
        return 0
