"""The curve of the trunk: its bend is spread smoothly, so that nothing kinks."""

import math
from functools import lru_cache

from psoas_break.domain.figure.body import (
    BACK_DEPTH,
    BUTTOCK_DEPTH,
    LUMBAR,
    PELVIS,
    SCAPULA,
    THORAX,
    TRUNK,
)
from psoas_break.domain.figure.plane import Point, smooth

STEPS = 48
TOP = TRUNK + 0.040
"""How far along the curve it is known; beyond it goes on straight."""
_STEP = TOP / STEPS
_LYING_BUTTOCK = 0.005

# The lumbar bend begins a little inside the pelvis, or L5 folds; the thoracic one
# begins before T12 for the same reason.
_LUMBAR_FROM, _LUMBAR_OVER = 0.55 * PELVIS, LUMBAR + 0.45 * PELVIS
_THORAX_FROM, _THORAX_OVER = PELVIS + 0.75 * LUMBAR, THORAX + 0.25 * LUMBAR

Place = tuple[float, float, float, float]
"""A point on the curve and the unit vector out of the front there: x, y, fx, fy."""


def _shares(s: float) -> tuple[float, float]:
    return (
        smooth((s - _LUMBAR_FROM) / _LUMBAR_OVER),
        smooth((s - _THORAX_FROM) / _THORAX_OVER),
    )


_AT_NODES = tuple(_shares(_STEP * i) for i in range(STEPS + 1))
_AT_MIDDLES = tuple(_shares(_STEP * (i + 0.5)) for i in range(STEPS))


class SpineCurve:
    """The trunk's midline, by arc length `s` in statures from the hip centre up.

    `s` may be below 0, for the seat of the trousers.
    """

    __slots__ = ("_bend", "_nodes", "_x", "_y")

    def __init__(self, hip: Point, pelvis: float, lumbar: float, thorax: float) -> None:
        self._x, self._y = hip
        self._bend = (pelvis, lumbar, thorax)
        self._nodes = _nodes(pelvis, lumbar, thorax)

    def place(self, s: float) -> Place:
        """Return the point at `s` and the unit vector out of the front there."""
        at = s / _STEP
        i = int(at) if at > 0.0 else 0
        if i >= STEPS:
            i = STEPS - 1
        x, y, fx, fy = self._nodes[i]
        if at <= 0.0:  # straight on below the hip
            return self._x - fy * s, self._y + fx * s, fx, fy
        k = at - i
        x1, y1, fx1, fy1 = self._nodes[i + 1]
        return (
            self._x + x + (x1 - x) * k,
            self._y + y + (y1 - y) * k,
            fx + (fx1 - fx) * k,
            fy + (fy1 - fy) * k,
        )

    def beside(self, s: float, out: float) -> Point:
        """Return the point `out` statures in front of the curve at `s`."""
        x, y, fx, fy = self.place(s)
        return x + fx * out, y + fy * out

    def point(self, s: float) -> Point:
        """Return the point at `s`."""
        return self.beside(s, 0.0)

    def pitch(self, s: float) -> float:
        """Return how far the trunk leans forward at `s`, in degrees."""
        pelvis, lumbar, thorax = self._bend
        in_lumbar, in_thorax = _shares(s)
        return pelvis + lumbar * in_lumbar + thorax * in_thorax


@lru_cache(maxsize=64)
def _nodes(pelvis: float, lumbar: float, thorax: float) -> tuple[Place, ...]:
    """Integrate the pitch from the hip up, the hip being the origin."""
    a, b, c = (math.radians(angle) for angle in (pelvis, lumbar, thorax))
    sin, cos = math.sin, math.cos
    x = y = 0.0
    nodes = [(0.0, 0.0, cos(a), -sin(a))]
    for (u, v), (m, n) in zip(_AT_NODES[1:], _AT_MIDDLES, strict=True):
        middle = a + b * m + c * n
        x += sin(middle) * _STEP
        y += cos(middle) * _STEP
        pitch = a + b * u + c * v
        nodes.append((x, y, cos(pitch), -sin(pitch)))
    return tuple(nodes)


def lying_pitch(lumbar: float, thorax: float) -> float:
    """Return the pelvis' pitch that lays buttocks and upper back on one level."""
    curve = SpineCurve((0.0, 0.0), 0.0, lumbar, thorax)
    back = curve.beside(SCAPULA, -BACK_DEPTH)
    buttock = curve.beside(_LYING_BUTTOCK, -BUTTOCK_DEPTH)
    x, y = back[0] - buttock[0], back[1] - buttock[1]
    return -90.0 - math.degrees(math.atan2(x, y))
