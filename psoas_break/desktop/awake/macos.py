"""Keeps the screen on under macOS.

Source: IOPMAssertionCreateWithName, IOKit reference. The system releases the
assertion when the process ends.
"""

import ctypes
import logging
from ctypes import c_char_p, c_int32, c_uint32, c_void_p

_log = logging.getLogger(__name__)

_FRAMEWORKS = "/System/Library/Frameworks"
_UTF8 = 0x08000100
_ON = 255


class MacAwake:
    """Holds the assertion that the user is watching the display."""

    def __init__(self, reason: str) -> None:
        """Take note of the reason that `pmset -g assertions` shows."""
        self._reason = reason
        self._assertion: int | None = None

    def hold(self) -> None:
        """Ask macOS not to dim or sleep."""
        if self._assertion is not None:
            return
        try:
            self._assertion = _assert_user_watches(self._reason)
        except OSError as error:
            _log.warning("Nothing keeps the screen awake: %s", error)

    def release(self) -> None:
        """Let it again."""
        if self._assertion is not None:
            _power().IOPMAssertionRelease(c_uint32(self._assertion))
            self._assertion = None


def _power() -> ctypes.CDLL:
    return ctypes.CDLL(f"{_FRAMEWORKS}/IOKit.framework/IOKit")


def _assert_user_watches(reason: str) -> int:
    foundation = ctypes.CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
    text = foundation.CFStringCreateWithCString
    text.restype, text.argtypes = c_void_p, [c_void_p, c_char_p, c_uint32]
    foundation.CFRelease.argtypes = [c_void_p]
    kind = text(None, b"PreventUserIdleDisplaySleep", _UTF8)
    name = text(None, reason.encode(), _UTF8)
    create = _power().IOPMAssertionCreateWithName
    create.restype = c_int32
    create.argtypes = [c_void_p, c_uint32, c_void_p, c_void_p]
    assertion = c_uint32()
    failure = create(kind, _ON, name, ctypes.byref(assertion))
    for string in (kind, name):
        foundation.CFRelease(string)
    if failure:
        message = f"IOPMAssertionCreateWithName answers {failure:#x}"
        raise OSError(message)
    return assertion.value
