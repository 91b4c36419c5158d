"""The lens of breathing: the diaphragm sinks as the lungs above it fill."""

import math

from PySide6.QtGui import QPainter

from psoas_break.domain.figure import trunk
from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.plane import Point, mix
from psoas_break.ui.figure.outlines import smooth_line
from psoas_break.ui.figure.shapes import closed, union
from psoas_break.ui.figure_colours import FigureColours
from psoas_break.ui.theme import faded

_BACK_END, _FRONT_END = 0.128, 0.190
"""Along the spine: the crura at L1 and L2, and the end of the breastbone."""
_DOME_OUT, _DOME_IN = 0.064, 0.030
"""How high the dome stands, breathed out and in."""
_THICK = 0.0105
_HALO, _EDGE = 0.006, 0.00175
_HALO_ALPHA = 0.30
_PIECES = 14
_FLANK = 8
_LUNG_EMPTY, _LUNG_FULL = 0.20, 0.34
_RIBS_BACK, _RIBS_FRONT = 0.016, 0.011
"""How far inside the skin the ribs hold the lungs."""


def paint_diaphragm(p: QPainter, joints: Joints, colours: FigureColours) -> None:
    """Paint the lungs and the diaphragm under them."""
    breath = joints.breath
    lift = mix(_DOME_OUT, _DOME_IN, breath)
    p.fillPath(
        closed(_lungs(joints, lift)),
        faded(colours.bone, mix(_LUNG_EMPTY, _LUNG_FULL, breath)),
    )
    p.fillPath(
        union(closed(_crescent(joints, lift, _HALO))),
        faded(colours.diaphragm, _HALO_ALPHA),
    )
    p.fillPath(closed(_crescent(joints, lift, _EDGE)), colours.diaphragm)


def _crescent(joints: Joints, lift: float, grow: float) -> list[Point]:
    top, bottom = [], []
    for i in range(_PIECES + 1):
        k = i / _PIECES
        thick = _THICK * math.sin(math.pi * k)
        top.append(_dome(joints, k, lift, grow))
        bottom.append(_dome(joints, k, max(0.0, lift - thick), -grow))
    return smooth_line(top, 2) + smooth_line(bottom, 2)[::-1]


def _dome(joints: Joints, k: float, lift: float, above: float = 0.0) -> Point:
    """Return a point of the dome, `k` from the back (0) to the front (1)."""
    bent = k**0.9
    s = mix(_BACK_END, _FRONT_END, k) + math.sin(math.pi * bent) ** 0.75 * lift
    back = trunk.back(s, joints.breath) + _RIBS_BACK
    front = trunk.front(_FRONT_END, joints.breath) - 0.009
    return joints.spine.beside(s + above, mix(back, front, bent))


def _lungs(joints: Joints, lift: float) -> list[Point]:
    """Return what the ribs hold above the dome."""
    dome = [_dome(joints, i / _PIECES, lift) for i in range(_PIECES + 1)]
    front = _flank(joints, _FRONT_END, 0.278, to_front=True)
    back = _flank(joints, 0.150, 0.280, to_front=False)
    return smooth_line(dome, 2) + front + back[::-1]


def _flank(
    joints: Joints, start: float, end: float, *, to_front: bool
) -> list[Point]:
    points = []
    for i in range(_FLANK + 1):
        k = i / _FLANK
        s = mix(start, end, k)
        front = trunk.front(s, joints.breath) - _RIBS_FRONT
        back = trunk.back(s, joints.breath) + _RIBS_BACK
        middle = mix(front, back, 0.55)
        wall = front if to_front else back
        points.append(joints.spine.beside(s, mix(wall, middle, k**3.2)))
    return smooth_line(points, 2)
