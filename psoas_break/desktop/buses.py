"""The two message buses of a Linux desktop, each opened when it is first needed.

Importing D-Bus imports jeepney, which Windows and macOS have not, and which a process
without a bus does not need.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:  # imported when it is needed, if it is
    from psoas_break.desktop.dbus import Bus

SYSTEM_BUS = Path("/run/dbus/system_bus_socket")


def session_address(environ: Mapping[str, str]) -> str | None:
    """Return where the session's bus listens, or None where there is none."""
    if address := environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return address
    bus = Path(environ.get("XDG_RUNTIME_DIR") or "/nowhere") / "bus"
    return f"unix:path={bus}" if bus.exists() else None


def system_address(environ: Mapping[str, str]) -> str | None:
    """Return where the system's bus listens, or None where there is none."""
    if address := environ.get("DBUS_SYSTEM_BUS_ADDRESS"):
        return address
    return f"unix:path={SYSTEM_BUS}" if SYSTEM_BUS.exists() else None


class Buses:
    """Hands out one bus of each kind to all who ask for it.

    Args:
        environ: the session's environment variables.
        parent: the owner of both.
        system: the operating system, as Python names it.
    """

    def __init__(
        self,
        *,
        environ: Mapping[str, str],
        parent: QObject | None = None,
        system: str = sys.platform,
    ) -> None:
        self._parent = parent
        has_buses = system == "linux"
        self._session = session_address(environ) if has_buses else None
        self._system = system_address(environ) if has_buses else None
        self._opened: dict[str, Bus] = {}

    def session(self) -> "Bus | None":
        """Return the session's bus; None where there is none."""
        return self._at(self._session)

    def system(self) -> "Bus | None":
        """Return the system's bus; None where there is none."""
        return self._at(self._system)

    def close(self) -> None:
        """Hang up; whatever the desktop does for us ends with it."""
        for bus in self._opened.values():
            bus.close()

    def _at(self, address: str | None) -> "Bus | None":
        if address is None:
            return None
        from psoas_break.desktop.dbus import Bus  # noqa: PLC0415

        if address not in self._opened:
            self._opened[address] = Bus(address=address, parent=self._parent)
        return self._opened[address]
