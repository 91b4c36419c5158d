"""Questions to the X server, by libxcb, which is there wherever Qt's X11 plugin is.

The connection lives as long as the questions: they come minutes apart, and a server
that has died meanwhile does no harm.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import (
    POINTER,
    c_char_p,
    c_int,
    c_uint,
    c_uint8,
    c_uint16,
    c_uint32,
    c_void_p,
)
from typing import Any

from psoas_break.words import gettext as _

_ANY_TYPE = 0
_WORDS = 1024
"""Properties are read up to this many words of 32 bits."""


class Cookie(ctypes.Structure):
    """What a request returns, and its reply is asked for with."""

    _fields_ = (("sequence", c_uint),)


class _Screen(ctypes.Structure):
    _fields_ = (("root", c_uint32),)


class _Screens(ctypes.Structure):
    _fields_ = (("first", POINTER(_Screen)), ("rem", c_int), ("index", c_int))


class _Atom(ctypes.Structure):
    _fields_ = (
        ("response_type", c_uint8),
        ("pad", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
        ("atom", c_uint32),
    )


class XConnection:
    """Atoms and properties of windows, on one open connection."""

    def __init__(self, xcb: Any, connection: int) -> None:
        self._xcb = xcb
        self.connection = connection
        screens = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection))
        self.root = int(screens.first.contents.root)

    def atom(self, name: bytes) -> int:
        """Return the number of a name.

        Raises:
            OSError: when the server does not answer.
        """
        cookie = self._xcb.xcb_intern_atom(self.connection, 0, len(name), name)
        reply = self._xcb.xcb_intern_atom_reply(self.connection, cookie, None)
        with freed(reply, "intern_atom"):
            return int(reply.contents.atom)

    def words(self, window: int, name: bytes) -> list[int]:
        """Return a property that is a list of 32 bit words; empty if there is none."""
        cookie = self._xcb.xcb_get_property(
            self.connection, 0, window, self.atom(name), _ANY_TYPE, 0, _WORDS
        )
        reply = self._xcb.xcb_get_property_reply(self.connection, cookie, None)
        if not reply:
            return []  # the window has gone
        with freed(reply, "get_property"):
            count = self._xcb.xcb_get_property_value_length(reply) // 4
            value = self._xcb.xcb_get_property_value(reply)
            return list((c_uint32 * count).from_address(value)) if count else []


@contextmanager
def x_connection(display: str) -> Iterator[XConnection]:
    """Connect, and hang up at the end.

    Raises:
        OSError: naming the library or the server that is missing.
    """
    xcb = _library()
    connection = xcb.xcb_connect(display.encode(), None)
    try:
        if xcb.xcb_connection_has_error(connection):
            message = _("no connection to the X server {display}").format(
                display=display
            )
            raise OSError(message)
        yield XConnection(xcb, connection)
    finally:
        xcb.xcb_disconnect(connection)


@contextmanager
def freed(reply: Any, request: str) -> Iterator[None]:
    """Use a reply, then give its memory back.

    Raises:
        OSError: when there is no reply.
    """
    if not reply:
        message = _("the X server did not answer ({request})").format(request=request)
        raise OSError(message)
    try:
        yield
    finally:
        free = ctypes.CDLL(None).free
        free.argtypes = [c_void_p]
        free(ctypes.cast(reply, c_void_p))


def _library() -> Any:
    """Load libxcb, with the types of what is called in it."""
    xcb = ctypes.CDLL("libxcb.so.1")
    typed: dict[str, tuple[Any, list[Any]]] = {
        "connect": (c_void_p, [c_char_p, c_void_p]),
        "connection_has_error": (c_int, [c_void_p]),
        "disconnect": (None, [c_void_p]),
        "get_setup": (c_void_p, [c_void_p]),
        "setup_roots_iterator": (_Screens, [c_void_p]),
        "intern_atom": (Cookie, [c_void_p, c_uint8, c_uint16, c_char_p]),
        "intern_atom_reply": (POINTER(_Atom), [c_void_p, Cookie, c_void_p]),
        "get_property": (Cookie, [c_void_p, c_uint8, *[c_uint32] * 5]),
        "get_property_reply": (c_void_p, [c_void_p, Cookie, c_void_p]),
        "get_property_value": (c_void_p, [c_void_p]),
        "get_property_value_length": (c_int, [c_void_p]),
    }
    for name, (result, arguments) in typed.items():
        function = getattr(xcb, f"xcb_{name}")
        function.restype, function.argtypes = result, arguments
    return xcb
