"""Keeps the screen on under Windows.

Source: SetThreadExecutionState, Windows API reference. The state belongs to the
thread that sets it and ends with it.
"""

import logging
import sys

_log = logging.getLogger(__name__)

_CONTINUOUS = 0x80000000
_SYSTEM_REQUIRED = 0x00000001
_DISPLAY_REQUIRED = 0x00000002


class WindowsAwake:
    """Tells Windows that somebody looks at the screen."""

    def hold(self) -> None:
        """Ask Windows not to blank or sleep."""
        _set_state(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)

    def release(self) -> None:
        """Let it again."""
        _set_state(_CONTINUOUS)


def _set_state(state: int) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only when a break is guided

        if not ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state)):
            _log.warning("Windows does not keep the screen awake")
