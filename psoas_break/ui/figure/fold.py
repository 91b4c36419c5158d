"""The fold below the seat: cloth rounds the corner between the trunk and the thigh."""

import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from psoas_break.domain.figure import body
from psoas_break.domain.figure.joints import LegJoints
from psoas_break.domain.figure.plane import Point, down, mix_points
from psoas_break.domain.figure.profile import sampled
from psoas_break.ui.figure.profiles import THIGH
from psoas_break.ui.figure.shapes import placed, union

_ABOVE, _BELOW = 0.025, 0.080
"""How far from the corner the rounding begins and ends, in statures."""
_SAMPLES = 24


def fold_of(back: Sequence[QPointF], leg: LegJoints, grow: float) -> QPainterPath:
    """Return what rounds the corner; nothing where the two make none.

    Args:
        back: the outline of the seat behind, from the waist down.
        leg: whose thigh it meets.
        grow: how far outside of its usual place the outline is.
    """
    home = placed(leg.hip, down(leg.thigh))
    out, _invertible = home.inverted()
    line = [out.map(point).toTuple() for point in back]
    found = _corner(line, leg.scale, grow)
    whole = union()
    if found is None:
        return whole
    above, corner = found
    below = _on_thigh(corner[0] + _BELOW, leg.scale, grow)
    if _turns_inward(above, corner, below):
        whole.moveTo(*above)
        whole.quadTo(*corner, *below)
        whole.lineTo(0.0, 0.0)
        whole.closeSubpath()
    return home.map(whole)


def _corner(
    line: Sequence[Point], scale: float, grow: float
) -> tuple[Point, Point] | None:
    """Return where the line goes into the thigh, and a point of it before that."""
    for at, (before, after) in enumerate(pairwise(line)):
        room = [y - _on_thigh(x, scale, grow)[1] for x, y in (before, after)]
        if after[0] > 0.0 and room[0] < 0.0 <= room[1]:
            corner = mix_points(before, after, room[0] / (room[0] - room[1]))
            return _before(line[: at + 1], corner), corner
    return None


def _before(line: Sequence[Point], end: Point) -> Point:
    """Return the point of a line that is so far from its end."""
    left = _ABOVE
    for point in reversed(line):
        step = math.dist(point, end)
        if step >= left:
            return mix_points(end, point, left / step)
        left -= step
        end = point
    return end


def _on_thigh(x: float, scale: float, grow: float) -> Point:
    """Return the thigh's back, in the thigh's own frame."""
    along = min(max(x / (body.THIGH * scale), 0.0), 1.0)
    at = min(int(along * _SAMPLES), _SAMPLES - 1)
    one, other = _thickness()[at : at + 2]
    return x, -(one + (other - one) * (along * _SAMPLES - at)) - grow


def _turns_inward(above: Point, corner: Point, below: Point) -> bool:
    """Whether the outline is hollow at the corner."""
    (x0, y0), (x1, y1), (x2, y2) = above, corner, below
    return (x1 - x0) * (y2 - y1) < (y1 - y0) * (x2 - x1)


@cache
def _thickness() -> tuple[float, ...]:
    return sampled(
        [(t, out) for t, _front, out in THIGH],
        [i / _SAMPLES for i in range(_SAMPLES + 1)],
    )
