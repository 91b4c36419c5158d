"""Idle time from the X server, by the counter IDLETIME of its SYNC extension.

It is asked how long nobody has typed, and tells of the next input and of silence by
itself: by alarms on that counter, as screen savers have them.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QElapsedTimer, QObject, QSocketNotifier, QTimer

from psoas_break.desktop.idle.x11_sync import Crossing, SyncConnection

_log = logging.getLogger(__name__)

SAME_LOOK_MS = 20
"""One look at the desk reads idle time more than once; each question to the server
puts us to sleep and wakes us and the server, so it is asked once."""

AN_INPUT_MS = 1
"""Below this is only what has just been touched."""

_MILLISECOND = timedelta(milliseconds=1)


class X11Idle(QObject):
    """Asks the X server, on a connection of its own; one question takes 20 us."""

    name = "X11"
    tells = True
    tells_silence = True

    def __init__(self, display: str, parent: QObject | None = None) -> None:
        """Connect.

        Args:
            display: the X server's name, as in DISPLAY.
            parent: the owner.

        Raises:
            OSError: naming the library, the server or the extension that is missing.
        """
        server = SyncConnection(display)  # first, so that a failure leaves nothing
        super().__init__(parent)
        self._server: SyncConnection | None = server
        self._read: timedelta | None = None
        self._since_read = QElapsedTimer()
        self._returned: Callable[[], None] | None = None
        self._input: int | None = None
        self._span: timedelta | None = None
        self._fell: Callable[[], None] = lambda: None
        self._silence: int | None = None
        self._gone_off: set[int] = set()
        self._hears = QSocketNotifier(
            server.descriptor, QSocketNotifier.Type.Read, self
        )
        self._hears.activated.connect(self._on_readable)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell)

    def idle(self) -> timedelta | None:
        """Return the time since the last key or pointer event; None if lost."""
        if self._server is None:
            return None
        if self._read is not None and self._since_read.elapsed() < SAME_LOOK_MS:
            return self._read + timedelta(milliseconds=self._since_read.elapsed())
        try:
            self._read = timedelta(milliseconds=self._server.idle_ms())
        except OSError as error:
            self._lose(str(error))
            return None
        self._since_read.start()
        # What came in before the answer makes the descriptor readable no more.
        self._gone_off.update(self._server.gone_off(arrived=True))
        if self._gone_off:
            self._soon.start(0)
        return self._read

    def refresh(self, done: Callable[[], None]) -> None:
        """Nothing needs refreshing."""
        done()

    def attend(self, *, closely: bool) -> None:
        """Every reading is exact."""

    def tell_return(self, returned: Callable[[], None] | None) -> None:
        """Have the server tell of the next input, and again after each look."""
        self._returned = returned
        if self._server is None:
            return
        if returned is None:
            self._forget_input()
        elif self._input is None:
            self._input = self._server.set_alarm(Crossing.FALLS_TO, AN_INPUT_MS)

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        """Have the server tell whenever there has been no input for `span`."""
        self._fell = fell
        if span == self._span or self._server is None:
            return
        self._span = span
        if self._silence is not None:
            self._server.forget_alarm(self._silence)
            self._silence = None
        if span is not None:
            mark = -(-span // _MILLISECOND)
            self._silence = self._server.set_alarm(Crossing.RISES_TO, mark)
            # The server tells of no mark that was passed before.
            if (self.idle() or timedelta()) >= span:
                self._gone_off.add(self._silence)
                self._soon.start(0)

    def close(self) -> None:
        """End the connection; idle time is unknown from now on."""
        if self._server is not None:
            self._hears.setEnabled(False)
            self._soon.stop()
            server, self._server = self._server, None
            server.close()

    def _forget_input(self) -> None:
        if self._input is not None and self._server is not None:
            self._server.forget_alarm(self._input)
        self._input = None

    def _on_readable(self) -> None:
        if self._server is None:
            return
        self._gone_off.update(self._server.gone_off())
        if self._server.is_lost:
            self._lose("the X server has ended")
        elif self._gone_off:
            self._tell()

    def _tell(self) -> None:
        """Tell of the alarms that have gone off; one for an input is set but once."""
        gone_off, self._gone_off = self._gone_off, set()
        self._read = None
        if self._input in gone_off:
            self._forget_input()
            if self._returned is not None:
                self._returned()
        if self._silence in gone_off:
            self._fell()

    def _lose(self, reason: str) -> None:
        _log.warning("Idle time is unknown from now on: %s", reason)
        self.close()
