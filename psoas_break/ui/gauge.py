"""The psoas gauge in a corner of the stage: the band's length in words and as a bar."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from psoas_break.ui.theme import Text, Theme, faded, mix
from psoas_break.words import gettext as _

WIDTH, HEIGHT = 124, 6
_LONG_FROM, _SHORT_FROM = 0.25, -0.20
"""Levels from which the words change."""
_TICK_WIDTH, _TICK_HEIGHT = 2.0, 12.0
_KNOB = 5.0


def psoas_word(level: float) -> str:
    """Return what a level is called; -1 fully shortened, 1 fully lengthened."""
    if level > _LONG_FROM:
        return _("lengthened")
    if level < _SHORT_FROM:
        return _("shortened")
    return _("resting length")


def gauge_height(theme: Theme) -> int:
    """Return the height of words and bar, in pixels."""
    return theme.px(16) + 14


def paint_gauge(p: QPainter, at: QPointF, level: float, theme: Theme) -> None:
    """Paint the gauge with its upper left corner at `at`."""
    t = theme
    name = t.font(Text.MICRO)
    name.setWeight(name.Weight.DemiBold)
    baseline = at.y() + t.px(12)
    title = _("Psoas")
    p.setPen(t.ink)
    p.setFont(name)
    p.drawText(QPointF(at.x(), baseline), title)
    across = QFontMetricsF(name).horizontalAdvance(title + "  ")
    p.setFont(t.font(Text.MICRO))
    p.drawText(QPointF(at.x() + across, baseline), psoas_word(level))
    width = float(t.px(WIDTH))
    top = at.y() + t.px(16) + 4
    middle, knob = at.x() + width / 2, at.x() + width * (1 + level) / 2
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(faded(t.ink, 0.16))
    p.drawRoundedRect(QRectF(at.x(), top, width, HEIGHT), 3, 3)
    p.setBrush(t.warm if level > 0 else mix(t.ink, t.muted, 0.5))
    left, right = min(middle, knob), max(middle, knob)
    p.drawRoundedRect(QRectF(left - 1, top, right - left + 2, HEIGHT), 3, 3)
    p.setBrush(t.ink)
    tick = QRectF(middle - 1, top - 3, _TICK_WIDTH, _TICK_HEIGHT)
    p.drawRoundedRect(tick, 1, 1)
    p.setBrush(t.surface)
    p.setPen(QPen(t.ink, 2))
    p.drawEllipse(QPointF(knob, top + HEIGHT / 2), _KNOB, _KNOB)
