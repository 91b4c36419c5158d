"""The app's icon: the lunging figure inside an open ring, on a teal tile."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QLinearGradient, QPainter, QPen, QPixmap

from psoas_break.ui.icon_colours import TRAY_ON_DISC, TRAY_REMAINING
from psoas_break.ui.mark import paint_lunge
from psoas_break.ui.theme import LIGHT, faded

SIZES = (16, 20, 22, 24, 32, 48, 64, 96, 128, 256, 512)

CORNER = 0.225
"""Radius of the tile's corners, in tile widths."""
RING_RADIUS = 0.385
RING_WIDTH = 0.06
RING_LEFT = 0.75
"""Share of the ring that is left."""
TRACK_ALPHA = 0.28
IN_RING = 0.62
"""Size of the figure inside the ring."""
ALONE = 0.88
"""Size of the figure where the tile is too small for a ring."""

_RING_FROM = 40


def app_icon() -> QIcon:
    """Return the icon of our windows, in the sizes a task bar asks for."""
    icon = QIcon()
    for side in SIZES[: SIZES.index(128)]:
        icon.addPixmap(QPixmap.fromImage(app_image(side)))
    return icon


def app_image(side: int) -> QImage:
    """Return the icon as a square of `side` pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as p:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QLinearGradient(QPointF(0, 0), QPointF(0, side))
        fill.setColorAt(0, TRAY_REMAINING)
        fill.setColorAt(1, LIGHT.accent)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(fill)
        p.drawRoundedRect(QRectF(0, 0, side, side), CORNER * side, CORNER * side)
        if side >= _RING_FROM:
            _paint_ring(p, side)
            paint_lunge(p, side, TRAY_ON_DISC, IN_RING)
        else:
            paint_lunge(p, side, TRAY_ON_DISC, ALONE)
    return image


def _paint_ring(p: QPainter, side: int) -> None:
    radius = RING_RADIUS * side
    box = QRectF(side / 2 - radius, side / 2 - radius, 2 * radius, 2 * radius)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(faded(TRAY_ON_DISC, TRACK_ALPHA), RING_WIDTH * side))
    p.drawEllipse(box)
    left = QPen(TRAY_ON_DISC, RING_WIDTH * side)
    left.setCapStyle(Qt.PenCapStyle.RoundCap)
    p.setPen(left)
    p.drawArc(box, 90 * 16, round(RING_LEFT * 360 * 16))
