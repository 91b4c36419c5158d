"""Below the seat the outline is soft, and nothing sticks out where there is no fold."""

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from psoas_break.domain.figure import trunk
from psoas_break.domain.figure.joints import Joints
from psoas_break.ui.figure.body import body_of
from psoas_break.ui.figure.fold import fold_of
from psoas_break.ui.figure.shapes import union
from tests.ui.figures import posed

STEP = 0.008
SEAT = range(-12, 4)
"""From the thigh to above the fold, in steps."""


def test_who_stands_has_a_soft_one() -> None:
    joints = posed("standing-march", "stand").joints
    body = body_of(joints, bun=False)

    behind = outline(union(body.seat, body.near_leg.trousers), joints)

    ways = [math.degrees(math.atan2(x1 - x0, STEP)) for x0, x1 in pairwise(behind)]
    assert max(abs(one - other) for one, other in pairwise(ways)) < 15


@pytest.mark.parametrize(
    ("name", "pose"), [("breath-seated", "sit"), ("seated-march", "sit")]
)
def test_who_sits_has_none(name: str, pose: str) -> None:
    joints = posed(name, pose).joints

    assert fold_of(seat(joints), joints.near_leg, 0.0).isEmpty()


def seat(joints: Joints) -> list[QPointF]:
    """The trousers behind, from the waist down."""
    points = []
    for step in range(20):
        s = 0.09 + (trunk.SEAT_END - 0.09) * step / 19
        x, y, fx, fy = joints.spine.place(s)
        points.append(QPointF(x + fx * trunk.back(s), y + fy * trunk.back(s)))
    return points


def outline(path: QPainterPath, joints: Joints) -> list[float]:
    """How far behind the hip the path reaches, at each height."""
    x, y = joints.near_leg.hip
    return [
        next(
            far / 4000
            for far in range(500, 0, -1)
            if path.contains(QPointF(x - far / 4000, y + STEP * step))
        )
        for step in SEAT
    ]
