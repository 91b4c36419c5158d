"""The squares of the calendar, the ring around one, and what their colours mean."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from psoas_break.ui.theme import Theme, mix
from psoas_break.words import gettext as _

CELL, GAP, RADIUS = 16.0, 3.0, 4.0
PITCH = CELL + GAP
STEPS = (0.0, 0.30, 0.55, 0.78, 1.0)
"""How much of the accent each step has, from no break to many."""


def paint_cell(painter: QPainter, box: QRectF, step: int, theme: Theme) -> None:
    """Paint a day; one without a break has an outline."""
    painter.setPen(Qt.PenStyle.NoPen if step else QPen(theme.border, 1))
    painter.setBrush(mix(theme.surface2, theme.accent, STEPS[step]))
    inset = 0.0 if step else 0.5
    within = box.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(within, RADIUS, RADIUS)


def paint_frame(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """Paint a ring around a day."""
    painter.setPen(QPen(ink, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)


def paint_legend(painter: QPainter, corner: QPointF, theme: Theme) -> None:
    """Paint every step, between the words for the least and the most."""
    fits = QFontMetricsF(painter.font())
    base = corner.y() + CELL / 2 + fits.capHeight() / 2
    none, most = _("0 breaks"), _("8 or more")
    painter.setPen(theme.muted)
    painter.drawText(QPointF(corner.x(), base), none)
    x = corner.x() + fits.horizontalAdvance(none) + 12
    for step in range(len(STEPS)):
        paint_cell(painter, QRectF(x, corner.y(), CELL, CELL), step, theme)
        x += PITCH
    painter.setPen(theme.muted)
    painter.drawText(QPointF(x + 6, base), most)
