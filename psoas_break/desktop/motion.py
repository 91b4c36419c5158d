"""Whether the desktop asks for less motion.

Qt's Fusion style, which the app wears on every desktop, never tells. On the free
desktops the settings portal knows; it tells of changes, and of older keys too. Sources:
XDG Desktop Portal, org.freedesktop.portal.Settings (version 1); gsettings of GNOME;
KDE's kdeglobals. Windows: SystemParametersInfo, "Show animations in Windows".
"""

import logging
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # importing it imports jeepney, which Windows and macOS have not
    from psoas_break.desktop.dbus import Bus, Reply

_log = logging.getLogger(__name__)

STARTS_WITHIN = timedelta(seconds=30)
"""What a portal that is only now started may take."""

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_CLIENT_AREA_ANIMATION = 0x1042

Stills = Callable[[bool], None]
"""Told whether nothing should move."""

_ASKS_FOR_LESS: dict[tuple[str, str], Callable[[Any], bool]] = {
    ("org.freedesktop.appearance", "reduced-motion"): lambda value: value == 1,
    ("org.gnome.desktop.interface", "enable-animations"): lambda value: value is False,
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): (
        lambda value: str(value).strip("0") in ("", ".")
    ),
}
"""What each setting must be: the common one, GNOME's before it, and KDE's."""


def follow_motion(session: "Callable[[], Bus | None]", told: Stills) -> None:
    """Tell whether nothing should move: at first, and at each change.

    Args:
        session: returns the session's bus, where there is one.
        told: called with the answer; not at all where nobody knows.
    """
    if sys.platform == "win32":
        told(not _windows_animates())
    elif (bus := session()) is not None:
        PortalMotion(bus=bus, told=told)


class PortalMotion:
    """Asks the portal, and hears of each change."""

    def __init__(self, *, bus: "Bus", told: Stills) -> None:
        self._bus = bus
        self._told = told
        self._less = dict.fromkeys(_ASKS_FOR_LESS, False)
        self._last: bool | None = None
        bus.listen(_SETTINGS, "SettingChanged", self._on_changed, _PATH)
        bus.connected.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        from psoas_break.desktop.dbus import Peer  # noqa: PLC0415  see above

        self._bus.call(
            Peer(_PORTAL, _PATH, _SETTINGS),
            "ReadAll",
            "as",
            ([namespace for namespace, _key in _ASKS_FOR_LESS],),
            answered=self._on_all,
            start=True,
            within=STARTS_WITHIN,
        )

    def _on_all(self, reply: "Reply") -> None:
        from psoas_break.desktop.dbus import Returned  # noqa: PLC0415  see above

        match reply:
            case Returned((dict() as all_of_them,)):
                for namespace, keys in all_of_them.items():
                    for key, (_type, value) in keys.items():
                        self._take(namespace, key, value)
                self._tell()
            case _:
                _log.info("Nobody says whether less should move: %s", reply)

    def _on_changed(self, body: tuple[Any, ...]) -> None:
        match body:
            case (str() as namespace, str() as key, (_type, value)):
                if self._take(namespace, key, value):
                    self._tell()
            case _:
                pass

    def _take(self, namespace: str, key: str, value: Any) -> bool:
        """Note a setting; says whether it is one of ours."""
        name = namespace, key
        if name not in _ASKS_FOR_LESS:
            return False
        self._less[name] = _ASKS_FOR_LESS[name](value)
        return True

    def _tell(self) -> None:
        """Say what all settings come to, if it is news."""
        still = any(self._less.values())
        if still is not self._last:
            self._last = still
            self._told(still)


def _windows_animates() -> bool:
    """Return whether Windows shows animations; it does where it does not say."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only Windows needs it here

        shows = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(
            _CLIENT_AREA_ANIMATION, 0, ctypes.byref(shows), 0
        )
        return bool(shows.value)
    else:  # noqa: RET505  mypy must see one branch for each system
        return True
