"""Pauses players over D-Bus, and lets them play on.

Source: MPRIS D-Bus Interface Specification 2.2. A player that the user has started,
stopped or closed meanwhile is left alone.
"""

import logging
from functools import partial

from psoas_break.desktop.dbus import Bus, Peer, Reply, Returned

_log = logging.getLogger(__name__)

_NAMES = "org.mpris.MediaPlayer2."
_PATH = "/org/mpris/MediaPlayer2"
_PLAYER = "org.mpris.MediaPlayer2.Player"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_DAEMON = Peer("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class MprisMedia:
    """Remembers whom it has paused."""

    def __init__(self, *, bus: Bus) -> None:
        self._bus = bus
        self._is_wanted = False
        self._paused: set[str] = set()
        bus.lost.connect(self._paused.clear)

    def pause(self) -> None:
        """Pause every player that plays; the answers come later."""
        self._is_wanted = True
        self._bus.call(_DAEMON, "ListNames", answered=self._on_names)

    def resume(self) -> None:
        """Let those play on that we have paused and that still are."""
        self._is_wanted = False
        paused, self._paused = sorted(self._paused), set()
        for name in paused:
            self._ask_status(name, partial(self._play_if_paused, name))

    def _on_names(self, reply: Reply) -> None:
        match reply:
            case Returned((list() as names,)):
                for name in names:
                    if name.startswith(_NAMES):
                        self._ask_status(name, partial(self._pause_if_playing, name))
            case _:
                _log.info("No player can be paused: %s", reply)

    def _ask_status(self, name: str, answered: "partial[None]") -> None:
        self._bus.call(
            Peer(name, _PATH, _PROPERTIES),
            "Get",
            "ss",
            (_PLAYER, "PlaybackStatus"),
            answered=answered,
        )

    def _pause_if_playing(self, name: str, reply: Reply) -> None:
        if self._is_wanted and reply == Returned((("s", "Playing"),)):
            self._paused.add(name)
            self._bus.call(Peer(name, _PATH, _PLAYER), "Pause")
            _log.info("Paused %s", name)

    def _play_if_paused(self, name: str, reply: Reply) -> None:
        if reply == Returned((("s", "Paused"),)):
            self._bus.call(Peer(name, _PATH, _PLAYER), "Play")
            _log.info("%s plays on", name)
