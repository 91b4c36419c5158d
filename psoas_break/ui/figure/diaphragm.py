"""The lens of breathing: the diaphragm sinks as the lungs above it fill."""

import math
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from psoas_break.domain.figure import trunk
from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.plane import mix
from psoas_break.domain.figure.spine import Place
from psoas_break.ui.figure.shapes import ring
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
    dome = Dome(joints)
    air = mix(_LUNG_EMPTY, _LUNG_FULL, joints.breath)
    lungs = dome.arch() + _flank(joints, _FRONT) + _flank(joints, _BACK)[::-1]
    p.fillPath(ring(lungs), faded(colours.bone, air))
    p.fillPath(ring(dome.crescent(_HALO)), faded(colours.diaphragm, _HALO_ALPHA))
    p.fillPath(ring(dome.crescent(_EDGE)), colours.diaphragm)


class Dome:
    """The diaphragm of one body at one instant of its breath."""

    def __init__(self, joints: Joints) -> None:
        lift = mix(_DOME_OUT, _DOME_IN, joints.breath)
        self._spine = joints.spine
        self._breath = joints.breath
        self._front = trunk.front(_FRONT_END, joints.breath) - _BREASTBONE
        arch = _arch()
        self._top = [self._place(k, low + rise * lift) for k, low, rise, _ in arch]
        self._under = [
            self._place(k, low + rise * max(0.0, lift - thick))
            for k, low, rise, thick in arch
        ]

    def arch(self, above: float = 0.0) -> list[QPointF]:
        """Return the dome from the back to the front, or so far above it."""
        return _risen(self._top, above)

    def crescent(self, grow: float) -> list[QPointF]:
        """Return the muscle: thick at the top, ending in points."""
        return self.arch(grow) + _risen(self._under, -grow)[::-1]

    def _place(self, bent: float, s: float) -> Place:
        """Return a point at `s`, so far across, and the way out of the front there."""
        back = trunk.back(s, self._breath) + _RIBS_BACK
        x, y, fx, fy = self._spine.place(s)
        out = mix(back, self._front, bent)
        return x + fx * out, y + fy * out, fx, fy


def _risen(line: list[Place], by: float) -> list[QPointF]:
    """Return a line moved along the spine, which is a quarter turn from out of it."""
    return [QPointF(x - fy * by, y + fx * by) for x, y, fx, fy in line]


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


def _flank(joints: Joints, wall: _Wall) -> list[QPointF]:
    place, breath = joints.spine.place, joints.breath
    points = []
    for s, out, swell in _ribs(wall):
        x, y, fx, fy = place(s)
        away = out + swell * breath
        points.append(QPointF(x + fx * away, y + fy * away))
    return points


@cache
def _ribs(wall: _Wall) -> tuple[tuple[float, float, float], ...]:
    """Return heights, how far out the ribs are, and how much further in a full breath.

    All of it grows evenly with the breath, so two of its instants say it all.
    """
    heights = [mix(wall.start, wall.end, i / _FLANK) for i in range(_FLANK + 1)]
    empty, full = (
        [_ribs_at(wall, s, i / _FLANK, breath) for i, s in enumerate(heights)]
        for breath in (0.0, 1.0)
    )
    return tuple(
        (s, out, most - out) for s, out, most in zip(heights, empty, full, strict=True)
    )


def _ribs_at(wall: _Wall, s: float, share: float, breath: float) -> float:
    front = trunk.front(s, breath) - _RIBS_FRONT
    back = trunk.back(s, breath) + _RIBS_BACK
    middle = mix(front, back, 0.55)
    ribs = front if wall.to_front else back
    return mix(ribs, middle, share**3.2)
