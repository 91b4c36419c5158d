"""Screen off, as GNOME's compositor tells it.

No other Linux desktop tells: the X server changes its power level without a word, and
on Wayland only the compositor knows.
"""

import logging
from collections.abc import Callable
from typing import Any

from psoas_break.desktop.dbus import Bus, Peer, Reply, Returned
from psoas_break.domain.absence import Certain

_log = logging.getLogger(__name__)

_DISPLAYS = "org.gnome.Mutter.DisplayConfig"
_PATH = "/org/gnome/Mutter/DisplayConfig"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_MODE = "PowerSaveMode"
_ON = 0
_UNKNOWN = -1


class MutterPresence:
    """Listens for the power mode of the monitors on the session's bus."""

    name = "Mutter"

    def __init__(self, *, bus: Bus) -> None:
        self._bus = bus
        self._changed: Callable[[Certain, bool], None] = lambda *_: None
        self._is_off = False

    def start(self, changed: Callable[[Certain, bool], None]) -> None:
        """Listen from now on, across restarts of the bus."""
        self._changed = changed
        self._bus.listen(
            _PROPERTIES, "PropertiesChanged", self._on_properties, path=_PATH
        )
        self._bus.connected.connect(self._ask)
        self._bus.lost.connect(self._on_lost)
        self._ask()

    def look(self) -> None:
        """Nothing to look at: Mutter tells."""

    def ask(self, answered: Callable[[frozenset[Certain] | None], None]) -> None:
        """Ask for the power mode."""

        def on_mode(mode: int | None) -> None:
            held = frozenset({Certain.SCREEN_OFF} if _is_off(mode) else ())
            answered(None if mode is None else held)

        self._ask_mode(on_mode)

    def _ask(self) -> None:
        self._ask_mode(self._set)

    def _ask_mode(self, told: Callable[[int | None], None]) -> None:
        def on_answer(reply: Reply) -> None:
            match reply:
                case Returned((("i", int() as mode),)):
                    told(mode)
                case _:
                    _log.debug("Mutter is not there: %s", reply)
                    told(None)

        self._bus.call(
            Peer(_DISPLAYS, _PATH, _PROPERTIES),
            "Get",
            "ss",
            (_DISPLAYS, _MODE),
            answered=on_answer,
        )

    def _on_properties(self, body: tuple[Any, ...]) -> None:
        match body:
            case (interface, dict() as changed, *_) if interface == _DISPLAYS:
                kind, mode = changed.get(_MODE, ("", None))
                if kind == "i":
                    self._set(mode)

    def _on_lost(self) -> None:
        self._set(_ON)

    def _set(self, mode: int | None) -> None:
        if mode is not None and _is_off(mode) != self._is_off:
            self._is_off = not self._is_off
            self._changed(Certain.SCREEN_OFF, self._is_off)


def _is_off(mode: int | None) -> bool:
    return mode not in {_ON, _UNKNOWN, None}
