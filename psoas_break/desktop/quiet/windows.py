"""Reasons not to speak, as Windows knows them.

Sources: SHQueryUserNotificationState, CallNtPowerInformation and
CreateToolhelp32Snapshot, Windows API reference. Which program uses microphone or
camera stands in the registry, where the system's own settings read it. Focus is not
told to programs.
"""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from ctypes import c_int, c_int32, c_uint32, c_void_p, c_wchar

from psoas_break.app.ports import QuietSource, Signs
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.quiet.listed_apps import Apps, listed_among
from psoas_break.desktop.quiet.seen import NOTHING, LookedUp, SeenQuiet, sign
from psoas_break.domain.quiet import Reason
from psoas_break.words import gettext as _

_CONSENTS = (
    r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
)
_USED_UNTIL = "LastUsedTimeStop"
_NOT_PACKAGED = "NonPackaged"

_FULL_SCREEN = sign(Reason.FULL_SCREEN)
_STATES = {
    2: _FULL_SCREEN,  # a program fills the screen
    3: _FULL_SCREEN,  # a game does
    4: sign(Reason.PRESENTATION),
    6: sign(Reason.DO_NOT_DISTURB),
}
_ALL_STATES = _FULL_SCREEN | _STATES[4] | _STATES[6]

_EXECUTION_STATE = 16
_DISPLAY_REQUIRED = 0x2
_PROCESSES = 0x2
_NO_HANDLE = c_void_p(-1).value
_LONGEST_NAME = 260


class ProcessEntry(ctypes.Structure):
    """The system's PROCESSENTRY32W."""

    _fields_ = (
        ("size", c_uint32),
        ("usage", c_uint32),
        ("process", c_uint32),
        ("heap", c_void_p),
        ("module", c_uint32),
        ("threads", c_uint32),
        ("parent", c_uint32),
        ("priority", c_int32),
        ("flags", c_uint32),
        ("name", c_wchar * _LONGEST_NAME),
    )


def on_windows(apps: Apps) -> tuple[Choice[QuietSource], ...]:
    """Return every source there is on Windows."""
    microphone, camera = sign(Reason.MICROPHONE), sign(Reason.CAMERA)
    return (
        Choice(
            LookedUp(name="notification state", finds=_ALL_STATES, look=_state_signs),
            "SHQueryUserNotificationState",
        ),
        Choice(
            SeenQuiet(
                name="microphone", finds=microphone, look=lambda: in_use("microphone")
            ),
            _("the consent store"),
        ),
        Choice(
            SeenQuiet(name="camera", finds=camera, look=lambda: in_use("webcam")),
            _("the consent store"),
        ),
        Choice(
            SeenQuiet(
                name="inhibitors",
                finds=Signs(inhibited=True),
                look=lambda: bool(execution_state() & _DISPLAY_REQUIRED),
            ),
            _("the system's execution state"),
        ),
        Choice(listed_among(apps, _any_runs), _("the list of processes")),
    )


def in_use(capability: str) -> bool:
    """Whether a program uses a capability now: it has not stopped since it started.

    One that crashed has not stopped either, and stands in the registry for ever.

    Raises:
        OSError: when the registry or the processes cannot be read.
    """
    users = {program for program, until in used_until(capability) if until == 0}
    if not users or "" in users:
        return bool(users)
    return any(name.lower() in users for name in process_names())


def _state_signs() -> Signs:
    signs = _STATES.get(notification_state(), NOTHING)
    return NOTHING if signs == _FULL_SCREEN and is_ours_in_front() else signs


def _any_runs(names: frozenset[str]) -> bool:
    return any(name.lower().removesuffix(".exe") in names for name in process_names())


# The system's calls


def notification_state() -> int:
    """Return whether the system would show a notification, as its own number.

    Raises:
        OSError: when it does not say.
    """
    state = c_int(0)
    if sys.platform == "win32":
        failure = ctypes.windll.shell32.SHQueryUserNotificationState(
            ctypes.byref(state)
        )
        if failure:
            message = f"SHQueryUserNotificationState answers {failure & 0xFFFFFFFF:#x}"
            raise OSError(message)
    return state.value


def is_ours_in_front() -> bool:
    """Whether the window in use is one of our own."""
    process = c_uint32(0)
    if sys.platform == "win32":
        user = ctypes.windll.user32
        user.GetForegroundWindow.restype = c_void_p
        user.GetWindowThreadProcessId.argtypes = [c_void_p, c_void_p]
        window = user.GetForegroundWindow()
        user.GetWindowThreadProcessId(window, ctypes.byref(process))
    return process.value == os.getpid()


def execution_state() -> int:
    """Return what programs ask of the power manager, as flags.

    Raises:
        OSError: when it does not say.
    """
    flags = c_uint32(0)
    if sys.platform == "win32":
        failure = ctypes.windll.powrprof.CallNtPowerInformation(
            _EXECUTION_STATE, None, 0, ctypes.byref(flags), ctypes.sizeof(flags)
        )
        if failure:
            message = f"CallNtPowerInformation answers {failure & 0xFFFFFFFF:#x}"
            raise OSError(message)
    return flags.value


def used_until(capability: str) -> Iterator[tuple[str, int]]:
    """Yield each program, and when it last stopped to use a capability.

    A program from the store has no name here, as its package names none.

    Raises:
        OSError: when the registry cannot be read.
    """
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  other systems have none

        def below(path: str) -> Iterator[str]:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                for number in range(winreg.QueryInfoKey(key)[0]):
                    yield rf"{path}\{winreg.EnumKey(key, number)}"

        packaged = rf"{_CONSENTS}\{capability}"
        found = [(program, "") for program in below(packaged)]
        with suppress(FileNotFoundError):  # no such program has ever asked
            # Named by their paths, in which # stands for \.
            found += [
                (program, program.rpartition("#")[2].lower())
                for program in below(rf"{packaged}\{_NOT_PACKAGED}")
            ]
        for program, name in found:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, program) as key:
                try:
                    yield name, int(winreg.QueryValueEx(key, _USED_UNTIL)[0])
                except FileNotFoundError:
                    continue  # it has never used it
    else:
        yield from ()


def process_names() -> Iterator[str]:
    """Yield the name of every program that runs.

    Raises:
        OSError: when they cannot be listed.
    """
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateToolhelp32Snapshot.restype = c_void_p
        kernel.Process32FirstW.argtypes = [c_void_p, c_void_p]
        kernel.Process32NextW.argtypes = [c_void_p, c_void_p]
        kernel.CloseHandle.argtypes = [c_void_p]
        snapshot = kernel.CreateToolhelp32Snapshot(_PROCESSES, 0)
        if snapshot == _NO_HANDLE:
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            entry = ProcessEntry(ctypes.sizeof(ProcessEntry))
            more = kernel.Process32FirstW(snapshot, ctypes.byref(entry))
            if not more:
                raise ctypes.WinError(ctypes.get_last_error())
            while more:
                yield entry.name
                more = kernel.Process32NextW(snapshot, ctypes.byref(entry))
        finally:
            kernel.CloseHandle(snapshot)
    else:
        yield from ()
