"""One breath as a line: how it rises, waits and falls."""

from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.domain.breathing import Pattern, breath_at
from psoas_break.domain.durations import ZERO
from psoas_break.domain.own_pattern import seconds_text
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_SMALL = QSize(64, 32)
_LARGE_HIGH = 104
_POINTS = 72
_PEN = 2.0
_ROUND = 8.0
_AIR = 10.0
"""Between the line and the edge of its box."""


class BreathCurve(QWidget):
    """Draws one breath of a pattern, small or with the seconds of each part.

    Args:
        theme: Colours and fonts.
        large: As wide as there is room, with the seconds written under the line.
    """

    def __init__(self, *, theme: Theme, large: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._large = large
        self._pattern: Pattern | None = None
        across = QSizePolicy.Policy.Expanding if large else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_pattern(self, pattern: Pattern) -> None:
        """Draw a breath of this pattern; one without a pace is nothing to draw."""
        self._pattern = pattern if pattern.paced else None
        self.update()

    def sizeHint(self) -> QSize:
        """Small beside a name, large above fields."""
        t = self._theme
        if self._large:
            return QSize(t.px(280), t.px(_LARGE_HIGH))
        return QSize(t.px(_SMALL.width()), t.px(_SMALL.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the line, and under it the seconds."""
        t = self._theme
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(t.surface2)
            p.drawRoundedRect(QRectF(self.rect()), _ROUND, _ROUND)
            if self._pattern is not None:
                self._paint_breath(p, self._pattern)

    def _paint_breath(self, p: QPainter, pattern: Pattern) -> None:
        t = self._theme
        air = t.px(_AIR) if self._large else t.px(_AIR / 2)
        box = QRectF(self.rect()).adjusted(air, air, -air, -air)
        if self._large:
            p.setFont(t.font(Text.MICRO))
            box.setBottom(box.bottom() - QFontMetricsF(p.font()).height() - 2)
        line = QPainterPath(box.bottomLeft())
        for i in range(1, _POINTS):
            share = i / _POINTS
            level = breath_at(pattern, share * pattern.length).level
            line.lineTo(
                box.left() + share * box.width(), box.bottom() - level * box.height()
            )
        last = breath_at(pattern, pattern.length - timedelta(microseconds=1)).level
        line.lineTo(box.right(), box.bottom() - last * box.height())
        under = QPainterPath(line)
        under.lineTo(box.bottomRight())
        under.closeSubpath()
        p.fillPath(under, t.soft)
        solid, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
        p.strokePath(line, QPen(t.accent, _PEN, solid, cap))
        if self._large:
            self._paint_seconds(p, pattern, box)

    def _paint_seconds(self, p: QPainter, pattern: Pattern, box: QRectF) -> None:
        """Write under each part how long it takes, and part them by ticks."""
        t = self._theme
        at = ZERO
        for _phase, length in pattern.phases:
            left = box.left() + (at / pattern.length) * box.width()
            at += length
            right = box.left() + (at / pattern.length) * box.width()
            words = _("{seconds} s").format(seconds=seconds_text(length))
            room = QRectF(left, box.bottom() + 2, right - left, self.height())
            p.setPen(t.muted)
            p.drawText(room, Qt.AlignmentFlag.AlignHCenter, words)
            if at < pattern.length:
                p.setPen(QPen(t.border, 1))
                p.drawLine(QPointF(right, box.top()), QPointF(right, box.bottom() + 6))
