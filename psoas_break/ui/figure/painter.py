"""Paints one solved body, from the back to the front."""

from typing import assert_never

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath

from psoas_break.domain.exercise import Overlay
from psoas_break.domain.figure.choreography import Frame
from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.plane import forward
from psoas_break.ui.figure.body import Body, body_of
from psoas_break.ui.figure.diaphragm import paint_diaphragm
from psoas_break.ui.figure.hints import paint_hint
from psoas_break.ui.figure.kept import Kept
from psoas_break.ui.figure.kit import Kit, Layer, paint_kit
from psoas_break.ui.figure.overlay import (
    inside_of,
    paint_bones,
    paint_lens,
    paint_psoas,
)
from psoas_break.ui.figure.parts import details
from psoas_break.ui.figure.rim import paint_rim
from psoas_break.ui.figure.shadow import paint_shadow
from psoas_break.ui.figure.shapes import placed, union
from psoas_break.ui.figure_colours import FigureColours

_SHIRT_SHADED_AT, _SHIRT_HALF = 0.20, 0.07
"""Where along the spine the shirt's colours run across, and half how far."""
_PSOAS_LENS, _BREATH_LENS = (0.082, 0.178), (0.185, 0.150)
"""Where along the spine the lens lies, and how large it is."""
_SHADOW = (-0.007, -0.009)
_SHADOW_STEPS = (1.0, 0.55)


def paint_figure(
    p: QPainter,
    frame: Frame,
    colours: FigureColours,
    overlay: Overlay,
    kit: Kit = (),
    *,
    kept: Kept | None = None,
) -> None:
    """Paint the body, its shadow and its hints in the world's own lengths.

    Args:
        p: a painter in statures, y up; antialiasing on.
        frame: what to paint.
        colours: of the figure.
        overlay: what the lens shows.
        kit: what the body handles.
        kept: keeps what stands still from frame to frame; None to draw all of it.
    """
    joints = frame.joints
    p.setPen(Qt.PenStyle.NoPen)
    paint_shadow(p, joints, colours)
    if colours.rim is not None:
        paint_rim(p, joints, colours.rim, bun=colours.bun)
    body = body_of(joints, bun=colours.bun)
    paint_kit(p, kit, Layer.BEHIND, joints, colours)
    _paint_far(p, body, colours)
    paint_kit(p, kit, Layer.AMID, joints, colours)
    _paint_middle(p, joints, body, colours)
    _paint_near_leg(p, body, colours)
    paint_kit(p, kit, Layer.OVER_LEGS, joints, colours)
    clothes = union(body.seat, body.near_leg.trousers, body.shirt)
    _paint_inside(p, joints, clothes, colours, overlay, kept=kept)
    paint_kit(p, kit, Layer.UNDER_HAND, joints, colours)
    _paint_near_arm(p, body, clothes, colours)
    paint_kit(p, kit, Layer.OVER_HAND, joints, colours)
    for hint in frame.hints:
        paint_hint(p, joints, hint, frame.hint_growth, colours)


def _paint_far(p: QPainter, body: Body, colours: FigureColours) -> None:
    p.fillPath(body.far_arm.skin, colours.far_skin)
    p.fillPath(body.far_arm.sleeve, colours.far_shirt)
    p.fillPath(body.far_leg.foot, colours.far_skin)
    p.fillPath(body.far_leg.trousers, colours.far_trousers)


def _paint_middle(
    p: QPainter, joints: Joints, body: Body, colours: FigureColours
) -> None:
    shapes = details()
    p.fillPath(body.head.neck, colours.neck)
    p.fillPath(body.seat, colours.trousers)
    x, y, fx, fy = joints.spine.place(_SHIRT_SHADED_AT)
    half = _SHIRT_HALF
    shirt = QLinearGradient(
        QPointF(x - fx * half, y - fy * half), QPointF(x + fx * half, y + fy * half)
    )
    shirt.setColorAt(0.0, colours.shirt_back)
    shirt.setColorAt(0.6, colours.shirt)
    shirt.setColorAt(1.0, colours.shirt_front)
    p.fillPath(body.shirt, shirt)
    head = placed(joints.head, forward(joints.head_pitch))
    p.fillPath(body.head.face, colours.skin)
    p.fillPath(body.head.hair, colours.hair)
    p.fillPath(head.map(shapes.ear), colours.ear)
    p.fillPath(head.map(shapes.eyelid), colours.eye)


def _paint_near_leg(p: QPainter, body: Body, colours: FigureColours) -> None:
    leg = body.near_leg
    _shade(p, (leg.trousers,), body.shirt, colours)
    p.fillPath(leg.foot, colours.skin)
    p.fillPath(leg.trousers, colours.trousers)


def _paint_inside(
    p: QPainter,
    joints: Joints,
    clothes: QPainterPath,
    colours: FigureColours,
    overlay: Overlay,
    *,
    kept: Kept | None,
) -> None:
    match overlay:
        case Overlay.PSOAS:
            s, radius = _PSOAS_LENS
        case Overlay.DIAPHRAGM:
            s, radius = _BREATH_LENS
        case Overlay.NONE:
            return
        case _:
            assert_never(overlay)
    paint_lens(p, clothes, joints.spine.point(s), radius, colours)

    def draw(q: QPainter) -> None:
        paint_bones(q, joints, colours)
        if overlay is Overlay.PSOAS:
            paint_psoas(q, joints, colours)

    if kept is None:
        draw(p)
    else:  # none of it moves with the breath: the pose says it all
        kept.paint(p, joints.pose, inside_of(joints), draw)
    if overlay is Overlay.DIAPHRAGM:
        paint_diaphragm(p, joints, colours)


def _paint_near_arm(
    p: QPainter, body: Body, clothes: QPainterPath, colours: FigureColours
) -> None:
    arm = body.near_arm
    _shade(p, (arm.skin, arm.sleeve), clothes, colours)
    p.fillPath(arm.skin, colours.skin)
    p.fillPath(arm.sleeve, colours.sleeve)


def _shade(
    p: QPainter,
    limbs: tuple[QPainterPath, ...],
    onto: QPainterPath,
    colours: FigureColours,
) -> None:
    """Let limbs cast a soft shadow on what lies behind them, and on nothing else."""
    dx, dy = _SHADOW
    limb = union(*limbs)
    far = sum(_SHADOW_STEPS)
    cast = limb.controlPointRect()
    cast |= cast.translated(dx * far, dy * far)
    meet = cast & onto.controlPointRect()
    if meet.isEmpty():
        return
    p.save()
    p.setClipRect(meet)
    p.setClipPath(onto, Qt.ClipOperation.IntersectClip)
    for step in _SHADOW_STEPS:
        limb.translate(dx * step, dy * step)
        p.fillPath(limb, colours.shadow)
    p.restore()
