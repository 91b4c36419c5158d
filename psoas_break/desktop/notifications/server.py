"""Which programs show notifications and tray icons, for `doctor`."""

from collections.abc import Callable
from functools import partial

from psoas_break.desktop.dbus import Bus, Peer, Reply, Returned
from psoas_break.desktop.notifications.dbus import BUTTONLESS, SERVER
from psoas_break.words import gettext as _

Told = Callable[[str | None], None]

_DAEMON = Peer("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_WATCHER = "org.kde.StatusNotifierWatcher"


def ask_tray(bus: Bus, told: Told) -> None:
    """Ask whether the desktop has a tray on the bus; None where it has none there."""

    def answered(reply: Reply) -> None:
        told("StatusNotifierItem" if reply == Returned((True,)) else None)

    bus.call(_DAEMON, "NameHasOwner", "s", (_WATCHER,), answered=answered)


def ask_server(bus: Bus, told: Told) -> None:
    """Ask who shows notifications; told in words, or None if nobody answers."""
    asked = partial(_on_name, bus, told)
    bus.call(SERVER, "GetServerInformation", answered=asked, start=True)


def _on_name(bus: Bus, told: Told, reply: Reply) -> None:
    match reply:
        case Returned((str() as name, _maker, str() as version, *_rest)):
            answered = partial(_on_capabilities, f"{name} {version}", told)
            bus.call(SERVER, "GetCapabilities", answered=answered)
        case _other:
            told(None)


def _on_capabilities(name: str, told: Told, reply: Reply) -> None:
    match reply:
        case Returned((list() as capabilities,)):
            can = ", ".join(sorted(map(str, capabilities)))
            if name.split(maxsplit=1)[0].lower() in BUTTONLESS:
                can = _("{capabilities}; its buttons do not show").format(
                    capabilities=can
                )
            told(f"{name} ({can})")
        case _other:
            told(name)
