"""Parts that load when they are first used, so that the idle process has none."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from psoas_break.app.ports import Awake, Sound

if TYPE_CHECKING:  # importing it imports jeepney, which most starts do not need
    from psoas_break.desktop.dbus import Bus


def load_sound() -> Sound:
    """Return the sound system; nothing is opened before the first sound."""
    from psoas_break.desktop.sound import choose_sound  # noqa: PLC0415
    from psoas_break.storage.catalogue import find_resources  # noqa: PLC0415

    return choose_sound(find_resources()).mechanism


def load_awake(parent: QObject) -> Awake:
    """Return what keeps the screen on; nothing is opened before the first hold."""
    from psoas_break.desktop.awake import choose_awake  # noqa: PLC0415

    def bus() -> "Bus":
        from psoas_break.desktop.dbus import Bus, session_address  # noqa: PLC0415

        return Bus(address=session_address(os.environ), parent=parent)

    return choose_awake(os.environ, bus).mechanism


def set_autostart(*, on: bool) -> str:
    """Start at login, or no longer; says what went wrong, or nothing."""
    from psoas_break.desktop.autostart import (  # noqa: PLC0415
        choose_autostart,
        launch_command,
    )

    try:
        autostart = choose_autostart(os.environ, launch_command(os.environ)).mechanism
        autostart.set(on=on)
    except OSError as error:
        return str(error)
    return ""
