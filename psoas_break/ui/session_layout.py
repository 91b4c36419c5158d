"""Where the parts of a running break stand: below each other, or beside the picture."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QWidget

from psoas_break.ui.theme import Theme

_LOW, _BESIDE = 500, 620
"""Lower than this, and at least so wide: the picture stands beside all else."""
_COMFORTABLE = 680
"""So wide a low window is where the screen has the room."""
_HEADER, _STAGE, _MIDDLE, _DOTS, _CONTROLS = range(0, 10, 2)
"""Rows of the grid; the odd ones are the air between them."""
_AIR = {1: 12, 3: 14, 5: 10, 7: 10}
_BETWEEN = 20
"""Pixels between the picture and what stands beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What there is to place, from top to bottom."""

    header: QWidget
    stage: QWidget
    middle: QWidget
    dots: QWidget
    controls: QWidget


class SessionLayout(QGridLayout):
    """The picture gets the height that is left over; in a low window, all of it.

    Args:
        owner: Whose layout it is.
        parts: What it places.
    """

    def __init__(self, owner: QWidget, parts: Parts) -> None:
        super().__init__(owner)
        self._parts = parts
        self._beside = True
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        for row, air in _AIR.items():
            self.setRowMinimumHeight(row, air)
        self.set_beside(beside=False)

    def set_beside(self, *, beside: bool) -> None:
        """Have the picture beside all else, as in a window that is wide and low."""
        if beside is self._beside:
            return
        self._beside = beside
        parts = self._parts
        column = 2 if beside else 0
        self.removeWidget(parts.stage)
        for row, part in (
            (_HEADER, parts.header),
            (_MIDDLE, parts.middle),
            (_DOTS, parts.dots),
            (_CONTROLS, parts.controls),
        ):
            self.removeWidget(part)
            self.addWidget(part, row, column)
        if beside:
            self.addWidget(parts.stage, _HEADER, 0, _CONTROLS + 1, 1)
        else:
            self.addWidget(parts.stage, _STAGE, 0)
        self.setColumnMinimumWidth(1, _BETWEEN if beside else 0)
        self.setColumnStretch(0, 1)
        self.setColumnStretch(2, int(beside))
        self.setRowStretch(_STAGE, 1)
        self.setRowStretch(_MIDDLE + 1, int(beside))


def stands_beside(size: QSize, theme: Theme) -> bool:
    """Return whether a window has its picture beside all else: it is wide and low."""
    return size.height() < theme.px(_LOW) and size.width() >= theme.px(_BESIDE)


def with_picture(size: QSize, room: QSize, theme: Theme) -> QSize:
    """Return a size that leaves room for the picture: where it is low, it is wide.

    Large letters on a small screen would leave none below the other.

    Args:
        size: Of the window, no higher than the screen.
        room: What the screen has.
        theme: Says how large the letters are.
    """
    if size.height() >= theme.px(_LOW):
        return size
    return QSize(max(size.width(), theme.px(_COMFORTABLE)), size.height()).boundedTo(
        room
    )
