"""Idle time from the X server, by the counter IDLETIME of its SYNC extension.

libxcb and libxcb-sync are there wherever Qt's own X11 plugin is, so this needs no
further package (libXss would). And xcb survives the death of the server, where Xlib
ends the process. Source: X Synchronization Extension Protocol 3.0, "System Counters"
and "ListSystemCounters".
"""

import ctypes
import logging
import struct
from ctypes import POINTER, c_char_p, c_int, c_uint, c_uint8, c_uint32, c_void_p
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QElapsedTimer

_log = logging.getLogger(__name__)

SAME_LOOK_MS = 20
"""One look at the desk reads idle time more than once; each question to the server
puts us to sleep and wakes us and the server, so it is asked once."""

_COUNTER = b"IDLETIME"
_REPLY_HEAD = struct.Struct("=BxHII")  # type, sequence, length in words, counters
_REPLY_HEAD_SIZE = 32
_COUNTER_HEAD = struct.Struct("=IiIH")  # id, resolution, length of the name
_VALUE = struct.Struct("=8xiI")  # high and low half, after the head of the reply


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", c_uint),)


class X11Idle:
    """Asks the X server, on a connection of its own; one question takes 20 us."""

    name = "X11"

    def __init__(self, display: str) -> None:
        """Connect.

        Args:
            display: the X server's name, as in DISPLAY.

        Raises:
            OSError: naming the library, the server or the extension that is missing.
        """
        self._read: timedelta | None = None
        self._since_read = QElapsedTimer()
        self._xcb, self._sync = _libraries()
        self._libc = ctypes.CDLL(None)
        self._libc.free.argtypes = [c_void_p]
        self._connection = self._xcb.xcb_connect(display.encode(), None)
        try:
            if self._xcb.xcb_connection_has_error(self._connection):
                message = f"no connection to the X server {display}"
                raise OSError(message)  # noqa: TRY301  one place closes what is open
            self._initialize()
            self._counter = self._idle_counter()
        except OSError:
            self.close()
            raise

    def idle(self) -> timedelta | None:
        """Return the time since the last key or pointer event; None if lost."""
        if self._connection is None:
            return None
        if self._read is not None and self._since_read.elapsed() < SAME_LOOK_MS:
            return self._read + timedelta(milliseconds=self._since_read.elapsed())
        self._read = self._asked()
        self._since_read.start()
        return self._read

    def _asked(self) -> timedelta | None:
        try:
            reply = self._ask("query_counter", c_uint32(self._counter), size=16)
        except OSError as error:
            _log.warning("Idle time is unknown from now on: %s", error)
            self.close()
            return None
        high, low = _VALUE.unpack(reply)
        return timedelta(milliseconds=(high << 32) | low)

    def close(self) -> None:
        """End the connection; idle time is unknown from now on."""
        if self._connection is not None:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def _initialize(self) -> None:
        version = (c_uint8(3), c_uint8(1))
        self._ask("initialize", *version, size=_REPLY_HEAD_SIZE)

    def _idle_counter(self) -> int:
        # WORKAROUND: libxcb's iterator and `xcb_sync_systemcounter_name` are off by
        # the padding of the C structure, so the reply is read as it came.
        # https://bugs.freedesktop.org/show_bug.cgi?id=23403
        reply = self._ask("list_system_counters", size=None)
        _, _, _, count = _REPLY_HEAD.unpack_from(reply)
        at = _REPLY_HEAD_SIZE
        for _ in range(count):
            counter, _, _, length = _COUNTER_HEAD.unpack_from(reply, at)
            named_at = at + _COUNTER_HEAD.size
            if reply[named_at : named_at + length] == _COUNTER:
                return int(counter)
            at = named_at + length
            at += -at % 4
        message = "the X server does not count idle time"
        raise OSError(message)

    def _ask(self, request: str, *arguments: Any, size: int | None) -> bytes:
        """Send a request and wait for its reply; `size` None reads all of it."""
        cookie = getattr(self._sync, f"xcb_sync_{request}")(
            self._connection, *arguments
        )
        answer = getattr(self._sync, f"xcb_sync_{request}_reply")
        reply = answer(self._connection, cookie, None)
        if not reply:
            message = f"the X server did not answer ({request})"
            raise OSError(message)
        try:
            if size is None:
                head = ctypes.string_at(reply, _REPLY_HEAD_SIZE)
                size = _REPLY_HEAD_SIZE + 4 * int(_REPLY_HEAD.unpack_from(head)[2])
            return ctypes.string_at(reply, size)
        finally:
            self._libc.free(reply)


def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL]:
    """Load libxcb and libxcb-sync, with the types of what is called in them."""
    xcb, sync = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-sync.so.1")
    xcb.xcb_connect.restype = c_void_p
    xcb.xcb_connect.argtypes = [c_char_p, POINTER(c_int)]
    xcb.xcb_connection_has_error.argtypes = [c_void_p]
    xcb.xcb_disconnect.argtypes = [c_void_p]
    xcb.xcb_disconnect.restype = None
    requests: dict[str, list[Any]] = {
        "initialize": [c_uint8, c_uint8],
        "list_system_counters": [],
        "query_counter": [c_uint32],
    }
    for request, arguments in requests.items():
        ask = getattr(sync, f"xcb_sync_{request}")
        ask.restype, ask.argtypes = _Cookie, [c_void_p, *arguments]
        answer = getattr(sync, f"xcb_sync_{request}_reply")
        answer.restype, answer.argtypes = c_void_p, [c_void_p, _Cookie, c_void_p]
    return xcb, sync
