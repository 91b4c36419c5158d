"""The lens into the body: spine, pelvis and femur, and the psoas that runs between.

The band lengthens, slims and turns coral when it is stretched, and shortens, thickens
and pales when it is slack. Its meaning never hangs on colour alone: width and glow
repeat it, and so does the gauge on the stage.
"""

import math
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QRadialGradient

from psoas_break.domain.figure.body import PELVIS, THIGH, TRUNK
from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.plane import Point, down, forward, heading
from psoas_break.domain.figure.profile import sampled
from psoas_break.domain.figure.psoas import PsoasBand, psoas_of
from psoas_break.ui.figure.outlines import smooth_line
from psoas_break.ui.figure.parts import details
from psoas_break.ui.figure.shapes import circle, placed, ring, union
from psoas_break.ui.figure_colours import FigureColours
from psoas_break.ui.theme import faded

_LENS = ((0.0, 1.0), (0.5, 0.92), (0.78, 0.42), (1.0, 0.0))
_AROUND = 0.10
"""So far the pelvis stands out around the hip."""
_VERTEBRAE, _FADE_FROM = 9, 6
_VERTEBRA_PITCH = 0.0205
_FIRST_VERTEBRA = PELVIS + 0.008

_STEPS = 4
"""Pieces of the band's curve between two points of its course."""
_COURSE = 8
"""How many of those points a band has."""
_WIDTHS = (  # along the band, half its width
    (0.0, 0.0040),
    (0.18, 0.0105),
    (0.42, 0.0165),
    (0.60, 0.0165),
    (0.78, 0.0115),
    (0.92, 0.0070),
    (1.0, 0.0050),
)
_TOP_END, _LOW_END = 0.004, 0.0055
"""Radii of its rounded ends."""
_SLIM, _BULKY = 0.22, 0.25
_GLOW_FROM = 0.05
_GLOW = ((0.0165, 0.10), (0.0105, 0.14), (0.005, 0.18))
_CASING, _CASING_ALPHA = 0.0030, 0.72
_FIBRES = (-0.45, 0.0, 0.45)
_FIBRE, _FIBRE_ALPHA = 0.0011, 0.35
_SLIP_NARROW, _SLIP_WIDE = 0.0025, 0.008


