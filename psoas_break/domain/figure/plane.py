"""Points and directions in the picture plane (see the package for the signs)."""

import math

Point = tuple[float, float]
"""x forward, y up, in statures."""

_DEGREE = math.pi / 180.0


def down(angle: float) -> Point:
    """Return the unit vector of a limb `angle` degrees forward of straight down.

    >>> down(0)
    (0.0, -1.0)
    """
    a = angle * _DEGREE
    return math.sin(a), -math.cos(a)


def up(pitch: float) -> Point:
    """Return the unit vector along a part of the trunk leaning forward by `pitch`.

    >>> up(0)
    (0.0, 1.0)
    """
    a = pitch * _DEGREE
    return math.sin(a), math.cos(a)


def forward(pitch: float) -> Point:
    """Return the unit vector out of the front of a part leaning by `pitch`."""
    a = pitch * _DEGREE
    return math.cos(a), -math.sin(a)


def heading(angle: float) -> Point:
    """Return the unit vector `angle` degrees above level: where a foot points."""
    a = angle * _DEGREE
    return math.cos(a), math.sin(a)


def from_down(x: float, y: float) -> float:
    """Return the angle of a vector from straight down; the inverse of `down`."""
    return math.atan2(x, -y) / _DEGREE


def mix(a: float, b: float, share: float) -> float:
    """Return the value `share` of the way from a to b."""
    return a + (b - a) * share


def mix_points(a: Point, b: Point, share: float) -> Point:
    """Return the point `share` of the way from a to b."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def distance(a: Point, b: Point) -> float:
    """Return how far apart two points are."""
    return math.hypot(b[0] - a[0], b[1] - a[1])


def smooth(x: float) -> float:
    """Rise from 0 at x = 0 to 1 at x = 1 without a corner, and stay there."""
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    return x * x * (3.0 - 2.0 * x)


def minimum_jerk(share: float) -> float:
    """Return how far a calm movement has come after `share` of its time.

    Least jerk between two rests: Flash & Hogan 1985, The coordination of arm
    movements, J Neurosci 5(7).
    """
    return share * share * share * (10.0 + share * (6.0 * share - 15.0))


def turn_from(angle: float, low: float) -> float:
    """Return the same direction as one number from `low` up to `low + 360`.

    Solved angles may differ by whole turns; blending must not go round the long way.
    """
    return (angle - low) % 360.0 + low
