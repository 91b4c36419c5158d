"""The few values of Apple's Core Foundation that the senses read.

Source: Core Foundation reference. What a function with Copy or Create in its name
returns is ours to release.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_bool, c_char_p, c_int32, c_long, c_uint32, c_void_p
from functools import cache
from typing import Any

_FRAMEWORKS = "/System/Library/Frameworks"
_UTF8 = 0x08000100
_INT32 = 3


def framework(name: str) -> ctypes.CDLL:
    """Load a framework.

    Raises:
        OSError: when there is none of that name.
    """
    return ctypes.CDLL(f"{_FRAMEWORKS}/{name}.framework/{name}")


@cache
def foundation() -> Any:
    """Load Core Foundation, with the types of what is called in it."""
    library = framework("CoreFoundation")
    typed: dict[str, tuple[Any, list[Any]]] = {
        "CFStringCreateWithCString": (c_void_p, [c_void_p, c_char_p, c_uint32]),
        "CFDictionaryGetValue": (c_void_p, [c_void_p, c_void_p]),
        "CFBooleanGetValue": (c_bool, [c_void_p]),
        "CFNumberGetValue": (c_bool, [c_void_p, c_long, c_void_p]),
        "CFRelease": (None, [c_void_p]),
        "CFNotificationCenterGetDistributedCenter": (c_void_p, []),
        "CFNotificationCenterAddObserver": (None, [*[c_void_p] * 5, c_long]),
    }
    for name, (result, arguments) in typed.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


@contextmanager
def string(text: str) -> Iterator[int]:
    """Make a string, and release it at the end."""
    made = foundation().CFStringCreateWithCString(None, text.encode(), _UTF8)
    try:
        yield made
    finally:
        foundation().CFRelease(made)


def is_true(dictionary: int, key: str) -> bool | None:
    """Return a dictionary's truth value; None if it has none of that key."""
    with string(key) as name:
        value = foundation().CFDictionaryGetValue(dictionary, name)
    return None if not value else bool(foundation().CFBooleanGetValue(value))


def number(dictionary: int, key: str) -> int:
    """Return a dictionary's number; nought if it has none of that key."""
    found = c_int32(0)
    with string(key) as name:
        value = foundation().CFDictionaryGetValue(dictionary, name)
    if value:
        foundation().CFNumberGetValue(value, _INT32, ctypes.byref(found))
    return found.value
