"""The step dots: how many exercises there are, and which one this is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.ui.theme import Theme

_DOT = 8.0
_CURRENT = 24.0
_GAP = 8.0
_OUTLINE = 1.3


class StepDots(QWidget):
    """Done dots filled, the current one long, those to come outlined."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.update()

    def show_step(self, current: int, count: int) -> None:
        """Show step `current` (from 0) of `count`; `count` itself means all done."""
        if (current, count) != (self._current, self._count):
            self._current, self._count = current, count
            self.update()

    def sizeHint(self) -> QSize:
        """One row of dots."""
        return QSize(round(self._row_width()), round(_DOT) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row, centred."""
        t = self._theme
        x = (self.width() - self._row_width()) / 2
        y = (self.height() - _DOT) / 2
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            order = range(self._count - 1, -1, -1)
        else:
            order = range(self._count)
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            for step in order:
                width = _CURRENT if step == self._current else _DOT
                box = QRectF(x, y, width, _DOT)
                if step <= self._current:
                    p.setPen(Qt.PenStyle.NoPen)
                    p.setBrush(t.accent)
                else:
                    p.setPen(QPen(t.ctl, _OUTLINE))
                    p.setBrush(Qt.BrushStyle.NoBrush)
                    box.adjust(*[_OUTLINE / 2] * 2, *[-_OUTLINE / 2] * 2)
                p.drawRoundedRect(box, box.height() / 2, box.height() / 2)
                x += width + _GAP

    def _row_width(self) -> float:
        if self._count == 0:
            return 0.0
        current = _CURRENT - _DOT if self._current < self._count else 0.0
        return self._count * (_DOT + _GAP) - _GAP + current
