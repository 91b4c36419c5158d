"""The languages the user reads, as the desktop knows them.

Sources: GNU gettext manual, "Locale Environment Variables" and "The LANGUAGE variable";
GetUserPreferredUILanguages, Windows API reference; CFLocaleCopyPreferredLanguages, Core
Foundation reference.
"""

import sys
from collections.abc import Mapping

_ENVIRONMENT = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_BY_NAME = 0x8
"""MUI_LANGUAGE_NAME: as "de-DE", not as a number."""
_UTF_8 = 0x08000100
_LONGEST_NAME = 64
_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"


def ui_languages(environ: Mapping[str, str]) -> list[str]:
    """Return them, the one read best first, as "de" or "pt_BR"; empty if unknown.

    What a user sets for this program, in LANGUAGE, counts before all else.
    """
    asked = {"win32": of_windows, "darwin": of_macos}.get(sys.platform)
    if asked is None or environ.get("LANGUAGE"):
        return languages_in(environ)
    return [name.replace("-", "_") for name in asked()]


def languages_in(environ: Mapping[str, str]) -> list[str]:
    """Return the languages that environment variables ask for."""
    asked = (environ.get(name) for name in _ENVIRONMENT)
    first = next((value for value in asked if value), "")
    return [name for name in first.split(":") if name]


def of_windows() -> list[str]:
    """Return the languages of the user's Windows."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  Linux starts without it

        ask = ctypes.windll.kernel32.GetUserPreferredUILanguages
        count, length = ctypes.c_ulong(), ctypes.c_ulong()
        told = (ctypes.byref(count), ctypes.byref(length))
        if ask(_BY_NAME, told[0], None, told[1]):
            names = ctypes.create_unicode_buffer(length.value)
            if ask(_BY_NAME, told[0], names, told[1]):
                # One name after another, each ended by a null, as is the whole.
                all_of_it = ctypes.wstring_at(names, length.value)
                return [name for name in all_of_it.split("\0") if name]
    return []


def of_macos() -> list[str]:
    """Return the languages of the user's macOS."""
    import ctypes  # noqa: PLC0415  the same
    from ctypes import c_bool, c_char_p, c_long, c_uint32, c_void_p  # noqa: PLC0415

    try:
        foundation = ctypes.CDLL(_FOUNDATION)
    except OSError:
        return []
    copy, count = foundation.CFLocaleCopyPreferredLanguages, foundation.CFArrayGetCount
    copy.restype, copy.argtypes = c_void_p, []
    count.restype, count.argtypes = c_long, [c_void_p]
    one, text = foundation.CFArrayGetValueAtIndex, foundation.CFStringGetCString
    one.restype, one.argtypes = c_void_p, [c_void_p, c_long]
    text.restype, text.argtypes = c_bool, [c_void_p, c_char_p, c_long, c_uint32]
    foundation.CFRelease.restype, foundation.CFRelease.argtypes = None, [c_void_p]
    names, buffer = copy(), ctypes.create_string_buffer(_LONGEST_NAME)
    if not names:
        return []
    try:
        return [
            buffer.value.decode()
            for at in range(count(names))
            if text(one(names, at), buffer, len(buffer), _UTF_8)
        ]
    finally:
        foundation.CFRelease(names)
