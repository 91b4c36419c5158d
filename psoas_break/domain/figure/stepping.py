"""How feet, knees and hands leave what they touch, and find another place.

Blended by its joint angles a limb would scrape over the floor: so it is led by its
end, which rises before it travels.
"""

import math

from psoas_break.domain.figure.body import KNEE_RADIUS
from psoas_break.domain.figure.joints import LegJoints
from psoas_break.domain.figure.limbs import ankle_over
from psoas_break.domain.figure.plane import (
    Point,
    distance,
    minimum_jerk,
    mix,
    mix_points,
    smooth,
    turn_from,
)
from psoas_break.domain.figure.pose import PinnedFoot, PinnedKnee

STEP_HEIGHT = 0.06
"""The most a foot lifts when it steps, in statures; short steps lift less."""
SHORTEST_STEP = 0.03
"""Nobody lifts a foot for less: it slides, and `limits` says so."""
_STEP_SHARE = 0.25
_SAME_PLACE = 1e-9
_LIFT_FIRST = 0.12
"""A stepping foot lifts for this share of the time before it travels, and travels no
more while it comes down: or it would drag."""

_RISEN = 0.7
"""A step up has risen by this share of the time; one down falls no sooner."""
_LEVEL = 0.10
"""A foot that ends this much higher needs no extra lift on the way."""


def place_of_pin(a: Point, b: Point, share: float) -> Point:
    """Return where a pin is: it stays, or it steps over to its other place."""
    away = distance(a, b)
    if away < _SAME_PLACE:
        return a
    if away < SHORTEST_STEP:
        return mix_points(a, b, minimum_jerk(share))
    along = _within(share, _LIFT_FIRST, 1.0 - _LIFT_FIRST)
    up = _within(share, 0.0, _RISEN) if b[1] > a[1] else _within(share, 1 - _RISEN, 1.0)
    lift = min(STEP_HEIGHT, _STEP_SHARE * away) * math.sin(math.pi * share) ** 2
    return mix(a[0], b[0], along), mix(a[1], b[1], up) + lift


def _within(share: float, start: float, end: float) -> float:
    """Return how far a movement has come that takes only part of the time."""
    return minimum_jerk(min(1.0, max(0.0, (share - start) / (end - start))))


def pin_of_foot(leg: LegJoints) -> PinnedFoot:
    """Return a pin that holds the foot where it is, though nothing pins it."""
    x, y = leg.ankle
    dx, dy = ankle_over(PinnedFoot(0.0, 0.0, leg.sole))
    return PinnedFoot(x - dx, y - dy, leg.sole, leg.toe)


def led_foot(down: PinnedFoot, aloft: PinnedFoot, share: float) -> PinnedFoot:
    """Return a foot between the floor and the air: it rises before it travels.

    Led by its joint angles it would scrape over the floor. Coming down is the same,
    backwards.
    """
    early = _within(share, 0.0, 1.0 - _LIFT_FIRST)
    late = _within(share, _LIFT_FIRST, 1.0)
    (x0, y0), (x1, y1) = ankle_over(down), ankle_over(aloft)
    level = 1.0 - smooth(abs(y1 - y0) / _LEVEL)
    lift = level * min(STEP_HEIGHT, _STEP_SHARE * abs(x1 - x0))
    sole = down.pitch + (aloft.pitch - down.pitch + 180.0) % 360.0 - 180.0
    pitch = mix(down.pitch, sole, late)
    dx, dy = ankle_over(PinnedFoot(0.0, 0.0, pitch))
    return PinnedFoot(
        mix(x0, x1, late) - dx,
        mix(y0, y1, early) + lift * math.sin(math.pi * share) ** 2 - dy,
        pitch,
        mix(down.toe, aloft.toe, late),
    )


def pin_of_knee(leg: LegJoints) -> PinnedKnee:
    """Return a pin that holds the knee where it is, though nothing pins it."""
    (x, y), low = leg.knee, -180.0
    shin, sole = turn_from(leg.shin, low), turn_from(leg.sole, -270.0)
    return PinnedKnee(x, y - KNEE_RADIUS, shin, sole, leg.toe)


def led_knee(down: PinnedKnee, aloft: PinnedKnee, share: float) -> PinnedKnee:
    """Return a knee between the floor and the air: it rises before it travels."""
    early = _within(share, 0.0, 1.0 - _LIFT_FIRST)
    late = _within(share, _LIFT_FIRST, 1.0)
    return PinnedKnee(
        mix(down.x, aloft.x, late),
        mix(down.y, aloft.y, early),
        mix(down.shin, aloft.shin, late),
        mix(down.sole, aloft.sole, late),
        mix(down.toe, aloft.toe, late),
    )
