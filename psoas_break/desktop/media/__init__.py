"""Music and films of other programs, paused while a break is guided."""

import sys
from typing import TYPE_CHECKING

from psoas_break.app.ports import Media
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.media.null import NullMedia
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # importing it imports jeepney, which Windows and macOS have not
    from psoas_break.desktop.dbus import Bus


def choose_media(bus: "Bus | None", system: str = sys.platform) -> Choice[Media]:
    """Return what can pause players here; nothing is opened before the first pause.

    Args:
        bus: the session's bus; None where there is none.
        system: the operating system, as Python names it.
    """
    if system in {"win32", "darwin"}:
        return Choice(NullMedia(), _("this system lets no program pause another"))
    if bus is None:
        return Choice(NullMedia(), _("there is no message bus to ask players on"))
    from psoas_break.desktop.media.mpris import MprisMedia  # noqa: PLC0415

    return Choice(MprisMedia(bus=bus), _("asked over MPRIS"))
