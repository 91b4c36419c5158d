"""Lock, user switch and screen off under macOS.

The login session has a dictionary that is read at every look, and the system posts a
notice at lock and unlock, after which it is read too. A suspend is noticed by the
clocks. Source: CGSessionCopyCurrentDictionary, Quartz Display Services reference; the
notices are not documented, and where they do not come the looks remain.
"""

import ctypes
import logging
from collections.abc import Callable
from ctypes import c_uint32, c_void_p
from dataclasses import dataclass

from psoas_break.desktop.presence.core_foundation import (
    foundation,
    framework,
    is_true,
    string,
)
from psoas_break.domain.absence import Certain

_log = logging.getLogger(__name__)

_LOCKED = "CGSSessionScreenIsLocked"
_ON_CONSOLE = "kCGSSessionOnConsoleKey"
_NOTICES = ("com.apple.screenIsLocked", "com.apple.screenIsUnlocked")
_DELIVER_AT_ONCE = 4
_NOTICE = ctypes.CFUNCTYPE(None, *[c_void_p] * 5)


@dataclass(frozen=True, slots=True)
class LoginSession:
    """What macOS says of the user's session."""

    locked: bool
    on_console: bool
    screen_off: bool


class MacPresence:
    """Reads the session whenever the app looks, and at every notice."""

    name = "macOS"

    def __init__(self) -> None:
        self._changed: Callable[[Certain, bool], None] = lambda *_: None
        self._held: set[Certain] = set()
        self._named = False
        self._observer: object = None

    def start(self, changed: Callable[[Certain, bool], None]) -> None:
        """Listen from now on."""
        self._changed = changed
        try:
            self._observer = observe(self.look)
        except (OSError, AttributeError) as error:
            _log.info("macOS posts no notice of lock and unlock: %s", error)
        self.look()

    def look(self) -> None:
        """Read the session."""
        if (session := self._read()) is not None:
            for cause, holds in _signs_of(session).items():
                self._set(cause, on=holds)

    def ask(self, answered: Callable[[frozenset[Certain] | None], None]) -> None:
        """Read the session."""
        session = self._read()
        held = () if session is None else _signs_of(session).items()
        causes = frozenset(cause for cause, holds in held if holds)
        answered(None if session is None else causes)

    def _read(self) -> LoginSession | None:
        try:
            return read_session()
        except (OSError, AttributeError) as error:
            if not self._named:
                self._named = True
                _log.info("macOS tells nothing of lock and screen: %s", error)
            return None

    def _set(self, cause: Certain, *, on: bool) -> None:
        if on != (cause in self._held):
            self._held ^= {cause}
            self._changed(cause, on)


def _signs_of(session: LoginSession) -> dict[Certain, bool]:
    return {
        Certain.LOCKED: session.locked,
        Certain.SWITCHED: not session.on_console,
        Certain.SCREEN_OFF: session.screen_off,
    }


def read_session() -> LoginSession:
    """Return what the session is now.

    Raises:
        OSError: when the framework is missing, or there is no session with a screen.
        AttributeError: when this macOS has no such function any more.
    """
    graphics = framework("CoreGraphics")
    graphics.CGSessionCopyCurrentDictionary.restype = c_void_p
    graphics.CGMainDisplayID.restype = c_uint32
    graphics.CGDisplayIsAsleep.argtypes = [c_uint32]
    session = graphics.CGSessionCopyCurrentDictionary()
    if not session:
        message = "there is no session with a screen"
        raise OSError(message)
    try:
        return LoginSession(
            locked=is_true(session, _LOCKED) is True,
            on_console=is_true(session, _ON_CONSOLE) is not False,
            screen_off=bool(graphics.CGDisplayIsAsleep(graphics.CGMainDisplayID())),
        )
    finally:
        foundation().CFRelease(session)


def observe(call: Callable[[], None]) -> object:
    """Have `call` called at every notice; keep what is returned as long as wanted.

    Raises:
        OSError: when the framework is missing.
    """
    heard = _NOTICE(lambda *_: call())
    center = foundation().CFNotificationCenterGetDistributedCenter()
    for notice in _NOTICES:
        with string(notice) as name:
            foundation().CFNotificationCenterAddObserver(
                center, None, heard, name, None, _DELIVER_AT_ONCE
            )
    return heard
