"""Outlines as Qt paths: all the same way round, so that their union has no holes."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from psoas_break.domain.figure.plane import Point


def union(*paths: QPainterPath) -> QPainterPath:
    """Return one path of all these; it is filled where any of them is."""
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for path in paths:
        whole.addPath(path)
    return whole


def closed(points: Sequence[Point]) -> QPainterPath:
    """Return the closed outline through these points, counter-clockwise."""
    if signed_area(points) < 0:
        points = points[::-1]
    return ring([QPointF(x, y) for x, y in points])


def ring(points: list[QPointF]) -> QPainterPath:
    """Return a closed path through points that already run counter-clockwise."""
    path = union()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def circle(radius: float, at: Point = (0.0, 0.0), corners: int = 28) -> QPainterPath:
    """Return a circle that runs the same way round as everything else."""
    x, y = at
    turn = math.tau / corners
    return ring(
        [
            QPointF(x + radius * math.cos(turn * i), y + radius * math.sin(turn * i))
            for i in range(corners)
        ]
    )


def signed_area(points: Sequence[Point]) -> float:
    """Return twice the area inside; below 0 for a clockwise outline."""
    before = (*points[-1:], *points[:-1])
    return sum(
        x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(before, points, strict=True)
    )


def placed(origin: Point, axis: Point, stretch: float = 1.0) -> QTransform:
    """Return the way from a part's own frame into the world.

    Args:
        origin: where the frame's zero goes.
        axis: unit vector its x goes along; its y is a quarter turn to the left.
        stretch: how much longer everything gets along x.
    """
    x, y = axis
    return QTransform(x * stretch, y * stretch, -y, x, origin[0], origin[1])
