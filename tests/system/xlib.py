"""libX11 by ctypes: only the calls that `screen.py` needs, with their types."""

import ctypes
from collections.abc import Callable
from ctypes import (
    POINTER,
    Structure,
    c_char,
    c_char_p,
    c_int,
    c_long,
    c_ulong,
    c_void_p,
)
from typing import Any

SUBSTRUCTURE_NOTIFY = 1 << 19
PROPERTY_CHANGE = 1 << 22
REPARENT_NOTIFY = 21
VIEWABLE = 2
Z_PIXMAP = 2
ANY_PROPERTY_TYPE = 0
ALL_PLANES = c_ulong(-1).value
EVENT_BYTES = 192


class Attributes(Structure):
    """XWindowAttributes."""

    _fields_ = (
        *((name, c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", c_void_p),
        ("root", c_ulong),
        *((name, c_int) for name in ("class_", "bit_gravity", "win_gravity", "store")),
        ("planes", c_ulong),
        ("pixel", c_ulong),
        ("save_under", c_int),
        ("colormap", c_ulong),
        ("map_installed", c_int),
        ("map_state", c_int),
        *((name, c_long) for name in ("all_events", "your_events", "no_propagate")),
        ("override_redirect", c_int),
        ("screen", c_void_p),
    )


class Image(Structure):
    """The head of XImage."""

    _fields_ = (
        *((name, c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", POINTER(c_char)),
        *((name, c_int) for name in ("byte_order", "unit", "bit_order", "pad")),
        *((name, c_int) for name in ("depth", "bytes_per_line", "bits_per_pixel")),
    )


class Reparented(Structure):
    """XReparentEvent."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("sent", c_int),
        ("display", c_void_p),
        ("event", c_ulong),
        ("window", c_ulong),
        ("parent", c_ulong),
    )


ErrorHandler = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)

SIGNATURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "XOpenDisplay": (c_void_p, (c_char_p,)),
    "XCloseDisplay": (c_int, (c_void_p,)),
    "XDefaultRootWindow": (c_ulong, (c_void_p,)),
    "XConnectionNumber": (c_int, (c_void_p,)),
    "XSelectInput": (c_int, (c_void_p, c_ulong, c_long)),
    "XPending": (c_int, (c_void_p,)),
    "XNextEvent": (c_int, (c_void_p, c_void_p)),
    "XSync": (c_int, (c_void_p, c_int)),
    "XFree": (c_int, (c_void_p,)),
    "XInternAtom": (c_ulong, (c_void_p, c_char_p, c_int)),
    "XGetSelectionOwner": (c_ulong, (c_void_p, c_ulong)),
    "XGetInputFocus": (c_int, (c_void_p, POINTER(c_ulong), POINTER(c_int))),
    "XGetWindowAttributes": (c_int, (c_void_p, c_ulong, POINTER(Attributes))),
    "XTranslateCoordinates": (
        c_int,
        (
            *(c_void_p, c_ulong, c_ulong, c_int, c_int),
            *(POINTER(c_int), POINTER(c_int), POINTER(c_ulong)),
        ),
    ),
    "XQueryTree": (
        c_int,
        (
            *(c_void_p, c_ulong, POINTER(c_ulong), POINTER(c_ulong)),
            *(POINTER(POINTER(c_ulong)), POINTER(ctypes.c_uint)),
        ),
    ),
    "XGetWindowProperty": (
        c_int,
        (
            *(c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong),
            *(POINTER(c_ulong), POINTER(c_int), POINTER(c_ulong)),
            *(POINTER(c_ulong), POINTER(POINTER(c_char))),
        ),
    ),
    "XGetImage": (
        POINTER(Image),
        (
            *(c_void_p, c_ulong, c_int, c_int, ctypes.c_uint, ctypes.c_uint),
            *(c_ulong, c_int),
        ),
    ),
    "XDestroyImage": (c_int, (POINTER(Image),)),
    "XSetErrorHandler": (c_void_p, (ErrorHandler,)),
}


def load() -> Any:
    """Return libX11 with typed calls; a window gone meanwhile is no error."""
    library = ctypes.CDLL("libX11.so.6")
    for name, (result, arguments) in SIGNATURES.items():
        call = getattr(library, name)
        call.restype, call.argtypes = result, arguments
    library.XSetErrorHandler(_IGNORE)
    return library


def _ignore(_display: int, _error: int) -> int:
    return 0


_handler: Callable[[int, int], int] = _ignore
_IGNORE = ErrorHandler(_handler)
