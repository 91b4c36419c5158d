"""Idle time from a Wayland compositor that offers ext-idle-notify.

KDE Plasma and the family of wlroots do; GNOME does not. The protocol cannot be asked:
it tells when nothing has come for a span set beforehand, and when something comes
again. So a long span is set at all times, a short one while seconds matter, one more
while somebody waits for silence, and what lies between is counted here. Source:
wayland-protocols, ext-idle-notify-v1.

Version 1 says nothing while a program inhibits idle, a video perhaps. Version 2 has
a request that goes by input alone, and is used where it is offered.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from psoas_break.desktop.idle.wayland_wire import WaylandWire, number
from psoas_break.words import gettext as _

_log = logging.getLogger(__name__)

ANSWER_WITHIN = timedelta(seconds=1)

LONG = timedelta(minutes=1)
"""Watched at all times: the shortest `away after` there is."""
SHORT = timedelta(seconds=3)
"""Watched while seconds matter: the shortest lull there is."""
SECOND_LOOK = timedelta(seconds=5)
"""After an input nothing more is told before the next silence, so we look again."""
UNBROKEN = timedelta(seconds=10)
"""Where this long after a break no silence was told of, somebody is there already and
has typed all the time: nobody would tell of a return then, so we look."""
LONGEST_WITHOUT_PAUSE = timedelta(minutes=90)
"""Nobody types for so long without a minute's pause: it is a video that inhibits."""

_NOTIFIER = "ext_idle_notifier_v1"
_SEAT = "wl_seat"
_DESTROY = 0
_GET_NOTIFICATION = 1
_GET_INPUT_NOTIFICATION = 2
_BY_INPUT = 2
_IDLED, _RESUMED = 0, 1
_MILLISECOND = timedelta(milliseconds=1)


