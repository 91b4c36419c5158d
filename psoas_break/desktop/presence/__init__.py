"""Sure signs that nobody is at the desk: one module per system that tells of them.

A suspend that nobody tells of is noticed by the clocks: `psoas_break.app.sleep_watch`.
"""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from psoas_break.app.ports import PresenceSource
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.presence.null import NullPresence
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # importing it imports jeepney, which Windows and macOS have not
    from psoas_break.desktop.dbus import Bus


def choose_presence(
    environ: Mapping[str, str],
    *,
    session: "Bus | None",
    system: "Bus | None",
) -> tuple[Choice[PresenceSource], ...]:
    """Return everything here that can tell; nothing is opened before `start`.

    Args:
        environ: the session's environment variables.
        session: the session's bus; None where there is none.
        system: the system's bus; None where there is none.
    """
    # Each of these loads libraries that the other systems have not.
    if sys.platform == "win32":
        from psoas_break.desktop.presence.windows import (  # noqa: PLC0415
            WindowsPresence,
        )

        return (Choice(WindowsPresence(), _("Windows tells its windows")),)
    elif sys.platform == "darwin":  # noqa: RET505  one branch for each system
        from psoas_break.desktop.presence.macos import MacPresence  # noqa: PLC0415

        return (Choice(MacPresence(), _("the login session's dictionary")),)
    else:
        return _on_linux(environ, session=session, system=system)


def _on_linux(
    environ: Mapping[str, str], *, session: "Bus | None", system: "Bus | None"
) -> tuple[Choice[PresenceSource], ...]:
    found: list[Choice[PresenceSource]] = []
    if system is not None:
        from psoas_break.desktop.presence.logind import (  # noqa: PLC0415
            LogindPresence,
        )

        logind = LogindPresence(bus=system, environ=environ)
        found.append(Choice(logind, _("lock, sleep and user switch")))
    if session is not None:
        from psoas_break.desktop.presence.mutter import (  # noqa: PLC0415
            MutterPresence,
        )
        from psoas_break.desktop.presence.screen_saver import (  # noqa: PLC0415
            ScreenSaverPresence,
        )

        savers = ScreenSaverPresence(bus=session)
        found.append(Choice(savers, _("the lock screens of five desktops")))
        mutter = MutterPresence(bus=session)
        found.append(Choice(mutter, _("screen off, under GNOME")))
    if not found:
        remedy = _("Start the session with dbus-run-session.")
        why = _("there is no message bus to listen to")
        found.append(Choice(NullPresence(), why, remedy))
    return tuple(found)
