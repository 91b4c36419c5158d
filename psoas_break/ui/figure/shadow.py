"""The shadow on the floor: one wide and soft, and a tight one under every contact."""

from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.plane import Point, heading
from psoas_break.ui.figure_colours import FigureColours
from psoas_break.ui.theme import faded

_GROUND_HEIGHT, _CONTACT_HEIGHT = 0.030, 0.014
_NEAR_FLOOR = 0.30
"""Parts lower than this widen the soft shadow."""
_LIFTED = 0.06
"""At this height a contact's shadow has faded."""
_APART = 0.05
_FLOOR = -0.002
_ALONG_TRUNK = (0.0, 0.05, 0.10, 0.15, 0.20, 0.25, 0.29)
_SPOT = 64
_STOPS = ((0.0, 1.0), (0.55, 0.55), (1.0, 0.0))

_Part = tuple[Point, float]
"""A part of the body near the floor, and how thick it is."""


def paint_shadow(p: QPainter, joints: Joints, colours: FigureColours) -> None:
    """Paint what the body casts on the floor under it."""
    bodies = sorted(_parts(joints), key=lambda part: part[0][1] - part[1])
    low = [x for (x, y), _ in bodies if y < _NEAR_FLOOR]
    p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if low:
        left, right = min(low), max(low)
        wide = (right - left) / 2 + 0.11
        ground = _soft(colours.ground_shadow.rgba())
        _ellipse(p, ground, (left + right) / 2, wide, _GROUND_HEIGHT)
    contact = _soft(colours.contact.rgba())
    done: list[float] = []
    for (x, y), thick in bodies:
        height = y - thick
        if height > _LIFTED:
            break
        if any(abs(x - other) < _APART for other in done):
            continue
        done.append(x)
        p.setOpacity((1.0 - max(0.0, height) / _LIFTED) ** 2)
        _ellipse(p, contact, x, thick * 1.6 + 0.03, _CONTACT_HEIGHT)
    p.setOpacity(1.0)


def _parts(joints: Joints) -> Iterator[_Part]:
    for leg in (joints.near_leg, joints.far_leg):
        x, y = heading(leg.sole)
        ball = leg.ankle[0] + x * 0.07 + y * 0.03, leg.ankle[1] + y * 0.07 - x * 0.03
        yield leg.knee, 0.036
        yield leg.ankle, 0.030
        yield ball, 0.012
    for arm in (joints.near_arm, joints.far_arm):
        yield arm.wrist, 0.020
        yield arm.elbow, 0.020
    for s in _ALONG_TRUNK:
        yield joints.spine.point(s), 0.065
    yield joints.head, 0.060


def _ellipse(p: QPainter, soft: QImage, x: float, rx: float, ry: float) -> None:
    p.drawImage(QRectF(x - rx, _FLOOR - ry, 2 * rx, 2 * ry), soft)


@cache
def _soft(rgba: int) -> QImage:
    """Return a spot that fades from this colour at its middle.

    Drawn once: a gradient filled afresh costs ten times the scaled picture of one.
    """
    colour = QColor.fromRgba(rgba)
    middle = _SPOT / 2
    fading = QRadialGradient(QPointF(middle, middle), middle)
    for at, share in _STOPS:
        fading.setColorAt(at, faded(colour, share * colour.alphaF()))
    spot = QImage(_SPOT, _SPOT, QImage.Format.Format_ARGB32_Premultiplied)
    spot.fill(Qt.GlobalColor.transparent)
    with QPainter(spot) as p:
        p.fillRect(spot.rect(), fading)
    return spot
