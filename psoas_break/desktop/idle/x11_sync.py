"""One connection to an X server that counts idle time: questions, alarms, and events.

libxcb and libxcb-sync are there wherever Qt's own X11 plugin is, so this needs no
further package (libXss would). And xcb survives the death of the server, where Xlib
ends the process. Source: X Synchronization Extension Protocol 3.0, "System Counters",
"ListSystemCounters", "QueryCounter", "CreateAlarm" and "AlarmNotify".
"""

import ctypes
import logging
import struct
from collections.abc import Iterator
from ctypes import POINTER, c_char_p, c_int, c_uint, c_uint8, c_uint32, c_void_p
from enum import IntEnum
from typing import Any

from psoas_break.words import gettext as _

_log = logging.getLogger(__name__)

_COUNTER = b"IDLETIME"
_REPLY_HEAD = struct.Struct("=BxHII")  # type, sequence, length in words, counters
_REPLY_HEAD_SIZE = 32
_COUNTER_HEAD = struct.Struct("=IiIH")  # id, resolution, length of the name
_VALUE = struct.Struct("=8xiI")  # high and low half, after the head of the reply

_ALARM = struct.Struct("=IiIIiI")  # counter, value, test, delta
_ALARM_HAS = 1 | 4 | 8 | 16  # the bits of these four
_ALARM_NOTIFY = 1
"""The event's number, counted from the first of the extension."""
_EVENT = struct.Struct("=BBHI24x")  # type, kind or code, sequence, alarm
_ERROR = 0
_SENT = 0x80
"""Set in the type of an event that another program sent."""


class Crossing(IntEnum):
    """When an alarm goes off; one without a delta stays set, for the next time."""

    RISES_TO = 0
    FALLS_TO = 1


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", c_uint),)


class _Extension(ctypes.Structure):
    """xcb's copy of the reply to QueryExtension."""

    _fields_ = (("head", c_uint8 * 8), ("answers", c_uint8 * 4))