class ExtIdle(QObject):
    """Counts from what the compositor tells."""

    name = "ext-idle-notify"
    tells = True
    tells_silence = True

    def __init__(
        self,
        *,
        path: str,
        long: timedelta = LONG,
        short: timedelta = SHORT,
        parent: QObject | None = None,
    ) -> None:
        """Connect; the compositor's offers come later.

        Args:
            path: the compositor's socket.
            long: the span that is watched at all times.
            short: the span that is watched while seconds matter.
            parent: the owner.

        Raises:
            OSError: when nobody listens there.
        """
        super().__init__(parent)
        self._spans = {"long": long, "short": short}
        self._seat: int | None = None
        self._notifier: int | None = None
        self._version = 0
        self._watches: dict[str, _Watch] = {}
        self._closely = False
        self._returned: Callable[[], None] | None = None
        self._fell: Callable[[], None] = lambda: None
        self._told = QElapsedTimer()
        self._settled = False
        self._lost = ""
        self._waiting: list[Callable[[], None]] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._settle)
        self._patience.start(ANSWER_WITHIN // _MILLISECOND)
        self._second_look = QTimer(self)
        self._second_look.setSingleShot(True)
        self._second_look.setInterval(SECOND_LOOK // _MILLISECOND)
        self._second_look.timeout.connect(self._tell_return)
        self._unbroken = QTimer(self)
        self._unbroken.setSingleShot(True)
        self._unbroken.setInterval(UNBROKEN // _MILLISECOND)
        self._unbroken.timeout.connect(self._on_unbroken)
        self._silent = QTimer(self)
        self._silent.setSingleShot(True)
        self._silent.timeout.connect(self._tell_silence)
        self._wire: WaylandWire | None = WaylandWire(
            path=path,
            offered=self._on_offer,
            all_offered=self._settle,
            lost=self._on_lost,
            parent=self,
        )

    def idle(self) -> timedelta | None:
        """Return the time since the last input; none yet counts as just now."""
        if "long" not in self._watches:
            return None
        known = [watch.idle() for watch in self._watches.values()]
        silent = timedelta(milliseconds=self._told.elapsed())
        if not any(known) and self._version < _BY_INPUT:
            # Something inhibits the notice, or somebody types without a pause.
            return silent if silent > LONGEST_WITHOUT_PAUSE else timedelta()
        return max(known)

    @property
    def trouble(self) -> str:
        """Why it cannot tell; empty if it can."""
        if "long" in self._watches:
            return ""
        return self._lost or _("this compositor does not offer it")

    def refresh(self, done: Callable[[], None]) -> None:
        """Wait for the compositor's offers; later, what was told is all there is."""
        if self._settled:
            done()
        else:
            self._waiting.append(done)

    def attend(self, *, closely: bool) -> None:
        """Watch the short span too, or no longer."""
        self._closely = closely
        if closely:
            self._start("short")
        else:
            self._stop("short")

    def tell_return(self, returned: Callable[[], None] | None) -> None:
        """Call at each input after a silence, and once more soon after it."""
        waited, self._returned = self._returned is not None, returned
        if returned is None:
            self._second_look.stop()
            self._unbroken.stop()
        elif not waited and not self._is_silent():
            self._unbroken.start()

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        """Call at each silence of `span`; one that lasts already is told of soon."""
        self._fell = fell
        if span == self._spans.get("silence"):
            return
        self._silent.stop()
        self._stop("silence")
        self._spans.pop("silence", None)
        if span is not None:
            self._spans["silence"] = span
            self._start("silence")
            # Its watch begins now, whatever was before.
            if (self.idle() or timedelta()) >= span:
                self._silent.start(0)

    def close(self) -> None:
        """Hang up; idle time is unknown from now on."""
        if self._wire is not None:
            wire, self._wire = self._wire, None
            self._watches.clear()
            wire.close()

    def _settle(self) -> None:
        self._settled = True
        self._patience.stop()
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()

    def _on_offer(self, name: int, interface: str, version: int) -> None:
        if self._wire is None:
            return
        if interface == _SEAT and self._seat is None:
            self._seat = self._wire.bind(name, _SEAT, 1)
        elif interface == _NOTIFIER and self._notifier is None:
            self._version = min(version, _BY_INPUT)
            self._notifier = self._wire.bind(name, _NOTIFIER, self._version)
        else:
            return
        for which in self._spans:
            if which != "short" or self._closely:
                self._start(which)

    def _start(self, which: str) -> None:
        wire, notifier, seat = self._wire, self._notifier, self._seat
        if which in self._watches or wire is None or notifier is None or seat is None:
            return
        by_input = self._version >= _BY_INPUT
        request = _GET_INPUT_NOTIFICATION if by_input else _GET_NOTIFICATION
        span = self._spans[which]
        made = wire.create(
            notifier,
            request,
            number(span // _MILLISECOND) + number(seat),
            heard=partial(self._on_event, which),
        )
        self._watches[which] = _Watch(made, span)
        if which == "long":
            self._told.start()

    def _stop(self, which: str) -> None:
        watch = self._watches.pop(which, None)
        if watch is not None and self._wire is not None:
            self._wire.forget(watch.made)
            self._wire.send(watch.made, _DESTROY)

    def _on_event(self, which: str, event: int, _arguments: bytes) -> None:
        self._told.start()
        watch = self._watches[which]
        if event == _IDLED:
            watch.since.start()
            self._unbroken.stop()
            if which == "silence":
                self._tell_silence()
        elif event == _RESUMED:
            watch.since.invalidate()
            if self._returned is not None:
                self._second_look.start()
            self._tell_return()

    def _is_silent(self) -> bool:
        return any(watch.since.isValid() for watch in self._watches.values())

    def _on_unbroken(self) -> None:
        self._second_look.start()
        self._tell_return()

    def _tell_silence(self) -> None:
        self._fell()

    def _tell_return(self) -> None:
        if self._returned is not None:
            self._returned()

    def _on_lost(self, reason: str) -> None:
        _log.info("Idle time is unknown from now on: %s", reason)
        self._wire, self._lost = None, reason
        self._watches.clear()
        for timer in (self._second_look, self._unbroken, self._silent):
            timer.stop()
        self._settle()


class _Watch:
    """One span that is watched, and since when it is over."""

    def __init__(self, made: int, span: timedelta) -> None:
        self.made = made
        self.span = span
        self.since = QElapsedTimer()

    def idle(self) -> timedelta:
        """Return the time since the last input, or nothing before the span is over."""
        if not self.since.isValid():
            return timedelta()
        return self.span + timedelta(milliseconds=self.since.elapsed())
