"""How long nobody has touched keyboard or pointer: one module per mechanism."""

import logging
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from psoas_break.app.ports import Idle, IdleSignals
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.idle.at_once import ReadAtOnce
from psoas_break.desktop.idle.null import NullIdle
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # importing them imports jeepney and Qt, which most need not
    from psoas_break.desktop.dbus import Bus
    from psoas_break.desktop.idle.wayland import LiveIdle

_log = logging.getLogger(__name__)


def choose_idle(
    environ: Mapping[str, str],
    system: str = sys.platform,
    *,
    bus: "Callable[[], Bus | None]" = lambda: None,
) -> Choice[Idle]:
    """Return the best mechanism that works in this session.

    Args:
        environ: the session's environment variables.
        system: the operating system, as Python names it.
        bus: returns the session's bus, if there is one; called when it is first needed.
    """
    choice = _choose(environ, system, bus)
    _log.info("Idle time: %s (%s)", choice.mechanism.name, choice.why)
    return choice


def signals_of(idle: Idle) -> IdleSignals:
    """Return what a mechanism must be asked and tells; most are simply read."""
    return idle if isinstance(idle, IdleSignals) else ReadAtOnce()


def _choose(
    environ: Mapping[str, str], system: str, bus: "Callable[[], Bus | None]"
) -> Choice[Idle]:
    try:
        if system == "win32":
            return _on_windows()
        if system == "darwin":
            return _on_macos()
        # XWayland counts only the input that goes to X11 windows, so never ask it.
        if (
            environ.get("WAYLAND_DISPLAY")
            or environ.get("XDG_SESSION_TYPE") == "wayland"
        ):
            return _on_wayland(environ, bus)
        return _on_x11(environ)
    except OSError as error:
        why = _("it cannot be asked: {reason}").format(reason=error)
        return Choice(NullIdle(), why, others=_other_ways)


# Each of these loads libraries that the others do not want.


def _on_windows() -> Choice[Idle]:
    from psoas_break.desktop.idle.windows import WindowsIdle  # noqa: PLC0415

    return Choice(WindowsIdle(), "GetLastInputInfo")


def _on_macos() -> Choice[Idle]:
    from psoas_break.desktop.idle.macos import MacIdle  # noqa: PLC0415

    return Choice(MacIdle(), "CGEventSource")


def _on_x11(environ: Mapping[str, str]) -> Choice[Idle]:
    display = environ.get("DISPLAY")
    if not display:
        return Choice(NullIdle(), _("there is no X server"), others=_other_ways)
    from psoas_break.desktop.idle.x11 import X11Idle  # noqa: PLC0415

    why = _("the X server {display} counts it").format(display=display)
    return Choice(X11Idle(display), why, others=_other_ways)


def _other_ways() -> dict[str, str]:
    """Return what is not asked outside Wayland, and why."""
    by_x = _("not asked: outside Wayland the X server counts for every desktop")
    return {"Mutter": by_x, "ext-idle-notify": _("only Wayland has it")}


def _on_wayland(
    environ: Mapping[str, str], bus: "Callable[[], Bus | None]"
) -> Choice[Idle]:
    from psoas_break.desktop.idle.wayland import WaylandIdle  # noqa: PLC0415

    def mutter() -> "LiveIdle":
        from psoas_break.desktop.idle.mutter import MutterIdle  # noqa: PLC0415

        session = bus()
        if session is None:
            raise OSError(_("there is no message bus"))
        return MutterIdle(bus=session)

    def ext_idle() -> "LiveIdle":
        from psoas_break.desktop.idle.ext_idle import ExtIdle  # noqa: PLC0415
        from psoas_break.desktop.idle.wayland_wire import (  # noqa: PLC0415
            socket_path,
        )

        return ExtIdle(path=socket_path(environ))

    idle = WaylandIdle({"Mutter": mutter, "ext-idle-notify": ext_idle})

    def others() -> dict[str, str]:
        x11 = _("not asked: under Wayland it counts only what X11 programs get")
        return {**idle.passed_over(), "X11": x11}

    return Choice(idle, _("under Wayland only the compositor knows"), others=others)
