"""Lock and unlock, as the desktop's screen saver or lock screen tells it.

Five desktops have the same interface under five names. Signals carry the unique name
of their sender, so each is known by its interface.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from psoas_break.desktop.dbus import Bus, Peer, Reply, Returned
from psoas_break.domain.absence import Certain

_log = logging.getLogger(__name__)

_DESKTOPS = ("gnome", "freedesktop", "cinnamon", "mate", "xfce")


def _screen_saver(desktop: str) -> Peer:
    name = f"org.{desktop}.ScreenSaver"
    return Peer(name, f"/org/{desktop}/ScreenSaver", name)


SCREEN_SAVERS = tuple(_screen_saver(desktop) for desktop in _DESKTOPS)


class ScreenSaverPresence:
    """Listens on the session's bus, whichever of the five is there."""

    name = "screen saver"

    def __init__(self, *, bus: Bus) -> None:
        self._bus = bus
        self._changed: Callable[[Certain, bool], None] = lambda *_: None
        self._active: set[str] = set()

    def start(self, changed: Callable[[Certain, bool], None]) -> None:
        """Listen from now on, across restarts of the bus."""
        self._changed = changed
        for peer in SCREEN_SAVERS:
            self._bus.listen(
                peer.interface, "ActiveChanged", partial(self._on_changed, peer)
            )
            self._bus.listen_to_owner(peer.name, partial(self._on_owner, peer))
        self._bus.connected.connect(self._ask_all)
        self._bus.lost.connect(self._on_lost)
        self._ask_all()

    def look(self) -> None:
        """Nothing to look at: screen savers tell."""

    def ask(self, answered: Callable[[frozenset[Certain] | None], None]) -> None:
        """Ask all five; one that answers is enough."""
        silent, said = set(SCREEN_SAVERS), set[bool]()

        def on_answer(peer: Peer, reply: Reply) -> None:
            silent.discard(peer)
            match reply:
                case Returned((bool() as active,)):
                    said.add(active)
                case _:
                    pass  # it is not there
            if not silent:
                held = frozenset({Certain.LOCKED} if True in said else ())
                answered(held if said else None)

        for peer in SCREEN_SAVERS:
            self._bus.call(peer, "GetActive", answered=partial(on_answer, peer))

    def _ask_all(self) -> None:
        for peer in SCREEN_SAVERS:
            self._ask(peer)

    def _ask(self, peer: Peer) -> None:
        self._bus.call(peer, "GetActive", answered=partial(self._on_answer, peer))

    def _on_answer(self, peer: Peer, reply: Reply) -> None:
        match reply:
            case Returned((bool() as active,)):
                self._set(peer, on=active)
            case _:
                _log.debug("%s is not there: %s", peer.name, reply)

    def _on_changed(self, peer: Peer, body: tuple[Any, ...]) -> None:
        self._set(peer, on=body == (True,))

    def _on_owner(self, peer: Peer, body: tuple[Any, ...]) -> None:
        """One that has ended tells of no unlock; one that begins may have locked."""
        match body:
            case (_, _, str() as now) if now:
                self._ask(peer)
            case _:
                self._set(peer, on=False)

    def _on_lost(self) -> None:
        """Nobody would tell us of an unlock now."""
        for peer in SCREEN_SAVERS:
            self._set(peer, on=False)

    def _set(self, peer: Peer, *, on: bool) -> None:
        was_locked = bool(self._active)
        if on:
            self._active.add(peer.name)
        else:
            self._active.discard(peer.name)
        if bool(self._active) != was_locked:
            self._changed(Certain.LOCKED, on)
