"""Notices that the machine has slept or that its clock was set, without looking.

Linux tells by itself: a timer on the real-time clock that is never due is cancelled
when that clock jumps, and a resume counts as a jump (`TFD_TIMER_CANCEL_ON_SET`, see
timerfd_create(2)). It needs no bus, no other program and no wake-up.
"""

import logging
import os
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_log = logging.getLogger(__name__)

_CLOCK_REALTIME = 0
_ABSOLUTE_AND_CANCEL_ON_SET = 0b11
_NEVER = 1 << 40  # seconds since 1970


class ClockJumps(QObject):
    """Emits `jumped` after a suspend or a change of the wall clock."""

    jumped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.works = False
        """Whether this system tells; where not, `why_not` says so."""
        self.why_not = ""
        try:
            self._timer = _armed_timer()
        except OSError as error:
            self.why_not = str(error)
            _log.info("Nothing tells of a suspend or a set clock: %s", error)
            return
        self.works = True
        self._notifier = QSocketNotifier(self._timer, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)

    def close(self) -> None:
        """Listen no more."""
        if self.works:
            self.works = False
            self._notifier.setEnabled(False)
            os.close(self._timer)

    @Slot()
    def _on_readable(self) -> None:
        try:
            os.read(self._timer, 8)
        except BlockingIOError:
            return
        except OSError as error:  # ECANCELED: the clock jumped
            _log.info("The clock has jumped or the machine has slept: %s", error)
            _arm(self._timer)
        self.jumped.emit()


if sys.platform == "linux":
    import ctypes

    class _TimeSpec(ctypes.Structure):
        _fields_ = (("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long))

    class _TimerSpec(ctypes.Structure):
        _fields_ = (("interval", _TimeSpec), ("value", _TimeSpec))

    def _armed_timer() -> int:
        libc = ctypes.CDLL(None, use_errno=True)
        timer: int = libc.timerfd_create(_CLOCK_REALTIME, os.O_NONBLOCK | os.O_CLOEXEC)
        if timer < 0:
            raise OSError(ctypes.get_errno(), "no timer descriptor")
        _arm(timer)
        return timer

    def _arm(timer: int) -> None:
        never = _TimerSpec(_TimeSpec(0, 0), _TimeSpec(_NEVER, 0))
        libc = ctypes.CDLL(None, use_errno=True)
        libc.timerfd_settime(
            timer, _ABSOLUTE_AND_CANCEL_ON_SET, ctypes.byref(never), None
        )

else:

    def _armed_timer() -> int:
        message = "this system has no timer that is cancelled by a set clock"
        raise OSError(message)

    def _arm(timer: int) -> None:
        """Nothing to arm."""
