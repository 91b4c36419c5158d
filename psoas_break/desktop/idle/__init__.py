"""How long nobody has touched keyboard or pointer: one module per mechanism."""

import logging
import sys
from collections.abc import Mapping

from psoas_break.app.ports import Idle
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.idle.null import NullIdle

_log = logging.getLogger(__name__)


def choose_idle(environ: Mapping[str, str], system: str = sys.platform) -> Choice[Idle]:
    """Return the best mechanism that works in this session.

    Args:
        environ: the session's environment variables.
        system: the operating system, as Python names it.
    """
    choice = _choose(environ, system)
    _log.info("Idle time: %s (%s)", choice.mechanism.name, choice.why)
    return choice


def _choose(environ: Mapping[str, str], system: str) -> Choice[Idle]:
    if system in ("win32", "darwin"):
        return Choice(NullIdle(), f"not read on {system} yet")
    # XWayland counts only the input that goes to X11 windows, so never ask it.
    if environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland":
        return Choice(NullIdle(), "Wayland tells no X11 program about input")
    display = environ.get("DISPLAY")
    if not display:
        return Choice(NullIdle(), "there is no X server")
    # Loads ctypes and two libraries: only where they are wanted.
    from psoas_break.desktop.idle.x11 import X11Idle  # noqa: PLC0415

    try:
        return Choice(X11Idle(display), f"the X server {display} counts it")
    except OSError as error:
        return Choice(NullIdle(), str(error))
