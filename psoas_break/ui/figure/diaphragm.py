"""The lens of breathing: the diaphragm sinks as the lungs above it fill."""

import math
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QPainter

from psoas_break.domain.figure import trunk
from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.plane import Point, mix
from psoas_break.ui.figure.shapes import closed
from psoas_break.ui.figure_colours import FigureColours
from psoas_break.ui.theme import faded

_BACK_END, _FRONT_END = 0.128, 0.190
"""Along the spine: the crura at L1 and L2, and the end of the breastbone."""
_DOME_OUT, _DOME_IN = 0.064, 0.030
"""How high the dome stands, breathed out and in."""
_THICK = 0.0105
_HALO, _EDGE = 0.006, 0.00175
_HALO_ALPHA = 0.30
_PIECES = 16
_FLANK = 8
_BREASTBONE = 0.009
_LUNG_EMPTY, _LUNG_FULL = 0.20, 0.34
_RIBS_BACK, _RIBS_FRONT = 0.016, 0.011
"""How far inside the skin the ribs hold the lungs."""


def paint_diaphragm(p: QPainter, joints: Joints, colours: FigureColours) -> None:
    """Paint the lungs and the diaphragm under them."""
    breath = joints.breath
    dome = Dome(joints)
    air = mix(_LUNG_EMPTY, _LUNG_FULL, breath)
    lungs = dome.arch(dome.lift) + _flank(joints, _FRONT) + _flank(joints, _BACK)[::-1]
    p.fillPath(closed(lungs), faded(colours.bone, air))
    p.fillPath(closed(dome.crescent(_HALO)), faded(colours.diaphragm, _HALO_ALPHA))
    p.fillPath(closed(dome.crescent(_EDGE)), colours.diaphragm)


class Dome:
    """The diaphragm of one body at one instant of its breath."""

    def __init__(self, joints: Joints) -> None:
        self.lift = mix(_DOME_OUT, _DOME_IN, joints.breath)
        self._spine = joints.spine
        self._breath = joints.breath
        self._front = trunk.front(_FRONT_END, joints.breath) - _BREASTBONE

    def arch(self, lift: float, above: float = 0.0) -> list[Point]:
        """Return the dome from the back to the front, so high."""
        return [
            self._point(bent, low + rise * lift, above)
            for bent, low, rise, _thick in _arch()
        ]

    def crescent(self, grow: float) -> list[Point]:
        """Return the muscle: thick at the top, ending in points."""
        under = [
            self._point(bent, low + rise * max(0.0, self.lift - thick), -grow)
            for bent, low, rise, thick in _arch()
        ]
        return self.arch(self.lift, grow) + under[::-1]

    def _point(self, bent: float, s: float, above: float) -> Point:
        back = trunk.back(s, self._breath) + _RIBS_BACK
        return self._spine.beside(s + above, mix(back, self._front, bent))


@cache
def _arch() -> tuple[tuple[float, float, float, float], ...]:
    """Return the shape of the dome, from the back to the front.

    Each point: how far across, the height it starts from, how much of the lift it
    rises, and how thick the muscle is there.
    """
    points = []
    for i in range(_PIECES + 1):
        k = i / _PIECES
        bent = k**0.9
        rise = max(0.0, math.sin(math.pi * bent)) ** 0.75
        thick = _THICK * math.sin(math.pi * k)
        points.append((bent, mix(_BACK_END, _FRONT_END, k), rise, thick))
    return tuple(points)


@dataclass(frozen=True, slots=True)
class _Wall:
    """One side of the ribs: from where to where, and whether it is the front."""

    start: float
    end: float
    to_front: bool


_FRONT = _Wall(_FRONT_END, 0.278, to_front=True)
_BACK = _Wall(0.150, 0.280, to_front=False)


def _flank(joints: Joints, wall: _Wall) -> list[Point]:
    points = []
    for i in range(_FLANK + 1):
        k = i / _FLANK
        s = mix(wall.start, wall.end, k)
        front = trunk.front(s, joints.breath) - _RIBS_FRONT
        back = trunk.back(s, joints.breath) + _RIBS_BACK
        middle = mix(front, back, 0.55)
        ribs = front if wall.to_front else back
        points.append(joints.spine.beside(s, mix(ribs, middle, k**3.2)))
    return points
