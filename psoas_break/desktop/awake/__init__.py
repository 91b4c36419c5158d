"""Keeps the screen on while a break is guided: one module per mechanism.

Whatever the mechanism, the system itself takes it back when the process ends.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from psoas_break.app.ports import Awake
from psoas_break.desktop.awake.later import LaterAwake
from psoas_break.desktop.awake.null import NullAwake
from psoas_break.desktop.choice import Choice
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # importing it imports jeepney, which most starts do not need
    from psoas_break.desktop.dbus import Bus


def choose_awake(bus: "Callable[[], Bus | None]") -> Choice[Awake]:
    """Return the mechanism of this system; nothing is opened before the first hold.

    Args:
        bus: returns the session's bus, if there is one; called at the first hold.
    """
    choice: Choice[Awake]
    if sys.platform == "win32":
        # Each of these loads a library that the other systems have not.
        from psoas_break.desktop.awake.windows import WindowsAwake  # noqa: PLC0415

        choice = Choice(WindowsAwake(), "SetThreadExecutionState")
    elif sys.platform == "darwin":
        from psoas_break.desktop.awake.macos import MacAwake  # noqa: PLC0415

        choice = Choice(MacAwake(_reason()), "IOPMAssertion")
    else:

        def make() -> Awake:
            from psoas_break.desktop.awake.dbus import DBusAwake  # noqa: PLC0415

            session = bus()
            if session is None:
                return NullAwake()
            return DBusAwake(bus=session, reason=_reason())

        choice = Choice(LaterAwake(make), _("asked of the desktop over D-Bus"))
    return choice


def _reason() -> str:
    return _("A guided break is running")
