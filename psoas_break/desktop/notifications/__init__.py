"""The desktop's notifications, where they can carry buttons."""

import sys
from typing import TYPE_CHECKING

from psoas_break.app.notification import Notifier
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.sandbox import in_flatpak
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # importing it imports jeepney, which most prompts do not need
    from psoas_break.desktop.dbus import Bus


def choose_notifier(
    bus: "Bus | None", *, sandboxed: bool | None = None
) -> Choice[Notifier | None]:
    """Return this desktop's notifications; None where they cannot carry buttons.

    Under Windows and macOS, where there is no bus, only an app that is installed as
    the system wants it may put buttons on them, and Qt's own have none: the card is
    the better question.

    Args:
        bus: the session's bus, where there is one.
        sandboxed: whether this is a Flatpak; None finds out.
    """
    if bus is None:
        why = _("there is no message bus to ask; a card asks instead")
        remedy = _("Start the session with dbus-run-session.")
        return Choice(None, why, remedy if sys.platform == "linux" else "")
    if in_flatpak() if sandboxed is None else sandboxed:
        from psoas_break.desktop.notifications.portal import (  # noqa: PLC0415
            PortalNotifier,
        )

        return Choice(PortalNotifier(bus=bus), _("the desktop's portal"))
    from psoas_break.desktop.notifications.dbus import DBusNotifier  # noqa: PLC0415

    why = _("{name} over D-Bus").format(name="org.freedesktop.Notifications")
    return Choice(DBusNotifier(bus=bus), why)
