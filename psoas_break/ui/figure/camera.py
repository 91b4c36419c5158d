"""What of the world is in the picture: fixed for an exercise, so that nothing swims."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QTransform

from psoas_break.domain.figure import trunk
from psoas_break.domain.figure.body import TOE_TIP
from psoas_break.domain.figure.choreography import Choreography
from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.plane import Point, down, heading
from psoas_break.domain.figure.scene import Box, PropKind, Scene
from psoas_break.ui.figure.props import BAR_MOUNT

SAMPLES = 8
"""Looks at each way from pose to pose."""
_SIDE, _TOP, _BOTTOM = 0.06, 0.05, 0.11
"""Room around the picture, as shares of the stage."""
_LARGEST = 0.92
"""A stature is never more than this share of the stage's height."""
_DESK_SHOWN = 0.25
"""Of a desk so much is enough, and of a wall nothing."""
_HEAD_ROUND = 0.080
_LIMB_ROUND = 0.040
_HAND_LONG = 0.098
_HEEL = -0.037
_ALONG_TRUNK = (0.0, 0.1, 0.2, 0.3)


@dataclass(frozen=True, slots=True)
class Camera:
    """How the world gets onto a stage.

    Attributes:
        box: what must be seen, in statures.
        close_up: whether the box was asked for, and the floor may be out of sight.
    """

    box: Box
    close_up: bool

    def world(
        self, size: QSizeF, *, above: float, below: float | None, mirrored: bool
    ) -> QTransform:
        """Return the way from statures to pixels.

        Args:
            size: of the stage.
            above: pixels to keep free at its top, for words.
            below: pixels from its lower edge to the floor; None for a share of it.
            mirrored: whether left and right are exchanged.
        """
        x0, y0, x1, y1 = self.box
        width, height = size.width(), size.height()
        room = height - above
        if self.close_up:
            scale = min(width / (x1 - x0), room / (y1 - y0))
            floor = height + scale * y0
        else:
            below = room * _BOTTOM if below is None else below
            scale = min(
                room * _LARGEST,
                width * (1 - 2 * _SIDE) / (x1 - x0),
                (room - room * _TOP - below) / (y1 - y0),
            )
            floor = height - below
        across = width / 2 - scale * (x0 + x1) / 2
        if mirrored:
            return QTransform(-scale, 0, 0, -scale, width - across, floor)
        return QTransform(scale, 0, 0, -scale, across, floor)


def camera_for(play: Choreography) -> Camera:
    """Return the camera that holds every frame of an exercise."""
    scene = play.figure.scene
    if scene.view is not None:
        return Camera(scene.view, close_up=True)
    frames = [
        way.joints_at(i / SAMPLES)
        for way in play.ways().values()
        for i in range(SAMPLES + 1)
    ]
    return camera_on(frames or [play.portrait], scene)


def camera_on(frames: Iterable[Joints], scene: Scene) -> Camera:
    """Return the camera that holds these bodies and the things around them."""
    points = [point for joints in frames for point in extent(joints)]
    points += _props(scene)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Camera((min(xs), min(0.0, *ys), max(xs), max(ys)), close_up=False)


def extent(joints: Joints) -> Iterator[Point]:
    """Yield points between which the whole body lies."""
    x, y = joints.head
    r = _HEAD_ROUND
    yield from ((x - r, y), (x + r, y), (x, y + r), (x, y - r))
    for leg in (joints.near_leg, joints.far_leg):
        yield from _round(leg.knee)
        yield from _round(leg.ankle)
        x, y = leg.ankle
        dx, dy = heading(leg.sole)
        yield x + dx * _HEEL, y + dy * _HEEL
        yield x + dx * TOE_TIP, y + dy * TOE_TIP
    for arm in (joints.near_arm, joints.far_arm):
        yield from _round(arm.elbow)
        x, y = arm.wrist
        dx, dy = down(arm.hand)
        yield x + dx * _HAND_LONG, y + dy * _HAND_LONG
    for s in _ALONG_TRUNK:
        yield joints.spine.beside(s, trunk.front(s))
        yield joints.spine.beside(s, trunk.back(s))


def _round(point: Point) -> tuple[Point, Point, Point]:
    x, y = point
    r = _LIMB_ROUND
    return (x - r, y), (x + r, y), (x, y + r)


def _props(scene: Scene) -> Iterator[Point]:
    for prop in scene.props:
        if prop.is_carried:
            continue
        left, right = prop.x
        match prop.kind:
            case PropKind.DESK:
                right = min(right, left + _DESK_SHOWN)
            case PropKind.WALL:
                continue
            case PropKind.BAR:
                yield left, prop.y + BAR_MOUNT
            case _:
                pass
        yield left, prop.y
        yield right, prop.y


def on_stage(world: QTransform, joints: Joints, margin: float) -> QRectF:
    """Return the part of a stage a body covers, in pixels.

    Args:
        world: the way from statures to pixels.
        joints: the body.
        margin: statures around it, for shadow, glow and hints.
    """
    xs, ys = zip(*extent(joints), strict=True)
    x0, y0 = min(xs) - margin, min(*ys, 0.0) - margin
    x1, y1 = max(xs) + margin, max(ys) + margin
    return world.mapRect(QRectF(x0, y0, x1 - x0, y1 - y0))
