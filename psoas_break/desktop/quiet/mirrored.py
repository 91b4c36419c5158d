"""Whether two screens show the same: somebody presents.

Source: X Resize, Rotate and Reflect Extension 1.5, "RRGetMonitors". A picture that
one display controller sends to two plugs is one monitor there, as a tiled screen is,
and cannot be told from it; drivers of today mirror with two controllers.
"""

import ctypes
import struct
from ctypes import c_uint8, c_uint32, c_void_p
from itertools import combinations
from typing import NamedTuple

from psoas_break.desktop.quiet.seen import SeenQuiet, sign
from psoas_break.desktop.quiet.x11 import Cookie, freed, x_connection
from psoas_break.domain.quiet import Reason

_HEAD = struct.Struct("=BxHIIII12x")  # type, sequence, length, time, monitors, outputs
_MONITOR = struct.Struct("=IBBHhhHHII")  # name, flags, outputs, place, size, in mm


MOST = 0.75
"""The share of the smaller of two monitors that both show, where one mirrors."""


class Area(NamedTuple):
    """Where a monitor lies on the desktop, in pixels."""

    x: int
    y: int
    width: int
    height: int

    def mirrors(self, other: "Area") -> bool:
        """Whether the smaller shows little that the larger does not show.

        Screens of different scales are often laid a little over each other.
        """
        across = _shared(self.x, self.width, other.x, other.width)
        down = _shared(self.y, self.height, other.y, other.height)
        smaller = min(self.width * self.height, other.width * other.height)
        return across * down > MOST * smaller


def _shared(start: int, length: int, other: int, other_length: int) -> int:
    return max(0, min(start + length, other + other_length) - max(start, other))


def mirrored_screens(display: str) -> SeenQuiet:
    """Return the sense for one X server; nothing is opened yet."""
    return SeenQuiet(
        name="mirrored screens (X11)",
        finds=sign(Reason.PRESENTATION),
        look=lambda: is_mirrored(display),
    )


def is_mirrored(display: str) -> bool:
    """Whether any two monitors show much the same part of the desktop.

    Raises:
        OSError: when the X server cannot be asked.
    """
    pairs = combinations(_monitors(display), 2)
    return any(one.mirrors(other) for one, other in pairs)


def _monitors(display: str) -> list[Area]:
    randr = ctypes.CDLL("libxcb-randr.so.0")
    randr.xcb_randr_get_monitors.restype = Cookie
    randr.xcb_randr_get_monitors.argtypes = [c_void_p, c_uint32, c_uint8]
    randr.xcb_randr_get_monitors_reply.restype = c_void_p
    randr.xcb_randr_get_monitors_reply.argtypes = [c_void_p, Cookie, c_void_p]
    with x_connection(display) as x:
        cookie = randr.xcb_randr_get_monitors(x.connection, x.root, 1)
        reply = randr.xcb_randr_get_monitors_reply(x.connection, cookie, None)
        with freed(reply, "get_monitors"):
            _, _, length, _, _, _ = _HEAD.unpack(ctypes.string_at(reply, _HEAD.size))
            return _areas(ctypes.string_at(reply, _HEAD.size + 4 * length))


def _areas(reply: bytes) -> list[Area]:
    """Read the monitors out of a reply as it came."""
    *_, count, _ = _HEAD.unpack_from(reply)
    areas: list[Area] = []
    at = _HEAD.size
    for _ in range(count):
        _, _, _, outputs, x, y, width, height, _, _ = _MONITOR.unpack_from(reply, at)
        areas.append(Area(x, y, width, height))
        at += _MONITOR.size + 4 * outputs
    return areas
