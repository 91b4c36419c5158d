"""Whether the screen is composited, so that windows may be clear in places.

On X11 a compositing manager owns the selection _NET_WM_CM_Sn of its screen. Source:
Extended Window Manager Hints 1.5, "Compositing Managers". Windows, macOS and Wayland
always composite.
"""

import ctypes
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, c_char_p, c_int, c_uint8, c_uint16, c_uint32, c_void_p
from typing import Any

from psoas_break.words import gettext as _

_log = logging.getLogger(__name__)


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Reply(ctypes.Structure):
    """The reply to InternAtom and to GetSelectionOwner: both carry one id."""

    _fields_ = (
        ("response_type", c_uint8),
        ("pad", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
        ("ident", c_uint32),
    )


def composited() -> bool:
    """Whether shadows and clear corners can be shown now.

    Takes a millisecond on X11, on a connection of its own: a compositor may come and
    go, so ask before each use.
    """
    shown = True
    if sys.platform == "linux" and (display := os.environ.get("DISPLAY")):
        try:
            shown = _owned(display)
        except OSError as error:
            _log.info("Cannot tell whether the screen is composited: %s", error)
            shown = False
    return shown


def _owned(display: str) -> bool:
    """Whether a compositing manager owns its selection.

    Raises:
        OSError: when libxcb or the server does not answer.
    """
    xcb = _library()
    with _connection(xcb, display) as (connection, screen):
        name = f"_NET_WM_CM_S{screen}".encode()
        atom = _ident(
            xcb, "intern_atom", connection, c_uint8(0), c_uint16(len(name)), name
        )
        owner = _ident(xcb, "get_selection_owner", connection, c_uint32(atom))
    return owner != 0


@contextmanager
def _connection(xcb: Any, display: str) -> Iterator[tuple[int, int]]:
    screen = c_int()
    connection = xcb.xcb_connect(display.encode(), ctypes.byref(screen))
    try:
        if xcb.xcb_connection_has_error(connection):
            message = _("no connection to the X server {display}").format(
                display=display
            )
            raise OSError(message)
        yield connection, screen.value
    finally:
        xcb.xcb_disconnect(connection)


def _ident(xcb: Any, request: str, connection: int, *arguments: Any) -> int:
    """Send a request and return the id in its reply."""
    cookie = getattr(xcb, f"xcb_{request}")(connection, *arguments)
    reply = getattr(xcb, f"xcb_{request}_reply")(connection, cookie, None)
    if not reply:
        message = _("the X server did not answer ({request})").format(request=request)
        raise OSError(message)
    ident = int(reply.contents.ident)
    free = ctypes.CDLL(None).free
    free.argtypes = [c_void_p]
    free(reply)
    return ident


def _library() -> Any:
    """Load libxcb, with the types of what is called in it."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = c_void_p
    xcb.xcb_connect.argtypes = [c_char_p, POINTER(c_int)]
    xcb.xcb_connection_has_error.argtypes = [c_void_p]
    xcb.xcb_disconnect.argtypes = [c_void_p]
    xcb.xcb_disconnect.restype = None
    requests: dict[str, list[Any]] = {
        "intern_atom": [c_uint8, c_uint16, c_char_p],
        "get_selection_owner": [c_uint32],
    }
    for request, arguments in requests.items():
        ask = getattr(xcb, f"xcb_{request}")
        ask.restype, ask.argtypes = _Cookie, [c_void_p, *arguments]
        answer = getattr(xcb, f"xcb_{request}_reply")
        answer.restype = POINTER(_Reply)
        answer.argtypes = [c_void_p, _Cookie, c_void_p]
    return xcb
