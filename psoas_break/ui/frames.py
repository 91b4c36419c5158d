"""Frames while something on screen moves, and none while nothing does."""

from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer


class Pace(Enum):
    """How often a picture must be drawn again; the value is milliseconds.

    STILL draws again when a whole second has passed, for the numbers alone.
    """

    MOVING = 33
    SLOW = 66
    STILL = 0


class Ask(Protocol):
    """Draws the present instant and says when the next one is wanted."""

    def __call__(self) -> int | None:
        """Draw; return milliseconds to the next frame, or None to rest."""
        ...


class Frames(QObject):
    """One timer, alive only while its owner says that something changes.

    Args:
        draw: Draws one frame and says when the next is due.
        parent: The widget it draws for.
    """

    def __init__(self, *, draw: Ask, parent: QObject) -> None:
        super().__init__(parent)
        self._draw = draw
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.run)

    @property
    def running(self) -> bool:
        """Whether another frame will come by itself."""
        return self._timer.isActive()

    def run(self) -> None:
        """Draw a frame now and keep going for as long as the owner wants."""
        wait = self._draw()
        if wait is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, wait))

    def rest(self) -> None:
        """No more frames until `run`."""
        self._timer.stop()
