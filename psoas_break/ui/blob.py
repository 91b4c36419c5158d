"""The organic halo: a circle that is a little alive, in three layers."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

_POINTS = 96
_ANGLES = tuple(2 * math.pi * i / _POINTS for i in range(_POINTS))
_WAVES = ((2, 0.55), (3, 0.30), (5, 0.15))
"""How often each wave swells in a turn, and how much of the whole it is."""
_ROUND = tuple(
    (
        *(math.cos(a), math.sin(a)),
        *(share * turn(n * a) for n, share in _WAVES for turn in (math.sin, math.cos)),
    )
    for a in _ANGLES
)
"""What is constant at each point: its direction, then each wave's sine and cosine."""


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
    swell = radius * amplitude
    turns = phase, 1.1 - 1.3 * phase, 2.0 + 0.7 * phase
    (c0, s0), (c1, s1), (c2, s2) = [
        (swell * math.cos(turn), swell * math.sin(turn)) for turn in turns
    ]
    points = []
    for x, y, u0, v0, u1, v1, u2, v2 in _ROUND:  # sin(a + b), three times
        r = radius + u0 * c0 + v0 * s0 + u1 * c1 + v1 * s1 + u2 * c2 + v2 * s2
        points.append(QPointF(cx + r * x, cy + r * y))
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
