"""Idle time from macOS: when the hardware last sent an event.

Source: CGEventSourceSecondsSinceLastEventType, Quartz Event Services reference. It
needs no permission, for it tells when something came and not what.
"""

import ctypes
from ctypes import c_double, c_int32, c_uint32
from datetime import timedelta
from typing import Any

_HARDWARE = 1
_ANY_INPUT = 0xFFFFFFFF
_SERVICES = (
    "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
)


class MacIdle:
    """Asks macOS; one question takes microseconds."""

    name = "macOS"

    def __init__(self) -> None:
        """Load the framework.

        Raises:
            OSError: when there is none.
        """
        self._seconds_since: Any = services().CGEventSourceSecondsSinceLastEventType
        self._seconds_since.restype = c_double
        self._seconds_since.argtypes = [c_int32, c_uint32]

    def idle(self) -> timedelta | None:
        """Return the time since the last key or pointer event."""
        seconds = float(self._seconds_since(_HARDWARE, _ANY_INPUT))
        return timedelta(seconds=seconds) if seconds >= 0 else None


def services() -> ctypes.CDLL:
    """Load the framework that knows.

    Raises:
        OSError: when there is none.
    """
    return ctypes.CDLL(_SERVICES)
