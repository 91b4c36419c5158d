"""The body of a card that floats over other windows: shadow, corners, border."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygon, QRegion

from psoas_break.ui.card import paint_card
from psoas_break.ui.theme import Theme

SHADOW = 24
"""Clear margin for the shadow, in pixels, where the screen is composited."""
RADIUS = 18

_SINK = 5
"""How far the shadow falls below the card."""
_LAYER_OPACITY = 0.28
"""Of one layer of the shadow, each a pixel wider than the next."""


def paint_floating(p: QPainter, window: QRectF, theme: Theme) -> None:
    """Paint a card with a soft shadow into a window with clear margins."""
    box = window.adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(theme.shadow)
    p.setOpacity(_LAYER_OPACITY)
    for grow in range(SHADOW - _SINK, 0, -1):
        layer = box.adjusted(-grow, -grow, grow, grow).translated(0, _SINK)
        p.drawRoundedRect(layer, RADIUS + grow, RADIUS + grow)
    p.setOpacity(1.0)
    paint_card(p, box, theme, radius=RADIUS)


def paint_flat(p: QPainter, window: QRectF, theme: Theme) -> None:
    """Paint a card that fills a window cut out with `rounded_region`.

    The ground is the border's colour, so that the stepped corners show no other.
    """
    p.fillRect(window, theme.border)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(theme.border, 1))
    p.setBrush(theme.surface)
    p.drawRoundedRect(window.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def rounded_region(width: int, height: int) -> QRegion:
    """Return a rectangle with the card's corners, for screens without compositor."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, width, height), RADIUS, RADIUS)
    polygon: QPolygon = path.toFillPolygon().toPolygon()
    return QRegion(polygon)