def paint_lens(
    p: QPainter,
    over: QPainterPath,
    centre: Point,
    radius: float,
    colours: FigureColours,
) -> None:
    """Darken the clothes round a point, so that bones stand out from them."""
    shade = QRadialGradient(QPointF(*centre), radius)
    for at, alpha in _LENS:
        shade.setColorAt(at, faded(colours.lens, alpha * colours.lens_alpha))
    x, y = centre
    p.save()
    p.setClipRect(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
    p.fillPath(over, shade)
    p.restore()


def inside_of(joints: Joints) -> QRectF:
    """Return a box around all bones and the psoas, in statures."""
    ends = joints.hip, joints.spine.point(TRUNK), joints.near_leg.knee
    xs, ys = zip(*ends, strict=True)
    x, y = min(xs) - _AROUND, min(ys) - _AROUND
    return QRectF(x, y, max(xs) + _AROUND - x, max(ys) + _AROUND - y)


def paint_bones(p: QPainter, joints: Joints, colours: FigureColours) -> None:
    """Paint pelvis, femur and spine, pale and see-through."""
    shapes = details()
    bone = colours.bone
    pelvis = placed(joints.hip, forward(joints.spine.pitch(0.0)))
    p.fillPath(pelvis.map(shapes.sacrum), faded(bone, 0.16))
    p.fillPath(pelvis.map(shapes.pelvis), faded(bone, 0.17))
    p.fillPath(pelvis.map(shapes.pelvis_edge), faded(bone, 0.24))
    leg = joints.near_leg
    x, y = along = down(leg.thigh)
    reach = 0.8 * THIGH * leg.scale
    fading = QLinearGradient(
        QPointF(*leg.hip), QPointF(leg.hip[0] + x * reach, leg.hip[1] + y * reach)
    )
    for at, alpha in ((0.0, 0.30), (0.5, 0.22), (1.0, 0.0)):
        fading.setColorAt(at, faded(bone, alpha))
    p.fillPath(placed(leg.hip, along, leg.scale).map(shapes.femur), fading)
    p.fillPath(shapes.femoral_head.translated(*leg.hip), faded(bone, 0.30))
    _paint_spine(p, joints, colours)


def _paint_spine(p: QPainter, joints: Joints, colours: FigureColours) -> None:
    shapes = details()
    bodies, processes = union(), union()
    for number, (s, out, tilt, fade) in enumerate(_vertebrae()):
        x, y, fx, fy = joints.spine.place(s)
        c, n = heading(tilt)
        axis = fx * c - fy * n, fy * c + fx * n
        at = placed((x + fx * out, y + fy * out), axis)
        if number < _FADE_FROM:
            bodies.addPath(at.map(shapes.vertebra))
            processes.addPath(at.map(shapes.process))
        else:
            whole = union(at.map(shapes.vertebra), at.map(shapes.process))
            p.fillPath(whole, faded(colours.bone, 0.30 * fade))
    p.fillPath(bodies, faded(colours.bone, 0.34))
    p.fillPath(processes, faded(colours.bone, 0.22))


@cache
def _vertebrae() -> tuple[tuple[float, float, float, float], ...]:
    """Height, how far in front of the spine's curve, tilt, and how solid; L5 first."""
    return tuple(
        (
            _FIRST_VERTEBRA + k * _VERTEBRA_PITCH,
            -0.010
            + 0.006 * math.sin(math.pi * min(1.0, k / 5))
            - max(0, k - 4) * 0.0045,
            18.0 - 7.0 * k if k < 5 else -14.0,  # noqa: PLR2004 - up to L1
            1.0 if k < _FADE_FROM else max(0.0, 1.0 - (k - 5) * 0.28),
        )
        for k in range(_VERTEBRAE)
    )


# --- The psoas ------------------------------------------------------------------


def paint_psoas(p: QPainter, joints: Joints, colours: FigureColours) -> None:
    """Paint the near psoas in the width and colour of its length."""
    band = psoas_of(joints)
    ribbon = Ribbon(band)
    colour = colours.psoas(band.level)
    if band.level > _GLOW_FROM:
        for grow, alpha in _GLOW:
            p.fillPath(ribbon.outline(grow), faded(colour, alpha * band.level))
    p.fillPath(ribbon.outline(_CASING), faded(colours.lens, _CASING_ALPHA))
    p.fillPath(union(ribbon.slips(band.origins), ribbon.outline()), colour)
    p.fillPath(ribbon.fibres(), faded(colours.bone, _FIBRE_ALPHA))


class Ribbon:
    """The band as a line with a width; every outline runs counter-clockwise."""

    def __init__(self, band: PsoasBand) -> None:
        line = smooth_line(band.course, _STEPS)
        thick = 1.0 - (_SLIM if band.level > 0 else _BULKY) * band.level
        ahead, behind = [*line[1:], line[-1]], [line[0], *line[:-1]]
        self._line: list[tuple[float, float, float, float, float]] = []
        for (x, y), (x0, y0), (x1, y1), wide in zip(
            line, behind, ahead, _half_widths(), strict=True
        ):
            dx, dy = x1 - x0, y1 - y0
            away = math.hypot(dx, dy) or 1.0
            self._line.append((x, y, -dy / away, dx / away, wide * thick))

    def outline(self, grow: float = 0.0) -> QPainterPath:
        """Return the band's outline, `grow` statures larger all round."""
        line = self._line
        right = _beside(line, -1.0, -grow)
        left = _beside(line[::-1], 1.0, grow)
        whole = ring(right + left)
        top, low = _ends(grow)
        (x0, y0, *_), (x1, y1, *_) = line[0], line[-1]
        whole.addPath(top.translated(x0, y0))
        whole.addPath(low.translated(x1, y1))
        return whole

    def slips(self, origins: Sequence[Point]) -> QPainterPath:
        """Return the wedges that run from the vertebrae into the band."""
        whole = union()
        thin, wide = _SLIP_NARROW, _SLIP_WIDE
        for into, (x, y) in zip(_SLIP_INTO, origins, strict=True):
            tx, ty, *_ = self._line[into]
            dx, dy = tx - x, ty - y
            away = math.hypot(dx, dy) or 1.0
            nx, ny = -dy / away, dx / away
            whole.addPath(
                ring(
                    [
                        QPointF(x - nx * thin, y - ny * thin),
                        QPointF(tx - nx * wide, ty - ny * wide),
                        QPointF(tx + nx * wide, ty + ny * wide),
                        QPointF(x + nx * thin, y + ny * thin),
                    ]
                )
            )
        return whole

    def fibres(self) -> QPainterPath:
        """Return three thin lines along the band."""
        whole = union()
        inner = self._line[2:-1:2]
        for share in _FIBRES:
            there = _beside(inner, share, -_FIBRE)
            home = _beside(inner[::-1], share, _FIBRE)
            whole.addPath(ring(there + home))
        return whole


def _beside(
    line: list[tuple[float, float, float, float, float]], share: float, out: float
) -> list[QPointF]:
    """Return a line at this share of the band's half width, moved a little further."""
    return [
        QPointF(x + u * (w * share + out), y + v * (w * share + out))
        for x, y, u, v, w in line
    ]


@cache
def _ends(grow: float) -> tuple[QPainterPath, QPainterPath]:
    return circle(_TOP_END + grow, corners=10), circle(_LOW_END + grow, corners=10)


_SLIP_INTO = tuple(
    round((1.0 - u) * _STEPS * 4) + 2 for u in (1.0, 0.80, 0.60, 0.40, 0.20, 0.02)
)
"""Which point of the line each slip joins: a little below its vertebra."""


@cache
def _half_widths() -> tuple[float, ...]:
    pieces = (_COURSE - 1) * _STEPS
    return sampled(_WIDTHS, [i / pieces for i in range(pieces + 1)])