class SyncConnection:
    """Asks an X server for idle time, and has it tell when that rises or falls."""

    def __init__(self, display: str) -> None:
        """Connect.

        Args:
            display: the X server's name, as in DISPLAY.

        Raises:
            OSError: naming the library, the server or the extension that is missing.
        """
        self._xcb, self._sync = _libraries()
        self._libc = ctypes.CDLL(None)
        self._libc.free.argtypes = [c_void_p]
        self._connection = self._xcb.xcb_connect(display.encode(), None)
        try:
            if self.is_lost:
                message = _("no connection to the X server {display}").format(
                    display=display
                )
                raise OSError(message)  # noqa: TRY301  one place closes what is open
            self._ask("initialize", c_uint8(3), c_uint8(1), size=_REPLY_HEAD_SIZE)
            self._counter = self._idle_counter()
            self._notify = self._first_event() + _ALARM_NOTIFY
        except OSError:
            self.close()
            raise

    @property
    def descriptor(self) -> int:
        """What becomes readable when the server says something."""
        return int(self._xcb.xcb_get_file_descriptor(self._connection))

    @property
    def is_lost(self) -> bool:
        """Whether the server is gone, or this was closed."""
        gone = self._xcb.xcb_connection_has_error
        return self._connection is None or bool(gone(self._connection))

    def idle_ms(self) -> int:
        """Return the milliseconds since the last key or pointer event, in 20 us.

        Raises:
            OSError: when the server does not answer any more.
        """
        reply = self._ask("query_counter", c_uint32(self._counter), size=16)
        return _number(*_VALUE.unpack(reply))

    def set_alarm(self, crossing: Crossing, milliseconds: int) -> int:
        """Have the server tell whenever idle time passes a mark; returns its number.

        One that is passed already when it is set is not told of.
        """
        alarm = int(self._xcb.xcb_generate_id(self._connection))
        high, low = divmod(milliseconds, 1 << 32)
        wanted = _ALARM.pack(self._counter, high, low, crossing, 0, 0)
        self._sync.xcb_sync_create_alarm(self._connection, alarm, _ALARM_HAS, wanted)
        self._xcb.xcb_flush(self._connection)
        return alarm

    def forget_alarm(self, alarm: int) -> None:
        """Have no more told of an alarm; what is on its way still comes."""
        self._sync.xcb_sync_destroy_alarm(self._connection, alarm)
        self._xcb.xcb_flush(self._connection)

    def gone_off(self, *, arrived: bool = False) -> Iterator[int]:
        """Yield the alarms that have gone off since this was last asked.

        Args:
            arrived: look only through what came in with the answer to a question.
        """
        which = "queued_event" if arrived else "event"
        poll = getattr(self._xcb, f"xcb_poll_for_{which}")
        while self._connection is not None and (said := poll(self._connection)):
            event, kind, _, alarm = _EVENT.unpack(self._taken(said, _EVENT.size))
            if event & ~_SENT == self._notify:
                yield alarm
            elif event == _ERROR:
                _log.warning("The X server refuses a request, with error %s", kind)

    def close(self) -> None:
        """End the connection."""
        if self._connection is not None:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

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
        message = _("the X server does not count idle time")
        raise OSError(message)

    def _first_event(self) -> int:
        name = ctypes.byref(c_uint8.in_dll(self._sync, "xcb_sync_id"))
        found = self._xcb.xcb_get_extension_data(self._connection, name)
        if not found:
            message = "the X server has no extension SYNC"
            raise OSError(message)
        _present, _request, first, _error = found.contents.answers
        return int(first)

    def _ask(self, request: str, *arguments: Any, size: int | None) -> bytes:
        """Send a request and wait for its reply; `size` None reads all of it."""
        reply = None
        if self._connection is not None:
            ask = getattr(self._sync, f"xcb_sync_{request}")
            answer = getattr(self._sync, f"xcb_sync_{request}_reply")
            reply = answer(self._connection, ask(self._connection, *arguments), None)
        if not reply:
            message = _("the X server did not answer ({request})").format(
                request=request
            )
            raise OSError(message)
        return self._taken(reply, size)

    def _taken(self, said: int, size: int | None) -> bytes:
        """Return what xcb has allocated as bytes, and free it."""
        try:
            if size is None:
                head = ctypes.string_at(said, _REPLY_HEAD_SIZE)
                size = _REPLY_HEAD_SIZE + 4 * int(_REPLY_HEAD.unpack_from(head)[2])
            return ctypes.string_at(said, size)
        finally:
            self._libc.free(said)


def _number(high: int, low: int) -> int:
    return (high << 32) | low


def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL]:
    """Load libxcb and libxcb-sync, with the types of what is called in them."""
    xcb, sync = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-sync.so.1")
    xcb.xcb_connect.restype = c_void_p
    xcb.xcb_connect.argtypes = [c_char_p, POINTER(c_int)]
    xcb.xcb_get_extension_data.restype = POINTER(_Extension)
    xcb.xcb_get_extension_data.argtypes = [c_void_p, c_void_p]
    xcb.xcb_generate_id.restype = c_uint32
    xcb.xcb_disconnect.restype = None
    for name in ("poll_for_event", "poll_for_queued_event"):
        getattr(xcb, f"xcb_{name}").restype = c_void_p
    for name in (
        "connection_has_error",
        "disconnect",
        "flush",
        "generate_id",
        "get_file_descriptor",
        "poll_for_event",
        "poll_for_queued_event",
    ):
        getattr(xcb, f"xcb_{name}").argtypes = [c_void_p]
    requests: dict[str, list[Any]] = {
        "initialize": [c_uint8, c_uint8],
        "list_system_counters": [],
        "query_counter": [c_uint32],
        "create_alarm": [c_uint32, c_uint32, c_char_p],
        "destroy_alarm": [c_uint32],
    }
    for request, arguments in requests.items():
        ask = getattr(sync, f"xcb_sync_{request}")
        ask.restype, ask.argtypes = _Cookie, [c_void_p, *arguments]
    for request in ("initialize", "list_system_counters", "query_counter"):
        answer = getattr(sync, f"xcb_sync_{request}_reply")
        answer.restype, answer.argtypes = c_void_p, [c_void_p, _Cookie, c_void_p]
    return xcb, sync
