"""Idle time from GNOME's compositor, under Wayland as under X11.

Mutter counts idle time and tells of the next input. It answers over the bus, so the
time is asked for before each look, and known when the look reads it. Source: mutter,
org.gnome.Mutter.IdleMonitor.xml.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from psoas_break.desktop.dbus import Bus, Failed, Peer, Reply, Returned
from psoas_break.words import gettext as _

_log = logging.getLogger(__name__)

ANSWER_WITHIN = timedelta(seconds=1)

LOOKS_INSTEAD = timedelta(seconds=30)
"""How soon to look for a return of which Mutter will not tell."""

MONITOR = Peer(
    "org.gnome.Mutter.IdleMonitor",
    "/org/gnome/Mutter/IdleMonitor/Core",
    "org.gnome.Mutter.IdleMonitor",
)


class MutterIdle(QObject):
    """Asks Mutter, and watches for an input while somebody waits for one."""

    name = "Mutter"
    tells = True
    tells_silence = False

    def __init__(
        self,
        *,
        bus: Bus,
        within: timedelta = ANSWER_WITHIN,
        instead: timedelta = LOOKS_INSTEAD,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bus = bus
        self._within = within
        self._read: timedelta | None = None
        self._since_read = QElapsedTimer()
        self._waiting: list[Callable[[], None]] = []
        self._returned: Callable[[], None] | None = None
        self._listens = False
        self._watch: int | None = None
        self._asks_for_watch = False
        self.trouble = ""
        """Why it cannot tell; empty if it can."""
        self._looks = QTimer(self, singleShot=True)
        self._looks.setInterval(instead // timedelta(milliseconds=1))
        self._looks.timeout.connect(self._look)
        bus.lost.connect(self._on_lost)

    def idle(self) -> timedelta | None:
        """Return the time since the last input, as far as was asked; None if lost."""
        if self._read is None:
            return None
        return self._read + timedelta(milliseconds=self._since_read.elapsed())

    def refresh(self, done: Callable[[], None]) -> None:
        """Ask how long it is since the last input."""
        self._waiting.append(done)
        if len(self._waiting) == 1:
            self._bus.call(
                MONITOR, "GetIdletime", answered=self._on_idle, within=self._within
            )

    def attend(self, *, closely: bool) -> None:
        """Every reading is exact."""

    def tell_return(self, returned: Callable[[], None] | None) -> None:
        """Have Mutter tell of the next input, and again after each look."""
        self._returned = returned
        if returned is None:
            self._looks.stop()
            self._forget_watch()
        elif self._watch is None and not self._asks_for_watch:
            if not self._listens:
                self._listens = True
                self._bus.listen(
                    MONITOR.interface, "WatchFired", self._on_fired, path=MONITOR.path
                )
            self._asks_for_watch = True
            self._bus.call(MONITOR, "AddUserActiveWatch", answered=self._on_watch)

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        """Mutter's own watch would stand still while a video inhibits idle: we look."""

    def _forget_watch(self) -> None:
        if self._watch is not None:
            watch, self._watch = self._watch, None
            self._bus.call(MONITOR, "RemoveWatch", "u", (watch,))

    def _on_idle(self, reply: Reply) -> None:
        match reply:
            case Returned((int() as milliseconds,)):
                self._read = timedelta(milliseconds=milliseconds)
                self._since_read.start()
                self.trouble = ""
            case Failed(reason):
                self._lose(reason)
            case _:
                self._lose(f"it answers {reply}")
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()

    def _on_watch(self, reply: Reply) -> None:
        self._asks_for_watch = False
        match reply:
            case Returned((int() as watch,)):
                self._watch = watch
                if self._returned is None:
                    self._forget_watch()
            case _:
                _log.info("Mutter does not tell of inputs: %s", reply)
                self._look_instead()

    def _on_fired(self, body: tuple[Any, ...]) -> None:
        """Take the number of a watch; one for an input fires but once."""
        if self._watch is not None and body == (self._watch,):
            self._watch = None
            self._look()

    def _look(self) -> None:
        if self._returned is not None:
            self._returned()

    def _look_instead(self) -> None:
        """Look before long, if anybody waits; that look asks for a watch again."""
        if self._returned is not None:
            self._looks.start()

    def _on_lost(self) -> None:
        self._watch = None
        self._asks_for_watch = False
        self._look_instead()

    def _lose(self, reason: str) -> None:
        self._read = None
        if not self.trouble:
            _log.info("Mutter does not say how long nobody has typed: %s", reason)
        self.trouble = _("nobody answers ({reason})").format(reason=reason)
