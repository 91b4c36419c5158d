"""The organic halo: a circle that is a little alive, in three layers."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

_POINTS = 96
_ANGLES = tuple(2 * math.pi * i / _POINTS for i in range(_POINTS))


class Layer(NamedTuple):
    """One skin of the halo: its size beside the others, and how solid it is."""

    scale: float
    alpha: float


PLAIN_LAYERS = (Layer(1.10, 0.10), Layer(1.00, 0.16), Layer(0.86, 0.30))
STAGE_LAYERS = (Layer(1.08, 0.12), Layer(1.00, 0.16), Layer(0.90, 0.22))
"""Outermost first."""


def blob_path(
    centre: QPointF, radius: float, phase: float, amplitude: float
) -> QPainterPath:
    """A closed outline that swells and dents around a circle.

    Args:
        centre: Middle.
        radius: Mean radius.
        phase: Turns and reshapes the outline; any real number, continuous.
        amplitude: Largest departure from the circle, as a share of the radius.
    """
    cx, cy = centre.x(), centre.y()
    points: list[QPointF] = []
    for a in _ANGLES:
        bump = (
            0.55 * math.sin(2 * a + phase)
            + 0.30 * math.sin(3 * a - 1.3 * phase + 1.1)
            + 0.15 * math.sin(5 * a + 0.7 * phase + 2.0)
        )
        r = radius * (1 + amplitude * bump)
        points.append(QPointF(cx + r * math.cos(a), cy + r * math.sin(a)))
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def paint_halo(
    painter: QPainter,
    centre: QPointF,
    radius: float,
    level: float,
    skins: tuple[tuple[Layer, QColor], ...],
) -> None:
    """Fill the layers, outermost first.

    Args:
        painter: Where to; antialiasing on.
        centre: Middle of all layers.
        radius: Of a layer of scale 1.
        level: How full the breath is, 0 to 1: it turns the outlines.
        skins: Layers with their colours, outermost first.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    for k, (layer, colour) in zip(range(len(skins))[::-1], skins, strict=True):
        fill = QColor(colour)
        fill.setAlphaF(fill.alphaF() * layer.alpha)
        painter.setBrush(fill)
        painter.drawPath(
            blob_path(
                centre,
                radius * layer.scale,
                phase=1.1 * k + 2.2 * level,
                amplitude=0.05 - 0.012 * k,
            )
        )


def between(low: float, high: float, share: float) -> float:
    """The number `share` of the way from `low` to `high`."""
    return low + (high - low) * share
