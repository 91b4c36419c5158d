"""Keeps the screen on by asking the desktop over its message bus.

The services, in the order they are asked: the freedesktop ScreenSaver (KDE, Xfce,
Cinnamon, newer GNOME), GNOME's and MATE's session manager, the older power
management interface, and the portal (Flatpak). A desktop drops what it holds for us
when our connection ends, so a crash leaves no screen on for ever.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from psoas_break.desktop.dbus import Bus, Peer, Reply, Returned

_log = logging.getLogger(__name__)

_APP = "psoas-break"
_IDLE = 8  # the flag "do not go idle" of the session managers and of the portal

_SCREEN_SAVER = Peer(
    "org.freedesktop.ScreenSaver",
    "/org/freedesktop/ScreenSaver",
    "org.freedesktop.ScreenSaver",
)
_POWER = Peer(
    "org.freedesktop.PowerManagement",
    "/org/freedesktop/PowerManagement/Inhibit",
    "org.freedesktop.PowerManagement.Inhibit",
)
_PORTAL = Peer(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Inhibit",
)


@dataclass(frozen=True, slots=True)
class Way:
    """One service, and how it is asked and thanked."""

    peer: Peer
    signature: str
    arguments: Callable[[str], tuple[Any, ...]]
    thanks: str | None
    """The method that takes the token back; None closes the token, an object."""
    start: bool = False

    @property
    def token(self) -> type[int | str]:
        """What the service gives for the method that takes it back."""
        return str if self.thanks is None else int


def _session_manager(desktop: str) -> Way:
    name = f"org.{desktop}.SessionManager"
    return Way(
        Peer(name, f"/org/{desktop}/SessionManager", name),
        "susu",
        lambda reason: (_APP, 0, reason, _IDLE),
        "Uninhibit",
    )


WAYS = (
    Way(_SCREEN_SAVER, "ss", lambda reason: (_APP, reason), "UnInhibit"),
    _session_manager("gnome"),
    _session_manager("mate"),
    Way(_POWER, "ss", lambda reason: (_APP, reason), "UnInhibit"),
    Way(
        _PORTAL,
        "sua{sv}",
        lambda reason: ("", _IDLE, {"reason": ("s", reason)}),
        None,
        start=True,
    ),
)


class DBusAwake:
    """Asks one service after the other, until one of them holds the screen."""

    def __init__(self, *, bus: Bus, reason: str) -> None:
        """Take note of what to say.

        Args:
            bus: the session's bus.
            reason: what a desktop shows to a user who asks what keeps it awake.
        """
        self._bus = bus
        self._reason = reason
        self._wanted = False
        self._asking = False
        self._held: tuple[Way, Any] | None = None
        bus.connected.connect(self._on_connected)
        bus.lost.connect(self._on_lost)

    @property
    def held_by(self) -> str | None:
        """The service that keeps the screen on just now."""
        return self._held[0].peer.name if self._held else None

    def hold(self) -> None:
        """Ask the desktop not to blank or lock."""
        self._wanted = True
        if self._held is None and not self._asking:
            self._ask(0)

    def release(self) -> None:
        """Let it again. A service that is still being asked is thanked on its yes."""
        self._wanted = False
        if self._held is not None:
            held, self._held = self._held, None
            self._thank(*held)

    def _ask(self, number: int) -> None:
        self._asking = number < len(WAYS)
        if not self._asking:
            _log.warning("Nothing on this desktop keeps the screen awake")
            return
        way = WAYS[number]
        self._bus.call(
            way.peer,
            "Inhibit",
            way.signature,
            way.arguments(self._reason),
            answered=partial(self._on_answer, number),
            start=way.start,
        )

    def _on_answer(self, number: int, reply: Reply) -> None:
        way = WAYS[number]
        match reply:
            case Returned((token,)) if isinstance(token, way.token):
                self._asking = False
                if self._wanted:
                    _log.info("%s keeps the screen awake", way.peer.name)
                    self._held = way, token
                else:
                    self._thank(way, token)
            case _:
                _log.info("%s does not keep the screen awake: %s", way.peer, reply)
                if self._wanted:
                    self._ask(number + 1)
                else:
                    self._asking = False

    def _thank(self, way: Way, token: Any) -> None:
        if way.thanks is None:
            request = Peer(way.peer.name, token, "org.freedesktop.portal.Request")
            self._bus.call(request, "Close")
        else:
            self._bus.call(way.peer, way.thanks, "u", (token,))

    def _on_connected(self) -> None:
        """Ask anew: another bus knows nothing of what the last one held."""
        if self._wanted and not self._asking and self._held is None:
            self._ask(0)

    def _on_lost(self) -> None:
        self._held = None
