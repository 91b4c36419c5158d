"""Reasons not to speak, as macOS knows them.

Sources: Core Audio, Core Media IO and IOPMLib references. Since macOS 14 the sound
system says which programs record; before, a device that runs for anybody is taken for
a recording. Focus, full screen and screen sharing are told to nobody.
"""

import ctypes
import os
from collections.abc import Iterator
from ctypes import c_int32, c_uint32, c_void_p
from functools import cache
from typing import Any

from psoas_break.app.ports import QuietSource, Signs
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.presence.core_foundation import foundation, framework, number
from psoas_break.desktop.quiet.listed_apps import Apps, listed_among
from psoas_break.desktop.quiet.seen import SeenQuiet, sign
from psoas_break.domain.quiet import Reason
from psoas_break.words import gettext as _

_SYSTEM = 1
_DISPLAY_STAYS_ON = "PreventUserIdleDisplaySleep"
_LONGEST_NAME = 1024


def _code(letters: str) -> int:
    """Return four letters as Apple writes them in a number.

    >>> hex(_code("glob"))
    '0x676c6f62'
    """
    return int.from_bytes(letters.encode(), "big")


class Address(ctypes.Structure):
    """Which property of an object: Core Audio's and Core Media IO's are alike."""

    _fields_ = (("selector", c_uint32), ("scope", c_uint32), ("element", c_uint32))


_PROGRAMS = Address(_code("prs#"), _code("glob"), 0)
_PROGRAM_RECORDS = Address(_code("piri"), _code("glob"), 0)
_PROGRAM_ID = Address(_code("ppid"), _code("glob"), 0)
_DEFAULT_INPUT = Address(_code("dIn "), _code("glob"), 0)
_DEVICES = Address(_code("dev#"), _code("glob"), 0)
_RUNS = Address(_code("gone"), _code("glob"), 0)
_FILMS = Address(_code("gone"), _code("****"), 0xFFFFFFFF)  # whatever part of it does

_SIRI = "corespeechd"
"""Records as long as the Mac listens for its name, which may be always."""


def on_macos(apps: Apps) -> tuple[Choice[QuietSource], ...]:
    """Return every source there is on macOS."""
    return (
        Choice(
            SeenQuiet(
                name="microphone", finds=sign(Reason.MICROPHONE), look=is_recorded
            ),
            _("asked of {api}").format(api="Core Audio"),
        ),
        Choice(
            SeenQuiet(name="camera", finds=sign(Reason.CAMERA), look=is_filmed),
            _("asked of {api}").format(api="Core Media IO"),
        ),
        Choice(
            SeenQuiet(
                name="inhibitors",
                finds=Signs(inhibited=True),
                look=lambda: bool(assertion_level(_DISPLAY_STAYS_ON)),
            ),
            _("power assertions"),
        ),
        Choice(listed_among(apps, _any_runs), _("the list of processes")),
    )


def is_recorded() -> bool:
    """Whether any program records.

    Raises:
        OSError: when Core Audio does not answer.
    """
    programs = audio(_SYSTEM, _PROGRAMS)
    if programs is not None:
        return any(
            audio(program, _PROGRAM_RECORDS) == [1] and not _is_siri(program)
            for program in programs
        )
    devices = audio(_SYSTEM, _DEFAULT_INPUT) or []
    return any(audio(device, _RUNS) == [1] for device in devices if device)


def is_filmed() -> bool:
    """Whether any camera runs.

    Raises:
        OSError: when Core Media IO does not answer.
    """
    devices = media(_SYSTEM, _DEVICES) or []
    return any(media(device, _FILMS) == [1] for device in devices)


def _is_siri(program: int) -> bool:
    processes = audio(program, _PROGRAM_ID) or []
    return any(process_name(process) == _SIRI for process in processes)


def _any_runs(names: frozenset[str]) -> bool:
    return any(name.lower() in names for name in process_names())


# The system's calls


def audio(owner: int, address: Address) -> list[int] | None:
    """Return a property of Core Audio as numbers; None if there is no such property.

    Raises:
        OSError: when the framework is missing.
    """
    library = framework("CoreAudio")
    size = c_uint32(0)
    if library.AudioObjectGetPropertyDataSize(
        c_uint32(owner), ctypes.byref(address), 0, None, ctypes.byref(size)
    ):
        return None
    values = (c_uint32 * (size.value // 4))()
    if library.AudioObjectGetPropertyData(
        c_uint32(owner), ctypes.byref(address), 0, None, ctypes.byref(size), values
    ):
        return None
    return list(values)


def media(owner: int, address: Address) -> list[int] | None:
    """Return a property of Core Media IO as numbers; None if there is none.

    Raises:
        OSError: when the framework is missing.
    """
    library = framework("CoreMediaIO")
    size, used = c_uint32(0), c_uint32(0)
    if library.CMIOObjectGetPropertyDataSize(
        c_uint32(owner), ctypes.byref(address), 0, None, ctypes.byref(size)
    ):
        return None
    values = (c_uint32 * (size.value // 4))()
    if library.CMIOObjectGetPropertyData(
        c_uint32(owner),
        ctypes.byref(address),
        0,
        None,
        size,
        ctypes.byref(used),
        values,
    ):
        return None
    return list(values)[: used.value // 4]


def assertion_level(kind: str) -> int:
    """Return whether any program holds an assertion of a kind: its level.

    Raises:
        OSError: when IOKit does not answer.
    """
    levels = c_void_p()
    copy: Any = framework("IOKit").IOPMCopyAssertionsStatus
    copy.restype, copy.argtypes = c_int32, [c_void_p]
    failure = copy(ctypes.byref(levels))
    if failure or not levels.value:
        message = f"IOPMCopyAssertionsStatus answers {failure & 0xFFFFFFFF:#x}"
        raise OSError(message)
    try:
        return number(levels.value, kind)
    finally:
        foundation().CFRelease(levels)


def process_names() -> Iterator[str]:
    """Yield the name of every program that runs.

    Raises:
        OSError: when they cannot be listed.
    """
    library = _processes()
    room = int(library.proc_listallpids(None, 0))
    if room <= 0:
        message = "proc_listallpids lists nothing"
        raise OSError(message)
    processes = (c_int32 * (2 * room))()
    count = int(library.proc_listallpids(processes, ctypes.sizeof(processes)))
    for process in processes[:count]:
        if process != os.getpid() and (name := process_name(process)):
            yield name


def process_name(process: int) -> str:
    """Return a process's name, of which macOS keeps 32 bytes; empty if it has gone.

    Raises:
        OSError: when there is no such library.
    """
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    _processes().proc_name(process, name, _LONGEST_NAME)
    return name.value.decode(errors="replace")


@cache
def _processes() -> ctypes.CDLL:
    return ctypes.CDLL("/usr/lib/libproc.dylib")
