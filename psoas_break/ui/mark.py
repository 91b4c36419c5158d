"""The app's mark: a little figure in a lunge, and the same one standing.

Drawn with one pen in a unit box, y down; by eye, to be read at 16 pixels.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

Points = tuple[tuple[float, float], ...]

HEAD_RADIUS = 0.105
PEN = 0.105
"""Width of the pen in unit boxes, before it is fitted to the pixels."""

LUNGE_HEAD = (0.53, 0.235)
LUNGE: tuple[Points, ...] = (
    ((0.50, 0.40), (0.47, 0.57), (0.73, 0.62), (0.73, 0.84)),
    ((0.47, 0.57), (0.36, 0.80), (0.16, 0.84)),
)
"""Trunk with the front leg, and the rear leg."""

UPRIGHT_HEAD = (0.50, 0.125)
UPRIGHT: tuple[Points, ...] = (
    ((0.50, 0.375), (0.50, 0.60)),
    ((0.33, 0.60), (0.40, 0.375), (0.60, 0.375), (0.67, 0.60)),
    ((0.39, 0.93), (0.50, 0.60), (0.61, 0.93)),
)
"""Trunk, arms and legs."""


def paint_lunge(painter: QPainter, side: int, colour: QColor, scale: float) -> None:
    """Paint the lunging figure into a square of `side` pixels at the origin.

    Args:
        painter: Where to; antialiasing on.
        side: Of the square.
        colour: Of the whole figure.
        scale: Size of the figure in the square, about its middle.
    """
    _paint(painter, LUNGE, LUNGE_HEAD, side=side, colour=colour, scale=scale)


def paint_upright(painter: QPainter, side: int, colour: QColor, scale: float) -> None:
    """Paint the standing figure; arguments as for `paint_lunge`."""
    _paint(painter, UPRIGHT, UPRIGHT_HEAD, side=side, colour=colour, scale=scale)


def paint_bars(painter: QPainter, side: int, colour: QColor) -> None:
    """Paint the two bars of a pause, on whole pixels."""
    width = max(2, round(0.125 * side))
    height = round(0.42 * side)
    gap = max(2, round(0.115 * side))
    # An even rest, so that the bars stand in the middle.
    height += (side - height) % 2
    gap += (side - 2 * width - gap) % 2
    left = (side - 2 * width - gap) // 2
    top = (side - height) // 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in (left, left + width + gap):
        painter.drawRoundedRect(QRectF(x, top, width, height), width / 3, width / 3)


def pen_width(side: float, scale: float) -> float:
    """The figure's pen in pixels: on the half-pixel grid, never thinner than 1.6."""
    return max(1.6, round(2 * PEN * side * scale) / 2)


def _paint(
    painter: QPainter,
    lines: tuple[Points, ...],
    head: tuple[float, float],
    *,
    side: int,
    colour: QColor,
    scale: float,
) -> None:
    def at(point: tuple[float, float]) -> QPointF:
        return QPointF(*((0.5 + (part - 0.5) * scale) * side for part in point))

    pen = QPen(colour, pen_width(side, scale))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for line in lines:
        painter.drawPolyline([at(point) for point in line])
    radius = HEAD_RADIUS * side * scale + 0.1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(at(head), radius, radius)
