"""The small filled pictures on buttons, as paths on a grid of 24 by 24."""

import math
from enum import Enum, auto
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

GRID = 24.0


class Glyph(Enum):
    """A picture on a button."""

    PAUSE = auto()
    PLAY = auto()
    NEXT = auto()
    BACK = auto()
    STOP = auto()
    MORE = auto()
    DOWN = auto()
    EARLIER = auto()
    LATER = auto()
    CHECK = auto()
    CLOSE = auto()
    STAR = auto()
    STAR_EMPTY = auto()
    BULB = auto()
    ASK = auto()


@cache
def glyph_path(glyph: Glyph) -> QPainterPath:
    """The outline of a glyph, to be filled; 24 units high and wide.

    It is made once, for buttons over the figure are painted with each of its frames.
    """
    return _DRAWN_BY[glyph]()


def paint_glyph(
    painter: QPainter, glyph: Glyph, left_middle: QPointF, side: float, ink: QColor
) -> None:
    """Paint a glyph.

    Args:
        painter: Where to; antialiasing on.
        glyph: Which one.
        left_middle: The middle of its left edge.
        side: How high and wide it is, in pixels.
        ink: Its colour.
    """
    painter.save()
    painter.translate(left_middle.x(), left_middle.y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    painter.fillPath(glyph_path(glyph), ink)
    painter.restore()


def _pause() -> QPainterPath:
    return _rounded(1.4, QRectF(7, 5.5, 3.6, 13), QRectF(13.4, 5.5, 3.6, 13))


def _play() -> QPainterPath:
    return _polygon((8.5, 5.4), (18.8, 12), (8.5, 18.6))


def _next() -> QPainterPath:
    path = _polygon((6, 6), (14.5, 12), (6, 18))
    path.addPath(_rounded(1.2, QRectF(15.8, 6, 2.6, 12)))
    return path


def _back() -> QPainterPath:
    path = _polygon((18, 6), (9.5, 12), (18, 18))
    path.addPath(_rounded(1.2, QRectF(5.6, 6, 2.6, 12)))
    return path


def _stop() -> QPainterPath:
    return _rounded(2.6, QRectF(6.5, 6.5, 11, 11))


def _more() -> QPainterPath:
    path = QPainterPath()
    for x in (5.6, 12.0, 18.4):
        path.addEllipse(QPointF(x, 12), 1.8, 1.8)
    return path


def _down() -> QPainterPath:
    return _strokes((7.5, 10), (12, 14.5), (16.5, 10))


def _earlier() -> QPainterPath:
    return _strokes((14, 7), (9, 12), (14, 17))


def _later() -> QPainterPath:
    return _strokes((10, 7), (15, 12), (10, 17))


def _check() -> QPainterPath:
    return _strokes((5.5, 12.5), (10, 17), (18.5, 8))


def _close() -> QPainterPath:
    return _strokes((7, 7), (17, 17)).united(_strokes((17, 7), (7, 17)))


def _star_points(outer: float, inner: float) -> list[tuple[float, float]]:
    """The ten corners of a star around the middle of the grid, from its top."""
    return [
        (
            12 + radius * math.sin(math.pi * corner / 5),
            12.6 - radius * math.cos(math.pi * corner / 5),
        )
        for corner in range(10)
        for radius in (outer if corner % 2 == 0 else inner,)
    ]


def _star() -> QPainterPath:
    return _polygon(*_star_points(9.0, 4.2))


def _star_empty() -> QPainterPath:
    points = _star_points(8.2, 3.9)
    return _strokes(*points, points[0], width=1.7)


def _bulb() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 9.5), 6.2, 6.2)
    path = path.united(_rounded(1.2, QRectF(9, 13, 6, 4.4)))
    return path.united(_rounded(1.1, QRectF(9.4, 18.6, 5.2, 2.2)))


def _ask() -> QPainterPath:
    path = _strokes(
        (8.4, 9.0),
        (8.9, 7.2),
        (10.4, 6.0),
        (12.4, 5.7),
        (14.4, 6.4),
        (15.5, 8.2),
        (15.2, 10.2),
        (13.6, 11.6),
        (12.2, 12.8),
        (12.0, 14.6),
    )
    path.addEllipse(QPointF(12, 18.4), 1.5, 1.5)
    return path


_DRAWN_BY = {
    Glyph.PAUSE: _pause,
    Glyph.PLAY: _play,
    Glyph.NEXT: _next,
    Glyph.BACK: _back,
    Glyph.STOP: _stop,
    Glyph.MORE: _more,
    Glyph.DOWN: _down,
    Glyph.EARLIER: _earlier,
    Glyph.LATER: _later,
    Glyph.CHECK: _check,
    Glyph.CLOSE: _close,
    Glyph.STAR: _star,
    Glyph.STAR_EMPTY: _star_empty,
    Glyph.BULB: _bulb,
    Glyph.ASK: _ask,
}


def _rounded(radius: float, *boxes: QRectF) -> QPainterPath:
    path = QPainterPath()
    for box in boxes:
        path.addRoundedRect(box, radius, radius)
    return path


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    path.closeSubpath()
    return path


def _strokes(*points: tuple[float, float], width: float = 2.2) -> QPainterPath:
    """Straight strokes with round ends, as one outline."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    line = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        line.lineTo(*point)
    return stroker.createStroke(line).simplified()
