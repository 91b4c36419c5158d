"""Ends the app cleanly when the system or a terminal asks for it.

Python runs its signal handlers between two lines of Python; while Qt waits for
events there are none. So the signal's number is written into a socket that Qt
watches (`signal.set_wakeup_fd`), and waiting costs nothing.
"""

import logging
import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

_log = logging.getLogger(__name__)

ASKED_TO_END = tuple(
    getattr(signal, name)
    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
    if hasattr(signal, name)
)


class QuitSignals(QObject):
    """Calls `quit_app` once, from the event loop, at the first signal to end."""

    def __init__(
        self, *, quit_app: Callable[[], None], parent: QObject | None = None
    ) -> None:
        """Take over the signals. A second one ends the process as it is."""
        super().__init__(parent)
        self._quit_app = quit_app
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.settimeout(0)
        self._before = {
            number: signal.signal(number, _noticed) for number in ASKED_TO_END
        }
        self._old_wakeup = signal.set_wakeup_fd(
            self._told.fileno(), warn_on_full_buffer=False
        )
        self._notifier = QSocketNotifier(
            self._heard.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._on_signal)

    def close(self) -> None:
        """Give the signals back."""
        if self._heard.fileno() < 0:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_wakeup)
        for number, before in self._before.items():
            signal.signal(number, before)
        self._heard.close()
        self._told.close()

    @Slot()
    def _on_signal(self) -> None:
        try:
            numbers = self._heard.recv(64)
        except BlockingIOError:
            return
        asked = [number for number in numbers if number in ASKED_TO_END]
        if asked:
            _log.info("Ending: %s", signal.Signals(asked[0]).name)
            for number in ASKED_TO_END:
                signal.signal(number, signal.SIG_DFL)
            self._quit_app()


def _noticed(_number: int, _frame: object) -> None:
    """Let the signal pass: its number is in the socket."""
