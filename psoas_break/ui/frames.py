"""Frames while something on screen moves, and none while nothing does."""

from enum import Enum

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Pace(Enum):
    """How often a picture must be drawn again; the value is milliseconds.

    STILL draws again when a whole second has passed, for the numbers alone.
    """

    MOVING = 33
    SLOW = 66
    STILL = 0


class Frames(QObject):
    """One timer, alive only while its owner says that something changes.

    It keeps its rhythm however long drawing takes: at a pace of 33 ms frames come 33 ms
    apart, not 33 ms after each other's end.

    Signals:
        due: draw now, then call `again` if there is more to come.
    """

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)

    @property
    def running(self) -> bool:
        """Whether another frame will come by itself."""
        return self._timer.isActive()

    def again(self, milliseconds: int) -> None:
        """Let `due` be emitted once more, so long after it was emitted last."""
        self._wanted = True
        interval = max(1, milliseconds)
        if not self._timer.isActive() or self._timer.interval() != interval:
            self._timer.start(interval)

    def rest(self) -> None:
        """No more frames until `again`."""
        self._wanted = False
        self._timer.stop()

    def _ring(self) -> None:
        self._wanted = False
        self.due.emit()
        if not self._wanted:
            self._timer.stop()
